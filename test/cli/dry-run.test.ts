import { expect, it } from 'vitest';
import type { Listed } from '../../src/child/environment.ts';
import { listing } from '../../src/cli/dry-run.ts';

const listed: readonly Listed[] = [
  { name: 'KUBE', origin: 'tests#KUBE', as: 'file', bytes: 2048, masked: true },
  { name: 'AWS_KEY', origin: 'tests/**#AWS_KEY', as: 'variable', bytes: 1, masked: false },
  { name: 'DO', origin: 'tests#DO', as: 'kept', bytes: 12, masked: true },
  { name: 'E', origin: 'tests#E', as: 'empty', bytes: 0, masked: false },
  { name: 'S', origin: 'tests#S', as: 'skipped', bytes: 0, masked: false },
];

it('tells names, sources and lengths', () => {
  expect(listing(listed, false)).toMatchInlineSnapshot(`
    "AWS_KEY  tests/**#AWS_KEY  variable, 1 byte
    DO       tests#DO          kept as the environment has it, 12 bytes, masked
    E        tests#E           empty, because it is not there, 0 bytes
    KUBE     tests#KUBE        file, 2048 bytes, masked
    S        tests#S           left out, because it is not there
    "
  `);
  expect(JSON.parse(listing(listed, true))).toEqual(listed.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  expect([listing([], false), listing([], true)]).toEqual(['', '[]\n']);
});
