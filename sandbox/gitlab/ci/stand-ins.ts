/**
 * Values on which no choice of jobs can depend, and what stands for them while CI files are evaluated: two requests that
 * differ in a commit, a key or a proof, or two sandboxes that differ in their ports, need one evaluation.
 */
import { documentsIn, list, type Mapping, mapping, relevantVariables } from './configuration.ts';
import { ROOT } from './includes.ts';

/** Files and inputs as they are evaluated, and the way back from what was found. */
export interface StoodFor {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Puts the values themselves where something stands for them. */
  restore<T>(found: T): T;
}

/** Lets something stand for each such value. The patterns of inputs are gone then: they have been checked before. */
export function standIns(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, unknown>>,
): StoodFor {
  const unread = unreadInputs(files);
  const stands = new Map<string, string>();
  const named = Object.entries(inputs).map(([name, value], index): [string, unknown] => {
    // Nothing stands for a text that would be expanded.
    if (typeof value !== 'string' || value.includes('$') || !unread.has(name)) return [name, value];
    const stand = `stand-in-${index}-end`;
    stands.set(stand, value);
    return [name, stand];
  });
  const ports: string[] = [];
  const renumbered = (text: string) =>
    text.replace(LOOPBACK, (_all, port: string) => {
      if (!ports.includes(port)) ports.push(port);
      return `127.0.0.1:${ports.indexOf(port) + 1}`;
    });
  return {
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, withoutPatterns(path, renumbered(text))]),
    ),
    inputs: Object.fromEntries(named),
    restore: <T>(found: T): T => {
      const written = JSON.stringify(found)
        .replace(LOOPBACK, (all, index: string) => {
          const port = ports[Number(index) - 1];
          return port === undefined ? all : `127.0.0.1:${port}`;
        })
        .replace(/stand-in-\d+-end/g, (stand) => JSON.stringify(stands.get(stand) ?? stand).slice(1, -1));
      return JSON.parse(written) as T;
    },
  };
}

const LOOPBACK = /127\.0\.0\.1:(\d+)\b/g;
const INPUT = /\$\[\[\s*inputs\.([\w-]+)[^\]]*\]\]/g;
const WHOLE = /^\$\[\[\s*inputs\.([\w-]+)\s*\]\]$/;
const SCRIPTS = new Set(['script', 'before_script', 'after_script']);

/** The header as JSON, which is YAML, without `regex`; the rest as it is written. */
function withoutPatterns(path: string, text: string): string {
  if (!/\.ya?ml$/.test(path)) return text;
  const [, rest] = /^---$([\s\S]*)/m.exec(text) ?? [];
  const header = mapping(documentsIn(text)[0]);
  const inputs = mapping(mapping(header['spec'])['inputs']);
  if (rest === undefined || Object.keys(inputs).length === 0) return text;
  const free = Object.entries(inputs).map(([name, spec]) => {
    const { regex: _, ...others } = mapping(spec);
    return [name, others];
  });
  const spec = { ...mapping(header['spec']), inputs: Object.fromEntries(free) };
  return `${JSON.stringify({ ...header, spec })}\n---${rest}`;
}

/** The root's inputs that only reach scripts, and variables that nothing but scripts reads. */
function unreadInputs(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  const relevance = relevantVariables(files);
  const isReadVariable = (name: string) => relevance.kind === 'all' || relevance.names.has(name);
  const readIn = (path: string): Set<string> => {
    const [header, body] = splitHeader(documentsIn(files[path] ?? ''));
    const read = new Set<string>();
    const note = (text: string) => {
      for (const [, name] of text.matchAll(INPUT)) read.add(name ?? '');
    };
    const visit = (value: unknown): void => {
      if (typeof value === 'string') note(value);
      else if (Array.isArray(value)) value.forEach(visit);
      else for (const [key, inner] of Object.entries(mapping(value))) visitKey(key, inner);
    };
    const visitKey = (key: string, inner: unknown) => {
      note(key);
      if (SCRIPTS.has(key)) return;
      if (key === 'variables') visitVariables(mapping(inner));
      else if (key === 'include' && path === ROOT) list(inner).forEach(visitInclude);
      else visit(inner);
    };
    const visitVariables = (variables: Mapping) => {
      for (const [name, given] of Object.entries(variables)) {
        const value = mapping(given)['value'] ?? given;
        if (isReadVariable(name) || typeof value !== 'string' || !WHOLE.test(value)) visit(given);
      }
    };
    const visitInclude = (entry: unknown) => {
      const { inputs, ...others } = mapping(entry);
      visit(others);
      const readThere = readIn(String(mapping(entry)['local'] ?? '').replace(/^\//, ''));
      for (const [name, value] of Object.entries(mapping(inputs))) {
        if (typeof value !== 'string' || !WHOLE.test(value) || readThere.has(name)) visit(value);
      }
    };
    visit(body);
    visit(mapping(header)['include']);
    return read;
  };
  const [header] = splitHeader(documentsIn(files[ROOT] ?? ''));
  const all = Object.keys(mapping(mapping(mapping(header)['spec'])['inputs']));
  const read = readIn(ROOT);
  return new Set(all.filter((name) => !read.has(name)));
}

const splitHeader = (documents: unknown[]): [unknown, unknown] =>
  documents.length > 1 ? [documents[0], documents.at(-1)] : [undefined, documents[0]];
