import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeant, parsePattern } from '../../src/request/patterns.ts';
import { patternOf } from './build.ts';

const meant = (texts: readonly string[], path: string): boolean => isMeant(texts.map(patternOf), path);

/**
 * GitHub docs, "Workflow syntax for GitHub Actions", "Filter pattern cheat sheet", "Patterns to match file paths": each row
 * with the page's own examples; the last column is what the row's words leave out.
 */
const sheet: readonly (readonly [readonly string[], readonly string[], readonly string[]])[] = [
  [['*'], ['README.md', 'server.rb'], ['docs/README.md']],
  [['*.jsx?'], ['page.js', 'page.jsx'], ['page.jsxx', 'page.jsy', 'src/page.js']],
  [['**'], ['all/the/files.md'], []],
  [['*.js'], ['app.js', 'index.js'], ['js/index.js']],
  [['**.js'], ['index.js', 'js/index.js', 'src/js/app.js'], ['index.ts']],
  [['docs/*'], ['docs/README.md', 'docs/file.txt'], ['docs/mona/octocat.txt', 'a/docs/file.txt']],
  [['docs/**'], ['docs/README.md', 'docs/mona/octocat.txt'], ['docs', 'src/docs/a.md']],
  [
    ['docs/**/*.md'],
    ['docs/README.md', 'docs/mona/hello-world.md', 'docs/a/markdown/file.md'],
    ['docs/README.txt', 'README.md'],
  ],
  [
    ['**/docs/**'],
    ['docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'],
    ['mydocs/hello.md', 'docs'],
  ],
  [['**/README.md'], ['README.md', 'js/README.md'], ['OLDREADME.md', 'js/README.md.txt']],
  [['**/*src/**'], ['a/src/app.js', 'my-src/code/js/app.js'], ['srcs/app.js', 'a/src']],
  [['**/*-post.md'], ['my-post.md', 'path/their-post.md'], ['post.md']],
  [
    ['**/migrate-*.sql'],
    ['migrate-10909.sql', 'db/migrate-v1.0.sql', 'db/sept/migrate-v1.sql'],
    ['db/migrate.sql', 'db/migrate-1/x.sql'],
  ],
  [['*.md', '!README.md'], ['hello.md'], ['README.md', 'docs/hello.md']],
  [['*.md', '!README.md', 'README*'], ['hello.md', 'README.md', 'README.doc'], []],
  // The list above the tables, and the table of branches and tags, whose signs are the same.
  [['Octo*'], ['Octocat', 'Octo'], ['Octo/cat']],
  [['[CB]at'], ['Cat', 'Bat'], ['cat', 'CBat', 'at']],
  [['[1-2]00'], ['100', '200'], ['300', '00']],
  [['[0-9a-z]'], ['7', 'q'], ['Q', '-']],
  [['v[12].[0-9]+.[0-9]+'], ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1..1', 'v1.0', 'v1x0.1']],
  [['v2*'], ['v2', 'v2.0', 'v2.9'], ['v1']],
  [['feature/**'], ['feature/beta-a/my-branch', 'feature/mona/the/octocat'], ['feature']],
  [['a!b'], ['a!b'], ['ab']],
];

describe("GitHub's cheat sheet", () => {
  it.each(sheet)('%j', (texts, those, others) => {
    for (const path of those) expect(meant(texts, path), path).toBe(true);
    for (const path of others) expect(meant(texts, path), path).toBe(false);
  });
});

describe('what the page does not show', () => {
  it.each<[string, string, boolean]>([
    ['a.c', 'abc', false],
    ['(a|b)$', '(a|b)$', true],
    ['a{b,c}', 'a{b,c}', true],
    ['a{b,c}', 'ab', false],
    // A file whose name begins with a dot is like any other.
    ['*', '.gitignore', true],
    ['**/x', '.a/x', true],
    // Two stars inside a name are any text, no folders that may be missing.
    ['a**/b', 'a/b', true],
    ['a**/b', 'ax/y/b', true],
    ['a**/b', 'ab', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'ab', false],
    ['**/**/a', 'a', true],
    ['a***b', 'a/x/b', true],
    // Escaped, as the page says of names with special characters.
    ['what\\?', 'what?', true],
    ['what\\?', 'wha', false],
    ['\\!a', '!a', true],
    ['\\[a\\]', '[a]', true],
    ['c\\+\\+/*', 'c++/x', true],
    ['a\\\\b', 'a\\b', true],
    ['a\\b', 'a\\b', true],
    // One character is one code point, and one thing is one thing whatever stands before it.
    ['🌉?x', 'x', true],
    ['🌉+', '🌉🌉', true],
    ['grün/*', 'grün/ß', true],
    ['a+', 'aaa', true],
    ['a+', '', false],
    ['[ab]?c', 'c', true],
    ['[ab]+', 'abba', true],
    ['A', 'a', false],
    // Files have no line ends in their patterns, but may have them in their names.
    ['*', 'a\nb', true],
  ])('%s, %s: %s', (text, path, expected) => expect(meant([text], path)).toBe(expected));

  it.each<[string, readonly string[], string, boolean]>([
    ['a pattern with `!` takes nothing in', ['!a', '*'], 'a', true],
    ['the last word counts', ['*', '!a', 'a', '!a'], 'a', false],
    ['none', [], 'a', false],
  ])('%s', (_, texts, path, expected) => expect(meant(texts, path)).toBe(expected));
});

describe('what is no pattern', () => {
  it.each<[string, RegExp]>([
    ['', /is empty/],
    ['!', /is empty/],
    ['/docs/**', /root of the repository/],
    ['./docs/**', /root of the repository/],
    ['docs/', /write `folder\/\*\*`/],
    ['a\nb', /one line/],
    ['?a', /before each `\?` and `\+`/],
    ['+', /before each/],
    ['a*?', /before each/],
    ['a**+', /before each/],
    ['a?+', /before each/],
    ['a/?b+?', /before each/],
    ['[', /close each `\[`/],
    ['[a', /close each/],
    ['[]', /close each/],
    ['[!a]', /close each/],
    ['[^a]', /close each/],
    ['[a-]', /close each/],
    ['[z-a]', /close each/],
    ['[a-Z]', /close each/],
    ['[0-Z]', /close each/],
    ['[A-z]', /close each/],
    ['[a.b]', /close each/],
    ['[ä]', /close each/],
  ])('%j', (text, wrong) => {
    expect(parsePattern(text)).toEqual({ fits: false, wrong: expect.stringMatching(wrong) });
    if (!text.startsWith('!')) expect(parsePattern(`!${text}`)).toMatchObject({ fits: false });
  });
});

describe('any pattern', () => {
  const part = fc.constantFrom('a', 'b', '/', '*', '**', '**/', 'a?', 'b+', '[ab]', '[a-b]+', '.', '\\*');
  const text = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '.'), maxLength: 10 });

  it('means what the regular expression of it means', () => {
    fc.assert(
      fc.property(text, path, (given, against) => {
        const parsed = parsePattern(given);
        fc.pre(parsed.fits);
        if (parsed.fits) expect(isMeant([parsed.pattern], against)).toBe(asRegExp(given).test(against));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a time that grows with the path alone, whatever the name of a file is made for', () => {
    const evil = `${'a/'.repeat(2000)}b`;
    const start = process.cpuUsage();
    expect(meant([`${'**/a*'.repeat(12)}c`], evil)).toBe(false);
    // A backtracking matcher is not done in the age of the world. Processor time: a busy machine is no failure.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

/** The same by another way, where time does not matter. */
const asRegExp = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replaceAll('.', '[.]')
      .replaceAll('\\*', '\u0001')
      .replace(/(^|\/)(\*\*\/)+/g, '$1\u0002')
      .replaceAll('**', '\u0003')
      .replaceAll('*', '[^/]*')
      .replaceAll('\u0003', '[^]*')
      .replaceAll('\u0002', '(?:[^]*/)?')
      .replaceAll('\u0001', '\\*')}$`,
  );
