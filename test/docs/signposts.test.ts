/**
 * A comment may point to a page of this repository, and only to what is there. There is one form:
 *
 * - a path from the project's folder, and where it helps one or several names in quotes, each a heading of that page or
 *   the bold words that begin a paragraph or item of it: docs/facts/github.md, "Comments", "Roles";
 *   docs/architecture.md, "Rivals"; README.md, "Set up"; action.yml, "mode" for an input or output;
 * - a number stands behind them: docs/security.md, attack 20; likewise rule and step.
 *
 * Public sources are named in words: GitHub docs and the page's title in quotes, an RFC with its section, a thread as
 * owner/repo#number. Facts about GitHub, GitLab, Vault and the runner stand in docs/facts with such sources.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Comment, commentsOf } from './comments.ts';
import { anchorsOf, linksOf, pageText } from './pages.ts';
import { deadPointers, namesOf } from './signposts.ts';

const files = globSync('{src,sandbox,test,scripts,bench}/**/*.{ts,mjs,sh}');
const comments = files.flatMap((file) => commentsOf(file));
const pages = globSync('docs/facts/*.md');

describe('a comment', () => {
  it('is read, wherever it stands', () => {
    expect(new Set(comments.map(({ file }) => file.split('/')[0]))).toEqual(
      new Set(['src', 'sandbox', 'test', 'scripts', 'bench']),
    );
    const pointing = comments.filter(({ text }) => /\b(?:docs\/[\w/.-]+|README)\.md, "/.test(text));
    expect(pointing.length).toBeGreaterThan(30);
  });

  it('points to nothing that is not in this repository', () => {
    const told = ({ file, line, text }: Comment) =>
      deadPointers(text).map((fault) => `${file}:${line}: ${fault}`);
    expect(comments.flatMap(told)).toEqual([]);
  });
});

describe('a text that is printed', () => {
  const lines = globSync(
    '{src/cli,src/doctor,src/init,src/reasons,sandbox/cli,sandbox/control}/**/*.ts',
  ).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      // Imports and comments are read elsewhere.
      .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line))
      .map((line) => ({ file, line })),
  );

  it('points to nothing that is not in this repository', () => {
    const faults = lines.flatMap(({ file, line }) => [
      ...deadPointers(line)
        .filter((fault) => /^(?:no such page|not in)/.test(fault))
        .map((fault) => `${file}: ${fault}`),
      ...(/\bREADME, "/.test(line) ? [`${file}: names no page: README`] : []),
    ]);
    expect(faults).toEqual([]);
    expect(lines.filter(({ line }) => /\bdocs\/[\w/.-]+\.md, "/.test(line)).length).toBeGreaterThan(5);
  });
});

describe('the reader of comments', () => {
  const texts = (file: string, lines: readonly string[]) =>
    commentsOf(file, lines.join('\n')).map(({ line, text }) => `${line} ${text}`);

  it('takes blocks, lines and what stands behind code', () => {
    const source = [
      '/** One.',
      ' * two */',
      'const a = 1; // three',
      '  // four',
      '  // five',
      'f(/* six */ a, /** seven',
      '*/ b);',
      "const url = 'https://x.example/*';",
      "globSync('src/**/*.ts'); // eight /* nine",
    ];
    expect(texts('a.ts', source)).toEqual([
      '1 One. two',
      '3 three four five',
      '6 six',
      '6 seven',
      ['9 eight', '/* nine'].join(' '),
    ]);
  });

  it('takes a block that nothing closes', () => {
    // Put together here, or this file would have one.
    const begin = ['a(); /', '* one'].join('');
    expect(texts('a.ts', [begin, '  two'])).toEqual(['1 one two']);
  });

  it('takes those of the shell', () => {
    expect(texts('a.sh', ['#!/bin/sh', '# One', '# two', 'echo "$#" # three', 'echo ${a#b}'])).toEqual([
      '2 One two',
      '4 three',
    ]);
  });
});

describe('the reader of pointers', () => {
  it.each([
    'Nothing but words, and a public page (GitHub docs, "Variables reference"; RFC 9110, section 15).',
    'see docs/security.md',
    'The table (docs/security.md, "The table"), by its rules.',
    '(docs/facts/github.md, "Comments"; docs/security.md, attack 20)',
    '(docs/facts/github.md, "Comments", "Roles")',
    '(docs/architecture.md, "One door to the network")',
    '(docs/architecture.md, "Rules", rule 3)',
    '(action.yml, "mode"), (docs/inputs.md, "Outputs"), docs/audit.schema.json',
    'a file `.gitlab-ci.yml`, all of docs/*.md, https://docs.github.com/x/y.md, owner/repo#12',
  ])('follows %s', (text) => {
    expect(deadPointers(text)).toEqual([]);
  });

  it.each([
    ['(interface.md, "What counts")', 'no such page: interface.md'],
    ['(mission.md)', 'no such page: mission.md'],
    ['docs/fact/github.md', 'no such page: docs/fact/github.md'],
    ['docs/audit.json', 'no such page: docs/audit.json'],
    ['(docs/facts/github.md, "Membership", "Commments")', 'not in docs/facts/github.md: "Commments"'],
    ['(docs/security.md, attack 99)', 'not in docs/security.md: attack 99'],
    ['(docs/architecture.md, "Rules", rule 99)', 'not in docs/architecture.md: rule 99'],
    ['(docs/architecture.md, "Words", rule 3)', 'not in docs/architecture.md: rule 3'],
    ['(action.yml, "modes")', 'not in action.yml: "modes"'],
    ['(architecture, "Key values")', 'names no page: architecture, "'],
    ['(architecture, rules 3 and 4)', 'names no page: architecture, rules 3'],
    ['(reference github)', 'names no page: (reference'],
    ['as GitHub does it (masks, reference: the runner)', 'names no page: reference:'],
    ['what the reference says', 'names no page: the reference'],
    ['as in attack 18', 'names no page: attack 18'],
  ])('finds %s dead', (text, fault) => {
    expect(deadPointers(text)).toContain(fault);
  });
});

describe('the pages of facts', () => {
  const source = new RegExp(
    [
      'docs(?: for Enterprise Server)?, "', // a page by its title
      'changelog of \\d{4}-\\d\\d-\\d\\d',
      'RFC \\d+',
      '[\\w.-]+/[\\w.-]+[#!]\\d+', // a thread
      '\\b[\\w.-]+\\(\\d\\)', // a page of the manual
      "GitHub's OpenAPI description|GitLab's API description|GitLab's code, |public API",
      '(?:actions/runner|actions/toolkit|google/go-github), [\\w./-]+',
      '\\bseen\\b|\\binferred\\b',
    ].join('|'),
  );

  it.each(pages)('%s gives a source with each fact', (page) => {
    const facts = [...pageText(page).matchAll(/^- (?:.|\n {2})+/gm)].map(([fact]) =>
      fact.replace(/\s+/g, ' '),
    );
    // The parentheses that end it; those inside, as in bash(1), are part of it.
    const last = (fact: string) => /\((?:[^()]|\([^()]*\))*\)$/.exec(fact)?.[0] ?? '';
    expect(facts.length).toBeGreaterThan(5);
    expect(facts.filter((fact) => !source.test(last(fact)))).toEqual([]);
  });

  it.each(pages)('%s links to what is there', (page) => {
    const dangling = linksOf(page).filter(
      ({ to, anchor }) => !existsSync(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor)),
    );
    expect(dangling).toEqual([]);
  });

  it.each(pages)('%s has no heading twice, or a pointer to it would be ambiguous', (page) => {
    const headings = [...pageText(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
    expect(headings.length).toBe(new Set(headings).size);
    expect([...namesOf(page).keys()]).toEqual(expect.arrayContaining(headings));
  });
});
