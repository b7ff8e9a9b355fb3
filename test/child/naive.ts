/**
 * What a mask has to do, in the plainest words: for the properties. It shares nothing with the mask but the way in which
 * bytes become a placeholder.
 */

/** Which bytes of a text some pattern covers. */
export function covered(text: Buffer, patterns: readonly Uint8Array[]): readonly boolean[] {
  const marks = Array.from({ length: text.length }, () => false);
  for (const [start, end] of occurrences(text, patterns)) marks.fill(true, start, end);
  return marks;
}

function occurrences(text: Buffer, patterns: readonly Uint8Array[]): [number, number][] {
  const found: [number, number][] = [];
  for (const pattern of patterns)
    for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
      found.push([at, at + pattern.length]);
  return found;
}

/**
 * The pieces of a text: what is shown, and what is hidden, each to be replaced by one placeholder. The longest pattern
 * at a place is one; else what patterns from before still cover.
 */
export function piecesOf(
  text: Buffer,
  patterns: readonly Uint8Array[],
): { bytes: Buffer; hidden: boolean }[] {
  const longest = new Map<number, number>();
  for (const [start, end] of occurrences(text, patterns))
    longest.set(start, Math.max(end, longest.get(start) ?? 0));
  const pieces: { bytes: Buffer; hidden: boolean }[] = [];
  let to = 0;
  for (let at = 0; at < text.length; ) {
    const whole = longest.get(at);
    const end = whole ?? (to > at ? to : at + 1);
    const hidden = whole !== undefined || to > at;
    for (let inside = at; inside < end; inside++) to = Math.max(to, longest.get(inside) ?? 0);
    pieces.push({ bytes: text.subarray(at, end), hidden });
    at = end;
  }
  return pieces;
}
