/** Which value is meant for which variable: what was asked, beside what was read. Pure. */
import type { KeyValues } from '../secrets/secrets.ts';
import { isVariableName, shownName } from './names.ts';
import type { Asked, Form } from './spec.ts';

/** A variable, and the value that was found for it. */
export interface Source {
  readonly name: string;
  /** For people: `functional-tests#DO_TOKEN`, or the option that it comes from. */
  readonly origin: string;
  readonly form: Form;
  /** Undefined: it is not there. */
  readonly value: string | undefined;
}

/** What was found. */
export interface Sources {
  readonly found: readonly Source[];
  /** For people, by path: keys of a whole path that cannot be names of variables, and were left out. */
  readonly nameless: readonly { readonly path: string; readonly keys: number }[];
}

/** Vault's own mount of secrets: a path of one segment is below it (src/secrets/secrets.ts). */
const usualMount = 'secret';

/**
 * The sources of what was asked. A key that is asked for by name does not come a second time with the whole of its path,
 * so that `--secrets tests --secrets tests#REGION:plain` says more of one key. A secret that was asked for twice counts
 * once.
 * @param read by path, as `fetchSecrets` gives it
 */
export function sourcesOf(asked: readonly Asked[], read: ReadonlyMap<string, KeyValues>): Sources {
  const named: Source[] = [];
  const byName = new Set<string>();
  for (const one of asked) {
    if (one.kind === 'whole') continue;
    for (const { key, name, form } of one.keys) {
      byName.add(idOf(one.path, key));
      named.push({ name, origin: `${one.path}#${key}`, form, value: read.get(one.path)?.get(key) });
    }
  }
  const seen = new Set<string>();
  const whole: Source[] = [];
  const nameless = new Map<string, number>();
  for (const one of asked) {
    if (one.kind === 'keys') continue;
    for (const [path, values] of read) {
      if (!covers(one, path)) continue;
      for (const [key, value] of values) {
        const id = idOf(path, key);
        if (byName.has(id) || seen.has(id)) continue;
        seen.add(id);
        const shown = one.below ? `${one.path}/**` : one.path;
        if (isVariableName(key))
          whole.push({ name: key, origin: `${shown}#${shownName(key)}`, form: 'text', value });
        else nameless.set(shown, (nameless.get(shown) ?? 0) + 1);
      }
    }
  }
  return {
    found: [...named, ...whole],
    nameless: [...nameless].map(([path, keys]) => ({ path, keys })),
  };
}

/** Keeps two secrets apart, with the mount written or not. */
const idOf = (path: string, key: string): string => JSON.stringify([withMount(path), key]);

const withMount = (path: string): string => (path.includes('/') ? path : `${usualMount}/${path}`);

function covers(asked: { readonly path: string; readonly below: boolean }, path: string): boolean {
  const [wanted, given] = [withMount(asked.path), withMount(path)];
  return given === wanted || (asked.below && given.startsWith(`${wanted}/`));
}

/**
 * The paths, as they were asked for, at which nothing is: neither a secret there nor, of `path/**`, one below. A path that
 * is mistyped must not start a command without its secrets.
 */
export const absentPaths = (
  asked: readonly Asked[],
  read: ReadonlyMap<string, KeyValues>,
): readonly string[] => {
  const isThere = (one: Asked): boolean =>
    [...read.keys()].some((path) =>
      covers({ path: one.path, below: one.kind === 'whole' && one.below }, path),
    );
  const absent = asked.filter((one) => !isThere(one));
  return [...new Set(absent.map((one) => (one.kind === 'whole' && one.below ? `${one.path}/**` : one.path)))];
};

/** The sources, where some names are said to hold no secret. */
export const withPlain = (found: readonly Source[], names: readonly string[]): readonly Source[] =>
  found.map((one) => (one.form === 'text' && names.includes(one.name) ? { ...one, form: 'plain' } : one));

/**
 * What has to be read of what was asked. Where keys were named, and our environment has a variable for each of them that
 * is kept, Vault has nothing to add: what is not needed is not read.
 */
export const neededOf = (asked: readonly Asked[], isKept: (name: string) => boolean): readonly Asked[] =>
  asked.filter((one) => one.kind === 'whole' || !one.keys.every(({ name }) => isKept(name)));
