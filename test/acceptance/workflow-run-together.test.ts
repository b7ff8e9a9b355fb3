/** Several pull requests with one head by `workflow_run`: one run sees to all of them, and speaks once. */
import { expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import type { Status } from '../../sandbox/gitlab/status.ts';
import type { ScenePull } from '../../sandbox/scene.ts';
import { endlessOn } from './endless.ts';
import { withoutLooks } from './requests.ts';
import { openStage, type Running, type Story, until } from './stage.ts';
import { byRun, openInto, read, readInOrder, readList } from './workflow-run.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab, faults } = sandbox;
const endless = endlessOn(stage);

/** GitLab reports of each pipeline that is made from now on that it runs, and then that it has ended like this. */
function ending(...ends: readonly Status[]): void {
  for (const [index, end] of ends.entries()) {
    const act = () => gitlab.scriptStatuses(['running', end], [...gitlab.world.pipelines.keys()].at(-1));
    const creation = { service: 'gitlab', method: 'POST', path: /\/pipeline$/, when: 'after' } as const;
    faults.plant({ ...creation, nth: index + 1, fault: { kind: 'act', act } });
  }
}

/** Two pull requests of one branch of bob's; the second is somebody's, into another base. */
function openTwo(branch: string, by = 'carol'): readonly [ScenePull, ScenePull] {
  const first = scene.openByMember(branch, ['test-do-infra']);
  return [first, openInto(stage, first, `${branch}-base`, by, ['test-aws-infra'])];
}

const askedFor = ({ asked }: Story) =>
  asked.map(({ variables }) => Object(variables)['GITHUB_PULL_REQUEST']).map(Number);

it('starts a pipeline for each in order of number, and tells one verdict', async () => {
  const [first, second] = openTwo('feature/pair');
  ending('success', 'success');
  const passed = await stage.play(second, byRun());
  expect(askedFor(passed)).toEqual([first.number, second.number]);
  expect(withoutLooks(passed.requests)[0]).toBe(readList('feature/pair'));
  expect(readInOrder(passed, stage, first, second)).toMatchInlineSnapshot(`
    "exit 0
    status pending: private tests are being started (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&tests=01066ae41a46&full=1)
    status pending: private tests are being started (test-aws-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&tests=057afd4d5656&full=1)
    status pending: private tests are running (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1)
    status pending: private tests are running (test-aws-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&key=<key>&tests=057afd4d5656&full=1)
    status pending: passed: test-do-infra; #<pull 2> asks for more (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1)
    log    pull requests with this head: #<pull>, #<pull 2>
    log    #<pull>: gate: allowed (all-members)
    log    #<pull>: tests: test-do-infra
    log    #<pull>: GitLab branch: default
    log    #<pull>: pipeline #<pipeline>: started
    log    audit record
    log    <audit>
    log    #<pull 2>: gate: allowed (all-members)
    log    #<pull 2>: tests: test-aws-infra
    log    #<pull 2>: GitLab branch: default
    log    #<pull 2>: pipeline #<pipeline 2>: started
    log    audit record
    log    <audit>
    log    #<pull>: pipeline #<pipeline>: running
    log    #<pull>: pipeline #<pipeline>: success
    log    #<pull 2>: pipeline #<pipeline 2>: running
    log    #<pull 2>: pipeline #<pipeline 2>: success
    log    audit record
    log    <audit>
    log    audit record
    log    <audit>
    log    pending: the selected tests passed; another pull request with this commit asks for more (test-do-infra)
    sum    ### ⏳ The selected tests passed; #<pull 2> asks for more · [#<pull>](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    sum    **Next** · Wait for the run of that pull request, or comment \`/retest\` on it.
    folded Decision **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members, Author, pusher \`bob\`, Sender \`carol\`, Commit \`<head>\`, Tests \`test-do-infra\`, GitLab branch \`default\`, Pipeline #<pipeline>, Verdict pending, Reason [\`more-tests-asked\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#more-tests-asked), Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: allowed, reason: more-tests-asked, commit: <head>, tests: test-do-infra, all-tests-selected: false, gitlab-ref: default, pipeline-id: <pipeline>, pipeline-status: success, verdict: pending, reused: none
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, commit: <head>, author: bob, pushers: bob, sender: carol, rule: all-members, decision: allowed, outcome: pending more-tests-asked, tests: test-do-infra, key: acme/engine#<pull>@<head>:<digest>, pipeline: <pipeline>"
  `);

  for (const { id } of passed.pipelines) gitlab.deletePipeline(id);
  ending('success', 'failed');
  const failed = await stage.play(first, byRun());
  expect(readInOrder(failed, stage, first, second)).toMatchInlineSnapshot(`
    "exit 1
    status pending: private tests are being started (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&tests=01066ae41a46&full=1)
    status pending: private tests are being started (test-aws-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&tests=057afd4d5656&full=1)
    status pending: private tests are running (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1)
    status pending: private tests are running (test-aws-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&key=<key>&tests=057afd4d5656&full=1)
    status failure: private tests failed (test-aws-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&key=<key>&tests=057afd4d5656&full=1)
    log    pull requests with this head: #<pull>, #<pull 2>
    log    #<pull>: gate: allowed (all-members)
    log    #<pull>: tests: test-do-infra
    log    #<pull>: GitLab branch: default
    log    #<pull>: pipeline #<pipeline>: started
    log    audit record
    log    <audit>
    log    #<pull 2>: gate: allowed (all-members)
    log    #<pull 2>: tests: test-aws-infra
    log    #<pull 2>: GitLab branch: default
    log    #<pull 2>: pipeline #<pipeline 2>: started
    log    audit record
    log    <audit>
    log    #<pull>: pipeline #<pipeline>: running
    log    #<pull>: pipeline #<pipeline>: success
    log    #<pull 2>: pipeline #<pipeline 2>: running
    log    #<pull 2>: pipeline #<pipeline 2>: failed
    log    audit record
    log    <audit>
    log    audit record
    log    <audit>
    log    Error: private tests failed (test-aws-infra). A maintainer can see the logs in GitLab.
    sum    ### ❌ Private tests failed · [#<pull 2>](https://github.com/acme/engine/pull/2) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    sum    **Next** · A maintainer can see the logs in GitLab. To run the failed jobs again, a member comments:
    sum    \`\`\`
    sum    /retest
    sum    \`\`\`
    folded Decision **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members, Author \`carol\`, Pusher, sender \`bob\`, Commit \`<head>\`, Tests \`test-aws-infra\`, GitLab branch \`default\`, Pipeline #<pipeline 2>, Verdict failure, Reason [\`pipeline-failed\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-failed), Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: allowed, reason: pipeline-failed, commit: <head>, tests: test-aws-infra, all-tests-selected: false, gitlab-ref: default, pipeline-id: <pipeline 2>, pipeline-status: failed, verdict: failure, reused: none
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull 2>, commit: <head>, author: carol, pushers: bob, sender: bob, rule: all-members, decision: allowed, outcome: failure pipeline-failed, tests: test-aws-infra, key: acme/engine#<pull 2>@<head>:<digest>, pipeline: <pipeline 2>"
  `);
});

it('leaves out who is refused: the verdict is of those that were let through', async () => {
  const branch = 'feature/one-refused';
  const base = { repo: scene.repository, branch: `${branch}-base`, by: 'alice' };
  github.push(base);
  const sha = github.push({ repo: scene.repository, branch, by: 'bob' });
  github.addUser('wendy');
  const open = (author: string, into: string): ScenePull => {
    const opened = { repo: scene.repository, author, branch, base: into, labels: ['test-do-infra'] };
    return { number: github.openPullRequest(opened).number, sha, branch };
  };
  const theirs = open('wendy', base.branch);
  const own = open('bob', 'main');
  ending('success');
  const story = await stage.play(own, byRun());
  expect(askedFor(story)).toEqual([own.number]);
  expect(readInOrder(story, stage, theirs, own)).toMatchInlineSnapshot(`
    "exit 1
    status pending: needs /ok-to-test <head, 12 digits>… (all 40 digits) from a member with write access (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>)
    status pending: private tests are being started (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&tests=01066ae41a46&full=1)
    status pending: private tests are running (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&key=<key>&tests=01066ae41a46&full=1)
    status success: private tests passed (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&key=<key>&tests=01066ae41a46&full=1)
    log    pull requests with this head: #<pull>, #<pull 2>
    log    #<pull>: gate: denied (approval-needed)
    log    audit record
    log    <audit>
    log    #<pull 2>: gate: allowed (all-members)
    log    #<pull 2>: tests: test-do-infra
    log    #<pull 2>: GitLab branch: default
    log    #<pull 2>: pipeline #<pipeline>: started
    log    audit record
    log    <audit>
    log    #<pull 2>: pipeline #<pipeline>: running
    log    #<pull 2>: pipeline #<pipeline>: success
    log    audit record
    log    <audit>
    log    Error: waiting for a member to approve this commit. A member with write access reads the change, then comments \`/ok-to-test <head>\`.
    sum    ### ⏳ Waiting for a maintainer of acme · [#<pull>](https://github.com/acme/engine/pull/3) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    sum    Nothing has run yet, and nothing is wrong with this change. A member of \`acme\` with write access reads [the change](https://github.com/acme/engine/pull/3/files), then comments:
    sum    \`\`\`
    sum    /ok-to-test <head>
    sum    \`\`\`
    folded Decision **denied** by [\`approval-needed\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#approval-needed): waiting for a member to approve this commit, Author \`wendy\`, Pusher, sender \`bob\`, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: denied, reason: approval-needed, commit: <head>
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, commit: <head>, author: wendy, pushers: bob, sender: bob, decision: denied, outcome: approval-needed"
  `);
});

it('leaves both to GitLab where nobody waits', async () => {
  const pulls = openTwo('feature/unwatched');
  const story = await stage.play(pulls[0], byRun({}, { with: { wait: 'false' } }));
  expect(askedFor(story)).toEqual(pulls.map(({ number }) => number));
  expect([story.exitCode, story.outputs['reason'], story.statuses.length]).toEqual([0, 'detached', 3]);
  expect([story.statuses.at(-1), story.links.at(-1)]).toEqual([
    'pending: private tests are running; the verdict will follow (test-do-infra)',
    expect.stringMatching(new RegExp(`[?]pr=${pulls[0].number}&`)),
  ]);
});

it('sees to ten at most', async () => {
  const first = scene.openByMember('feature/crowd');
  for (let n = 1; n <= 10; n++) openInto(stage, first, `crowd-${n}`, 'carol', []);
  const story = await stage.play(first, byRun());
  expect(withoutLooks(story.requests)).toEqual([readList('feature/crowd')]);
  expect(read(story, stage, first)).toMatchInlineSnapshot(`
    "exit 1
    log    audit record
    log    <audit>
    log    Error: too many open pull requests have this commit as their head. Close all but ten of them, then run the job again.
    sum    ### ⏭️ Too many open pull requests have this commit as their head · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    sum    **Next** · Close all but ten of them, then run the job again.
    folded Decision **denied** by [\`head-crowded\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#head-crowded): too many open pull requests have this commit as their head, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: denied, reason: head-crowded, commit: <head>
    audit  mode: run, event: workflow_run:requested, attempt: 1, commit: <head>, sender: bob, decision: not-run, outcome: head-crowded"
  `);
});

/** Starts a job for two pull requests whose tests take an hour, and waits until both are watched. */
async function watchTwo(
  branch: string,
): Promise<{ readonly running: Running; readonly pulls: readonly ScenePull[] }> {
  const first = endless.open(branch);
  const pulls = [first, openInto(stage, first, `${branch}-base`, 'carol', ['test-do-infra'])];
  const running = stage.start(first, byRun());
  const tests = () => gitlab.world.processes.filter(({ job, alive }) => job === 'test-do-infra' && alive);
  const words = () => github.statuses(scene.repository, first.sha).length;
  await until(() => tests().length === 2 && words() === 4, 'two tests that are told');
  await running.job.waitFor(/: running\n.*: running\n/s, 10_000);
  return { running, pulls };
}

it('cancels both pipelines when the job is cancelled', async () => {
  const { running, pulls } = await watchTwo('feature/cancel-both');
  running.job.signal('SIGINT');
  const story = await running.told();
  await until(() => !endless.runs(), 'the end of both tests');
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled', 'canceled']);
  expect(readInOrder(story, stage, ...pulls)).toMatchInlineSnapshot(`
    "exit 1
    status pending: private tests are being started (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&tests=01066ae41a46&full=1)
    status pending: private tests are being started (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&tests=01066ae41a46&full=1)
    status pending: private tests are running (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1)
    status pending: private tests are running (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull 2>&key=<key>&tests=01066ae41a46&full=1)
    status failure: the GitHub job was cancelled (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1#<pipeline>)
    log    pull requests with this head: #<pull>, #<pull 2>
    log    #<pull>: gate: allowed (all-members)
    log    #<pull>: tests: test-do-infra
    log    #<pull>: GitLab branch: feature/cancel-both (same name)
    log    #<pull>: pipeline #<pipeline>: started
    log    audit record
    log    <audit>
    log    #<pull 2>: gate: allowed (all-members)
    log    #<pull 2>: tests: test-do-infra
    log    #<pull 2>: GitLab branch: feature/cancel-both (same name)
    log    #<pull 2>: pipeline #<pipeline 2>: started
    log    audit record
    log    <audit>
    log    #<pull>: pipeline #<pipeline>: running
    log    #<pull>: pipeline #<pipeline>: cancelling (interrupted)
    log    #<pull>: pipeline #<pipeline>: cancel confirmed
    log    #<pull 2>: pipeline #<pipeline 2>: running
    log    #<pull 2>: pipeline #<pipeline 2>: cancelling (interrupted)
    log    #<pull 2>: pipeline #<pipeline 2>: cancel confirmed
    log    audit record
    log    <audit>
    log    audit record
    log    <audit>
    log    Error: the GitHub job was cancelled (test-do-infra). Run the job again.
    sum    ### 🛑 The GitHub job was cancelled · [#<pull>](https://github.com/acme/engine/pull/18) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    sum    This says nothing about the change. **Next** · Run the job again.
    folded Decision **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members, Author, pusher, sender \`bob\`, Commit \`<head>\`, Tests \`test-do-infra\`, GitLab branch \`feature/cancel-both\` (same name), Pipeline #<pipeline>, Verdict cancelled, Reason [\`job-cancelled\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#job-cancelled), Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: allowed, reason: job-cancelled, commit: <head>, tests: test-do-infra, all-tests-selected: false, gitlab-ref: feature/cancel-both, twin-branch: feature/cancel-both, pipeline-id: <pipeline>, verdict: cancelled, reused: none
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, commit: <head>, author: bob, pushers: bob, sender: bob, rule: all-members, decision: allowed, outcome: cancelled job-cancelled, tests: test-do-infra, key: <key>, pipeline: <pipeline>"
  `);
  expect(story.postLog).toEqual([]);
});

it('cancels both in post when the job was killed', async () => {
  const { running } = await watchTwo('feature/kill-both');
  running.job.kill();
  const story = await running.told();
  await until(() => !endless.runs(), 'the end of both tests');
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled', 'canceled']);
  expect(story.signal).toBe('SIGKILL');
  expect(Object.keys(story.state).toSorted()).toEqual(
    ['commit', 'key', 'pipeline', 'unclear'].flatMap((name) => [name, `${name}-2`]),
  );
  expect([story.state['unclear'], story.state['unclear-2']]).toEqual(['no', 'no']);
  expect(story.postLog.toSorted()).toMatchInlineSnapshot(`
    [
      "pipeline #<pipeline 2>: cancel confirmed",
      "pipeline #<pipeline>: cancel confirmed",
    ]
  `);
  // Four that were pending, and one word for both.
  expect(story.statuses.slice(4)).toEqual(['failure: the GitHub job was cancelled']);
});
