/** A workflow command on a line of its own: `::warning file=a,title=b::text` (docs: Workflow commands). */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** Parses a line; undefined when it is no command. Escapes in properties and data are undone. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line);
  if (!match) return undefined;
  const [, name = '', properties = '', data = ''] = match;
  const pairs = properties
    .split(',')
    .map((pair) => /^\s*([^=]+)=(.*)$/s.exec(pair))
    .filter((pair) => pair !== null)
    .map(([, key = '', value = '']) => [key.trim(), unescapeProperty(value)] as const);
  return { name, properties: Object.fromEntries(pairs), data: unescapeData(data) };
}

// `%25` comes last, or `%250A` would become a line break.
const unescapeData = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string) =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** What a file such as GITHUB_OUTPUT says, or why the runner refuses it. */
export type KeyValues = { ok: true; values: Record<string, string> } | { ok: false; error: string };

/** Reads `name=value` lines and `name<<delimiter` blocks (docs: Workflow commands, Multiline strings). */
export function parseKeyValues(text: string): KeyValues {
  const lines = text.split(/\r?\n/);
  const values: Record<string, string> = {};
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const block = line.indexOf('<<');
    if (equals < 0 && block < 0) return { ok: false, error: `Invalid format '${line}'` };
    const isBlock = block >= 0 && (equals < 0 || block < equals);
    const name = line.slice(0, isBlock ? block : equals);
    if (name === '') return { ok: false, error: `Invalid format '${line}'. Name must not be empty` };
    if (!isBlock) {
      values[name] = line.slice(equals + 1);
      continue;
    }
    const delimiter = line.slice(block + 2);
    const end = lines.indexOf(delimiter, i + 1);
    if (delimiter === '' || end < 0) {
      return { ok: false, error: `Invalid value. Matching delimiter not found '${delimiter}'` };
    }
    values[name] = lines.slice(i + 1, end).join('\n');
    i = end;
  }
  return { ok: true, values };
}
