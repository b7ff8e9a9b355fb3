/** Reads the comments of a source file, for tests of what they say. */
import { readFileSync } from 'node:fs';

/** One comment, with its lines joined by blanks; line comments below each other are one. */
export interface Comment {
  readonly file: string;
  /** Of its first line, from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * All comments of a TypeScript, JavaScript or shell file, in order. It reads lines and no grammar, so a text that looks
 * like a comment counts as one: rather one too many than one unread.
 */
export function commentsOf(file: string, source = readFileSync(file, 'utf8')): readonly Comment[] {
  const read = file.endsWith('.sh') ? shellComments : scriptComments;
  return read(source.split('\n')).map(({ line, text }) => ({
    file,
    line,
    text: text.replace(/\s+/g, ' ').trim(),
  }));
}

interface Found {
  line: number;
  text: string;
}

function shellComments(lines: readonly string[]): Found[] {
  return joined(
    lines.map((line) => ({ own: /^\s*#(?!!)(.*)/.exec(line)?.[1], late: /\s# (.*)/.exec(line)?.[1] })),
  );
}

function scriptComments(lines: readonly string[]): Found[] {
  const blocks: Found[] = [];
  let open: Found | undefined;
  const rest = lines.map((line, index) => {
    let code = line;
    for (;;) {
      if (open) {
        const end = code.indexOf('*/');
        open.text += ` ${(end < 0 ? code : code.slice(0, end)).replace(/^\s*\*(?=\s|$)/, '')}`;
        if (end < 0) return '';
        blocks.push(open);
        open = undefined;
        code = code.slice(end + 2);
      }
      const start = /(?:^|[\s([{,;=])\/\*+/.exec(code);
      if (!start || /(?:^|\s)\/\/\s/.test(code.slice(0, start.index))) return code;
      open = { line: index + 1, text: '' };
      code = code.slice(start.index + start[0].length);
    }
  });
  if (open) blocks.push(open);
  const single = joined(
    rest.map((line) => ({
      own: /^\s*\/\/(.*)/.exec(line)?.[1],
      late: /\s\/\/(?:\s(.*))?$/.exec(line)?.[1],
    })),
  );
  return [...blocks, ...single].sort((a, b) => a.line - b.line);
}

/** Comments that have a line of their own are joined with the one right above; `late` ones stand behind code. */
function joined(lines: readonly { own: string | undefined; late: string | undefined }[]): Found[] {
  const found: (Found & { last: number })[] = [];
  for (const [index, { own, late }] of lines.entries()) {
    const above = found.at(-1);
    if (own !== undefined && above?.last === index)
      Object.assign(above, { text: `${above.text} ${own}`, last: index + 1 });
    else if (own !== undefined || late !== undefined)
      found.push({ line: index + 1, text: own ?? late ?? '', last: index + 1 });
  }
  return found;
}
