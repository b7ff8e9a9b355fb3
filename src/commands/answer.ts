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

/** Refusals that are the giver's mistake, not a lack of rights: the answer is a question, not a no. */
const mistakes: readonly ReasonCode[] = [
  'approval-stale',
  'comment-edited',
  'command-malformed',
  'unknown-test',
  'approvals-off',
];

/** The reaction that a decision on a command deserves. Pure. */
export function reactionTo(
  decision: 'allowed' | 'denied' | 'undecided' | 'not-run',
  reason: ReasonCode,
): Reaction {
  if (decision === 'allowed') return 'eyes';
  return decision === 'undecided' || decision === 'not-run' || mistakes.includes(reason) ? 'confused' : '-1';
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
