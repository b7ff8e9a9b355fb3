import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inputsPage, placedInputs, readActionFile } from '../../scripts/inputs.ts';
import { reasons } from '../../src/reasons.ts';
import { heldLine, statusLine } from '../../src/report/status.ts';
import { commitOf } from '../gate/build.ts';
import { bare, checkedTable } from './pages.ts';

const action = readActionFile('action.yml');
const page = readFileSync('docs/inputs.md', 'utf8');

describe('docs/inputs.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(page).toBe(inputsPage(page, action));
  });

  it('has a place for each input, and one only', () => {
    expect(placedInputs(page).toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  });

  it('lists every mode of action.yml', () => {
    const modes = [...(action.inputs['mode']?.description ?? '').matchAll(/`([a-z-]+)`:/g)].map(
      ([, mode]) => mode,
    );
    expect(modes.length).toBeGreaterThan(4);
    expect(checkedTable('docs/inputs.md', 'modes').map(([mode]) => bare(mode))).toEqual(modes);
  });
});

describe('the pages for contributors', () => {
  const commit = commitOf(`0123456789ab${'0'.repeat(28)}`);
  const lines = [
    ...(Object.keys(reasons) as (keyof typeof reasons)[]).map((reason) =>
      statusLine({ decision: 'denied', reason, commit }),
    ),
    heldLine(['test-dns'], 'all'),
  ];

  it('quote statuses as they are written', () => {
    const written = lines.map((line) => line && `${line.state}: ${line.description}`);
    const quoted = checkedTable('docs/comments.md', 'statuses').map(([, state, text]) => `${state}: ${text}`);
    expect(quoted.filter((line) => !written.includes(line))).toEqual([]);
  });

  it('quote some of them in the README', () => {
    const [, section = ''] = readFileSync('README.md', 'utf8').split('## What a contributor sees\n');
    const [, ...quoted] = [...(section.split('[Every line')[0] ?? '').matchAll(/`([^`]+)`/g)].map(
      ([, text]) => text,
    );
    const written = lines.map((line) => line?.description);
    expect(quoted.length).toBeGreaterThan(2);
    expect(quoted.filter((text) => !written.includes(text ?? ''))).toEqual([]);
  });

  it('have a README of under 150 lines', () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThan(150);
  });
});
