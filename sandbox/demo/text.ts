/** What a piece of text means; a terminal gives each a colour. */
export type Tone = 'good' | 'bad' | 'waiting' | 'private' | 'strong' | 'title' | 'faint';

/** Colours a text, or leaves it as it is. */
export type Paint = (tone: Tone | undefined, text: string) => string;

/** One line before it is fitted into a width. What it is continued in is indented by the length of the mark. */
export interface Line {
  /** In front of the text, such as `✓ `. */
  readonly mark?: string;
  readonly markTone?: Tone;
  /** The mark stands in front of the lines that continue it, too: a rail. */
  readonly isRail?: boolean;
  readonly text: string;
  readonly tone?: Tone;
}

/**
 * Breaks a text into lines of at most `width` characters: between words; a word that is longer than a line after a
 * sign at which a name or path may be broken, else anywhere. Nothing is lost but the spaces at a break.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let rest = text.trimEnd();
  while (rest.length > width) {
    const cut = breakIn(rest, width);
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}

const signs = ['/', ',', ':', '@', '.', '-', '='];

function breakIn(text: string, width: number): number {
  const space = text.lastIndexOf(' ', width);
  const [word = ''] = text.slice(space + 1).split(' ');
  const isAfterText = text.slice(0, Math.max(0, space)).trim() !== '';
  if (isAfterText && word.length <= width) return space;
  const sign = Math.max(...signs.map((one) => text.lastIndexOf(one, width - 1))) + 1;
  if (sign > Math.max(space + 1, width / 2)) return sign;
  return isAfterText ? space : width;
}

/** One line after fitting: painted, and how long it is without its colours. */
interface Fitted {
  readonly painted: string;
  readonly length: number;
}

function fitted(line: Line, width: number, paint: Paint): Fitted[] {
  const { mark = '', text, tone } = line;
  const painted = paint(line.markTone, mark);
  return wrap(text, width - mark.length).map((part, index) => ({
    painted: (index === 0 || line.isRail ? painted : ' '.repeat(mark.length)) + paint(tone, part),
    length: mark.length + part.length,
  }));
}

/** Lines below each other, each `indent` spaces in. */
export const block = (lines: readonly Line[], width: number, indent: number, paint: Paint): string[] =>
  lines.flatMap((line) =>
    fitted(line, width - indent, paint).map(({ painted }) => (' '.repeat(indent) + painted).trimEnd()),
  );

/** Cells beside each other, each in its width, with `gap` between them. */
export function columns(
  cells: readonly (readonly Line[])[],
  widths: readonly number[],
  gap: string,
  paint: Paint,
): string[] {
  const ready = cells.map((lines, column) =>
    lines.flatMap((line) => fitted(line, widths[column] ?? 0, paint)),
  );
  const height = Math.max(...ready.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => {
    const parts = ready.map((lines, column) => {
      const { painted, length } = lines[row] ?? { painted: '', length: 0 };
      return painted + ' '.repeat(Math.max(0, (widths[column] ?? 0) - length));
    });
    return parts.join(paint('faint', gap)).trimEnd();
  });
}

/** Short texts in a row, as many as fit into a line; none is torn apart where it fits into one. */
export function flow(items: readonly Line[], width: number, paint: Paint): string[] {
  const between = '   ';
  const lines: Fitted[] = [];
  for (const item of items) {
    const own = fitted(item, width, paint);
    const [only, more] = own;
    const last = lines.at(-1);
    if (only && !more && last && last.length + between.length + only.length <= width) {
      lines[lines.length - 1] = {
        painted: last.painted + between + only.painted,
        length: last.length + between.length + only.length,
      };
    } else lines.push(...own);
  }
  return lines.map(({ painted }) => painted);
}
