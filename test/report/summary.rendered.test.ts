/** Summary and comment as GitHub renders them, whatever labels, logins, branches and ids of tests somebody has chosen. */
import fc from 'fast-check';
import { Marked } from 'marked';
import { expect, it } from 'vitest';
import { groundsOf } from '../../src/modes/record.ts';
import { commentOf, markerOf } from '../../src/report/comment.ts';
import type { Place } from '../../src/report/place.ts';
import type { Result } from '../../src/report/result.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { evidence, fact, user, witness } from '../gate/build.ts';
import { anyResult } from './build.ts';

const place: Place = {
  repositoryUrl: 'https://github.com/acme/engine',
  runUrl: 'https://github.com/acme/engine/actions/runs/9',
  organization: 'acme',
  teams: ['platform'],
  projectUrl: 'https://gitlab.example/acme/tests',
};
const marker = markerOf('drawbridge', place.runUrl);

/** What breaks out of a cell, of code, of a line or of a comment, and what would then be seen, fetched or called. */
const pieces = [
  ...['`', '``', '```', '~~~', '|', '\\', '\n', '\r', '\t', ' ', '\n\n', '-->', '<!--', '&lt;', '**', '#'],
  ...['</details>', '</sub>', '<img src=//evil.example>', '<a href=//evil.example>', '![x](//evil.example)'],
  ...['[x](//evil.example)', 'https://evil.example', 'www.evil.example', '@evil', '@acme/evil', 'evil#1'],
  ...['/ok-to-test evil', '\u202e', '\u200b', '\u2028', '::error::', '##[error]', 'test-a'],
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(''));
const several = fc.array(hostile, { maxLength: 4 });

/** Any result, in which every name that somebody else may have chosen is hostile. */
const hostileResult: fc.Arbitrary<Result> = fc
  .record({ result: anyResult, name: hostile, names: several, logins: several })
  .map(({ result, name, names, logins }) => ({
    ...result,
    ...{ tests: names, missingTests: names, warnedTests: names, unknownLabels: names, knownLabels: names },
    ...{ testResults: Object.fromEntries(names.map((one) => [one, 'failed'] as const)), passedOver: name },
    ref: { name, shown: name, twin: true },
    grounds: groundsOf(
      evidence({
        author: witness(user(name, 5)),
        pushers: fact(logins.map((login) => witness(user(login, 6)))),
      }),
      undefined,
    ),
  }));

/** Where its links lead, what it has of HTML, how many pictures, and its words outside of code. */
function seen(text: string) {
  const marked = new Marked({ gfm: true });
  const links = new Set<string>();
  const tags = new Set<string>();
  const words: string[] = [];
  let images = 0;
  void marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === 'link') links.add(token['href']);
    if (token.type === 'html') tags.add(token.raw.trim());
    if (token.type === 'image') images += 1;
    if (token.type === 'text' && !('tokens' in token && token.tokens)) words.push(token.raw);
  });
  return { links: [...links], tags: [...tags], images, words: words.join(' ') };
}

const ours =
  /^https:\/\/(?:github\.com\/(?:acme\/engine|drawbridge-ci\/drawbridge)|gitlab\.example\/acme\/tests)\/[\w./#-]+$/;

it.each<[string, (result: Result) => string, RegExp]>([
  [
    'a summary',
    (result) => summaryOf(result, result.unknownLabels, place),
    /^(?:<details>\n<summary>How it was decided<\/summary>|<\/details>)$/,
  ],
  [
    'a comment',
    (result) => commentOf(result, place, marker),
    /^(?:<!-- drawbridge [0-9a-f]{12} 9 -->|<\/?sub>)$/,
  ],
])(
  '%s leads nowhere but to our own pages, shows no picture, calls nobody, and stays in its frame',
  (_, make, tag) => {
    fc.assert(
      fc.property(hostileResult, (result) => {
        const { links, tags, images, words } = seen(make(result));
        expect(links.filter((link) => !ours.test(link))).toEqual([]);
        expect(tags.filter((one) => !tag.test(one))).toEqual([]);
        expect(images).toBe(0);
        expect(words).not.toMatch(/evil|(?<![\w/])@\w/);
      }),
    );
  },
);
