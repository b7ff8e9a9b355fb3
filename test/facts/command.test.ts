import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const command = (command: object) => ({ kind: 'command', command });
const malformed = (name: string, ...meant: string[]) => ({
  kind: 'malformed',
  name,
  ...(meant.length > 0 && { meant }),
});
const ok = command({ name: 'ok-to-test', commit: sha });
const none = { kind: 'none' };

describe('a command', () => {
  it.each([
    [`/ok-to-test ${sha}`, ok],
    [`/duplicate ${sha}`, command({ name: 'duplicate', commit: sha })],
    ['/retest', command({ name: 'retest', all: false })],
    ['/retest all', command({ name: 'retest', all: true })],
    ['/cancel', command({ name: 'cancel' })],
    ['/test a', command({ name: 'test', tests: ['a'] })],
    ['/test a,b-2,c/d:e', command({ name: 'test', tests: ['a', 'b-2', 'c/d:e'] })],
    ['/cancel  ', command({ name: 'cancel' })],
    ['/retest\nThanks!', command({ name: 'retest', all: false })],
    ['/retest\r\nThanks!', command({ name: 'retest', all: false })],
    [`/ok-to-test ${sha}\n/cancel`, ok],
    ['/test ?', command({ name: 'list-tests' })],
  ])('%j', (body, expected) => {
    expect(parseCommand(body)).toEqual(expected);
  });
});

describe('a command as people type it', () => {
  it.each([
    ['blanks in front', ` \t/ok-to-test ${sha}`],
    ['empty lines in front', `\r\n \n/ok-to-test ${sha}`],
    ['blanks behind', `/ok-to-test ${sha} \t`],
    ['several blanks', `/ok-to-test  \t ${sha}`],
    ['a blank of a web page', `/ok-to-test\u00a0${sha}`],
    ['back-ticks around', `\`/ok-to-test ${sha}\``],
    ['three of them', `\`\`\`/ok-to-test ${sha}\`\`\``],
    ['blanks within and around them', ` \` /ok-to-test ${sha} \` `],
    ['a fence above', `\`\`\`\n/ok-to-test ${sha}\n\`\`\``],
    ['a fence above, and never closed', `\`\`\`\`\r\n/ok-to-test ${sha}`],
    ['digits in capitals', `/ok-to-test ${sha.toUpperCase()}`],
    ['all of it', `\n \`\`/ok-to-test   ${sha.toUpperCase()}\`\`  \nThanks!`],
  ])('%s', (_, body) => {
    expect(parseCommand(body)).toEqual(ok);
  });

  it.each([
    ['`/retest`', command({ name: 'retest', all: false })],
    ['/retest   all', command({ name: 'retest', all: true })],
    [`/duplicate ${sha.toUpperCase()}`, command({ name: 'duplicate', commit: sha })],
    ['  /test   a,b', command({ name: 'test', tests: ['a', 'b'] })],
    ['`/test  ?`', command({ name: 'list-tests' })],
  ])('%j', (body, expected) => {
    expect(parseCommand(body)).toEqual(expected);
  });
});

describe('not in the form that it must have', () => {
  it.each([
    ['/ok-to-test', malformed('ok-to-test')],
    ['/ok-to-test ', malformed('ok-to-test')],
    [`/ok-to-test ${sha.slice(0, 39)}`, malformed('ok-to-test', sha.slice(0, 39))],
    [`/ok-to-test ${sha.slice(0, 7)}`, malformed('ok-to-test', sha.slice(0, 7))],
    [`/ok-to-test ${sha}0`, malformed('ok-to-test')],
    [`/ok-to-test ${sha} please`, malformed('ok-to-test', sha)],
    [`/ok-to-test ${sha} ${sha}`, malformed('ok-to-test', sha, sha)],
    [`/ok-to-test ${sha.replace('0', 'g')}`, malformed('ok-to-test')],
    [`/ok-to-test\u200b ${sha}`, none],
    [`/ok-to-test ${sha}\u200b`, malformed('ok-to-test')],
    [`/ok-to-test <${sha}>`, malformed('ok-to-test')],
    ['/ok-to-test all', malformed('ok-to-test')],
    ['/duplicate', malformed('duplicate')],
    ['/duplicate main', malformed('duplicate')],
    ['/retest everything', malformed('retest')],
    ['/retest all now', malformed('retest', 'all')],
    ['/retest All', malformed('retest', 'All')],
    ['/cancel now', malformed('cancel')],
    ['/test', malformed('test')],
    ['/test a, b', malformed('test', 'a', 'b')],
    ['/test a,,b', malformed('test', 'a', 'b')],
    ['/test a,', malformed('test', 'a')],
    ['/test $CI_JOB_TOKEN', malformed('test')],
    ['/test a;b', malformed('test')],
    ['/test a @everybody [x](https://example.org)', malformed('test', 'a', '@everybody')],
    [`/ok-to-test ${sha}\rmore`, malformed('ok-to-test')],
    [`/test ${'a,'.repeat(50)}`, malformed('test', ...Array(20).fill('a'))],
  ])('%j', (body, expected) => {
    expect(parseCommand(body)).toEqual(expected);
  });

  it.each([
    [`/ok to test ${sha}`, malformed('ok-to-test', sha)],
    [`/OK-TO-TEST ${sha}`, malformed('ok-to-test', sha)],
    [`/Ok_To Test  ${sha.slice(0, 12)}`, malformed('ok-to-test', sha.slice(0, 12))],
    ['/ok\u00a0to test', malformed('ok-to-test')],
    ['/oktotest', malformed('ok-to-test')],
    [`/ok-to-test: ${sha}`, malformed('ok-to-test', sha)],
    ['`/ok to test`', malformed('ok-to-test')],
    ['/Retest all', malformed('retest', 'all')],
    ['/TEST a,b', malformed('test', 'a', 'b')],
    ['/test?', malformed('test')],
    ['/Cancel.', malformed('cancel')],
    [`/DUPLICATE ${sha}`, malformed('duplicate', sha)],
  ])('%j is a slip, and not talk', (body, expected) => {
    expect(parseCommand(body)).toEqual(expected);
  });
});

describe('ordinary talk', () => {
  it.each([
    '',
    'Looks good',
    `> /ok-to-test ${sha}`,
    `Please /ok-to-test ${sha}`,
    `Thanks\n/ok-to-test ${sha}`,
    `ok-to-test ${sha}`,
    `/ok-to-test:${sha}`,
    `/ok-to-tests ${sha}`,
    `/ok to testing ${sha}`,
    '/ok',
    '/retestall',
    '/retest-required',
    '/re-test',
    '/cancelled',
    '/test-infra',
    '/test/gate/decide.test.ts needs a row',
    '//cancel',
    '/close',
    '/lgtm cancel',
    '`/retest` runs the failed jobs again',
    `\`/ok-to-test ${sha}\` is what you have to write`,
    `\`\`/ok-to-test ${sha}\``,
    `'/ok-to-test ${sha}'`,
    `"/retest"`,
    `**/retest**`,
    `~~~\n/retest\n~~~`,
    `\`\`\`sh\n/retest\n\`\`\``,
    `- /retest`,
  ])('%j', (body) => {
    expect(parseCommand(body)).toEqual(none);
  });

  it.each([' ', '\u00a0\t', '`', ' `', '/ok -_', '/test '])(
    'is read at once, however long anybody makes it: %j',
    (part) => {
      const begun = performance.now();
      for (const [before, after] of [
        ['', ''],
        ['x', 'y'],
        ['/test x', 'y'],
      ])
        parseCommand(`${before}${part.repeat(65_536 / part.length)}${after}`);
      // Squares of 65,536 took ten seconds; on a machine that is busy this takes some milliseconds.
      expect(performance.now() - begun).toBeLessThan(2_000);
    },
  );

  it('whatever it says: a command begins the first line, and what is kept of it is of its form', () => {
    const words = ['/ok-to-test', '/ok to test', '/retest', '/test', '/TEST', '/cancel', '/duplicate'];
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.tuple(fc.constantFrom(...words), fc.string({ maxLength: 50 })).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (body) => {
        const first = body.split('\n').find((line) => /[^ \t\r\u00a0`]/.test(line)) ?? '';
        const parsed = parseCommand(body);
        if (parsed.kind !== 'none')
          expect(first).toMatch(/^[ \t\u00a0`]*\/(?:ok|retest|test|cancel|duplicate)/i);
        if (parsed.kind === 'command' && 'commit' in parsed.command)
          expect(parsed.command.commit).toMatch(/^[0-9a-f]{40}$/);
        if (parsed.kind === 'malformed')
          for (const word of parsed.meant ?? []) expect(word).toMatch(/^[A-Za-z0-9._/:@#+=-]+$/);
      }),
    );
  });
});
