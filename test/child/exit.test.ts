import { expect, it } from 'vitest';
import { exitCodeOf, notStarted, signalCode } from '../../src/child/exit.ts';

const numbers = { SIGTERM: 15, SIGKILL: 9 };

it.each([
  [{ code: 0, signal: null }, 0],
  [{ code: 77, signal: null }, 77],
  [{ code: 255, signal: null }, 255],
  [{ code: null, signal: 'SIGTERM' }, 143],
  [{ code: null, signal: 'SIGKILL' }, 137],
  [{ code: null, signal: 'SIGODD' }, 128],
  [{ code: null, signal: null }, 1],
])('%j ends us with %i', (end, expected) => {
  expect(exitCodeOf(end, numbers)).toBe(expected);
});

it.each([
  ['ENOENT', 127, 'not found'],
  ['EACCES', 126, 'executable'],
  ['EPERM', 126, 'executable'],
  ['E2BIG', 126, '`--file`'],
  ['', 126, 'could not be started'],
])('%s: %i', (code, exit, word) => {
  expect(notStarted(code, 'cargo')).toEqual({ exit, said: expect.stringContaining(word) });
});

it.each([
  ['./target/it-1.2_x+y', '`./target/it-1.2_x+y` was not found'],
  [
    'cargo test',
    "the command was not found: no shell splits it, so write its words apart, or `-- sh -c '…'`",
  ],
  ['caf\u00e9', 'the command was not found'],
  ['$TOKEN', 'the command was not found'],
])('%s, which is not there: %s', (command, said) => {
  expect(notStarted('ENOENT', command).said).toBe(said);
});

it('of a signal that came before the child', () => {
  expect(signalCode('SIGTERM', numbers)).toBe(143);
});
