import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare, blocksOf, pageText } from './pages.ts';
import { recipe, recipes } from './recipes.ts';
import { parseWorkflow, type Workflow } from './workflows.ts';

/** The files to paste in examples/workflows: the same text as on the pages, and fit for each other. */
const read = (file: string): string => readFileSync(`examples/workflows/${file}`, 'utf8');

const shownAs: Readonly<Record<string, string>> = {
  'pull-request-target.yml': recipe('One file'),
  'workflow-run-event.yml': recipe('First file: the event'),
  'workflow-run.yml': recipe('Second file: the tests'),
  'policy.json': blocksOf('docs/recipes.md').find(({ language }) => language === 'json')?.text ?? '',
};

it('has one file in the README and on the page', () => {
  expect(recipe('README')).toBe(recipe('One file'));
});

it('has a text on a page for each file', () => {
  const files = globSync('examples/workflows/*').map((file) => basename(file));
  expect(files.sort()).toEqual(Object.keys(shownAs).sort());
});

it.each(Object.entries(shownAs))('%s is what the page shows', (file, text) => {
  expect(read(file)).toBe(text);
});

describe('the two files of the way without a policy', () => {
  const first = parseWorkflow(read('workflow-run-event.yml'));
  const second = parseWorkflow(read('workflow-run.yml'));

  it('know each other by name', () => {
    expect(second.on['workflow_run']?.workflows).toEqual([first.name]);
    expect(second.name).not.toBe(first.name);
  });

  it('hear of all that the files for pull_request_target hear of', () => {
    const types = (workflow: Workflow, event: string) => workflow.on[event]?.types ?? [];
    const heard = ['One file', 'Cancel'].flatMap((heading) =>
      types(parseWorkflow(recipe(heading)), 'pull_request_target'),
    );
    expect([...types(first, 'pull_request')].sort()).toEqual([...new Set(heard)].sort());
  });

  it('have one check that nobody should require, and the page says so', () => {
    expect(Object.keys(first.jobs)).toEqual(['noticed']);
    expect(pageText('docs/recipes.md')).toContain('The check `noticed` of the first file is green whatever');
  });
});

describe('the policy', () => {
  interface Policy {
    readonly conditions: { readonly workflow_path: { readonly include: readonly string[] } };
    readonly rules: readonly { readonly parameters: { readonly allowed_events: readonly string[] } }[];
  }
  const policy = JSON.parse(read('policy.json')) as Policy;
  const allowed = policy.rules.flatMap(({ parameters }) => parameters.allowed_events);
  const included = policy.conditions.workflow_path.include;
  /** The workflows that need it, with where each page says to save them. */
  const needing = [...recipes].flatMap(([heading, text]) => {
    const events = Object.keys(parseWorkflow(text).on);
    const path = heading === 'README' ? '.github/workflows/private-tests.yml' : /^# (\S+)$/m.exec(text)?.[1];
    return events.includes('pull_request_target') ? [{ heading, path, events }] : [];
  });

  it('targets the files that use the event, and no other', () => {
    expect(new Set(needing.map(({ path }) => path))).toEqual(new Set(included));
    // A pattern would let in files that nobody has looked at.
    expect(included.filter((path) => !/^\.github\/workflows\/[\w-]+\.yml$/.test(path))).toEqual([]);
  });

  it('allows every event of theirs', () => {
    const missing = needing.flatMap(({ heading, events }) =>
      events.filter((event) => !allowed.includes(event)).map((event) => `${heading}: ${event}`),
    );
    expect(missing).toEqual([]);
  });

  it('is told of in docs/setup.md with the same path and event', () => {
    const [, step = ''] = /^0\. ([\s\S]*?)^1\. /m.exec(pageText('docs/setup.md')) ?? [];
    const named = (step.match(/`[^`]+`/g) ?? []).map(bare);
    expect(named).toEqual(expect.arrayContaining(['.github/workflows/private-tests.yml', ...allowed]));
    expect(included).toContain('.github/workflows/private-tests.yml');
  });
});
