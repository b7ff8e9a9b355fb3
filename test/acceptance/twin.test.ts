import { expect, it } from 'vitest';
import { crossed, values } from './expected.ts';
import {
  atGate,
  expectRequests,
  findByKey,
  readBranch,
  readProject,
  readPull,
  startToSuccess,
  together,
  writeStatus,
} from './requests.ts';
import { openStage, traceOf } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab } = sandbox;
const { project } = scene;

const passed = { reason: 'pipeline-success', verdict: 'success', 'pipeline-status': 'success' };

it('runs on the GitLab branch of the same name, slash and all', async () => {
  gitlab.addBranch(project, 'feature/dns/v2', { files: { 'tests/new.txt': 'only here\n' } });
  const pull = scene.openByMember('feature/dns/v2', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('feature/dns/v2'),
    together(writeStatus, readBranch('feature/dns/v2'), readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  expect(readBranch('feature/dns/v2')).toContain('/branches/feature%2Fdns%2Fv2');
  const variables = values(pull, { branch: 'feature/dns/v2', tests: 'test-do-infra', twin: true });
  expect(story.asked).toEqual([{ ref: 'feature/dns/v2', variables }]);
  expect(story.pipelines.map(({ ref, sha }) => [ref, sha])).toEqual([
    ['feature/dns/v2', gitlab.project(project).repository.branches.get('feature/dns/v2')],
  ]);
  expect(traceOf(story, 'build-engine')).toContain(
    'twin branch feature/dns/v2 tests engine branch feature/dns/v2',
  );
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-do-infra': 0 });
  expect(story.exitCode).toBe(0);
  expect(story.log).toContain('GitLab branch: feature/dns/v2 (same name)');
  expect(story.outputs).toEqual(
    crossed({
      ...passed,
      tests: 'test-do-infra',
      'gitlab-ref': 'feature/dns/v2',
      'twin-branch': 'feature/dns/v2',
    }),
  );
  expect(story.summary.join('\n')).toMatchInlineSnapshot(`
    "### ✅ Private tests passed · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    <details>
    <summary>How it was decided</summary>
    - Decision: **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members
    - Author, pusher, sender: \`bob\`
    - Commit: \`<head>\`
    - Tests: \`test-do-infra\`
    - GitLab branch: \`feature/dns/v2\` (same name)
    - Pipeline: #<pipeline>
    - Verdict: success
    - Queued: <time>
    - Running: <time>
    - Reason: [\`pipeline-success\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-success)
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);
});

it('leaves a protected branch of the same name alone, and says by which input it would not', async () => {
  gitlab.addBranch(project, 'release/1.x', { protected: 'developer' });
  const pull = scene.openByMember('release/1.x', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('release/1.x'),
    together(writeStatus, readBranch('release/1.x'), readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const variables = values(pull, { branch: 'release/1.x', tests: 'test-do-infra' });
  expect(story.asked).toEqual([{ ref: 'main', variables }]);
  expect(traceOf(story, 'build-engine')).toContain('tests on main for engine branch release/1.x');
  expect(story.exitCode).toBe(0);
  expect(story.log).toContain(
    'Warning: the tests run on the GitLab branch default: there is one of the name release/1.x, but it is protected and ' +
      'passed over. Name it in the input `twin-branches` if it holds the tests of this branch.',
  );
  expect(story.summary).toContain('- Passed over: `release/1.x`: protected, and not in `twin-branches`');
  expect(story.outputs).toEqual(crossed({ ...passed, tests: 'test-do-infra' }));
});

it('takes a protected branch that `twin-branches` names', async () => {
  gitlab.addBranch(project, 'release/2.x', { protected: 'developer' });
  const pull = scene.openByMember('release/2.x', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull, { with: { 'twin-branches': 'hotfix/*, release/*' } });

  expectRequests(story, [
    atGate('release/2.x'),
    together(writeStatus, readBranch('release/2.x'), readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const variables = values(pull, { branch: 'release/2.x', tests: 'test-do-infra', twin: true });
  expect(story.asked).toEqual([{ ref: 'release/2.x', variables }]);
  expect(story.pipelines.map(({ ref }) => ref)).toEqual(['release/2.x']);
  expect(story.exitCode).toBe(0);
  expect(story.outputs['twin-branch']).toBe('release/2.x');
});

it('runs on the configured branch where the project has no other, and need not ask for a default', async () => {
  gitlab.addBranch(project, 'stable');
  const pull = scene.openByMember('feature/without-twin', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull, { with: { 'gitlab-ref': 'stable' } });

  expectRequests(story, [
    atGate('feature/without-twin'),
    together(writeStatus, `${readBranch('feature/without-twin')} → 404`),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const variables = values(pull, { branch: 'feature/without-twin', tests: 'test-do-infra' });
  expect(story.asked).toEqual([{ ref: 'stable', variables }]);
  expect(traceOf(story, 'build-engine')).toContain('tests on stable for engine branch feature/without-twin');
  expect(story.exitCode).toBe(0);
  expect(story.outputs).toEqual(crossed({ ...passed, tests: 'test-do-infra', 'gitlab-ref': 'stable' }));
});

it('never shows the name of the default branch, which only GitLab knows', async () => {
  gitlab.addBranch(project, 'codename-osprey');
  gitlab.project(project).defaultBranch = 'codename-osprey';
  const pull = scene.openByMember('feature/quiet', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('feature/quiet'),
    together(writeStatus, `${readBranch('feature/quiet')} → 404`, readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const variables = values(pull, { branch: 'feature/quiet', tests: 'test-do-infra' });
  expect(story.asked).toEqual([{ ref: 'codename-osprey', variables }]);
  expect(traceOf(story, 'build-engine')).toContain('tests on codename-osprey for');
  expect(story.exitCode).toBe(0);
  expect(story.outputs['gitlab-ref']).toBe('default');
});
