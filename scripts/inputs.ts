/** Writes the tables of docs/inputs.md from action.yml, so that the page never says anything else than the action. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Described {
  readonly description: string;
  readonly default?: string;
}

/** Inputs and outputs by name, as action.yml describes them. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

/** Reads action.yml. */
export const readActionFile = (path: string): ActionFile => parse(readFileSync(path, 'utf8')) as ActionFile;

/** Where a table of inputs stands, with the names that belong there. */
const themes = /<!-- inputs: ([a-z -]+) -->\n(?:\|.*\n)*<!-- end -->/g;

/** The inputs that the page has a place for, in its order. */
export const placedInputs = (page: string): readonly string[] =>
  [...page.matchAll(themes)].flatMap(([, names = '']) => names.split(' '));

/** The page with its tables made anew. Throws for a name that action.yml does not know, and where a table has no place. */
export function inputsPage(page: string, { inputs, outputs }: ActionFile): string {
  const withInputs = page.replace(themes, (_, names: string) => {
    const rows = names.split(' ').map((name) => {
      const input = inputs[name];
      if (!input) throw new Error(`docs/inputs.md has a place for \`${name}\`, which is no input`);
      return row(name, [shownDefault(input), textOf(input)]);
    });
    return [`<!-- inputs: ${names} -->`, '| input | default | meaning |', '|---|---|---|', ...rows, end].join(
      '\n',
    );
  });
  const place = /<!-- outputs -->\n(?:\|.*\n)*<!-- end -->/;
  if (!place.test(page)) throw new Error('docs/inputs.md has no place for the outputs');
  const rows = Object.entries(outputs).map(([name, output]) => row(name, [textOf(output)]));
  return withInputs.replace(place, () =>
    ['<!-- outputs -->', '| output | meaning |', '|---|---|', ...rows, end].join('\n'),
  );
}

const end = '<!-- end -->';

const row = (name: string, cells: readonly string[]): string =>
  `| ${[`\`${name}\``, ...cells].join(' | ')} |`;

/** On one line. */
const textOf = ({ description }: Described): string =>
  description.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** A default that is empty or a blank is shown as a dash. */
const shownDefault = ({ default: preset }: Described): string => (preset?.trim() ? `\`${preset}\`` : '–');

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const path = join(root, 'docs', 'inputs.md');
  writeFileSync(path, inputsPage(readFileSync(path, 'utf8'), readActionFile(join(root, 'action.yml'))));
}
