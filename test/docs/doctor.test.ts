import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { doctorPage } from '../../scripts/doctor.ts';

it('the page of the doctor is what its table of checks says', () => {
  expect(readFileSync('docs/doctor.md', 'utf8')).toBe(doctorPage());
});
