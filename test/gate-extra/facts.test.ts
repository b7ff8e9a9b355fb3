import { describe, expect, it } from 'vitest';
import { approvedCommit } from '../../src/gate/approval.ts';
import { ask } from '../../src/gate/ask.ts';
import { decide } from '../../src/gate/decide.ts';
import { gather, type Run } from '../../src/gate/evidence.ts';
import { known, unknown } from '../../src/gate/facts.ts';
import { type RightsTable, rightsOf } from '../../src/gate/rights.ts';
import * as b from '../gate/build.ts';
import { github, type World, world } from '../gate/world.ts';

const labels = { prefix: 'test-', allLabel: 'test-all' };
async function gathered(event: Run['event'], over: Partial<World>) {
  const source = github(world(over));
  const run = { event, rerunner: undefined, attempt: 1 };
  const evidence = await gather(source, run, b.policy, labels, 42);
  if (evidence.kind !== 'pull-request') throw new Error('no pull request');
  return evidence;
}

describe('whoever pushed cannot be found out', () => {
  const pushes = b.githubFailure('unavailable');
  it.each<[string, Run['event']]>([
    ['for a dispatch', { kind: 'dispatch', sender: b.bob }],
    [
      'for a command',
      b.commentEvent({ parsed: { kind: 'command', command: { name: 'retest', all: false } } }),
    ],
    ['for a label', b.event({ action: 'labeled', label: 'test-a' })],
  ])('%s: undecided, not nobody', async (_, event) => {
    const evidence = await gathered(event, { pushes });
    expect(evidence.pusher.member).toEqual(unknown('github-unavailable'));
    expect(b.said(decide(evidence, b.policy))).toEqual(['undecided github-unavailable', b.head]);
  });
});

it('of an account that is gone nobody is asked, be it author, pusher or both', async () => {
  const event = b.event({ action: 'labeled', label: 'test-a', author: null });
  const evidence = await gathered(event, { pushes: [{ actor: null, after: b.head }] });
  expect(evidence.pusher).toEqual({ person: null, member: known(false) });
  expect(evidence.author.person).toEqual(b.alice);
});

it.each([`/ok-to-test ${b.head.slice(1)}`, '/ok-to-test', '/test', '/retest', `/duplicate ${b.head}`, 'Hi'])(
  '%j approves no commit',
  (body) => expect(approvedCommit(body)).toBeUndefined(),
);

it('a certificate that is not trusted is a reason of its own', async () => {
  expect(await ask(Promise.reject(b.githubFailure('untrusted')))).toEqual(unknown('github-untrusted'));
});

describe('roles below write have rows too', () => {
  const table: RightsTable = new Map([
    ['read', ['smoke']],
    ['triage', ['unit']],
  ]);
  it.each([
    ['none', []],
    ['other', []],
    ['read', ['smoke']],
    ['triage', ['smoke', 'unit']],
    ['write', ['smoke', 'unit']],
  ] as const)('%s: %j', (role, rights) => expect(rightsOf(table, role, [])).toEqual(rights));

  it('a team may be called like none of them', () => {
    expect(rightsOf(new Map([['', ['a']]]), 'admin', [])).toEqual([]);
  });
});
