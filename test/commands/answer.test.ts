import { describe, expect, it } from 'vitest';
import { type Conversation, react, reactionTo } from '../../src/commands/answer.ts';
import { githubFailure } from '../gate/build.ts';

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
    ['denied', 'head-shared', 'confused'],
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
  const conversation = (fails?: unknown): Conversation & { readonly said: string[] } => {
    const said: string[] = [];
    return {
      said,
      react: async (id, reaction) => {
        if (fails) throw fails;
        said.push(`${id} ${reaction}`);
      },
      say: async () => {},
    };
  };

  it('tells whether GitHub took it', async () => {
    const github = conversation();
    expect(await react(github, 7, 'eyes')).toBe(true);
    expect(github.said).toEqual(['7 eyes']);
    expect(await react(conversation(githubFailure('forbidden')), 7, 'eyes')).toBe(false);
  });

  it('passes on what is a fault of our own', async () => {
    await expect(react(conversation(new TypeError('x')), 7, 'eyes')).rejects.toThrow(TypeError);
  });
});
