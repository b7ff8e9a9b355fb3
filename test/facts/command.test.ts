import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';
const command = (command: object) => ({ kind: 'command', command });
const malformed = (name: string) => ({ kind: 'malformed', name });
const none = { kind: 'none' };

describe('a command', () => {
  it.each([
    [`/ok-to-test ${sha}`, command({ name: 'ok-to-test', commit: sha })],
    [`/duplicate ${sha}`, command({ name: 'duplicate', commit: sha })],
    ['/retest', command({ name: 'retest', all: false })],
    ['/retest all', command({ name: 'retest', all: true })],
    ['/cancel', command({ name: 'cancel' })],
    ['/test a', command({ name: 'test', tests: ['a'] })],
    ['/test a,b-2,c/d:e', command({ name: 'test', tests: ['a', 'b-2', 'c/d:e'] })],
    ['/cancel  ', command({ name: 'cancel' })],
    ['/retest\nThanks!', command({ name: 'retest', all: false })],
    ['/retest\r\nThanks!', command({ name: 'retest', all: false })],
    [`/ok-to-test ${sha}\n/cancel`, command({ name: 'ok-to-test', commit: sha })],
  ])('%j', (body, expected) => {
    expect(parseCommand(body)).toEqual(expected);
  });
});

describe('not in the form that it must have', () => {
  it.each([
    ['/ok-to-test', 'ok-to-test'],
    ['/ok-to-test ', 'ok-to-test'],
    [`/ok-to-test ${sha.slice(0, 39)}`, 'ok-to-test'],
    [`/ok-to-test ${sha.slice(0, 7)}`, 'ok-to-test'],
    [`/ok-to-test ${sha}0`, 'ok-to-test'],
    [`/ok-to-test ${sha.toUpperCase()}`, 'ok-to-test'],
    [`/ok-to-test  ${sha}`, 'ok-to-test'],
    [`/ok-to-test ${sha} please`, 'ok-to-test'],
    [`/ok-to-test ${sha} ${sha}`, 'ok-to-test'],
    [`/ok-to-test ${sha.replace('0', 'g')}`, 'ok-to-test'],
    ['/ok-to-test all', 'ok-to-test'],
    ['/duplicate', 'duplicate'],
    ['/duplicate main', 'duplicate'],
    ['/retest everything', 'retest'],
    ['/retest all now', 'retest'],
    ['/retest All', 'retest'],
    ['/cancel now', 'cancel'],
    ['/test', 'test'],
    ['/test a, b', 'test'],
    ['/test a,,b', 'test'],
    ['/test a,', 'test'],
    ['/test $CI_JOB_TOKEN', 'test'],
    ['/test a;b', 'test'],
    [`/ok-to-test ${sha}\rmore`, 'ok-to-test'],
  ])('%j', (body, name) => {
    expect(parseCommand(body)).toEqual(malformed(name));
  });
});

describe('ordinary talk', () => {
  it.each([
    '',
    'Looks good',
    ` /ok-to-test ${sha}`,
    `\t/retest`,
    `> /ok-to-test ${sha}`,
    `Please /ok-to-test ${sha}`,
    `Thanks\n/ok-to-test ${sha}`,
    `\n/ok-to-test ${sha}`,
    `/OK-TO-TEST ${sha}`,
    `ok-to-test ${sha}`,
    `/ok-to-test:${sha}`,
    `/ok-to-tests ${sha}`,
    `/ok-to-test\t${sha}`,
    '/retestall',
    '/cancelled',
    '//cancel',
    '/close',
  ])('%j', (body) => {
    expect(parseCommand(body)).toEqual(none);
  });

  it('whatever it says: only a first line that begins with a command is one', () => {
    const words = ['/ok-to-test', '/retest', '/test', '/cancel', '/duplicate'];
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.tuple(fc.constantFrom(...words), fc.string({ maxLength: 50 })).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (body) => {
        const [first = ''] = body.split('\n');
        const begins = words.some((word) => first === word || /^\s/.test(first.slice(word.length)));
        const parsed = parseCommand(body);
        if (parsed.kind !== 'none') expect(begins || first.trimEnd() !== first).toBe(true);
        if (parsed.kind === 'command' && 'commit' in parsed.command)
          expect(parsed.command.commit).toMatch(/^[0-9a-f]{40}$/);
      }),
    );
  });
});
