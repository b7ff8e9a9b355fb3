/** What the next look depends on. All in milliseconds. */
export interface PaceFacts {
  /** Since the watch began. */
  readonly elapsed: number;
  /** Until the deadline. */
  readonly remaining: number;
}

const shortest = 2_000;
const longest = 30_000;

/**
 * How long to wait before the next look. A twentieth of the time that has passed: a short pipeline is noticed at
 * once, a long one costs few requests. Never past the deadline.
 */
export const nextLook = ({ elapsed, remaining }: PaceFacts): number =>
  Math.max(0, Math.min(Math.max(shortest, Math.min(longest, elapsed / 20)), remaining));
