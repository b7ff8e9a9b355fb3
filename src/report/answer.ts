/** Answers a command by a reaction, and by a comment. */
import { ask } from '../facts/ask.ts';
import type { Log } from '../log.ts';
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

/** A reaction that GitHub did not take changes nothing but this line of the log. */
const untaken = 'GitHub did not take the reaction: give the job `pull-requests: write`';

/** Reacts to a comment; says so where GitHub does not take it. */
export async function react(
  { github, log }: { readonly github: Pick<Conversation, 'react'>; readonly log: Log },
  commentId: number,
  reaction: Reaction,
): Promise<void> {
  const taken = await ask(github.react(commentId, reaction));
  if (!taken.known) log.warning(untaken);
}

/** Writes a comment on a pull request; says so where GitHub does not take it. */
export async function say(
  { github, log }: { readonly github: Pick<Conversation, 'say'>; readonly log: Log },
  pull: number,
  text: string,
): Promise<void> {
  const said = await ask(github.say(pull, text));
  if (!said.known) log.warning('GitHub did not take the comment: give the job `pull-requests: write`');
}
