import { type Clock, systemClock } from '../src/clock.ts';

/** The sandbox's own time. It runs `scale` times as fast as the machine's, and starts at `origin`. */
export interface SandboxClock extends Clock {
  /** Virtual milliseconds for each real one. */
  readonly scale: number;
  /** The instant (Unix ms) at which virtual and real time agree. */
  readonly origin: number;
  /** Virtual now, as an ISO 8601 string with milliseconds, as GitHub and GitLab print times. */
  iso(): string;
}

/**
 * A clock that shows `origin + (real now - origin) * scale`. Every process that is told the same two numbers shows
 * the same time, so the services, the runner and the action under test agree without talking to each other.
 * `sleep(ms)` takes virtual milliseconds. Throws a RangeError when `scale` is not a positive number.
 */
export function scaledClock(scale: number, origin: number = Date.now()): SandboxClock {
  if (!(scale > 0 && Number.isFinite(scale))) throw new RangeError(`scale must be positive, not ${scale}`);
  const now = () => origin + (systemClock.now() - origin) * scale;
  return {
    scale,
    origin,
    now,
    iso: () => new Date(now()).toISOString(),
    // A timer of Node counts whole milliseconds; rounding up never wakes anybody too early.
    sleep: (ms, signal) => systemClock.sleep(Math.ceil(Math.max(0, ms) / scale), signal),
  };
}
