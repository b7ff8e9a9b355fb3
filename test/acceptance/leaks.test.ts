import { expect, it } from 'vitest';
import { formsOf, privateWords, publicText } from './leaks.ts';
import { openStage, traceOf } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab } = sandbox;

// Every story of every file is searched for private words (stage.ts); here are the ones that make it hard.

it('finds a private word in whatever form it stands', () => {
  const text = 'cluster private-test.internal.example.com';
  const forms = formsOf('internal.example.com');
  const shapes = ['', 'x', 'xy'].map((before) => Buffer.from(before + text).toString('base64'));
  for (const shape of [text, encodeURIComponent(text), Buffer.from(text).toString('hex'), ...shapes])
    expect(forms.some((form) => shape.includes(form))).toBe(true);
  expect(forms.some((form) => 'private tests passed (test-do-infra)'.includes(form))).toBe(false);
});

it.each([
  { ends: 'success', expected: 'pass 1\n' },
  { ends: 'failed', expected: 'fail 1 assertion failed in account 4711-0815-2342\n' },
] as const)(
  'brings nothing out of the logs of a pipeline that ends $ends, not even into a debug log',
  async (row) => {
    const branch = `feature/${row.ends}`;
    gitlab.addBranch(scene.project, branch, { files: { 'expected/test-do-infra.txt': row.expected } });
    const pull = scene.openByMember(branch, ['test-do-infra']);
    stage.answerLooksWhen('running', row.ends);
    const story = await stage.play(pull, { job: { debug: true } });

    expect(story.outputs['pipeline-status']).toBe(row.ends);
    const inLogs = privateWords.filter((word) => traceOf(story).includes(word));
    expect(inLogs).toEqual(expect.arrayContaining(privateWords.slice(0, 4)));
    expect(publicText(story)).toContain('test-do-infra');
    expect(privateWords.filter((word) => publicText(story).includes(word))).toEqual([]);
  },
);

const marker = 'Marker-7f3c of the private side';
const broken = { '.gitlab-ci.yml': 'broken: [' };

const withGone = { 'gitlab-ref': 'gone' };
const withUnknown = { 'gitlab-token': 'glpat-unknown' };

it.each([
  { when: 'all goes well', branch: 'main-road', reason: 'pipeline-success' },
  { when: 'the configuration is broken', branch: 'broken', files: broken, reason: 'gitlab-config-invalid' },
  { when: 'there is no such ref', branch: 'no-ref', with: withGone, reason: 'gitlab-ref-not-found' },
  { when: 'the token is refused', branch: 'no-one', with: withUnknown, reason: 'gitlab-token-refused' },
])('passes on no text of GitLab’s when $when', async ({ branch, files, reason, ...rest }) => {
  if (files) gitlab.addBranch(scene.project, branch, { files });
  gitlab.plantMarker(marker);
  const pull = scene.openByMember(branch);
  const story = await stage.play(pull, rest);
  const headers = { 'private-token': scene.tokens.gitlab };
  const answer = await fetch(`${gitlab.url}/api/v4/projects/acme%2Fengine-tests`, { headers });
  gitlab.plantMarker(undefined);

  expect(await answer.text()).toContain(marker);
  expect(story.outputs['reason']).toBe(reason);
  expect(formsOf(marker).filter((form) => publicText(story).includes(form))).toEqual([]);
});
