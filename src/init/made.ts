/** What is made of the answers: files, and steps to take. Pure. */

/** One file to write. */
export interface File {
  /** Below the folder, with slashes; it never leads out of it. */
  readonly path: string;
  readonly text: string;
  /** What it is for, as a remark beside its name. */
  readonly what: string;
}

/** Something that somebody has to do by hand. */
export interface Step {
  readonly title: string;
  /** What to know, or to press; a sentence or two each. */
  readonly notes: readonly string[];
  /** Lines to paste into a shell, in the folder. */
  readonly commands: readonly string[];
}

/** What is not for the public repository: git leaves this folder alone. */
export const besides = 'drawbridge-setup';

/** The GitHub environment with the secrets. */
export const environment = 'private-tests';

/** Where the workflow with the secrets is. */
export const workflowPath = '.github/workflows/private-tests.yml';

/** A value as text of a JSON file. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Words that YAML of one version or the other takes for something else than a text (YAML 1.1, "bool", "null"). */
const words = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * A text as a scalar of YAML: bare where nobody can take it for anything else, else between single quotes, which no answer can
 * hold.
 */
export const scalar = (text: string): string =>
  /^[A-Za-z][A-Za-z0-9_/-]*$/.test(text) && !words.test(text) ? text : `'${text}'`;
