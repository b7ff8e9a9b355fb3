import { expect, it } from 'vitest';
import { ends, heard, passesOn } from '../../src/child/signals.ts';

it('passes on what its terminal has not sent already', () => {
  const rows = heard.map(
    (signal) => `${signal} ${passesOn(signal, false)} ${passesOn(signal, true)} ${ends(signal)}`,
  );
  expect(rows).toEqual([
    'SIGINT true false true',
    'SIGTERM true true true',
    'SIGHUP true true true',
    'SIGQUIT true false true',
    'SIGUSR1 true true false',
    'SIGUSR2 true true false',
  ]);
});
