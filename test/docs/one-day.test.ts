/** The one file through a day of a repository: what GitHub starts, what is asked of whom, and what stands afterwards. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Recorded } from '../../sandbox/base/record.ts';
import type { Run } from '../../sandbox/github/actions/run.ts';
import { recipe } from './recipes.ts';
import { on, type Stage } from './stage.ts';

const path = '.github/workflows/private-tests.yml';
const policy = JSON.parse(readFileSync('examples/workflows/policy.json', 'utf8')) as unknown;

/** What a request is for, each kind once a run: how often GitLab is looked at is a matter of time. */
function told(requests: readonly Recorded[]): string[] {
  const lines = requests.map(({ service, method, path }) => {
    const [plain = ''] = path.split('?');
    const named = plain
      .replace(/[0-9a-f]{40}/g, '<sha>')
      .replace(/^\/api\/v4\/projects\/[^/]+/, '')
      .replace(/^\/repos\/acme\/engine\//, '')
      .replace(/\/[0-9]+(?=\/|$)/g, '/<n>')
      .replace(/branches\/.+/, 'branches/<branch>');
    return `${service} ${method} ${named || 'project'}`;
  });
  return [...new Set(lines)].sort();
}

/** Tells what becomes of the one run that an event starts. */
async function tell(stage: Stage, title: string, runs: readonly Run[], sha?: string): Promise<string> {
  const [run, ...others] = runs.filter(({ outcome }) => outcome !== 'skipped');
  expect(others).toEqual([]);
  if (!run) return `${title}: no job`;
  stage.sandbox.recorder.clear();
  const { outputs, exitCode, log } = await stage.play(run, { 'settle-seconds': '0' });
  const { reason, tests } = outputs;
  const stands =
    sha === undefined ? '' : `; ${stage.statuses({ sha } as Parameters<Stage['statuses']>[0]).at(-1)}`;
  expect(log).not.toMatch(/::warning|forbidden/i);
  return [
    `${title}: ${reason}${tests ? ` (${tests})` : ''}, exit ${exitCode}${stands}`,
    ...told(stage.sandbox.recorder.all()).map((line) => `  ${line}`),
  ].join('\n');
}

it('reads like a story', async () => {
  const day: string[] = [];
  await on({ [path]: recipe('README') }, async (stage) => {
    const { sandbox, repository, happen } = stage;
    const { github } = sandbox;
    github.actions.addPolicy(repository, policy);
    github.push({ repo: repository, branch: 'release/1', by: 'alice' });
    const note = async (title: string, runs: readonly Run[], sha?: string) =>
      void day.push(await tell(stage, title, runs, sha));

    const own = stage.openByMember('feature/day', ['test-do-infra']);
    const opened = happen('pull_request_target', 'opened', own);
    await note('a member opens, with one label', opened, own.sha);
    github.setLabels(repository, own.number, ['test-all']);
    const label = { label: 'test-all' };
    await note('sets the label for all', happen('pull_request_target', 'labeled', own, label), own.sha);
    const [first] = opened;
    await note('runs it again', first ? github.actions.rerun(first, 'bob') : [], own.sha);
    await note(
      'edits the title',
      happen('pull_request_target', 'edited', own, { changes: { title: { from: 'x' } } }),
    );
    const changes = github.changeBase(repository, own.number, 'release/1');
    await note('edits the base', happen('pull_request_target', 'edited', own, { changes }), own.sha);
    const pushed = github.push({ repo: repository, branch: 'feature/day', by: 'bob' });
    await note('pushes', happen('pull_request_target', 'synchronize', own), pushed);
    github.convertToDraft(repository, own.number);
    await note('makes it a draft', happen('pull_request_target', 'converted_to_draft', own), pushed);

    const theirs = stage.openByOutsider('day', ['test-all']);
    await note('an outsider opens', happen('pull_request_target', 'opened', theirs), theirs.sha);
    github.comment(repository, theirs.number, 'mallory', 'How long does this take?');
    await note('asks', happen('issue_comment', 'created', theirs, { sender: 'mallory' }));
    github.comment(repository, theirs.number, 'carol', `/ok-to-test ${theirs.sha}`);
    await note(
      'a member approves',
      happen('issue_comment', 'created', theirs, { sender: 'carol' }),
      theirs.sha,
    );
    github.closePullRequest(repository, theirs.number);
    await note('the outsider closes', happen('pull_request_target', 'closed', theirs), theirs.sha);

    const merged = github.push({ repo: repository, branch: 'main', by: 'alice' });
    await note(
      'a member pushes to main',
      github.actions.happen('push', null, { repo: repository, sender: 'alice' }),
      merged,
    );
    await note('the sweep at night', github.actions.happen('schedule', null, { repo: repository }));
  });
  expect(day.join('\n')).toMatchInlineSnapshot(`
    "a member opens, with one label: all-tests-needed (test-do-infra), exit 0; drawbridge: pending
      github GET /orgs/acme/memberships/bob
      github GET activity
      github GET commits/<sha>/statuses
      github GET pulls/<n>
      github POST statuses/<sha>
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET /repository/branches/<branch>
      gitlab GET project
      gitlab POST /pipeline
      gitlab PUT /pipelines/<n>/metadata
    sets the label for all: pipeline-success (test-all), exit 0; drawbridge: success
      github GET /orgs/acme/memberships/bob
      github GET activity
      github GET commits/<sha>/statuses
      github GET pulls/<n>
      github POST statuses/<sha>
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET /repository/branches/<branch>
      gitlab GET project
      gitlab POST /pipeline
      gitlab PUT /pipelines/<n>/metadata
    runs it again: pipeline-success (test-all), exit 0; drawbridge: success
      github GET /orgs/acme/memberships/bob
      github GET /users/bob
      github GET activity
      github GET commits/<sha>/statuses
      github GET pulls/<n>
      github POST statuses/<sha>
      gitlab GET /api/v4/personal_access_tokens/self
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET /pipelines/<n>/variables
      gitlab GET /repository/branches/<branch>
      gitlab GET project
    edits the title: no job
    edits the base: pipeline-success (test-all), exit 0; drawbridge: success
      github GET /orgs/acme/memberships/bob
      github GET activity
      github GET commits/<sha>/statuses
      github GET pulls/<n>
      github POST statuses/<sha>
      gitlab GET /api/v4/personal_access_tokens/self
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET /pipelines/<n>/variables
      gitlab GET /repository/branches/<branch>
      gitlab GET project
    pushes: pipeline-success (test-all), exit 0; drawbridge: success
      github GET /orgs/acme/memberships/bob
      github GET activity
      github GET commits/<sha>/statuses
      github GET pulls/<n>
      github POST statuses/<sha>
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET /repository/branches/<branch>
      gitlab GET project
      gitlab POST /pipeline
      gitlab PUT /pipelines/<n>/metadata
    makes it a draft: cancel-done, exit 0; drawbridge: success
      github GET commits/<sha>/statuses
      github GET pulls/<n>
      gitlab GET /pipelines
    an outsider opens: approval-needed, exit 1; drawbridge: pending
      github GET /orgs/acme/members/mallory
      github GET /orgs/acme/memberships/mallory
      github GET /repos/mallory/engine/activity
      github GET /users/acme
      github GET commits/<sha>/statuses
      github GET issues/<n>/comments
      github GET pulls/<n>
      github POST statuses/<sha>
    asks: no job
    a member approves: pipeline-success (test-all), exit 0; drawbridge: success
      github GET /orgs/acme/members/mallory
      github GET /orgs/acme/memberships/carol
      github GET /orgs/acme/memberships/mallory
      github GET /repos/mallory/engine/activity
      github GET /users/acme
      github GET collaborators/carol/permission
      github GET commits/<sha>/statuses
      github GET issues/<n>/comments
      github GET issues/comments/<n>
      github GET pulls/<n>
      github POST /graphql
      github POST issues/comments/<n>/reactions
      github POST statuses/<sha>
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET project
      gitlab POST /pipeline
      gitlab PUT /pipelines/<n>/metadata
    the outsider closes: cancel-done, exit 0; drawbridge: success
      github GET commits/<sha>/statuses
      github GET git/matching-refs/heads%2Fext%2Fpr-2-
      github GET pulls/<n>
      gitlab GET /pipelines
    a member pushes to main: pipeline-success (test-all), exit 0; drawbridge: success
      github GET /orgs/acme/memberships/alice
      github GET collaborators/alice/permission
      github GET commits/<sha>/statuses
      github POST statuses/<sha>
      gitlab GET /pipelines
      gitlab GET /pipelines/<n>
      gitlab GET /pipelines/<n>/bridges
      gitlab GET /pipelines/<n>/jobs
      gitlab GET /repository/branches/<branch>
      gitlab GET project
      gitlab POST /pipeline
      gitlab PUT /pipelines/<n>/metadata
    the sweep at night: sweep-done, exit 0
      github GET commits/<sha>/status
      github GET pulls
      gitlab GET /pipelines"
  `);
}, 120_000);
