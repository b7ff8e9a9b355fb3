import { expect, test } from 'vitest';
import { scaledClock } from '../../../sandbox/clock.ts';
import { withChangesDecided } from '../../../sandbox/gitlab/ci/changes.ts';
import { sentenceFor } from '../../../sandbox/gitlab/ci/errors.ts';
import { globMatches } from '../../../sandbox/gitlab/ci/glob.ts';
import { readInputs } from '../../../sandbox/gitlab/ci/inputs.ts';
import { refuseIncludes, refuseKeywords } from '../../../sandbox/gitlab/ci/keywords.ts';
import type { Origin } from '../../../sandbox/gitlab/ci/origin.ts';
import { passes } from '../../../sandbox/gitlab/ci/policies.ts';
import { changesOf } from '../../../sandbox/gitlab/ci/refs.ts';
import { wordingOf } from '../../../sandbox/gitlab/ci/wording.ts';
import { createGitLab } from '../../../sandbox/gitlab/gitlab.ts';
import { reasonOfFailure } from '../../../src/facts/ask.ts';
import { known } from '../../../src/gitlab/wording.ts';
import { refusedBy } from '../../../src/net/refusal.ts';

const origin = (over: Partial<Origin> = {}): Origin => ({
  ...{ source: 'api', ref: 'main', tag: false, path: 'acme/tests', changed: () => undefined },
  ...over,
});
const pushed = (...paths: string[]) => origin({ source: 'push', changed: () => paths });

// GitLab's code, lib/ci/inputs and spec/lib/ci/inputs.
const inputs = (spec: string) => `spec: { inputs: { a: ${spec} } }\n---\nunit: { script: [echo] }\n`;
test.each<[string, string, unknown, unknown]>([
  ['a text for a number', '{ type: number }', '3', 3],
  ['a number for a number', '{ type: number }', 1.5, 1.5],
  ['a word for a number', '{ type: number }', 'many', '`a` input: provided value is not a number'],
  ['a text for a boolean', '{ type: boolean }', 'false', false],
  ['a word for a boolean', '{ type: boolean }', 'no', '`a` input: provided value is not a boolean'],
  ['a text for an array', '{ type: array }', '["x", 1]', ['x', 1]],
  ['a word for an array', '{ type: array }', 'x,y', '`a` input: provided value is not an array'],
  ['a number for a text', '{}', 7, '7'],
  ['a boolean for a text', '{ type: string }', true, 'true'],
  ['a text that looks like a number', '{}', '007', '007'],
  ['nothing, with a default', '{ default: d }', undefined, 'd'],
  ['nothing, with the default null', '{ default: null }', undefined, ''],
  ['nothing, without a default', '{}', undefined, '`a` input: required value has not been provided'],
  [
    'a default of a wrong type',
    '{ type: number, default: x }',
    1,
    '`a` input: default value is not a number',
  ],
  ['an option', '{ options: [x, 1] }', '1', '1'],
  [
    'no option',
    '{ options: [x] }',
    'y',
    '`a` input: `y` cannot be used because it is not in the list of allowed options',
  ],
  ['a pattern', "{ regex: '^v\\d$' }", 'v1', 'v1'],
  [
    'no pattern',
    "{ regex: '^v\\d$' }",
    'x1',
    '`a` input: provided value does not match required RegEx pattern',
  ],
  [
    'a type that is none',
    '{ type: date }',
    'x',
    'unknown input specification for `a` (valid types: array, boolean, number, string)',
  ],
])('an input: %s', (_what, spec, sent, expected) => {
  const read = readInputs(inputs(spec), sent === undefined ? {} : { a: sent });
  expect(read.ok ? read.values['a'] : read.error).toEqual(expected);
});

test('inputs that nobody declares, too many, and rules for them', () => {
  const bare = 'unit: { script: [echo] }\n';
  const error = 'Given inputs not defined in the `spec` section of the included configuration file';
  expect(readInputs(bare, { a: 1 })).toEqual({ ok: false, error });
  expect(readInputs(bare, {})).toEqual({ ok: true, values: {} });
  expect(readInputs(inputs('{ default: x }'), { b: 1 })).toEqual({
    ok: false,
    error: 'unknown input arguments: b',
  });
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`i${n}`, '']));
  expect(readInputs(bare, many)).toEqual({ ok: false, error: 'There cannot be more than 20 inputs' });
  const isTaken = (text: string) => readInputs(inputs('{ default: x }'), { a: text }).ok;
  expect([isTaken('x'.repeat(1_023)), isTaken('x'.repeat(1_024)), isTaken('é'.repeat(512))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(() => readInputs(inputs('{ rules: [{ default: x }] }'), {})).toThrow('spec:inputs:a:rules');
});

// GitLab's code, spec/lib/gitlab/ci/build/policy/refs_spec.rb.
test.each<[boolean, object, Origin]>([
  [true, {}, origin()],
  [true, { only: ['main'] }, origin()],
  [false, { only: ['main'] }, origin({ ref: 'maintenance' })],
  [true, { only: '/^main/' }, origin({ ref: 'maintenance' })],
  [false, { only: ['/^MAIN/'] }, origin()],
  [true, { only: ['/^MAIN/i'] }, origin()],
  [true, { only: ['branches'] }, origin()],
  [false, { only: ['tags'] }, origin()],
  [true, { only: ['tags'] }, origin({ tag: true, ref: 'v1' })],
  [false, { only: ['branches'] }, origin({ tag: true, ref: 'v1' })],
  [true, { only: ['triggers'] }, origin({ source: 'trigger' })],
  [false, { only: ['triggers'] }, origin()],
  [true, { only: ['api'] }, origin()],
  [true, { only: ['apis'] }, origin()],
  [true, { only: ['pushes'] }, pushed()],
  [true, { only: ['schedules'] }, origin({ source: 'schedule' })],
  [true, { only: ['main@acme/tests'] }, origin()],
  [false, { only: ['main@acme/other'] }, origin()],
  [false, { except: ['main'] }, origin()],
  [true, { except: ['main'] }, origin({ ref: 'x' })],
  [false, { only: { refs: ['main'], variables: ['$NO'] } }, origin()],
  [true, { only: { refs: ['main'], variables: ['$NO', '$YES'] } }, origin()],
  [false, { except: { refs: ['x'], variables: ['$NO', '$YES'] } }, origin()],
  [true, { only: { changes: ['src/**/*'] } }, origin()],
  [true, { only: { changes: ['src/**/*'] } }, pushed('src/a/b.c')],
  [false, { only: { changes: ['src/**/*'] } }, pushed('docs/a.md')],
  [false, { except: { changes: ['docs/*'] } }, pushed('docs/a.md', 'src/a.c')],
])('%s: %j for %j', (expected, job, from) => {
  expect(passes({ script: ['echo'], ...job }, from, (_policy, index) => index === 1)).toBe(expected);
});

// ruby-doc.org, File.fnmatch.
test.each<[boolean, string, string]>([
  [true, 'docs/*.md', 'docs/a.md'],
  [false, 'docs/*.md', 'docs/a/b.md'],
  [true, 'docs/**/*.md', 'docs/a/b.md'],
  [true, 'docs/**/*.md', 'docs/b.md'],
  [true, '**/Makefile', 'Makefile'],
  [false, '*', 'a/b'],
  [true, '*', '.hidden'],
  [true, '*.{c,h}', 'x.h'],
  [true, 'a?.[ch]', 'ab.c'],
  [false, 'a.c', 'axc'],
  [true, 'a(1)+.txt', 'a(1)+.txt'],
])('%s: %s means %s', (expected, glob, path) => {
  expect(globMatches(glob, path)).toBe(expected);
});

test('a rule on changes is met without a push, and compares where it is told to', () => {
  const rules = (changes: unknown) => ({
    unit: { script: ['echo'], rules: [{ if: '$A', changes }, { when: 'manual' }] },
  });
  const decide = (changes: unknown, from: Origin) => {
    const decided = withChangesDecided(rules(changes), from, { BASE: 'main', DIR: 'src' });
    return decided.ok ? (decided.preview['unit'] as { rules: unknown[] }).rules : decided.error;
  };
  const met = [{ if: '$A' }, { when: 'manual' }];
  const unmet = [{ if: '$CI == "never"', when: 'never' }, { when: 'manual' }];
  expect(decide(['src/*'], origin())).toEqual(met);
  expect(decide(['src/*'], pushed('src/a'))).toEqual(met);
  expect(decide({ paths: ['$DIR/*'] }, pushed('src/a'))).toEqual(met);
  expect(decide(['src/*'], pushed('docs/a'))).toEqual(unmet);
  expect(decide(['src/*'], pushed())).toEqual(unmet);
  const compared = origin({ changed: (ref) => (ref === 'main' ? ['docs/a'] : undefined) });
  expect(decide({ paths: ['src/*'], compare_to: '$BASE' }, compared)).toEqual(unmet);
  const nowhere = origin({
    changed: () => {
      throw new RangeError('x');
    },
  });
  expect(decide({ paths: ['src/*'], compare_to: 'x' }, nowhere)).toBe(
    'Failed to parse rule for unit: rules:changes:compare_to is not a valid ref',
  );
});

test('what has changed: since the push before, or since the commit that both have', () => {
  const gitlab = createGitLab({ clock: scaledClock(1) });
  const project = gitlab.addProject({ path: 'a/b', files: { a: '1' } });
  gitlab.addBranch('a/b', 'side', { files: { b: '1' } });
  const head = gitlab.push('a/b', 'main', { a: '2', c: '1' });
  const first = project.repository.commits.get(head)?.parent ?? '';
  expect(changesOf(project, 'push', head)()).toEqual(['a', 'c']);
  expect(changesOf(project, 'push', first)()).toBeUndefined();
  expect(changesOf(project, 'api', head)()).toBeUndefined();
  expect(changesOf(project, 'api', head)('refs/heads/side')).toEqual(['a', 'c']);
  expect(() => changesOf(project, 'api', head)('nowhere')).toThrow(RangeError);
  return gitlab.close();
});

test.each<[string, object]>([
  ['unit:retry', { unit: { script: ['echo'], retry: 1 } }],
  ['unit:environment', { unit: { script: ['echo'], environment: 'x' } }],
  ['unit:artifacts:reports', { unit: { script: ['echo'], artifacts: { reports: {} } } }],
  ['unit:trigger:include', { unit: { trigger: { include: 'a.yml' } } }],
  ['unit:rules:needs_more', { unit: { script: ['echo'], rules: [{ needs_more: 1 }] } }],
  [
    'rules:exists:project',
    { unit: { script: ['echo'], rules: [{ exists: { project: 'a/b', paths: [] } }] } },
  ],
  [
    'workflow:auto_cancel:on_new_commit: interruptible',
    { workflow: { auto_cancel: { on_new_commit: 'interruptible' } } },
  ],
  ['workflow:steps', { workflow: { steps: [] } }],
])('%s is refused loudly', (what, preview) => {
  expect(() => refuseKeywords({ ...preview })).toThrow(what);
});

test('what changes nothing in the sandbox is taken', () => {
  const unit = { script: ['echo'], image: 'debian', cache: [], interruptible: true, coverage: '/x/' };
  const workflow = { name: 'x', auto_cancel: { on_new_commit: 'none' } };
  expect(() =>
    refuseKeywords({ stages: ['a'], image: 'x', workflow, unit, '.hidden': { retry: 1 } }),
  ).not.toThrow();
  expect(() => refuseIncludes({ include: ['/a.yml', { local: 'b.yml' }] })).not.toThrow();
  expect(() => refuseIncludes({ include: [{ template: 'x' }] })).toThrow('include:template');
  expect(() => refuseIncludes({ include: 'https://example.com/a.yml' })).toThrow('include:remote');
});

test.each([
  ['needs: [nobody] for unit could not be found', 'unit job: undefined need: nobody'],
  [
    'stage:qa not found for unit',
    'unit job: chosen stage qa does not exist; available stages are .pre, build, .post',
  ],
  ['.x is unspecified, used by unit extends', 'unit: unknown keys in `extends` (.x)'],
  ['Local include file cannot be found ci/none.yml', 'Local file `ci/none.yml` does not exist!'],
  [
    "Invalid .gitlab-ci.yml configuration!\n\t• 'foo' property is not expected to be here at unit [#/x]",
    'jobs:unit config contains unknown keys: foo',
  ],
])('gitlab-ci-local says %s, GitLab %s', (said, sentence) => {
  expect(sentenceFor(said, { stages: ['build'] })).toBe(sentence);
  const body = JSON.stringify({ message: { base: [sentence] } });
  const failure = refusedBy('gitlab', { status: 400, headers: new Map(), body }, known);
  expect(reasonOfFailure(failure)).toBe('gitlab-config-invalid');
});

test.each(['15.7.9', '15.8.0', '16.11.10-ee', '17.4.2', '18.6.0-ee', '19.3.0'])(
  'the product knows the words of GitLab %s',
  (version) => {
    const { noJobs, filtered } = wordingOf(version);
    const reasons = [noJobs, filtered].map((text) => {
      const body = JSON.stringify({ message: { base: [text] } });
      return reasonOfFailure(refusedBy('gitlab', { status: 400, headers: new Map(), body }, known));
    });
    expect(reasons).toEqual(['gitlab-no-jobs', 'gitlab-filtered']);
  },
);

test('the generations differ', () => {
  const spoken = ['15.7', '16.0', '17.0', '18.0'].map((version) => wordingOf(version).noJobs);
  expect(new Set(spoken).size).toBe(4);
});
