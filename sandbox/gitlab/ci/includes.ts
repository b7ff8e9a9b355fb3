/** What a root file includes: local files, and those from elsewhere, which are fetched and checked before anybody reads them. */
import { createHash } from 'node:crypto';
import { type Document, parseAllDocuments } from 'yaml';
import { NotImitated } from '../../base/gaps.ts';
import { documentsIn, list, type Mapping, mapping } from './configuration.ts';
import { expandText } from './expand.ts';
import { readInputs } from './inputs.ts';

/** Where texts from elsewhere come from; undefined where there is none. */
export interface Sources {
  /** What somebody outside serves at this address. */
  remote(url: string): Promise<string | undefined>;
  /** A component of the same instance, by `host/group/project/name@version`. */
  component(address: string): string | undefined;
}

/** All CI files, those from elsewhere among them as local ones; or GitLab's sentence for what is wrong with one. */
export type Gathered =
  | { readonly ok: true; readonly files: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string };

/** The root file of a project. */
export const ROOT = '.gitlab-ci.yml';

/**
 * Fetches what the root file includes by `remote` or `component`, checks its `integrity`, and gives the files with each of them in the
 * place of a local one, named after its content: so that equal files are equal whoever serves them. Checks what each
 * included file is given as `inputs`. `values` are the root's own; `variables` those that an address may name.
 */
export async function gather(
  files: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, string>>,
  sources: Sources,
): Promise<Gathered> {
  const gathered: Record<string, string> = { ...files };
  const root = parseAllDocuments(files[ROOT] ?? '', { logLevel: 'silent' });
  const body = Array.isArray(root) ? root.at(-1) : undefined;
  const entries = list(mapping(documentsIn(files[ROOT] ?? '').at(-1))['include']).map(mapping);
  // Broken YAML: gitlab-ci-local will say so.
  if (Array.isArray(root) && root.some(({ errors }) => errors.length > 0)) return { ok: true, files };
  let isChanged = false;
  for (const [index, entry] of entries.entries()) {
    const found = await textOf(entry, files, values, variables, sources);
    if ('error' in found) return { ok: false, error: found.error };
    const inputs = readInputs(found.text, interpolated(mapping(entry['inputs']), values), Infinity);
    if (!inputs.ok) return { ok: false, error: `\`${found.location}\`: ${inputs.error}` };
    if (entry['remote'] === undefined && entry['component'] === undefined) continue;
    for (const inner of documentsIn(found.text).flatMap((one) => list(mapping(one)['include'])))
      throw new NotImitated(`an include of an included file from elsewhere: ${JSON.stringify(inner)}`);
    const path = `.from-elsewhere/${sha256(found.text, 'hex').slice(0, 16)}.yml`;
    gathered[path] = found.text;
    localize(body, entries.length === 1 && !isList(body) ? ['include'] : ['include', index], path);
    isChanged = true;
  }
  if (isChanged) gathered[ROOT] = [...root].map((one) => String(one).replace(/^---\n/, '')).join('---\n');
  return { ok: true, files: gathered };
}

const isList = (body: Document | undefined): boolean =>
  Array.isArray(mapping(body?.toJS({ maxAliasCount: -1 }))['include']);

function localize(body: Document | undefined, at: readonly (string | number)[], path: string): void {
  for (const key of ['remote', 'component', 'integrity']) body?.deleteIn([...at, key]);
  body?.setIn([...at, 'local'], `/${path}`);
}

async function textOf(
  entry: Mapping,
  files: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
  variables: Readonly<Record<string, string>>,
  sources: Sources,
): Promise<{ readonly text: string; readonly location: string } | { readonly error: string }> {
  const { local, remote, component, integrity } = entry;
  if (typeof component === 'string') {
    const location = expandText(text(component, values), variables);
    const found = sources.component(location);
    return found === undefined
      ? { error: `Component '${location}' - content not found` }
      : { text: found, location };
  }
  if (typeof remote !== 'string') {
    const location = String(local ?? '');
    // What is not there, gitlab-ci-local will say; patterns and rules are its own too.
    return { location, text: files[location.replace(/^\//, '')] ?? '' };
  }
  const location = text(remote, values);
  const found = await sources.remote(location);
  if (found === undefined)
    return { error: `Remote file \`${location}\` could not be fetched because of HTTP code \`404\` error!` };
  if (integrity !== undefined && integrity !== `sha256-${sha256(found, 'base64')}`)
    return { error: `Remote file \`${location}\` fails the integrity check` };
  return { text: found, location };
}

const sha256 = (content: string, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(content).digest(encoding);

const INPUT = /\$\[\[\s*inputs\.([\w-]+)\s*\]\]/g;

const text = (raw: string, values: Readonly<Record<string, unknown>>): string =>
  raw.replace(INPUT, (_all, name: string) => String(values[name] ?? ''));

const interpolated = (given: Mapping, values: Readonly<Record<string, unknown>>): Mapping =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? text(value, values) : value,
    ]),
  );
