/** One pull request by `workflow_run`: the same as by `pull_request_target`, once it is found. */
import { expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import {
  atGate,
  cancelPipeline,
  expectRequests,
  findByKey,
  findOthers,
  identify,
  look,
  readBranch,
  readProject,
  readPull,
  startToSuccess,
  together,
  withoutLooks,
  writeStatus,
} from './requests.ts';
import { openStage, until } from './stage.ts';
import { again, byRun, expectSilence, named, read, readList } from './workflow-run.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab, faults, recorder } = sandbox;
const { repository } = scene;

const detached = { with: { wait: 'false' } };

it('asks for the list, and from there on as pull_request_target does', async () => {
  const pull = scene.openByMember('feature/ways', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const target = await stage.play(pull, { action: 'reopened' });
  for (const { id } of target.pipelines) gitlab.deletePipeline(id);

  recorder.clear();
  stage.answerLooksWhen('running', 'success');
  const gate = [/\/statuses\?/, /\/pulls\/\d+$/, /\/memberships\/bob$/, /\/activity\?/];
  // What stands, and for whom, is looked at before the labels are waited for, too.
  const timesOf = (path: RegExp) => (/statuses|pulls/.test(path.source) ? 2 : 1);
  const isAsked = (path: RegExp) =>
    recorder.of('github').filter((one) => path.test(one.path)).length >= timesOf(path);
  // None of the gate's questions waits for the answer to another: the list is the only round trip more.
  const act = () => until(() => gate.every(isAsked), 'all questions of the gate');
  for (const path of gate)
    faults.plant({
      ...{ service: 'github', path, nth: timesOf(path), when: 'before' },
      fault: { kind: 'act', act },
    });
  const run = await stage.play(pull, byRun());

  const asTarget = [
    atGate('feature/ways'),
    together(writeStatus, `${readBranch('feature/ways')} → 404`, readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ];
  expectRequests(target, asTarget);
  // The status of the run before is green: for whom, is read before anything is waited for.
  expectRequests(run, [readPull, readList('feature/ways'), ...asTarget]);
  const { asked, statuses, links, log, summary, outputs, state, annotations, exitCode } = target;
  expect(run).toMatchObject({ asked, statuses, links, summary, state, annotations, exitCode });
  expect(run.log).toEqual([`pull requests with this head: #${pull.number}`, ...log]);
  expect({ ...run.outputs, 'duration-seconds': '' }).toEqual({ ...outputs, 'duration-seconds': '' });
  const { when, event } = run.audit;
  expect(event).toBe('workflow_run:requested');
  expect(run.audit).toEqual({ ...target.audit, when, event });
  expect(read(run, stage, pull)).toMatchInlineSnapshot(`
    "exit 0
    status pending: private tests are being started (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&tests=01066ae41a46&full=1)
    status pending: private tests are running (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1)
    status success: private tests passed (test-do-infra) (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>&key=<key>&tests=01066ae41a46&full=1)
    log    pull requests with this head: #<pull>
    log    gate: allowed (all-members)
    log    tests: test-do-infra
    log    GitLab branch: default
    log    pipeline #<pipeline>: started
    log    audit record
    log    <audit>
    log    pipeline #<pipeline>: running
    log    pipeline #<pipeline>: success
    log    audit record
    log    <audit>
    log    success: private tests passed (test-do-infra)
    sum    ### ✅ Private tests passed · [#<pull>](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    folded Decision **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members, Author, pusher, sender \`bob\`, Commit \`<head>\`, Tests \`test-do-infra\`, GitLab branch \`default\`, Pipeline #<pipeline>, Verdict success, Queued <time>, Running <time>, Reason [\`pipeline-success\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-success), Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: allowed, reason: pipeline-success, commit: <head>, tests: test-do-infra, all-tests-selected: false, gitlab-ref: default, pipeline-id: <pipeline>, pipeline-status: success, verdict: success, reused: none
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, commit: <head>, author: bob, pushers: bob, sender: bob, rule: all-members, decision: allowed, outcome: success pipeline-success, tests: test-do-infra, key: <key>, pipeline: <pipeline>"
  `);
});

it('leaves a draft pending, and stops what runs for it; with `drafts: true` it runs', async () => {
  const pull = scene.openByMember('feature/sketch', ['test-do-infra']);
  gitlab.hold('next', 'running');
  const { pipelines } = await stage.play(pull, byRun({}, detached));
  github.convertToDraft(repository, pull.number);
  const drafts = { 'settle-seconds': '0', drafts: 'true' };
  const runs = await stage.play(pull, byRun({}, { with: { ...detached.with, ...drafts } }));
  expect([runs.exitCode, runs.outputs['reused']]).toEqual([0, 'attached']);
  expect(pipelines.map(pipelineStatus)).toEqual(['running']);

  const story = await stage.play(pull, byRun());
  expect(pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(read({ ...story, pipelines }, stage, pull)).toMatchInlineSnapshot(`
    "exit 0
    status pending: draft pull request: tests start when it is ready for review (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>)
    log    pull requests with this head: #<pull>
    log    gate: not-run (draft)
    log    audit record
    log    <audit>
    log    pipeline #<pipeline>: cancel confirmed
    log    commit status: pending, as the pull requests with this commit ask now
    log    audit record
    log    <audit>
    log    not-run: draft pull request: tests start when it is ready for review
    sum    ### ⏳ Draft pull request: tests start when it is ready for review · [#<pull>](https://github.com/acme/engine/pull/2) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    sum    **Next** · Mark the pull request ready for review, or set \`drafts: true\`.
    folded Decision **not-run** by [\`draft\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#draft): draft pull request: tests start when it is ready for review, Author, pusher, sender \`bob\`, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: not-run, reason: draft, commit: <head>
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, commit: <head>, author: bob, pushers: bob, sender: bob, decision: not-run, outcome: draft"
  `);
});

it('stops what runs for a closed pull request, and nothing of one that is open again', async () => {
  const pull = scene.openByMember('feature/over', ['test-do-infra']);
  gitlab.hold('next', 'running');
  const { pipelines } = await stage.play(pull, byRun({}, detached));
  github.closePullRequest(repository, pull.number);
  const reopen = { kind: 'act', act: () => github.reopenPullRequest(repository, pull.number) } as const;
  faults.plant({ service: 'github', path: /\/pulls\/\d+$/, when: 'before', fault: reopen });
  const open = await stage.play(pull, byRun());
  expect(read(open, stage, pull)).toMatchInlineSnapshot(`
    "exit 0
    log    pull requests with this head: #<pull> (closed)
    log    no private pipeline of a pull request that is over has to be stopped
    log    audit record
    log    <audit>
    log    allowed: no private pipeline of this pull request is left running
    sum    ### ℹ️ No private pipeline of this pull request is left running · [#<pull>](https://github.com/acme/engine/pull/3)
    folded Decision **allowed**, Reason [\`cancel-done\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#cancel-done), Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: allowed, reason: cancel-done
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, sender: bob, decision: not-run, outcome: cancel-done"
  `);
  expect(pipelines.map(pipelineStatus)).toEqual(['running']);

  github.closePullRequest(repository, pull.number);
  const closed = await stage.play(pull, byRun());
  expect(pipelines.map(pipelineStatus)).toEqual(['canceled']);
  const requests = closed.requests.map((one) => named(one, pipelines));
  expectRequests({ requests }, [
    readList('feature/over'),
    findOthers,
    together(...identify),
    readPull,
    ...[cancelPipeline, look, writeStatus],
    `github GET /repos/acme/engine/git/matching-refs/heads%2Fext%2Fpr-${pull.number}-?per_page=100`,
  ]);
  expect(read({ ...closed, pipelines }, stage, pull)).toMatchInlineSnapshot(`
    "exit 0
    status failure: the pull request is closed (https://github.com/acme/engine/actions/runs/<run>?pr=<pull>)
    log    pull requests with this head: #<pull> (closed)
    log    pipeline #<pipeline>: cancel confirmed
    log    commit status: failure, as the pull requests with this commit ask now
    log    audit record
    log    <audit>
    log    allowed: no private pipeline of this pull request is left running
    sum    ### ℹ️ No private pipeline of this pull request is left running · [#<pull>](https://github.com/acme/engine/pull/3)
    folded Decision **allowed**, Reason [\`cancel-done\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#cancel-done), Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: allowed, reason: cancel-done
    audit  mode: run, event: workflow_run:requested, attempt: 1, pullRequest: <pull>, sender: bob, decision: not-run, outcome: cancel-done"
  `);
});

it('runs the failed jobs once more when a member starts the run again, and nothing for anybody else', async () => {
  const branch = 'feature/once-more';
  gitlab.addBranch(scene.project, branch, { files: { 'expected/test-do-infra.txt': 'fail\n' } });
  const pull = scene.openByMember(branch, ['test-do-infra']);
  const first = await stage.play(pull, byRun());
  expect([first.exitCode, first.outputs['reason']]).toEqual([1, 'pipeline-failed']);

  // The end of the first attempt, of which the request was heard already.
  const ended = await stage.play(pull, byRun({ conclusion: 'failure' }, { action: 'completed' }));
  expectSilence(ended);
  expect(read(ended, stage, pull)).toMatchInlineSnapshot(`
    "exit 0
    log    audit record
    log    <audit>
    log    not-run: the run has ended that was seen to when it was requested
    sum    ### ℹ️ The run has ended that was seen to when it was requested · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    folded Decision **not-run** by [\`run-seen-before\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#run-seen-before): the run has ended that was seen to when it was requested, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: not-run, reason: run-seen-before, commit: <head>
    audit  mode: run, event: workflow_run:completed, attempt: 1, commit: <head>, sender: bob, decision: not-run, outcome: run-seen-before"
  `);

  const retried = await stage.play(pull, again('carol'));
  expect(retried.outputs).toMatchObject({ reused: 'retried', reason: 'pipeline-failed' });
  expect(retried.audit).toMatchObject({
    event: 'workflow_run:completed',
    attempt: 1,
    rerunner: github.world.accounts.get('carol')?.id,
  });
  const ran = gitlab.world.processes.filter(({ pipelineId }) => pipelineId === first.pipelines[0]?.id);
  expect(ran.map(({ job }) => job)).toEqual(['build-engine', 'test-do-infra', 'test-do-infra']);

  const outsider = await stage.play(pull, again('mallory'));
  expect(outsider.requests.filter((line) => line.startsWith('gitlab'))).toEqual([]);
  expect(read(outsider, stage, pull)).toMatchInlineSnapshot(`
    "exit 1
    log    pull requests with this head: #<pull>
    log    gate: denied (rerunner-not-member)
    log    audit record
    log    <audit>
    log    Error: the person who started this run again is no member. A member starts the run again.
    sum    ### ✋ The person who started this run again is no member · [#<pull>](https://github.com/acme/engine/pull/4) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    sum    Nothing has run, and this says nothing about the change. **Next** · A member starts the run again.
    folded Decision **denied** by [\`rerunner-not-member\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#rerunner-not-member): the person who started this run again is no member, Author, pusher, sender \`bob\`, Run again by \`mallory\`, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: denied, reason: rerunner-not-member, commit: <head>
    audit  mode: run, event: workflow_run:completed, attempt: 1, pullRequest: <pull>, commit: <head>, author: bob, pushers: bob, sender: bob, rerunner: mallory, decision: denied, outcome: rerunner-not-member"
  `);
});

it('says nothing on a commit that is no head, and stops a run whose input is wrong', async () => {
  const pull = scene.openByMember('feature/left', ['test-do-infra']);
  const elsewhere = await stage.play(pull, byRun({ head_branch: 'nobody-asked' }));
  expect(withoutLooks(elsewhere.requests)).toEqual([readList('nobody-asked')]);
  expect(read(elsewhere, stage, pull)).toMatchInlineSnapshot(`
    "exit 0
    log    audit record
    log    <audit>
    log    not-run: no open pull request has this commit as its head now
    sum    ### ℹ️ No open pull request has this commit as its head now · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    folded Decision **not-run** by [\`no-pull-request\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#no-pull-request): no open pull request has this commit as its head now, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: not-run, reason: no-pull-request, commit: <head>
    audit  mode: run, event: workflow_run:requested, attempt: 1, commit: <head>, sender: bob, decision: not-run, outcome: no-pull-request"
  `);

  const wrong = await stage.play(pull, byRun({}, { with: { 'status-context': '' } }));
  expectSilence(wrong);
  expect(read(wrong, stage, pull)).toMatchInlineSnapshot(`
    "exit 1
    log    audit record
    log    <audit>
    log    Error: Wrong inputs:
    log    - status-context: is empty: the job of a \`workflow_run\` belongs to the default branch, so without a commit status nothing is shown on the pull request; leave it out
    sum    ### ✋ A maintainer has to mend the set-up of this check: an input is wrong · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    sum    \`\`\`text
    sum    - status-context: is empty: the job of a \`workflow_run\` belongs to the default branch, so without a commit status nothing is shown on the pull request; leave it out
    sum    \`\`\`
    sum    Nothing is wrong with this change. **Next** · Read the error in the log or the summary: it names each wrong input and says what it must be.
    folded Decision **denied** by [\`bad-input\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#bad-input): a maintainer has to mend the set-up of this check: an input is wrong, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: denied, reason: bad-input, commit: <head>
    audit  mode: run, event: workflow_run:requested, attempt: 1, commit: <head>, sender: bob, decision: not-run, outcome: bad-input"
  `);

  github.push({ repo: repository, branch: pull.branch, by: 'bob' });
  const moved = await stage.play(pull, byRun({ head_sha: pull.sha }));
  expect(withoutLooks(moved.requests)).toEqual([readList('feature/left')]);
  expect(read(moved, stage, pull)).toMatchInlineSnapshot(`
    "exit 1
    log    audit record
    log    <audit>
    log    Error: the pull request has a newer commit than the one this run is for. Look at the run of the newer commit. To run an old one again changes nothing.
    sum    ### ⏭️ The pull request has a newer commit than the one this run is for · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    sum    **Next** · Look at the run of the newer commit. To run an old one again changes nothing.
    folded Decision **denied** by [\`head-moved\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#head-moved): the pull request has a newer commit than the one this run is for, Commit \`<head>\`, Run [its log](https://github.com/acme/engine/actions/runs/<run>)
    output decision: denied, reason: head-moved, commit: <head>
    audit  mode: run, event: workflow_run:requested, attempt: 1, commit: <head>, sender: bob, decision: not-run, outcome: head-moved"
  `);
});
