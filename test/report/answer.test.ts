import { describe, expect, it } from 'vitest';
import { react, reactionTo, say } from '../../src/report/answer.ts';
import { githubFailure } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { githubClient, githubWorld } from '../world/github.ts';

describe('the reaction to a command', () => {
  it.each([
    ['allowed', 'starting', 'eyes'],
    ['allowed', 'approved-now', 'eyes'],
    // Of no use to the one who asks: a no.
    ['denied', 'command-not-allowed', '-1'],
    ['denied', 'sender-not-writer', '-1'],
    ['denied', 'rerunner-not-member', '-1'],
    ['denied', 'not-member', '-1'],
    ['denied', 'test-not-allowed', '-1'],
    // Something else is needed: a question.
    ['denied', 'approval-stale', 'confused'],
    ['denied', 'approval-needed', 'confused'],
    ['denied', 'comment-edited', 'confused'],
    ['denied', 'command-malformed', 'confused'],
    ['denied', 'unknown-test', 'confused'],
    ['denied', 'pull-request-closed', 'confused'],
    ['undecided', 'membership-hidden', 'confused'],
    // Not known is no "no", whatever the reason.
    ['undecided', 'command-not-allowed', 'confused'],
    ['not-run', 'draft', 'confused'],
    ['not-run', 'not-member', 'confused'],
  ] as const)('%s, %s: %s', (decision, reason, reaction) => {
    expect(reactionTo(decision, reason)).toBe(reaction);
  });
});

describe('reacting', () => {
  const reacted = async (failure?: Error) => {
    const { carry, done, fail } = notedCalls();
    if (failure) fail('react', failure);
    const warnings: string[] = [];
    const log = { info: () => {}, warning: (line: string) => void warnings.push(line) };
    await react({ github: githubClient(githubWorld(), carry), log }, 7, 'eyes');
    return [done, warnings];
  };

  it('says where GitHub did not take it', async () => {
    expect(await reacted()).toEqual([['react 7 eyes'], []]);
    expect(await reacted(githubFailure('forbidden'))).toEqual([
      ['react 7 eyes'],
      ['GitHub did not take the reaction: give the job `pull-requests: write`'],
    ]);
  });

  it('and of a comment the same', async () => {
    const { carry, done, fail } = notedCalls();
    const warnings: string[] = [];
    const log = { info: () => {}, warning: (line: string) => void warnings.push(line) };
    const github = githubClient(githubWorld(), carry);
    await say({ github, log }, 42, 'Tests: `dns`.');
    expect(warnings).toEqual([]);
    fail('say', githubFailure('forbidden'));
    await say({ github, log }, 42, 'Tests: `dns`.');
    expect([done, warnings]).toEqual([
      ['say 42', 'say 42'],
      ['GitHub did not take the comment: give the job `pull-requests: write`'],
    ]);
  });

  it('passes on what is a fault of our own', async () => {
    await expect(reacted(new TypeError('x'))).rejects.toThrow(TypeError);
  });
});
