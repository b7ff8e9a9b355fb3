import type { Random } from './random.ts';

/** What goes wrong with one request. `acts`: whether the service does what it is asked all the same. */
export type Fault =
  /** The connection is refused: nothing is sent. */
  | { readonly kind: 'refused' }
  /** The connection breaks, before or after the service acted. */
  | { readonly kind: 'drop'; readonly acts: boolean }
  /** Half of the answer arrives. */
  | { readonly kind: 'half-body' }
  /** Nothing comes until the caller gives up; the service may act at once, or `late` ms after the request. */
  | { readonly kind: 'silence'; readonly acts: boolean; readonly late: number }
  | { readonly kind: 'html'; readonly acts: boolean }
  /** A gateway refuses in its own words, the request or the answer. */
  | { readonly kind: 'page'; readonly status: 401 | 403 | 404; readonly acts: boolean }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly acts: boolean;
      /** A gateway gives up, and the service behind it acts so much later (ms). */
      readonly late?: number;
      readonly retryAfter: number | undefined;
    };

/** All kinds of faults, with the seconds of a `Retry-After` drawn. */
export const faultKinds = (random: Random): readonly Fault[] => [
  { kind: 'refused' },
  { kind: 'drop', acts: false },
  { kind: 'drop', acts: true },
  { kind: 'half-body' },
  { kind: 'silence', acts: false, late: 0 },
  { kind: 'silence', acts: true, late: 0 },
  { kind: 'silence', acts: true, late: Math.round(random.between(1_000, 50_000)) },
  { kind: 'html', acts: false },
  { kind: 'html', acts: true },
  { kind: 'page', status: 403, acts: false },
  { kind: 'page', status: 403, acts: true },
  { kind: 'page', status: 401, acts: false },
  { kind: 'page', status: 404, acts: false },
  { kind: 'status', status: 429, acts: false, retryAfter: undefined },
  { kind: 'status', status: 429, acts: false, retryAfter: 1 + random.below(90) },
  {
    kind: 'status',
    status: 504,
    acts: true,
    late: Math.round(random.between(5_000, 55_000)),
    retryAfter: undefined,
  },
  ...[500, 502, 503, 504].flatMap((status) =>
    [false, true].map((acts) => ({ kind: 'status', status, acts, retryAfter: undefined }) as const),
  ),
];

/** How many kinds there are. */
export const kindsOfFault = 24;

/** A fault in one word, for the figures. */
export function nameOf(fault: Fault): string {
  if (fault.kind === 'status') return `${fault.status}${fault.retryAfter ? ' with Retry-After' : ''}`;
  return fault.kind === 'page' ? `${fault.status}, as a page` : fault.kind;
}
