/**
 * Patterns of files, with the meaning that GitHub gives to a workflow's own `paths` (docs/facts/github.md, "Patterns of
 * files"). No library of globs has it: theirs take `?` for any one character, `+` for itself, and `**` for folders only.
 */

/** What one step takes of a path: a character out of a set, anything, anything but a slash, or none at all. */
type Taken = ReadonlySet<string> | 'anything' | 'within a folder' | 'nothing';

interface Step {
  readonly takes: Taken;
  /** Whether it may take more than one. */
  readonly loops: boolean;
  /** How many steps further one may be without taking anything. */
  readonly jumps: readonly number[];
}

/** One pattern, ready to be held against paths. Only `parsePattern` makes one. */
export interface Pattern {
  /** It began with `!`: it leaves out what the ones before it have taken in. */
  readonly negated: boolean;
  readonly steps: readonly Step[];
}

/** A pattern, or what is wrong with the text. */
export type ParsedPattern =
  | { readonly fits: true; readonly pattern: Pattern }
  | { readonly fits: false; readonly wrong: string };

/** Reads one pattern. Texts that could never match, or of which the documentation says nothing, are refused. Pure. */
export function parsePattern(text: string): ParsedPattern {
  const negated = text.startsWith('!');
  const body = negated ? text.slice(1) : text;
  const wrong = faultOf(body);
  if (wrong !== undefined) return { fits: false, wrong };
  const steps = stepsOf(body);
  return typeof steps === 'string'
    ? { fits: false, wrong: steps }
    : { fits: true, pattern: { negated, steps } };
}

/** Whether a path is meant by patterns: the last one that matches decides. Pure. */
export const isMeant = (patterns: readonly Pattern[], path: string): boolean =>
  patterns.findLast(({ steps }) => isWhole(steps, path))?.negated === false;

function faultOf(body: string): string | undefined {
  if (body === '') return 'is empty (quote a pattern that begins with `*`, `[` or `!`)';
  if (/\p{Cc}/u.test(body)) return 'must be one line without control characters';
  if (/^\.?\//.test(body)) return 'must begin at the root of the repository, without `/` or `./`';
  return body.endsWith('/') ? 'names a folder: write `folder/**` for the files in it' : undefined;
}

/** Stars, or one thing to take with how often: a set, a character that is escaped, or any other. */
const token = /\*\*\/|\*\*|\*|(?:\[([^\]]*)\]|\\([[\]?*+\\!])|([^[*?+]))([?+]?)/uy;

function stepsOf(body: string): readonly Step[] | string {
  const steps: Step[] = [];
  for (let at = 0; at < body.length; ) {
    token.lastIndex = at;
    const [whole, set, escaped, plain, often = ''] = token.exec(body) ?? [];
    if (whole === undefined)
      return body[at] === '[' ? setShape : 'must have a character or `]` before each `?` and `+`';
    const one = escaped ?? plain;
    const chars = set === undefined ? one && new Set([one]) : charsOf(set);
    if (set !== undefined && chars === undefined) return setShape;
    // Whole folders or none: `**/a` is also `a` at the root. Inside a name it is any text and a slash.
    const folders = whole === '**/' && (at === 0 || body[at - 1] === '/');
    steps.push(
      ...(chars ? taking(chars, often) : folders ? anyFolders : starred[whole as keyof typeof starred]),
    );
    at += whole.length;
  }
  return steps;
}

const setShape = 'must close each `[` by `]`, with only letters, digits and ranges of one kind between them';

/** The characters of a set; undefined where GitHub's page does not say what it would mean. */
function charsOf(set: string): ReadonlySet<string> | undefined {
  if (!/^(?:[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d|[A-Za-z0-9])+$/.test(set)) return undefined;
  const chars = new Set<string>();
  for (const [part] of set.matchAll(/.-.|./g)) {
    const [first = '', last = first] = part.split('-');
    if (first > last) return undefined;
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1)
      chars.add(String.fromCharCode(code));
  }
  return chars;
}

const once = (takes: Taken): Step => ({ takes, loops: false, jumps: [] });
const anyOf = (takes: Taken): Step => ({ takes, loops: true, jumps: [1] });

function taking(chars: ReadonlySet<string>, often: string): readonly Step[] {
  if (often === '?') return [{ takes: chars, loops: false, jumps: [1] }];
  return often === '+' ? [once(chars), anyOf(chars)] : [once(chars)];
}

const slash = new Set(['/']);
const starred = {
  '*': [anyOf('within a folder')],
  '**': [anyOf('anything')],
  '**/': [anyOf('anything'), once(slash)],
} as const;

/** A door before them, so that nothing but whole folders can be left out. */
const anyFolders: readonly Step[] = [{ takes: 'nothing', loops: false, jumps: [1, 3] }, ...starred['**/']];

/**
 * Whether the steps take the whole path. All ways are followed at once, character by character: names of files are
 * chosen by outsiders, and a regular expression with several stars can be kept busy by a name.
 */
function isWhole(steps: readonly Step[], path: string): boolean {
  let reached = withJumps(steps, [0]);
  for (const char of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = steps[at];
      if (step === undefined || !takes(step.takes, char)) continue;
      next.add(step.loops ? at : at + 1);
    }
    reached = withJumps(steps, next);
  }
  return reached.has(steps.length);
}

/** What is reached without taking anything, too; a set may grow while it is walked through. */
function withJumps(steps: readonly Step[], from: Iterable<number>): ReadonlySet<number> {
  const reached = new Set(from);
  for (const at of reached) for (const jump of steps[at]?.jumps ?? []) reached.add(at + jump);
  return reached;
}

function takes(taken: Taken, char: string): boolean {
  if (typeof taken !== 'string') return taken.has(char);
  return taken === 'anything' || (taken === 'within a folder' && char !== '/');
}
