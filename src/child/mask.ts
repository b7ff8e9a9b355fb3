/** Hides secrets in a stream of bytes, whatever its chunks are. */
import { formsOf, isTooShort } from './forms.ts';
import { createMatcher, type Matcher, type Walk } from './matcher.ts';
import { type PlaceholderStyle, placeholders } from './placeholder.ts';

/** A value to hide, under the name by which messages may speak of it. */
export interface Secret {
  readonly name: string;
  readonly value: Uint8Array;
}

/** One stream. Each method gives the bytes that may be written now. */
export interface Mask {
  /** Takes what came. A part of it may be given later: what may still be the begin of a secret. */
  push(chunk: Uint8Array): Uint8Array;
  /** The same in parts, none of them empty. To join them would cost more than to look through them. */
  parts(chunk: Uint8Array): readonly Uint8Array[];
  /**
   * Nothing has come for a while, and somebody may be waiting for a prompt: gives what is held back, but of what may
   * still become a secret no more than three bytes, however often it is called. If it does, the rest of it is hidden.
   */
  idle(): Uint8Array;
  /** Nothing comes any more: gives the rest. */
  end(): Uint8Array;
  /** Bytes that came and were not given yet. Fewer than the longest form of a secret has. */
  held(): number;
}

/** The names of those whose value is too short to be hidden: under four bytes, and not empty. Pure. */
export const tooShort = (secrets: readonly Secret[]): readonly string[] =>
  secrets.filter(({ value }) => isTooShort(value)).map(({ name }) => name);

/**
 * Makes the tables for some secrets, in all their forms, and gives what makes a mask for each stream of a run. The key
 * is this run's own, at least 16 random bytes. Throws a RangeError for a value that is too short to be hidden
 * (`tooShort` names them): a log would be full of holes, so who wants it in the log has to say so (`KEY:plain`).
 */
export function createMasks(
  secrets: readonly Secret[],
  options: { readonly key: Uint8Array; readonly placeholder: PlaceholderStyle },
): () => Mask {
  const short = tooShort(secrets);
  if (short.length > 0) throw new RangeError(`too short to be hidden: ${short.join(', ')}`);
  return masksOf(
    secrets.flatMap(({ value }) => formsOf(value)),
    placeholders(options.key, options.placeholder),
  );
}

/** The same for patterns as they are: nothing else is hidden. Each at least four bytes long. */
export function masksOf(
  patterns: readonly Uint8Array[],
  placeholderOf: (bytes: Uint8Array) => Uint8Array,
): () => Mask {
  const matcher = createMatcher(patterns);
  const known = new Map<number, Uint8Array>();
  const whole = (pattern: number, bytes: Uint8Array): Uint8Array => {
    const placeholder = known.get(pattern) ?? placeholderOf(bytes);
    known.set(pattern, placeholder);
    return placeholder;
  };
  return () => maskOf(matcher, { whole, part: placeholderOf });
}

/** The most of a secret that an idle stream may show. */
const mostShown = 3;

interface Placeholders {
  /** Of all of a pattern. */
  whole(pattern: number, bytes: Uint8Array): Uint8Array;
  /** Of other bytes. */
  part(bytes: Uint8Array): Uint8Array;
}

/** Of a longer chunk only so many bytes are copied. */
const seam = 1024;

const nothing = new Uint8Array(0);

/**
 * Replaces the longest pattern at the first place where one stands, and goes on behind it. A pattern that begins inside
 * of what was replaced, and ends behind it, is hidden too: the rest of it has a placeholder of its own.
 */
function maskOf(matcher: Matcher, placeholder: Placeholders): Mask {
  /** What came and is still needed, from the first place that is not decided on. */
  let text: Uint8Array = nothing;
  /** Up to here it was given, as it is or by a placeholder. */
  let given = 0;
  /** Up to here it has to be hidden, by the patterns before the first place. */
  let hidden = 0;

  const read = (last: boolean, idle: boolean): readonly Uint8Array[] => {
    const parts: Uint8Array[] = [];
    /** From here to `given` it is shown as it is, in one part. */
    let shown = given;
    const show = (end: number): void => {
      given = Math.max(given, end);
    };
    const flush = (): void => {
      if (given > shown) parts.push(text.subarray(shown, given));
      shown = given;
    };
    const hide = (end: number, pattern?: number): void => {
      if (end <= given) return;
      flush();
      const bytes = text.subarray(given, end);
      parts.push(pattern === undefined ? placeholder.part(bytes) : placeholder.whole(pattern, bytes));
      given = end;
      shown = end;
    };
    const walk = matcher.walk(text);
    let place = 0;
    for (;;) {
      place = walk.next(place);
      if (place > given) hide(hidden);
      show(place);
      if (place === text.length) break;
      const { pattern, end, open } = walk.at(place);
      const waits = open && !last;
      if (pattern !== undefined && (!waits || idle)) {
        if (place === given) hide(end, pattern);
        hidden = Math.max(hidden, end);
      }
      if (waits) break;
      place += 1;
    }
    if (idle) {
      hide(hidden);
      show(mayShow(walk, place, text.length));
    }
    flush();
    keepFrom(place);
    return parts;
  };

  const keepFrom = (place: number): void => {
    text = Buffer.from(text.subarray(place));
    given -= place;
    hidden = Math.max(0, hidden - place);
  };

  const append = (bytes: Uint8Array): void => {
    text = text.length === 0 ? bytes : Buffer.concat([text, bytes]);
  };

  /** What was kept is joined with the begin of the chunk only, then the look goes on in the chunk itself. */
  const parts = (chunk: Uint8Array): readonly Uint8Array[] => {
    if (text.length === 0 || chunk.length <= seam) {
      append(chunk);
      return few(read(false, false), chunk.length <= seam ? 1 : mostParts);
    }
    append(chunk.subarray(0, seam));
    const first = read(false, false);
    if (text.length <= seam) text = chunk.subarray(seam - text.length);
    else append(chunk.subarray(seam));
    return few([...first, ...read(false, false)], mostParts);
  };

  return {
    parts,
    push: (chunk) => joined(parts(chunk)),
    idle: () => joined(read(false, true)),
    end: () => joined(read(true, false)),
    held: () => text.length - given,
  };
}

/** How far a text may be shown that waits at a place: not into what is a whole secret already. */
function mayShow(walk: Walk, place: number, length: number): number {
  const most = Math.min(place + mostShown, length);
  for (let next = walk.next(place + 1); next < most; next = walk.next(next + 1))
    if (walk.at(next).pattern !== undefined) return next;
  return most;
}

/** Of a long chunk more parts than this cost more to write than to join; those of a short one are joined anyway. */
const mostParts = 4;

const few = (parts: readonly Uint8Array[], most: number): readonly Uint8Array[] =>
  parts.length > most ? [joined(parts)] : parts;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] ?? nothing;
  return parts.length === 0 ? nothing : Buffer.concat(parts);
}
