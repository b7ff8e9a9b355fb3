/** Which names a variable of the child may have, and which variables of ours it does not get. Pure. */
import { reserved } from './reserved.ts';

/** Whether a text can be the name of an environment variable for every shell (POSIX.1-2024, XBD 8.1). */
export const isVariableName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);

/** The shape of a name that is shown although somebody else chose it, such as a key in Vault. */
export const shownName = (name: string): string =>
  /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(name) ? name : 'a key';

/** A `*` stands for any text; there is one at most. */
function fits(name: string, pattern: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return name === pattern;
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

/**
 * Whether no secret may become a variable of this name: whoever may write a secret must not gain more than that. Case makes
 * no difference: some programs read both.
 */
export function isReserved(name: string): boolean {
  const upper = name.toUpperCase();
  return reserved.some((pattern) => fits(upper, pattern));
}

/**
 * Variables by which one logs in to Vault, or asks for a token that does (Vault docs, "Vault commands", environment
 * variables; OpenBao docs, the same; GitHub docs, "OpenID Connect reference"; GitLab docs, "ID tokens" and "Predefined
 * variables": `CI_JOB_JWT` and its versions until GitLab 17). With `CI_JOB_TOKEN` a job reaches what GitLab has, not
 * Vault: it stays. A proof is an ID token too, in parts.
 */
const stripped = ['VAULT_*', 'BAO_*', 'ACTIONS_ID_TOKEN_REQUEST_*', 'CI_JOB_JWT*', 'DRAWBRIDGE_PROOF_*'];

/** What sudo leaves when it cleans (sudoers(5), "env_reset"), and what says how text is written and what time it is. */
const usual = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'TERM',
  'COLORTERM',
  'TMPDIR',
  'TZ',
  'LANG',
  'LANGUAGE',
  'LC_*',
];

/** What the child may have of our variables. */
export interface Inheritance {
  /** `clean`: only the usual ones and those of `pass`. */
  readonly clean: boolean;
  /** Names to let through in any case; `PREFIX_*` for all that begin so. */
  readonly pass: readonly string[];
  /** Variables that hold a token to log in with, under a name of the user's own. */
  readonly used: readonly string[];
}

/**
 * What the child gets of our environment: all but what leads to Vault, or with `clean` only the usual. This is hygiene and
 * no boundary: a process of the same user can read ours (docs/facts/vault.md, "Launcher").
 */
export function inherited(
  environment: Readonly<Record<string, string | undefined>>,
  { clean, pass, used }: Inheritance,
): Readonly<Record<string, string>> {
  const anyOf = (name: string, patterns: readonly string[]) =>
    patterns.some((pattern) => fits(name, pattern));
  const goes = (name: string): boolean => {
    if (anyOf(name, pass)) return true;
    if (used.includes(name) || anyOf(name, stripped)) return false;
    return !clean || anyOf(name, usual);
  };
  const kept = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && goes(entry[0]),
  );
  return Object.fromEntries(kept);
}
