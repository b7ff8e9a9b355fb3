/** The texts by which a value may show itself, besides as a whole. */

/** A shorter text is no secret by itself, and hiding it would shred what is printed: `}`, `1`, `yes`. */
export const shortestPiece = 4;

/**
 * The value, its lines, and where it is JSON its leaves and their lines; each without the blanks around it, once, and only
 * those of `shortestPiece` characters and more. The whole value is first, where it is long enough. Pure.
 */
export function piecesOf(value: string): readonly string[] {
  const texts = [value, ...leavesOf(value)];
  const pieces = texts.flatMap((text) => [text, ...text.split(/\r\n|[\r\n]/)]).map((text) => text.trim());
  return [...new Set([value, ...pieces])].filter((piece) => piece.length >= shortestPiece);
}

/** The texts at the ends of a JSON value, numbers as they are written; none where it is not JSON. Pure. */
function leavesOf(value: string): readonly string[] {
  if (!/^\s*[[{"]/.test(value)) return [];
  const leaves: string[] = [];
  // The third argument is the text that a number was read from (ECMAScript, "JSON.parse source text access").
  const collect = (_: string, leaf: unknown, from?: { readonly source?: string }): unknown => {
    if (typeof leaf === 'string') leaves.push(leaf);
    else if (typeof leaf === 'number') leaves.push(from?.source ?? String(leaf));
    return leaf;
  };
  try {
    JSON.parse(value, collect);
    return leaves;
  } catch {
    return [];
  }
}
