import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workflowFiles } from '../../src/init/workflow.ts';
import { answersWith, everyWay } from '../init/build.ts';
import { findLinters, withFiles } from './linters.ts';
import { blocksIn, placeOf } from './pages.ts';
import { faultsOf, parseWorkflow } from './workflows.ts';

/**
 * Every workflow of the project and of its pages, by the linters that other people will hold against it. Our own rules
 * are always asked; actionlint and zizmor where they are, and where WORKFLOW_LINTERS is `required` they have to be.
 */
const found = await findLinters();
const linters = found.flatMap((one) => (one.found ? [one.linter] : []));

const files = globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml']).sort();
const blocks = blocksIn('yaml').filter(({ text }) => /^on:/m.test(text) && /^jobs:/m.test(text));
/** What `drawbridge init` writes. */
const written = everyWay.flatMap((way) =>
  workflowFiles(answersWith(way)).map(({ path, text }, at) => {
    const name = `${way.event} ${way['token-in']} ${at} ${path}`;
    return [name, text] as const;
  }),
);
/** Not workflows: zizmor knows them too. */
const besides = ['action.yml', '.github/dependabot.yml'];

it('says which linters are asked', () => {
  const missing = found.flatMap((one) => (one.found ? [] : [`${one.name} (${one.why})`]));
  const asked = ['our own rules', ...linters.map(({ name }) => name)];
  console.log(`linters of workflows: ${asked.join(', ')}; left out: ${missing.join(', ') || 'none'}`);
  if (process.env['WORKFLOW_LINTERS'] === 'required') expect(missing).toEqual([]);
  expect(linters.length + missing.length).toBe(2);
});

it('finds workflows at all', () => {
  expect(files.length).toBeGreaterThan(4);
  expect(new Set(blocks.map(({ file }) => file))).toEqual(new Set(['README.md', 'docs/recipes.md']));
});

it('finds no fault in any workflow', { timeout: 60_000 }, async () => {
  const texts = [
    ...files.map((file) => [file, readFileSync(file, 'utf8')] as const),
    ...blocks.map((block) => [placeOf(block), block.text] as const),
    ...written,
  ];
  for (const [place, text] of texts) expect(faultsOf(text), place).toEqual([]);
  await withFiles(
    [...blocks.map((block) => [placeOf(block), block.text] as const), ...written],
    async (here) => {
      for (const { name, faultsOf } of linters) {
        const all = [...files, ...here, ...(name === 'zizmor' ? besides : [])];
        expect(await faultsOf(all), name).toBe('');
      }
    },
  );
});

it('finds what is wrong', async () => {
  const [first = ''] = blocks.map(({ text }) => text);
  const faults = {
    actionlint: first.replace('synchronize', 'synchronise'),
    // The ignore comment is what stands between the event and the complaint.
    zizmor: first.replace(/ # zizmor: ignore.*$/m, ''),
  };
  expect(faultsOf(faults.actionlint)).toEqual(['pull_request_target: unknown type synchronise']);
  expect(parseWorkflow(faults.zizmor)).toEqual(parseWorkflow(first));
  for (const { name, faultsOf } of linters) {
    const told = await withFiles([['broken', faults[name]]], faultsOf);
    expect(told).toMatch({ actionlint: /synchronise/, zizmor: /dangerous-triggers/ }[name]);
  }
});
