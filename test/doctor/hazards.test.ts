/** What the doctor says of workflow files alone, in the forms in which people write them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hazards } from '../../src/doctor/hazards.ts';
import { environmentFound, secretsFound } from '../../src/doctor/job.ts';
import { readWorkflow, usesIn, type Workflow } from '../../src/doctor/workflow.ts';
import { known } from '../../src/facts/fact.ts';

const sha = 'a'.repeat(40);
const types = '[opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled, closed]';
const step = `{ uses: drawbridge-ci/drawbridge@${sha}, with: { gitlab-project: a/b, gitlab-token: '\${{ secrets.T }}' } }`;
/** A file that is right, with something in place of its parts. */
const file = (
  given: { on?: string; top?: string; job?: string; steps?: string; step?: string; jobs?: string } = {},
): string => `
on: ${given.on ?? `{ pull_request_target: { types: ${types} }, issue_comment: { types: [created] } }`}
${given.top ?? ''}
jobs:
  ours: { runs-on: x, ${given.job ?? 'environment: e'}, steps: [${given.steps ?? ''} ${given.step ?? step}] }
  ${given.jobs ?? ''}
`;
const read = (...texts: string[]): readonly Workflow[] =>
  texts.flatMap((text, n) => readWorkflow({ path: `.github/workflows/f${n}.yml`, text }) ?? []);
const look = (check: 'events' | 'conditions' | 'checkout' | 'concurrency' | 'pinned', ...texts: string[]) => {
  const all = read(...texts);
  return (hazards[check]?.(usesIn(all), all) ?? []).map(({ mark, said }) => `${mark}: ${said}`).join('\n');
};
const checkout = (ref: string, uses = 'actions/checkout@v6') => `{ uses: ${uses}, with: { ref: "${ref}" } },`;

describe('a file that is right', () => {
  it.each(['events', 'conditions', 'checkout', 'concurrency', 'pinned'] as const)('%s', (check) => {
    expect(look(check, file())).toMatch(/^well/);
  });

  it.each([
    "github.event_name != 'issue_comment' || github.event.issue.pull_request",
    "github.repository == 'acme/engine'",
    '!cancelled()',
  ])('if: %s', (condition) => {
    expect(look('conditions', file({ job: `environment: e, if: "${condition}"` }))).toMatch(/^well/);
  });

  it('each recipe, beside the file for pull requests', () => {
    const text = readFileSync('docs/recipes.md', 'utf8');
    const recipes = [...text.matchAll(/```yaml\n(# \.github\/workflows\/[\s\S]*?)```/g)].map(
      ([, one = '']) => one,
    );
    expect(recipes.length).toBeGreaterThan(10);
    const event = readFileSync('examples/workflows/workflow-run-event.yml', 'utf8');
    const said = recipes.flatMap((recipe) =>
      (['events', 'conditions', 'checkout', 'concurrency'] as const).map((check) =>
        look(check, file(), event, recipe),
      ),
    );
    expect(said.filter((one) => !/^well/.test(one))).toEqual([]);
  });
});

describe('what holds an event back', () => {
  it.each<[string, string, RegExp]>([
    ['only other events', 'push', /^warning: no workflow listens/],
    ['only by hand', '[workflow_dispatch]', /^wrong: no workflow listens/],
    ['a list of events', '[pull_request_target, issue_comment]', /^wrong.*`labeled`/],
    ['no types', '{ pull_request_target: , issue_comment: }', /^wrong.*`labeled`/],
    [
      'some branches',
      `{ pull_request_target: { types: ${types}, branches: [v1] } }`,
      /^warning.*some branches/,
    ],
    [
      'comments that are changed',
      `{ pull_request_target: { types: ${types} }, issue_comment: { types: [edited] } }`,
      /^wrong.*new comments/,
    ],
    [
      'branches of the head',
      '{ workflow_run: { workflows: [e], types: [requested, completed], branches: [main] } }',
      /wrong.*anybody chooses/,
    ],
  ])('%s', (_what, on, said) => {
    expect(
      look('events', file({ on }), `name: e\non: { pull_request: { types: ${types} } }\njobs: {}`),
    ).toMatch(said);
  });

  it('of a workflow that is called, those of its callers', () => {
    const called = file({ on: 'workflow_call' });
    const caller = (events: string) => `on: ${events}\njobs: { it: { uses: ./.github/workflows/f0.yml } }`;
    expect(look('events', called, caller(`{ pull_request_target: { types: ${types} } }`))).toMatch(/^well/);
    expect(look('events', called, caller('pull_request_target'))).toMatch(
      /^wrong.*f1\.yml is not told of `labeled`/,
    );
    expect(look('events', called)).toMatch(/^wrong: no workflow listens/);
  });
});

describe('a condition that leaves somebody out', () => {
  it.each<[string, RegExp]>([
    ["GitHub.Actor != 'x'", /^wrong.*by who/],
    ["github['event']['sender'].login != 'x'", /^wrong.*by who/],
    ['github.event.pull_request.head.repo.full_name == github.repository', /^wrong.*by who/],
    ["contains(github.event.pull_request.labels.*.name, 'x')", /^wrong.*by labels/],
    ["github.event.action == 'labeled'", /^wrong.*pushes/],
    ["github.event_name == 'pull_request'", /^wrong.*pull requests/],
    ["github.event_name != 'pull_request_target'", /^wrong.*pull requests/],
    ["github.event.pull_request.base.ref == 'main'", /^warning.*not followed/],
    ["startsWith(github.head_ref, 'x')", /^warning.*not followed/],
    ["vars.ON == 'true'", /^warning.*not followed/],
    ['needs.a.outputs.b', /^warning.*not followed/],
    ['0', /^wrong.*never runs/],
  ])('%s', (condition, said) => {
    const at = `if: "${condition}"`;
    expect(look('conditions', file({ job: `environment: e, ${at}` }))).toMatch(said);
    expect(look('conditions', file({ step: step.replace('{', `{ ${at},`) }))).toMatch(said);
    const called = file({ on: 'workflow_call' });
    const caller = `on: { pull_request_target: }\njobs: { it: { ${at}, uses: ./.github/workflows/f0.yml } }`;
    expect(look('conditions', called, caller)).toMatch(said);
  });

  it('another job that fails', () => {
    expect(look('conditions', file({ job: 'environment: e, needs: a' }))).toMatch(/^warning.*`needs`/);
  });
});

describe('what checks out a pull request', () => {
  it.each<[string, string, string]>([
    ['a number', 'wrong', checkout('refs/pull/${{ github.event.number }}/merge')],
    ['brackets', 'wrong', checkout("${{ github.event['pull_request'].head.sha }}")],
    ['letters', 'wrong', checkout('${{ GitHub.Head_Ref }}')],
    [
      'a list of pull requests',
      'wrong',
      checkout('${{ github.event.workflow_run.pull_requests[0].head.sha }}'),
    ],
    ['another action', 'wrong', checkout('${{ github.event.pull_request.head.sha }}', 'acme/checkout@v1')],
    [
      'a clone of the fork',
      'wrong',
      '{ uses: a/git-clone@v1, with: { repository: "${{ github.event.pull_request.head.repo.full_name }}" } },',
    ],
    [
      'a variable',
      'wrong',
      '{ uses: actions/checkout@v6, with: { ref: "${{ env.SHA }}" }, env: { SHA: "${{ github.event.pull_request.head.sha }}" } },',
    ],
    [
      'a command',
      'wrong',
      '{ run: git checkout "$SHA", env: { SHA: "${{ github.event.pull_request.head.sha }}" } },',
    ],
    [
      'a command in another folder',
      'wrong',
      '{ run: "git -C x fetch origin ${{ github.event.pull_request.head.ref }}" },',
    ],
    [
      'an archive',
      'wrong',
      '{ run: "gh api repos/a/b/tarball/${{ github.event.pull_request.head.sha }} > x" },',
    ],
    ['a variable of the runner', 'wrong', '{ run: git switch $GITHUB_HEAD_REF },'],
    ['gh', 'wrong', '{ run: gh pr checkout 7 },'],
    ['an output', 'warning', checkout('${{ steps.x.outputs.sha }}')],
    ['an input', 'warning', checkout('${{ inputs.ref }}')],
    ['the base', 'warning: .* beside the action', checkout('${{ github.event.pull_request.base.sha }}')],
    ['a branch', 'well', '{ run: git fetch origin refs/heads/main },'],
    ['nothing', 'well', '{ run: echo ${{ github.event.pull_request.head.sha }} },'],
  ])('%s', (_what, mark, steps) => {
    expect(look('checkout', file({ steps }))).toMatch(new RegExp(`^${mark}`));
  });

  it('in a workflow that is called', () => {
    const caller = 'on: { pull_request_target: }\njobs: { it: { uses: ./.github/workflows/f2.yml } }';
    const called = `on: workflow_call\njobs: { it: { steps: [${checkout('${{ github.head_ref }}')}] } }`;
    expect(look('checkout', file(), caller, called)).toMatch(/^wrong.*f2\.yml/);
    expect(look('checkout', file(), caller.replace('_target', ''), called)).toMatch(/^well/);
  });
});

it.each([
  ['cancel-in-progress: "${{ true }}"', /^wrong/],
  ['cancel-in-progress: false', /^warning.*drops it/],
  ['group: x', /^warning.*drops it/],
])('concurrency { %s }', (text, said) => {
  expect(
    look('concurrency', file({ top: `concurrency: { group: x, ${text.replace('group: x', '')} }` })),
  ).toMatch(said);
  expect(look('concurrency', file({ job: `environment: e, concurrency: { ${text} }` }))).toMatch(said);
});

describe('environments and secrets', () => {
  const environments = new Map([['e', known({ branches: 'named' } as const)]]);
  const names = {
    everywhere: ['R'],
    inEnvironment: new Map([
      ['e', ['T']],
      ['other', ['O']],
    ]),
  };
  const said = (...texts: string[]) => {
    const uses = usesIn(read(...texts));
    const found = [...environmentFound(uses, environments), ...secretsFound(uses, known(names), [])];
    return found.map(({ mark, said: one }) => `${mark}: ${one}`).join('\n');
  };
  const wants = (value: string, more = '') =>
    `{ uses: drawbridge-ci/drawbridge@${sha}, with: { gitlab-project: a/b, gitlab-token: "${value}" } ${more} }`;

  it.each<[string, string, RegExp]>([
    ['all is there', file(), /^well: .*\nwell: /],
    [
      'an expression names it',
      file({ job: 'environment: "${{ vars.E }}"' }),
      /^warning: could not .*expression/,
    ],
    ['the same, as a map', file({ job: 'environment: { name: "${{ vars.E }}" }' }), /^warning: could not/],
    ['nothing is named', file({ job: 'environment: ' }), /^warning.*has no `environment:`/],
    ['an address alone', file({ job: 'environment: { url: x }' }), /^warning.*has no `environment:`/],
    [
      'a secret of another environment',
      file({ step: wants('${{ secrets.O }}') }),
      /wrong: there is no secret `O`/,
    ],
    ['in brackets', file({ step: wants("${{ secrets['O'] }}") }), /wrong: there is no secret `O`/],
    ['in other letters', file({ step: wants('${{ SECRETS.o }}') }), /wrong: there is no secret `O`/],
    [
      'by a variable',
      file({ step: wants('${{ env.A }}', ', env: { A: "${{ secrets.O }}" }') }),
      /wrong: there is no secret `O`/,
    ],
    [
      'by a variable, without an environment',
      file({ job: 'env: { A: "${{ secrets.R }}" }', step: wants('${{ env.A }}') }),
      /^warning.*has no `environment:`/,
    ],
    [
      'by a name that is made',
      file({ step: wants("${{ secrets[format('{0}', 'O')] }}") }),
      /warning: could not find out: which secret/,
    ],
  ])('%s', (_what, text, expected) => {
    expect(said(text)).toMatch(expected);
  });

  it('a workflow that is called without them', () => {
    const called = file({ on: 'workflow_call', job: 'timeout-minutes: 5', step: wants('${{ secrets.R }}') });
    const caller = 'on: { pull_request_target: }\njobs: { it: { uses: ./.github/workflows/f0.yml } }';
    expect(said(called, caller)).toMatch(/wrong: .*without `secrets:`/);
    expect(said(called, caller.replace('f0.yml', 'f0.yml, secrets: inherit'))).not.toMatch(/wrong/);
  });
});
