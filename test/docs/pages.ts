import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every page that is written by hand, as paths below the project. */
export const pages: readonly string[] = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/engine-tests/README.md',
  ...globSync('docs/{*,facts/*}.md'),
];

/** The text of a page. */
export const pageText = (file: string): string => readFileSync(file, 'utf8');

/** A fenced block of a page. */
export interface Block {
  readonly file: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The heading that it stands under. */
  readonly heading: string;
}

/** All fenced blocks of a page, in order. Throws when a fence is never closed. */
export function blocksOf(file: string): readonly Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { line: number; language: string; lines: string[] } | undefined;
  for (const [index, line] of pageText(file).split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(line);
    if (fence && open) {
      blocks.push({
        file,
        line: open.line,
        language: open.language,
        text: `${open.lines.join('\n')}\n`,
        heading,
      });
      open = undefined;
    } else if (fence) {
      open = { line: index + 1, language: fence[1] ?? '', lines: [] };
    } else if (open) {
      open.lines.push(line);
    } else {
      heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading;
    }
  }
  if (open) throw new Error(`${file}:${open.line}: the block is never closed`);
  return blocks;
}

/** The blocks of all pages in one language. */
export const blocksIn = (language: string): readonly Block[] =>
  pages.flatMap((file) => blocksOf(file).filter((block) => block.language === language));

/** Where a block is, for messages. */
export const placeOf = ({ file, line }: Block): string => `${file}:${line}`;

/** The page without its fenced blocks: what is prose there and not an example. */
const prose = (file: string): string => pageText(file).replace(/^```[\s\S]*?^```$/gm, '');

/** The cells of the table that follows `<!-- checked: name -->`, without its head. Throws when there is none. */
export function checkedTable(file: string, name: string): readonly (readonly string[])[] {
  const after = pageText(file).split(`<!-- checked: ${name} -->\n`)[1];
  const lines = after?.split('\n') ?? [];
  const end = lines.findIndex((line) => !line.startsWith('|'));
  const rows = lines.slice(2, end).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  if (rows.length === 0) throw new Error(`${file} has no table "${name}"`);
  return rows;
}

/** A cell without the backticks around it. */
export const bare = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '');

/** GitHub's anchor of a heading: lower case, spaces to dashes, everything else than letters, digits, - and _ dropped. */
export const anchorOf = (heading: string): string =>
  heading
    .replace(/[`*]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** The anchors of a page: of its headings, and those that are written out. */
export const anchorsOf = (file: string): readonly string[] => [
  ...[...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)),
  ...[...prose(file).matchAll(/^<a id="([a-z-]+)"><\/a>$/gm)].map(([, id = '']) => id),
];

/** A link of a page to something in this repository. */
export interface Link {
  readonly from: string;
  /** A path below the project. */
  readonly to: string;
  readonly anchor: string | undefined;
}

/** All links of a page that stay in this repository. */
export const linksOf = (file: string): readonly Link[] =>
  [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^https?:/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    return [{ from: file, to: path === '' ? file : normalize(join(dirname(file), path)), anchor }];
  });
