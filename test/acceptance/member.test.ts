import { expect, it } from 'vitest';
import { digestOf } from '../../src/report/claim.ts';
import { crossed, finished, values } from './expected.ts';
import {
  announce,
  atGate,
  beside,
  expectRequests,
  findByKey,
  look,
  readBranch,
  readJobs,
  readOwner,
  readProject,
  readPull,
  startToSuccess,
  startToVerdict,
  together,
  triggerPipeline,
  writeStatus,
} from './requests.ts';
import { openStage } from './stage.ts';
import { read } from './story.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab } = sandbox;

it('runs the two tests that a member asked for by labels, and nothing else', async () => {
  const pull = scene.openByMember('add-dns', ['test-do-infra', 'bug', 'test-aws-self-hosted']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('add-dns'),
    together(writeStatus, `${readBranch('add-dns')} → 404`, readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const tests = 'test-aws-self-hosted,test-do-infra';
  expect(story.asked).toEqual([{ ref: 'main', variables: values(pull, { branch: 'add-dns', tests }) }]);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-aws-self-hosted': 0, 'test-do-infra': 0 });
  expect(story.pipelines.map(({ name, source }) => ({ name, source }))).toEqual([
    { name: story.result.state['key'], source: 'api' },
  ]);
  expect(story.exitCode).toBe(0);
  expect(read(story)).toMatchInlineSnapshot(`
    "log:
    gate: allowed (all-members)
    tests: test-aws-self-hosted, test-do-infra
    GitLab branch: default
    pipeline #<pipeline>: started
    audit record
    <audit>
    pipeline #<pipeline>: running
    pipeline #<pipeline>: success
    audit record
    <audit>
    success: private tests passed (test-aws-self-hosted, test-do-infra)

    statuses:
    pending: private tests are being started (test-aws-self-hosted, test-do-infra)
    pending: private tests are running (test-aws-self-hosted, test-do-infra)
    success: private tests passed (test-aws-self-hosted, test-do-infra)

    summary:
    ### ✅ Private tests passed · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    <details>
    <summary>How it was decided</summary>
    - Decision: **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members
    - Author, pusher, sender: \`bob\`
    - Commit: \`<head>\`
    - Tests: \`test-aws-self-hosted, test-do-infra\`
    - GitLab branch: \`default\`
    - Pipeline: #<pipeline>
    - Verdict: success
    - Queued: <time>
    - Running: <time>
    - Reason: [\`pipeline-success\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-success)
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);
  const run = 'https://github.com/acme/engine/actions/runs/<run>';
  const digest = digestOf({ ids: tests.split(','), all: false });
  const claimed = `tests=${digest}&full=1`;
  // The key is known once the GitLab branch is.
  expect(story.links).toEqual([
    `${run}?pr=${pull.number}&${claimed}`,
    ...Array(2).fill(`${run}?pr=${pull.number}&key=<key>&${claimed}`),
  ]);
  expect(story.outputs).toEqual(
    crossed({ reason: 'pipeline-success', verdict: 'success', 'pipeline-status': 'success', tests }),
  );
  const bob = github.world.accounts.get('bob')?.id;
  expect(story.audit).toEqual({
    version: 2,
    when: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    repository: 'acme/engine',
    mode: 'run',
    event: 'pull_request_target:opened',
    attempt: 1,
    run,
    pullRequest: pull.number,
    commit: '<head>',
    ...{ author: bob, pushers: [bob], sender: bob, rerunner: null, approver: null, comment: null },
    ...{
      rule: 'all-members',
      decision: 'allowed',
      outcome: { verdict: 'success', reason: 'pipeline-success' },
    },
    tests: ['test-aws-self-hosted', 'test-do-infra'],
    key: '<key>',
    pipeline: '<pipeline>',
  });
  expect(story.annotations).toEqual([]);
  expect(story.state).toEqual(finished('pipeline-success'));
  expect(story.postLog).toEqual([]);
});

it('runs every test where no label chooses', async () => {
  const pull = scene.openByMember('rename-things', ['bug']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('rename-things'),
    together(writeStatus, `${readBranch('rename-things')} → 404`, readProject),
    together(findByKey, readPull),
    ...startToVerdict,
  ]);
  const variables = values(pull, { branch: 'rename-things', tests: 'test-all' });
  expect(story.asked).toEqual([{ ref: 'main', variables }]);
  expect(stage.ran(story)).toEqual({
    'build-engine': 0,
    'test-aws-self-hosted': 0,
    'test-aws-infra': 0,
    'test-do-infra': 0,
    'test-scaleway-infra': 0,
  });
  expect(story.exitCode).toBe(0);
  expect(story.log[1]).toBe('tests: test-all');
  expect(story.statuses.at(-1)).toBe('success: private tests passed (test-all)');
  expect(story.outputs).toEqual(
    crossed({
      reason: 'pipeline-success',
      verdict: 'success',
      'pipeline-status': 'success',
      tests: 'test-all',
      'all-tests-selected': 'true',
    }),
  );
});

it('starts by trigger token where there is one, and watches with a token that can only read', async () => {
  const { project, tokens } = scene;
  const reader = gitlab.addAccessToken({ project, scopes: ['read_api'], role: 'reporter' });
  const pull = scene.openByMember('start-by-trigger', ['test-do-infra', 'test-aws-self-hosted']);
  stage.answerReadsWhen('running', 'success');
  const story = await stage.play(pull, {
    with: { 'gitlab-trigger-token': tokens.trigger, 'gitlab-token': reader },
    job: { secrets: [...Object.values(tokens), reader] },
  });

  expectRequests(story, [
    atGate('start-by-trigger'),
    together(writeStatus, `${readBranch('start-by-trigger')} → 404`, readProject, readOwner),
    together(findByKey, readPull),
    ...[triggerPipeline, ...announce],
    together(look, look, ...beside),
    ...[readJobs, readPull, writeStatus],
  ]);
  const variables = values(pull, {
    branch: 'start-by-trigger',
    tests: 'test-aws-self-hosted,test-do-infra',
  });
  expect(story.asked).toEqual([{ token: tokens.trigger, ref: 'main', variables }]);
  // The trigger token stands for itself in the body; every other request carries the token that reads.
  const tokensSent = story.recorded
    .filter(({ service }) => service === 'gitlab')
    .map(({ method, headers }) => `${method} ${headers['private-token'] === reader ? 'reader' : 'no token'}`);
  expect(tokensSent).toEqual([
    ...Array(4).fill('GET reader'),
    'POST no token',
    ...Array(8).fill('GET reader'),
  ]);
  expect(story.pipelines.map(({ name, source, user }) => [name, source, user.username])).toEqual([
    [story.result.state['key'], 'trigger', 'release-bot'],
  ]);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-aws-self-hosted': 0, 'test-do-infra': 0 });
  expect(story.exitCode).toBe(0);
  expect(story.statuses.at(-1)).toBe('success: private tests passed (test-aws-self-hosted, test-do-infra)');
  // What such a token cannot do is said before it is needed.
  expect(story.annotations).toEqual([
    {
      level: 'warning',
      message: expect.stringMatching(/^cancel-needs-api: the GitLab token can watch, but /),
    },
  ]);
});
