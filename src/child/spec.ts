/** What the options `--secrets`, `--file` and lists of names say. Pure. */
import { isVariableName } from './names.ts';

/**
 * What a value becomes: `text` as it is, `base64` decoded, `plain` as it is and shown in the output, because it is no
 * secret.
 */
export type Form = 'text' | 'base64' | 'plain';

/** One key of a secret, and the variable that it becomes. */
export interface AskedKey {
  readonly key: string;
  readonly name: string;
  readonly form: Form;
}

/** What one `--secrets` asks for: all keys of a path (`below`: and of what is below it), or some. */
export type Asked =
  | { readonly kind: 'whole'; readonly path: string; readonly below: boolean }
  | { readonly kind: 'keys'; readonly path: string; readonly keys: readonly AskedKey[] };

/** A variable that is handed over as a file. */
export interface AskedFile {
  readonly name: string;
  /** `base64`: decoded, wherever the value comes from. */
  readonly form: 'as-read' | 'base64';
  /** Relative: below a private folder. Absolute, or with `./` or `../` in front: exactly there. */
  readonly path: string;
}

/** A text that was read, or what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: string };

const right = <T>(value: T): Parsed<T> => ({ ok: true, value });
const wrong = (text: string): { ok: false; wrong: string } => ({ ok: false, wrong: text });

/** Reads `path`, `path/**` or `path#KEY[:base64|:plain][=NAME],…`. */
export function parseSecrets(text: string): Parsed<Asked> {
  const [path = '', ...rest] = text.split('#');
  const below = path.endsWith('/**');
  const plain = below ? path.slice(0, -3) : path;
  if (plain === '') return wrong('names no path');
  if (plain.includes('*')) return wrong('may have `**` only at its end, as in `team/**`');
  if (plain.split('/').some((segment) => segment === '' || segment === '.' || segment === '..'))
    return wrong('has a slash too many, or a `.` or `..`, in its path');
  if (rest.length === 0) return right({ kind: 'whole', path: plain, below });
  if (below) return wrong('cannot name keys after `/**`: which of the secrets they are of is not said');
  if (rest.length > 1) return wrong('has more than one `#`');
  const keys: AskedKey[] = [];
  for (const part of (rest[0] ?? '').split(',')) {
    const key = parseKey(part);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return right({ kind: 'keys', path: plain, keys });
}

function parseKey(text: string): Parsed<AskedKey> {
  const [asked = '', name, ...rest] = text.split('=');
  if (rest.length > 0) return wrong('has a key with more than one `=`');
  const formed = parseForm(asked);
  if (!formed.ok) return formed;
  const [key, form] = formed.value;
  if (key === '') return wrong('has an empty key: keys stand between commas');
  if (!isVariableName(name ?? key)) {
    return wrong(
      name === undefined
        ? 'has a key that cannot be the name of a variable: give it one, as in `#api-key=API_KEY`'
        : 'gives a name that cannot be one of a variable: letters, digits and `_`, no digit in front',
    );
  }
  return right({ key, name: name ?? key, form });
}

function parseForm(text: string): Parsed<readonly [string, Form]> {
  const [key = '', form = 'text', ...rest] = text.split(':');
  if (rest.length > 0) return wrong('has a key with more than one `:`');
  if (form === 'base64' || form === 'plain') return right([key, form]);
  return text.includes(':') ? wrong('has a form that is neither `base64` nor `plain`') : right([key, 'text']);
}

/** Reads `NAME[:base64][=path]`; without a path the file is named after the variable. */
export function parseFile(text: string): Parsed<AskedFile> {
  const at = text.indexOf('=');
  const [asked, given] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  const formed = parseForm(asked);
  if (!formed.ok) return formed;
  const [name, form] = formed.value;
  if (form === 'plain') return wrong('has the form `plain`, which belongs to `--secrets`');
  if (!isVariableName(name)) return wrong('names no variable: it is `NAME=path`');
  const path = given ?? name;
  if (path === '' || path.endsWith('/')) return wrong('has no name for the file after the `=`');
  if (path.includes('\0')) return wrong('has a path that no file can have');
  const inside = !/^(?:\/|\.{1,2}\/)/.test(path);
  if (inside && path.split('/').some((segment) => ['', '.', '..'].includes(segment)))
    return wrong(
      'has a path that leads out of the private folder: begin it with `./` or `/` if that is meant',
    );
  return right({ name, form: form === 'base64' ? 'base64' : 'as-read', path });
}

/** Reads names of variables between commas; `PREFIX_*` where `patterns` are allowed. */
export function parseNames(text: string, patterns: boolean): Parsed<readonly string[]> {
  const names = text.split(',').map((name) => name.trim());
  const isName = (name: string) => isVariableName(patterns ? name.replace(/\*$/, '') : name);
  return names.every(isName) ? right(names) : wrong('must be names of variables, with commas between');
}
