import { ServiceFailure } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';

/** Reactions of GitHub (REST: reactions) that answer a command. */
export type Reaction = 'eyes' | '-1' | 'confused';

/** Answers a comment. Throws a ServiceFailure when GitHub did not take it. The github client satisfies it. */
export interface Conversation {
  react(commentId: number, reaction: Reaction): Promise<void>;
  /** Writes a comment on a pull request. */
  say(pull: number, body: string): Promise<void>;
}

/** Refusals that say no to the person who asks. All others are about what was asked for. */
const lacksRights: readonly ReasonCode[] = [
  'command-not-allowed',
  'sender-not-writer',
  'rerunner-not-member',
  'not-member',
  'test-not-allowed',
];

/** The reaction that the outcome of a command deserves: seen, no, or a question. Pure. */
export function reactionTo(
  decision: 'allowed' | 'denied' | 'undecided' | 'not-run',
  reason: ReasonCode,
): Reaction {
  if (decision === 'allowed') return 'eyes';
  return decision === 'denied' && lacksRights.includes(reason) ? '-1' : 'confused';
}

/** Reacts to a comment; that GitHub does not take it changes nothing. Gives whether it did. */
export async function react(
  conversation: Conversation,
  commentId: number,
  reaction: Reaction,
): Promise<boolean> {
  try {
    await conversation.react(commentId, reaction);
    return true;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return false;
  }
}
