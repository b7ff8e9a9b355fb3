/** Writes one commit status: once on the way, and until it is there where it is the last word. */
import type { Clock } from '../clock.ts';
import { ask, type Meaning } from '../facts/ask.ts';
import { repeatedly } from '../net/again.ts';
import type { ServiceFailure } from '../net/failure.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Recheck } from '../request/recheck.ts';
import type { AsksMore } from './result.ts';
import type { Statuses, StatusLine } from './status.ts';

/** Where a commit status goes, and the public page that it links to. */
export interface StatusTarget {
  readonly commit: string;
  readonly context: string;
  readonly targetUrl: string;
}

/** What may be said where other lines stand on the commit: the line, less, nothing, or that it could not be found out. */
export type Preceded =
  | { readonly act: 'write' | 'leave' }
  | { readonly act: 'hold'; readonly asksMore: AsksMore }
  | { readonly act: 'unknown'; readonly reason: ReasonCode };

/** Asks for it. */
export type Precede = () => Promise<Preceded>;

/** What became of a status line: GitHub took it, or it was not said, or not yet, or GitHub did not take it. */
export type Written =
  | { readonly written: true }
  | { readonly written: false; readonly why: 'changed' | 'failed'; readonly reason: ReasonCode }
  | { readonly written: false; readonly why: 'left' }
  | { readonly written: false; readonly why: 'held'; readonly asksMore: AsksMore };

/** What is asked before each try. */
export interface Asking {
  readonly clock: Clock;
  readonly holds: Recheck;
  readonly precede: Precede;
}

/** Pauses (ms) before a status is written again, where GitHub did not say how long to wait. */
const pauses = [1_000, 4_000];

/** A longer wait than this (ms) that GitHub asks for is not waited. */
const longestWait = 60_000;

/** Why GitHub did not take a status; what helps is another thing for each. */
export const meaning: Meaning = {
  forbidden: 'status-not-written',
  'not-found': 'status-not-written',
  'rate-limited': 'status-throttled',
  unavailable: 'status-undelivered',
};

/** GitHub names a permission that is missing; any other no may be that of one replica. */
const mayPass = ({ kind, refusal }: ServiceFailure): boolean =>
  (kind === 'unauthorized' || kind === 'forbidden') && refusal === undefined;

const send = (statuses: Statuses, { commit, context, targetUrl }: StatusTarget, line: StatusLine) =>
  statuses.setStatus(commit, { ...line, context, targetUrl });

/** Writes one status line once. Gives the reason when GitHub did not take it. */
export async function writeStatus(
  statuses: Statuses,
  target: StatusTarget,
  line: StatusLine,
): Promise<ReasonCode | undefined> {
  const sent = await ask(send(statuses, target, line), meaning);
  return sent.known ? undefined : sent.reason;
}

/**
 * Writes the last word, which does not end with the first lost answer: without it a pull request waits for ever. The
 * transport sends a POST once; a status that is written twice says the same, so here it is sent again. In between a
 * newer run may have spoken, so both questions are asked before each try. What they cannot find out stops a success
 * only.
 */
export async function writeLastWord(
  statuses: Statuses,
  { clock, holds, precede }: Asking,
  target: StatusTarget,
  line: StatusLine,
): Promise<Written> {
  const act = async (): Promise<Written> => {
    const [changed, preceded] = await Promise.all([holds(), precede()]);
    if (changed !== undefined && (line.state === 'success' || reasonOf(changed).shows === 'untouched'))
      return { written: false, why: 'changed', reason: changed };
    if (preceded.act === 'leave') return { written: false, why: 'left' };
    if (preceded.act === 'hold') return { written: false, why: 'held', asksMore: preceded.asksMore };
    if (preceded.act === 'unknown' && line.state === 'success')
      return { written: false, why: 'changed', reason: preceded.reason };
    await send(statuses, target, line);
    return { written: true };
  };
  const written = await ask(repeatedly(act, { clock, pauses, longestWait, mayPass }), meaning);
  return written.known ? written.value : { written: false, why: 'failed', reason: written.reason };
}
