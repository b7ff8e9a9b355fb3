/** `mode: auto` against the table of docs/inputs.md, and a mode that is named. */
import { expect, it } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { modeFor } from '../../src/action/mode.ts';
import type { GateEvent } from '../../src/facts/event.ts';
import { checkedTable } from '../docs/pages.ts';
import { alice, commentEvent, event, head, refEvent } from '../gate/build.ts';
import { facts, getter, least } from './build.ts';

const byHead: GateEvent = {
  ...{ kind: 'workflow-run', action: 'requested', sender: alice, rerunner: undefined },
  head: { sha: head, branch: 'feature/x', repository: 'acme/engine' },
};
const plain = { drafts: false, pullRequest: undefined };

it.each<[string, GateEvent, Partial<typeof plain> | { readonly pullRequest: number }, string]>([
  ['opened', event({ action: 'opened' }), {}, 'run'],
  ['synchronize', event({ action: 'synchronize' }), {}, 'run'],
  ['reopened', event({ action: 'reopened' }), {}, 'run'],
  ['ready_for_review', event({ action: 'ready_for_review' }), {}, 'run'],
  ['labeled', event({ action: 'labeled', label: 'test-a' }), {}, 'run'],
  ['unlabeled', event({ action: 'unlabeled', label: 'test-a' }), {}, 'run'],
  ['edited', event({ action: 'edited', rebased: true }), {}, 'run'],
  ['closed', event({ action: 'closed' }), {}, 'cancel'],
  ['closed, with drafts', event({ action: 'closed' }), { drafts: true }, 'cancel'],
  ['converted_to_draft', event({ action: 'converted_to_draft' }), {}, 'cancel'],
  ['the same, with drafts', event({ action: 'converted_to_draft' }), { drafts: true }, 'run'],
  ['a run by head', byHead, {}, 'run'],
  ['a comment', commentEvent(), {}, 'run'],
  ['by hand', { kind: 'dispatch', sender: alice }, {}, 'sweep'],
  ['by hand, with a number', { kind: 'dispatch', sender: alice }, { pullRequest: 7 }, 'run'],
  ['a schedule', { kind: 'schedule' }, {}, 'sweep'],
  ['the queue', refEvent({ on: 'queue' }), {}, 'run'],
  ['a push', refEvent({ on: 'push' }), {}, 'run'],
  ['a tag', refEvent({ on: 'tag' }), {}, 'trigger'],
  ['a release', refEvent({ on: 'release' }), {}, 'trigger'],
  ['what is not understood', { kind: 'unsupported', name: 'x' }, {}, 'run'],
])('%s', (_, given, rules, mode) => {
  expect(modeFor(given, { ...plain, ...rules })).toBe(mode);
});

it.each([
  [{}, 'sweep'],
  [{ mode: 'auto' }, 'sweep'],
  [{ mode: 'run' }, 'run'],
  [{ mode: 'cancel' }, 'cancel'],
])('inputs %j by a schedule: %s', async (inputs, mode) => {
  const { settings } = await readInputs(getter({ ...least, ...inputs }), {
    ...facts,
    event: { kind: 'schedule' },
  });
  expect(settings.mode).toBe(mode);
});

it('docs/inputs.md says the same of every event', () => {
  const rows = checkedTable('docs/inputs.md', 'auto').map(([, mode]) => mode);
  expect(new Set(rows.map((mode) => /`([a-z-]+)`/.exec(mode ?? '')?.[1]))).toEqual(
    new Set(['run', 'cancel', 'trigger', 'sweep']),
  );
});
