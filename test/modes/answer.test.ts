import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';
import type { Person } from '../../src/facts/pull.ts';
import type { Writer } from '../../src/gate/witness.ts';
import { answer } from '../../src/modes/answer.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import { exitCode } from '../../src/report/exit.ts';
import {
  alice,
  bob,
  bot,
  comment,
  commentEvent,
  evidence,
  githubFailure,
  head,
  livePull,
  malformed,
  mallory,
  other,
  writer,
} from '../gate/build.ts';
import { ending, openStage, type Stage, type StageOptions } from './stage.ts';

/** Somebody comments; bob is a member with write. */
const said = async (
  body: string,
  sender: Person = bob,
  inputs: StageOptions['inputs'] = {},
  prepare: (stage: Stage) => void = () => {},
) => {
  const parsed = parseCommand(body);
  const stage = await openStage({ inputs, run: { event: commentEvent({ sender, parsed }) } });
  stage.github.comments = [comment({ author: sender, body })];
  prepare(stage);
  const result = await dispatch(stage.ports);
  const line = /\n```\n(.+)\n```$/.exec(stage.github.said.join('\n'))?.[1];
  return { stage, ending: ending(result), exit: exitCode(result, 'x'), reactions: stage.of('react'), line };
};
/** Gives somebody that role. */
const mayOnly =
  (login: string, role: 'read' | 'write') =>
  ({ github }: Stage): void => {
    github.roles[login] = role;
  };
const listed = { tests: 'test-aws: aws\ntest-dns: dns' };
const confused = ['react 7 confused'];

describe('a slip of somebody with write is answered with the line that was meant', () => {
  it.each([
    ['/ok-to-test', `/ok-to-test ${head}`, {}, 'command-malformed'],
    ['/ok to test', `/ok-to-test ${head}`, {}, 'command-malformed'],
    ['/OK-TO-TEST', `/ok-to-test ${head}`, {}, 'command-malformed'],
    [`/ok-to-test ${head.slice(0, 9)}`, `/ok-to-test ${head}`, {}, 'command-malformed'],
    [`/ok-to-test ${other}`, `/ok-to-test ${head}`, {}, 'approval-stale'],
    ['/duplicate', `/duplicate ${head}`, {}, 'command-malformed'],
    [`/duplicate ${other}`, `/duplicate ${head}`, {}, 'approval-stale'],
    ['/Retest', '/retest', {}, 'command-malformed'],
    ['/retest All', '/retest all', {}, 'command-malformed'],
    ['/test', '/test aws', listed, 'command-malformed'],
    ['/test dns, aws', '/test dns,aws', listed, 'command-malformed'],
    ['/test dns,gcp', '/test dns', listed, 'unknown-test'],
    ['/cancel now', '/cancel', {}, 'command-malformed'],
    ['/cancel now', '/cancel', { mode: 'cancel' }, 'command-malformed'],
  ])('%s', async (body, expected, inputs, reason) => {
    const { stage, ending, exit, reactions, line } = await said(body, bob, inputs);
    expect([ending, exit, reactions, line]).toEqual([`denied ${reason}`, 1, confused, expected]);
    expect([stage.of('gitlab'), stage.of('status'), stage.github.said.length]).toEqual([[], [], 1]);
  });

  it('is told that approvals are off, where they are', async () => {
    const { stage, line } = await said('/ok-to-test', bob, { approvals: 'none' });
    expect(line).toBeUndefined();
    expect(stage.github.said).toEqual([
      expect.stringMatching(/^Not done: approvals by comment are switched off/),
    ]);
  });

  it.each([
    ['is closed', livePull({ open: false })],
    ['cannot be read', githubFailure('unavailable')],
  ])('names no commit of a pull request that %s', async (_, live) => {
    const { stage, reactions } = await said(
      '/ok-to-test',
      bob,
      {},
      ({ github }) => void github.pulls.set(42, live),
    );
    expect(reactions).toEqual(confused);
    expect(stage.github.said.join()).toContain('`/ok-to-test` and the commit');
  });

  it('ends the same where GitHub does not take the reply', async () => {
    const { stage, ending } = await said('/test', bob, listed, (stage) =>
      stage.fail('github say', githubFailure('forbidden')),
    );
    expect(ending).toBe('denied command-malformed');
    expect(stage.log.at(-1)).toMatch(
      /^warning: GitHub did not take the comment: give the job `pull-requests: write`/,
    );
  });
});

describe('nobody else can make us post', () => {
  const slips = [
    '/ok to test',
    '/ok-to-test',
    `/ok-to-test ${other}`,
    '/test',
    '/test nope',
    '/retest All',
    '/cancel now',
    '/test ?',
    '/duplicate',
  ];
  const wendy = { id: 66, login: 'wendy', type: 'User' } as const;

  it.each([
    ['an outsider', mallory, () => {}],
    ['a member who may only read', alice, mayOnly('alice', 'read')],
    ['a bot', bot('helper[bot]', 5), () => {}],
  ] as const)('%s', async (_, sender, prepare) => {
    for (const mode of ['run', 'cancel', 'trigger', 'sweep', 'require-all']) {
      for (const body of slips) {
        const { stage, reactions } = await said(body, sender, { ...listed, mode }, prepare);
        expect(stage.github.said, `${mode} ${body}`).toEqual([]);
        expect([[], ['react 7 -1']], `${mode} ${body}`).toContainEqual(reactions);
      }
    }
  });

  it('somebody of whom it is not known: a question, and no word', async () => {
    for (const body of slips) {
      const { stage, reactions } = await said(body, bob, listed, (stage) =>
        stage.fail('github role bob', githubFailure('unavailable')),
      );
      expect([stage.github.said, reactions], body).toEqual([[], confused]);
    }
  });

  it('an outside collaborator with write: of what everybody with write may do, and no more', async () => {
    for (const body of slips) {
      const { stage } = await said(body, wendy, listed, mayOnly('wendy', 'write'));
      expect(stage.github.said.length, body).toBe(body === '/cancel now' || body === '/test ?' ? 1 : 0);
    }
  });

  it('talk, and the words of other bots: nothing, not even a reaction', async () => {
    for (const body of [
      '/lgtm',
      '/retest-required',
      '/close',
      '`/retest` is what you want',
      'LGTM',
      '/test/x.ts is wrong',
    ]) {
      const { stage, ending, exit } = await said(body);
      expect([ending, exit, stage.done], body).toEqual(['not-run no-command', 0, []]);
    }
  });
});

describe('/test ?', () => {
  it.each(['run', 'trigger'])('lists the tests in mode %s, and asks nothing of GitLab', async (mode) => {
    const { stage, ending, exit, reactions } = await said('/test ?', bob, { ...listed, mode });
    expect([ending, exit, reactions]).toEqual(['allowed tests-listed', 0, ['react 7 eyes']]);
    expect(stage.done).toEqual(['github role bob', 'react 7 eyes', 'github say 42']);
    expect(stage.github.said).toEqual([expect.stringMatching(/^Tests: `aws`, `dns`; `all` for all\./)]);
    expect(stage.audit).toMatchObject([{ outcome: { reason: 'tests-listed' }, sender: bob.id }]);
  });

  it('names what the other inputs name where none lists the tests', async () => {
    const inputs = {
      paths: 'test-dns: [dns/**]\ntest-all: [core/**]',
      'test-jobs': 'test-aws: [aws-up]',
      'who-may-run': 'write: [test-unit, all]\nadmin: all',
      'default-tests': 'test-lint',
    };
    const { stage } = await said('/test ?', bob, inputs);
    expect(stage.github.said[0]).toContain('Named in the set-up: `test-aws`, `test-dns`, `test-lint`;');
  });
});

it('a command that starts nothing starts nothing in mode trigger either', async () => {
  for (const body of ['/cancel', '/test ?', `/duplicate ${head}`]) {
    const { stage } = await said(body, bob, { mode: 'trigger' });
    expect(stage.of('gitlab create'), body).toEqual([]);
  }
});

describe('a reply needs both: a slip, and somebody with write', () => {
  const answered = async (reason: ReasonCode, sender: Writer) => {
    const stage = await openStage({ run: { event: commentEvent({ parsed: parseCommand('/test') }) } });
    await answer(stage.ports, { decision: 'denied', reason }, evidence({ cause: malformed('test', sender) }));
    return stage.github.said.length;
  };

  it.each<[ReasonCode, Writer, number]>([
    ['command-malformed', writer(bob), 1],
    ['command-malformed', writer(mallory, false), 0],
    ['command-malformed', writer(bob, true, 'read'), 0],
    ['approval-needed', writer(bob), 0],
    ['comment-edited', writer(bob), 0],
  ])('%s', async (reason, sender, replies) => {
    expect(await answered(reason, sender)).toBe(replies);
  });
});
