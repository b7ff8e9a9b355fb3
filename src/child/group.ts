/** The tables of Wu and Manber for patterns of about one length, and the two looks into them. */

/** Bytes to look for, and the number by which they are known. */
export interface Pattern {
  readonly bytes: Uint8Array;
  readonly number: number;
}

/** What of a group begins at one place, as in `Found`. */
export interface FoundInGroup {
  readonly pattern: number | undefined;
  readonly end: number;
  readonly open: boolean;
}

export interface Group {
  /** The first place at or after `from` where a pattern's first bytes stand, as many as the text has; else its length. */
  next(text: Uint8Array, from: number): number;
  at(text: Uint8Array, start: number): FoundInGroup;
}

/** Entries of a table by a block's hash. */
const tableSize = 1 << 16;

/** The furthest that one look may skip: what an entry of the table holds. */
const furthest = 255;

/** From this length on blocks have four bytes: there are more of them, so most are in no pattern and skip far. */
const forFour = 8;

/**
 * Makes the tables of one group, which has at least one pattern. A window of the shortest pattern's length goes over the
 * text; what its last block says is how far it may go on without missing the begin of a pattern. Pure.
 */
export function groupOf(patterns: readonly Pattern[]): Group {
  const window = patterns.reduce((least, { bytes }) => Math.min(least, bytes.length), furthest);
  if (window < 2) throw new RangeError('a pattern of fewer than two bytes');
  const { block, hash, skip } = window >= forFour ? byFour : byTwo;
  const shifts = new Uint8Array(tableSize).fill(window - block + 1);
  const begins = new Uint8Array(tableSize);
  const byBlock = new Map<number, Pattern[]>();
  const byFirst = new Map<number, Pattern[]>();
  for (const pattern of patterns.toSorted((a, b) => b.bytes.length - a.bytes.length)) {
    const { bytes } = pattern;
    for (let end = block; end <= window; end++) {
      const key = hash(bytes, end);
      shifts[key] = Math.min(shifts[key] as number, window - end);
    }
    begins[pair(bytes, 0)] = 1;
    listed(byBlock, hash(bytes, window)).push(pattern);
    listed(byFirst, bytes[0] as number).push(pattern);
  }

  /** Patterns that may stand at a place, the longest first: by the last block of a whole window, else by the first byte. */
  const candidates = (text: Uint8Array, start: number): readonly Pattern[] =>
    (start + window <= text.length
      ? byBlock.get(hash(text, start + window))
      : byFirst.get(text[start] as number)) ?? none;

  const mayBegin = (text: Uint8Array, start: number): boolean =>
    start + 1 === text.length || begins[pair(text, start)] === 1;

  const tables = { shifts, begins };
  return {
    next(text, from) {
      for (let end = from + window; ; end++) {
        end = skip(tables, text, end, window);
        if (end > text.length) {
          for (let start = end - window; start < text.length; start++)
            if (mayBegin(text, start) && anyStands(candidates(text, start), text, start, window))
              return start;
          return text.length;
        }
        if (anyStands(candidates(text, end - window), text, end - window, window)) return end - window;
      }
    },
    at(text, start) {
      let open = false;
      for (const { bytes, number } of candidates(text, start)) {
        if (!stands(bytes, text, start, bytes.length)) continue;
        if (start + bytes.length <= text.length) return { pattern: number, end: start + bytes.length, open };
        open = true;
      }
      return { pattern: undefined, end: start, open };
    },
  };
}

const none: readonly Pattern[] = [];

function listed<K>(lists: Map<K, Pattern[]>, key: K): Pattern[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Whether the first `most` bytes of any stand at a place, or as many of them as the text has. */
function anyStands(patterns: readonly Pattern[], text: Uint8Array, start: number, most: number): boolean {
  for (const { bytes } of patterns) if (stands(bytes, text, start, most)) return true;
  return false;
}

function stands(bytes: Uint8Array, text: Uint8Array, start: number, most: number): boolean {
  const length = Math.min(most, text.length - start);
  for (let n = 0; n < length; n++) if (bytes[n] !== text[start + n]) return false;
  return true;
}

/** Hashes of a block by its end, below `tableSize`; the loops below repeat them, because calls would cost half the speed. */
const hashOfTwo = (text: Uint8Array, end: number): number => pair(text, end - 2);
const hashOfFour = (text: Uint8Array, end: number): number =>
  Math.imul((pair(text, end - 4) << 16) | pair(text, end - 2), multiplier) >>> 16;

/** Spreads four bytes over the table (Knuth, "The Art of Computer Programming", 6.4: multiplicative hashing). */
const multiplier = 0x9e3779b1;

const pair = (text: Uint8Array, at: number): number => ((text[at] as number) << 8) | (text[at + 1] as number);

/**
 * The end of the next window whose last block ends a pattern's window and whose first two bytes begin a pattern; beyond
 * the text where there is none.
 */
type Skip = (tables: Tables, text: Uint8Array, end: number, window: number) => number;

interface Tables {
  /** By the hash of a window's last block, how far on the next window may end. */
  readonly shifts: Uint8Array;
  /** By the first two bytes of a window, 1 where they begin a pattern. */
  readonly begins: Uint8Array;
}

/**
 * Most windows may be left behind as far as there is to go. That is asked first, and by a branch of its own: a processor
 * foresees it and looks up the next one meanwhile, which halves the time.
 */
const skipByTwo: Skip = ({ shifts, begins }, text, from, window) => {
  const { length } = text;
  const most = window - 1;
  let end = from;
  while (end <= length) {
    const shift = shifts[((text[end - 2] as number) << 8) | (text[end - 1] as number)] as number;
    if (shift === most) end += most;
    else if (shift > 0) end += shift;
    else if (begins[pair(text, end - window)] === 1) return end;
    else end += 1;
  }
  return end;
};

const skipByFour: Skip = ({ shifts, begins }, text, from, window) => {
  const { length } = text;
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  const most = window - 3;
  let end = from;
  while (end <= length) {
    const shift = shifts[Math.imul(view.getInt32(end - 4), multiplier) >>> 16] as number;
    if (shift === most) end += most;
    else if (shift > 0) end += shift;
    else if (begins[pair(text, end - window)] === 1) return end;
    else end += 1;
  }
  return end;
};

const byTwo = { block: 2, hash: hashOfTwo, skip: skipByTwo };
const byFour = { block: 4, hash: hashOfFour, skip: skipByFour };
