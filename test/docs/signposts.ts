/** Says where a comment points to something that is not in this repository. */
import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { pageText } from './pages.ts';

/** A page, the names behind it, and the number of an attack, rule or step. */
const pointers =
  /(?<![\w/.-])(docs\/[\w./-]+\.\w+|(?:[\w.-]+\/)*[\w.-]+\.md|action\.yml)((?:, "[^"]+")*)(?:, (attack|rule|step) (\d+))?/g;

/** What reads like a pointer and names no page: notes that are not part of the project, and bare numbers. */
const bare: readonly RegExp[] = [
  /\(reference\b/i,
  /\breference:/i,
  /\breference (?:github|gitlab|vault|runner|toolchain|page)\b/i,
  /\bthe reference\b/i,
  /\b(?:architecture|interface|mission|security|style|toolchain), (?:rules? \d+|")/i,
  /\b(?:attacks?|rules?) \d+/i,
];

/** Every fault of a comment's pointers, in words; none means that each leads somewhere. */
export function deadPointers(comment: string): readonly string[] {
  const faults = [...comment.matchAll(pointers)].flatMap(([, page = '', names = '', kind, number]) => {
    if (!existsSync(page)) return [`no such page: ${page}`];
    const wanted = [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
    return [...missingNames(page, wanted), ...missingNumber(page, wanted.at(-1), kind, number)];
  });
  // What is left when the whole pointers are taken away must not point anywhere.
  const prose = comment.replace(pointers, '');
  const loose = bare.flatMap((form) => form.exec(prose)?.[0] ?? []);
  return [...faults, ...loose.map((words) => `names no page: ${words}`)];
}

const missingNames = (page: string, wanted: readonly string[]): readonly string[] => {
  const known = namesOf(page);
  return wanted.filter((name) => !known.has(plain(name))).map((name) => `not in ${page}: "${name}"`);
};

function missingNumber(
  page: string,
  section: string | undefined,
  kind: string | undefined,
  number: string | undefined,
): readonly string[] {
  if (kind === undefined) return [];
  const text = section === undefined ? pageText(page) : (namesOf(page).get(plain(section)) ?? '');
  // An attack is a row of a table; a rule or a step may also be an item of a list.
  const row = new RegExp(
    kind === 'attack' ? `^\\| ${number} \\|` : `^(?:\\| ${number} \\||${number}\\. )`,
    'm',
  );
  return row.test(text) ? [] : [`not in ${page}: ${kind} ${number}`];
}

const plain = (name: string): string => name.replaceAll('`', '').replace(/[.:,]$/, '');

/**
 * What a pointer may name in a page, with the text below it: its headings, and the bold words with which a paragraph or
 * an item begins. In action.yml: inputs and outputs.
 */
export function namesOf(page: string): ReadonlyMap<string, string> {
  const text = pageText(page);
  if (page === 'action.yml') return new Map(described(parse(text)));
  if (!page.endsWith('.md')) return new Map();
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return new Map([...leads(prose), ...headings(prose)]);
}

type Named = readonly [name: string, text: string];
type Described = Readonly<Record<string, { readonly description: string }>>;

const described = ({ inputs, outputs }: Readonly<Record<'inputs' | 'outputs', Described>>): Named[] =>
  Object.entries({ ...inputs, ...outputs }).map(([name, { description }]) => [name, description]);

const leads = (prose: string): Named[] =>
  [...prose.matchAll(/^(?:\d+\. |- )?\*\*([^*]+)\*\*((?:.|\n(?!\n|\d+\. |- |\*\*))*)/gm)].map(
    ([, name = '', rest = '']) => [plain(name.replace(/\s+/g, ' ')), rest],
  );

/** Each heading, with all that stands under it up to the next one of its level or a higher one. */
const headings = (prose: string): Named[] =>
  [...prose.matchAll(/^(#+) (.+)$/gm)].map(({ index, 0: line, 1: marks = '', 2: name = '' }) => {
    const after = prose.slice(index + line.length);
    const next = after.search(new RegExp(`^#{1,${marks.length}} `, 'm'));
    return [plain(name), next < 0 ? after : after.slice(0, next)];
  });
