/** The pages that `--help` prints: they follow the table of verbs. */
import type { Field } from '../control/verbs.ts';
import { type Command, commands, common, tableOf } from './words.ts';

const before = 'npm run sandbox --';

/** The page of a command, or of all. */
export function helpPage(about: Command | undefined): string {
  return `${(about === undefined ? overview() : pageOf(about)).join('\n')}\n`;
}

function overview(): string[] {
  const rows = commands.map((name) => `  ${name.padEnd(10)} ${tableOf(name as Command).what}`);
  return [
    'Usage: npm run sandbox                       starts the sandbox and keeps it up',
    '       npm run sandbox -- <command> [words]  in another terminal: causes an event and shows what comes of it',
    '',
    ...rows,
    '',
    '`--help` after a command tells its words and options. All of it, and the HTTP API: docs/sandbox.md',
  ];
}

function pageOf(command: Command): string[] {
  const { what, example, fields } = tableOf(command);
  const words = Object.entries(fields).filter(([, { word }]) => word);
  const shown = words.map(
    ([name, field]) => (field.required ? `<${name}>` : `[${name}]`) + (field.kind === 'files' ? '…' : ''),
  );
  const usage = [before, ...(command === 'start' ? [] : [command]), ...shown, '[options]'].join(' ');
  return [
    `Usage: ${usage}`,
    what,
    '',
    ...words.map(([name, { help }]) => row(name, help)),
    ...Object.entries({ ...fields, ...common })
      .filter(([, { word }]) => !word)
      .map(([name, field]) => row(`--${name}${valueIn(field)}`, field.help)),
    '',
    `Example: ${before} ${example}`,
  ];
}

const row = (name: string, help: string): string => `  ${name.padEnd(24)} ${help}`;

const values: Readonly<Record<Field['kind'], string>> = {
  number: ' number',
  text: ' text',
  flag: '',
  list: ' text …',
  pairs: ' NAME=value …',
  files: ' file …',
};

const valueIn = ({ kind }: Field): string => values[kind];
