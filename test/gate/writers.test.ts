import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/facts/event.ts';
import { known } from '../../src/facts/fact.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import * as b from './build.ts';
import { gatherFrom, github } from './world.ts';

const policy: GatePolicy = { ...b.policy, trustedBots: [b.renovate.id] };

async function causer(event: Run['event'], by = policy) {
  const source = github({ roles: { bob: 'write', 'renovate[bot]': 'none' } });
  const evidence = await gatherFrom(source, { event, policy: by, pullRequest: 42 });
  if (evidence.kind === 'ref') return { sender: evidence.sender, calls: source.calls };
  if (evidence.kind === 'pull-request') return { sender: evidence.cause.sender, calls: source.calls };
  throw new Error('no evidence');
}

describe('a bot that caused what only writers can', () => {
  const causes: [string, Run['event']][] = [
    ['a push or the merge queue', b.refEvent({ sender: b.renovate })],
    ['a dispatch', { kind: 'dispatch', sender: b.renovate }],
  ];

  it.each(causes)('%s: is a writer where it is trusted; GitHub shows no role for it', async (_, event) => {
    const { sender, calls } = await causer(event);
    expect(sender).toEqual(b.writer(b.renovate, true, 'write'));
    expect(calls.filter((call) => call.includes('renovate'))).toEqual([]);
  });

  it.each(causes)('%s: is nobody where it is not', async (_, event) => {
    expect((await causer(event, b.policy)).sender).toEqual(b.writer(b.renovate, false, 'none'));
  });
});

it('a person is asked about', async () => {
  const { sender, calls } = await causer(b.refEvent());
  expect(sender).toEqual(b.writer(b.bob));
  expect(calls.toSorted()).toEqual(['member acme bob', 'role bob']);
});

it('a comment of a trusted bot has no rights: it may repeat what it was told', async () => {
  const { sender } = await causer(b.commentEvent({ sender: b.renovate }));
  expect(sender).toEqual({ person: b.renovate, member: known(true), role: known('none') });
});
