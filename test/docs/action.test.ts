import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reasons } from '../../src/reasons.ts';
import { statusLine } from '../../src/report/status.ts';
import { commitOf } from '../gate/build.ts';
import { bare, checkedTable } from './pages.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  inputs: Record<string, Described>;
  outputs: Record<string, Described>;
};

/** One row, on one line. A default that is empty or a blank is shown as a dash. */
function row(name: string, { description, default: preset }: Described, withDefault: boolean): string {
  const text = description.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const shown = !preset?.trim() ? '–' : `\`${preset}\``;
  return withDefault ? `| \`${name}\` | ${shown} | ${text} |` : `| \`${name}\` | ${text} |`;
}

const tables = {
  inputs: [
    '| input | default | meaning |',
    '|---|---|---|',
    ...Object.entries(action.inputs).map(([name, input]) => row(name, input, true)),
  ],
  outputs: [
    '| output | meaning |',
    '|---|---|',
    ...Object.entries(action.outputs).map(([name, output]) => row(name, output, false)),
  ],
};

/** The README with its tables made anew. */
function withTables(readme: string): string {
  return Object.entries(tables).reduce((text, [name, lines]) => {
    const begin = `<!-- generated from action.yml: ${name} -->\n`;
    const [before, after] = text.split(begin);
    const rest = after?.slice(after.indexOf('<!-- end -->'));
    if (!rest) throw new Error(`README.md has no place for the ${name}`);
    return `${before}${begin}${lines.join('\n')}\n${rest}`;
  }, readme);
}

const readme = readFileSync('README.md', 'utf8');
if (process.env['UPDATE_README']) writeFileSync('README.md', withTables(readme));

describe('the README', () => {
  it('has the tables of action.yml (UPDATE_README=1 writes them)', () => {
    expect(readFileSync('README.md', 'utf8')).toBe(withTables(readme));
  });

  it('lists every mode of action.yml', () => {
    const modes = [...(action.inputs['mode']?.description ?? '').matchAll(/`([a-z-]+)`:/g)].map(
      ([, mode]) => mode,
    );
    expect(modes.length).toBeGreaterThan(4);
    expect(checkedTable('README.md', 'modes').map(([mode]) => bare(mode))).toEqual(modes);
  });

  it('quotes statuses as they are written', () => {
    const commit = commitOf(`0123456789ab${'0'.repeat(28)}`);
    const lines = (Object.keys(reasons) as (keyof typeof reasons)[]).map((reason) =>
      statusLine({ decision: 'denied', reason, commit }),
    );
    const written = lines.map((line) => line && `${line.state}: ${line.description}`);
    const quoted = checkedTable('README.md', 'statuses').map(([, state, text]) => `${state}: ${text}`);
    expect(quoted.filter((line) => !written.includes(line))).toEqual([]);
  });
});
