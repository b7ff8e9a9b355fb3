/** Times as a person writes them. */

/** Seconds: `1 h 05 min`, `3 min 02 s`, `40 s`. Pure. */
export function duration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) return `${hours} h ${two(minutes)} min`;
  return minutes > 0 ? `${minutes} min ${two(seconds % 60)} s` : `${seconds} s`;
}

/** Milliseconds, to the minute: `1 h 05 min`, `40 min`. What is shorter is one minute. Pure. */
export function inMinutes(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${two(minutes % 60)} min` : `${minutes} min`;
}

/** The hour of a moment (epoch ms): `14:03 UTC`. Pure. */
export const hourOf = (at: number): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

const two = (number: number): string => String(number).padStart(2, '0');
