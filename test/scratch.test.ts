import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';

it('is a new folder from which programs run, wherever it lies', () => {
  const [one, other] = [scratchFolder(), scratchFolder()];
  expect(one).not.toBe(other);
  const program = join(one, 'program');
  writeFileSync(program, '#!/bin/sh\necho here\n', { mode: 0o755 });
  expect(execFileSync(program, { encoding: 'utf8' })).toBe('here\n');
  for (const folder of [one, other]) rmSync(folder, { recursive: true });
});

it('is an ordinary temporary folder where there is none in memory, or where it takes no files', () => {
  for (const memory of ['/nowhere', '/proc']) {
    const folder = scratchFolder(memory);
    expect(dirname(folder)).toBe(tmpdir());
    rmSync(folder, { recursive: true });
  }
});
