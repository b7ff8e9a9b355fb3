/** Who speaks in which context for a commit: the claim that a status carries in its link. */
import { createHash } from 'node:crypto';
import type { StandingStatus } from './status.ts';

/** The tests that a line stands for: their ids, and whether they are all there are. */
export interface Tests {
  readonly ids: readonly string[];
  readonly all: boolean;
}

/**
 * What the link of a status claims. A commit status belongs to a commit, and a commit can be the head of several pull
 * requests, of anybody's: who was let through writes its number and its tests into the link of its status, so that
 * every other run can read for whom it speaks (docs/architecture.md, "One commit, one voice").
 */
export interface Claim {
  /** Number of the pull request. */
  readonly pull: number;
  /** `all`, `none`, or the first twelve hexadecimal digits of a digest over the test ids. */
  readonly tests: string;
  /** Whether `require-all` is off, or satisfied by these tests. */
  readonly full: boolean;
}

/** `all`, `none` or twelve hexadecimal digits. The same ids in any order give the same. Pure. */
export function digestOf({ ids, all }: Tests): string {
  if (all) return 'all';
  if (ids.length === 0) return 'none';
  return createHash('sha256').update(ids.toSorted().join(',')).digest('hex').slice(0, 12);
}

/**
 * The link of who was let through. `key`: the ending of the request's key, where it is known by then; GitHub's run pages
 * take any query.
 */
export function claimingUrl(runUrl: string, { pull, tests, full }: Claim, key?: string): string {
  const digest = /:([0-9a-f]{12})$/.exec(key ?? '')?.[1];
  return `${runUrl}?pr=${pull}${digest === undefined ? '' : `&key=${digest}`}&tests=${tests}&full=${full ? 1 : 0}`;
}

/** The link of who speaks for a pull request and was not let through. It claims nothing. */
export const refusingUrl = (runUrl: string, pull: number): string => `${runUrl}?pr=${pull}`;

/** The same of a run whose job was cancelled, and which took this pipeline along. */
export const takingAlong = (url: string, pipeline: number): string => `${url}#${pipeline}`;

const claiming =
  /\?pr=(\d{1,15})(?:&key=([0-9a-f]{12}))?&tests=(all|none|[0-9a-f]{12})&full=([01])(?:#\d+)?$/;

/** What a link claims; undefined where it claims nothing. Pure. */
export function claimIn(targetUrl: string): Claim | undefined {
  const [, pull, , tests = '', full] = claiming.exec(targetUrl) ?? [];
  return pull === undefined ? undefined : { pull: Number(pull), tests, full: full === '1' };
}

/** The ending of a key in a claim; undefined where it claims nothing, or its run had not made its request by then. Pure. */
export const keyEndingIn = (targetUrl: string): string | undefined => claiming.exec(targetUrl)?.[2];

/** The pull request of which a link tells that it was not let through; undefined where it does not. Pure. */
export function refusalIn(targetUrl: string): number | undefined {
  const refused = /\?pr=(\d{1,15})$/.exec(targetUrl)?.[1];
  return refused === undefined ? undefined : Number(refused);
}

/** The pull request that a link speaks for, let through or not. Pure. */
export const pullIn = (targetUrl: string): number | undefined =>
  claimIn(targetUrl)?.pull ?? refusalIn(targetUrl);

/** The run that a link leads to, whatever it claims. Pure. */
export const runIn = (targetUrl: string): string => targetUrl.split(/[?#]/)[0] ?? '';

/** The newest status of a context. Pure. */
export const standingIn = (
  statuses: readonly StandingStatus[],
  context: string | undefined,
): StandingStatus | undefined => statuses.find((status) => status.context === context);

/** The context of the check that all tests are selected, beside that of the tests, which it must not overwrite. */
export const contextOfRequireAll = (context: string): string => `${context}/require-all`;

/** The context of runs on request (`/test a,b`), beside that of the required check, which they must not turn green. */
export const contextOnRequest = (context: string): string => `${context}/test`;

/**
 * Whether a run on request may be watching a pipeline of the commit that has these statuses: its status is pending,
 * and not older than `since` (epoch ms). Pure.
 */
export function isAwaited(
  statuses: readonly StandingStatus[],
  context: string | undefined,
  since: number,
): boolean {
  const standing = context === undefined ? undefined : standingIn(statuses, contextOnRequest(context));
  return standing?.state === 'pending' && standing.at >= since;
}
