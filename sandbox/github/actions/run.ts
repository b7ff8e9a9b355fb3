/** A run as tests see it: whether it starts, and what its job is told. */
import type { EventName, Payload } from '../events.ts';

/**
 * What became of one workflow on one event.
 * - `runs`: its jobs run; `jobs` names those whose `if:` holds.
 * - `blocked`: an Actions policy refused it. It failed before its first step and has no check.
 * - `waiting`: held until somebody with write presses "Approve and run".
 * - `skipped`: GitHub started nothing, or no job's `if:` holds.
 */
export interface Run {
  readonly id: number;
  /** `owner/name`. */
  readonly repository: string;
  readonly workflow: { readonly path: string; readonly name: string };
  readonly event: EventName;
  readonly payload: Payload;
  /** Login of who caused the first attempt. */
  readonly actor: string;
  /** Login of who caused this attempt. */
  readonly triggeringActor: string;
  readonly attempt: number;
  readonly ref: string;
  readonly sha: string;
  readonly outcome: 'runs' | 'blocked' | 'waiting' | 'skipped';
  readonly jobs: readonly string[];
  /** GitHub's words for `blocked`; why it is `skipped`. */
  readonly message?: string;
}
