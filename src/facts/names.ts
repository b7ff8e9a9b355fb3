/** When two names are one to GitHub: those of labels, logins, organisations, teams and repositories. */

/**
 * The same text for all spellings of a name: case makes no difference to GitHub, which has a label `test-all` or one
 * `Test-All`, and never both (docs/facts/github.md, "Names"). Letter by letter, so that it can be asked as well whether
 * one name begins with another. No other letter becomes one of ASCII (the sign for kelvin is no `k`): what only looks
 * like the name of an organisation, a team or a login must not pass for it. Pure.
 */
export const nameKey = (name: string): string => Array.from(name, inOneCase).join('');

/** Whether two spellings are one name. Pure. */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

/** The same of repositories, `owner/name`. One that is gone (null) is the same as none. Pure. */
export const sameRepository = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && sameName(one, other);

/** Whether a name begins with another. Pure. */
export const beginsWith = (name: string, start: string): boolean => nameKey(name).startsWith(nameKey(start));

/** The first spelling of each name, in the order given. Pure. */
export function eachOnce(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = nameKey(name);
    return !seen.has(key) && seen.add(key);
  });
}

/** By the upper case first: two small letters may have one capital, as the two forms of sigma do. */
function inOneCase(letter: string): string {
  if (isAscii(letter)) return letter.toLowerCase();
  const forms = [letter.toUpperCase().toLowerCase(), letter.toLowerCase()];
  return forms.find((form) => ![...form].some(isAscii)) ?? letter;
}

const isAscii = (letter: string): boolean => letter <= '\x7f';
