/** The runner's secret masker: one for a whole job. */
export interface Masks {
  /** Registers a secret, each of its lines, and their encodings. An empty value is ignored. */
  add(value: string): void;
  /** The text with every stretch that belongs to a secret replaced by `***`. */
  apply(text: string): string;
  /** Whether the text holds a secret; a job output that does is dropped. */
  touches(text: string): boolean;
}

/** No secrets yet. There is no least length: masking `a` ruins a log, as it does on the real runner. */
export function createMasks(): Masks {
  const patterns = new Set<string>();
  const stretches = (text: string): Array<[number, number]> => {
    const found: Array<[number, number]> = [];
    for (const pattern of patterns) {
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
        found.push([at, at + pattern.length]);
      }
    }
    return found.toSorted((a, b) => a[0] - b[0]);
  };
  return {
    add: (value) => {
      for (const part of [value, ...value.split(/[\r\n]+/)]) {
        if (part.trim() === '') continue;
        for (const form of encodings(part)) patterns.add(form);
      }
    },
    apply: (text) => {
      let out = '';
      let end = 0;
      for (const [from, to] of stretches(text)) {
        // Stretches that touch are shown as one, so that the number of stars tells nothing.
        if (from > end || (from === 0 && end === 0)) out += `${text.slice(end, from)}***`;
        end = Math.max(end, to);
      }
      return out + text.slice(end);
    },
    touches: (text) => stretches(text).length > 0,
  };
}

/**
 * A value and the forms in which it could slip through: base64 at each of the three byte offsets at which it can stand
 * inside a longer text, JSON, URI, XML, and without surrounding quotes (docs/facts/runner.md, "Masks").
 */
export function encodings(value: string): string[] {
  const bytes = Buffer.from(value);
  const forms = [
    value,
    ...[0, 1, 2].map((shift) => bytes.subarray(shift).toString('base64')),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
    value.replace(/^"(.*)"$/s, '$1'),
  ];
  return [...new Set(forms)].filter((form) => form !== '');
}
