/** Attacks by what `workflow_run` tells about the run that it follows. */
import { expect } from 'vitest';
import type { RunDetails } from '../../../sandbox/github/shapes/run.ts';
import type { SceneJob, ScenePull } from '../../../sandbox/scene.ts';
import type { Attack, AttackStage } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;
/** The same where the commit's status is another pull request's. */
const waitingInSilence = { reason: 'approval-needed' } as const;
const nobodys = { reason: 'no-pull-request', decision: 'not-run' } as const;

const after = (run: RunDetails = {}, more: SceneJob = {}): SceneJob => ({
  ...{ by: 'workflow_run', run },
  ...more,
});

/** A pull request from a branch that is pushed here: of a commit that is there already, or a new one. */
function open(
  { scene, sandbox: { github } }: AttackStage,
  author: string,
  headRepo: string,
  branch: string,
  sha?: string,
): ScenePull {
  const head = github.push({ repo: headRepo, branch, by: author, ...(sha !== undefined && { sha }) });
  const { number } = github.openPullRequest({ repo: scene.repository, author, headRepo, branch });
  return { number, sha: head, branch };
}

/** What GitLab was asked to test: the pull request and the branch of each pipeline. */
const asked = ({ sandbox }: AttackStage) =>
  sandbox.recorder
    .of('gitlab')
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/pipeline'))
    .map(({ body }) => {
      const { ref, variables } = JSON.parse(body);
      const pairs = variables.map(({ key, value }: { key: string; value: string }) => [key, value]);
      const { GITHUB_PULL_REQUEST: pull, GITHUB_ENGINE_BRANCH_NAME: branch } = Object.fromEntries(pairs);
      return { ref, pull: Number(pull), branch };
    });

/** They all come through GitHub's own payload, of which no outsider writes a word; none of it is believed though. */
export const runs: readonly Attack[] = [
  {
    number: 29,
    scale: 50,
    title:
      "a workflow of the same name in an outsider's pull request, or one on `push` or `pull_request_target`: the name " +
      'counts for nothing, and only a run on `pull_request` is followed',
    play: async ({ scene, sandbox, refused, event }) => {
      // The file of the run is the pull request's own: it may be added, changed or renamed.
      const theirs = scene.openByOutsider('same-name');
      const files = [{ path: '.github/workflows/added.yml' }, { name: 'private tests', run_number: 1_000 }];
      for (const run of files) await refused(event(theirs, after(run)), waiting);

      sandbox.recorder.clear();
      const own = scene.openByMember('feature/same-name');
      for (const name of ['push', 'pull_request_target', 'issue_comment', 'workflow_dispatch']) {
        await refused(event(own, after({ event: name })), { reason: 'unsupported-event' });
      }
      expect(sandbox.recorder.all()).toEqual([]);
    },
  },
  {
    number: 30,
    title:
      "a run whose head is another pull request's, and which lists that one: only a pull request of the run's own " +
      'branch with this very head is meant, and its status stays what it was',
    play: async (stage) => {
      const { scene, play, refused, event, push, standing } = stage;
      const own = scene.openByMember('feature/copied', ['test-do-infra']);
      const theirs = open(stage, 'mallory', 'mallory/engine', 'copied', own.sha);
      // Before the member's run has said anything, and after it.
      await refused(event(theirs, after({ pull_requests: [own.number] })), waiting);
      const detached = await play(event(own, after({}, { with: { wait: 'false' } })));
      expect(detached.outputs['reason']).toBe('detached');
      expect(asked(stage).map(({ pull }) => pull)).toEqual([own.number]);
      const status = standing(own.sha);
      expect(status).toMatch(/^pending: private tests are running/);
      await refused(event(theirs, after({ pull_requests: [own.number] })), waitingInSilence);

      // A run that is about no pull request, or not about the head that its branch has now.
      const lie = { head_repository: 'mallory/engine', head_sha: own.sha, pull_requests: [own.number] };
      await refused(event(theirs, after({ ...lie, head_branch: 'elsewhere' })), nobodys);
      await refused(event(theirs, after({ ...lie, head_repository: null })), nobodys);
      push(theirs, 'mallory/engine', 'mallory');
      await refused(event(theirs, after(lie)), { reason: 'head-moved' });
      expect(standing(own.sha)).toBe(status);
    },
  },
  {
    number: 33,
    title:
      "a fork whose branch has the name of ours, even one of the same owner with the same commit: it is the fork's " +
      'pull request that is meant, and it gets no twin',
    play: async (stage) => {
      const { scene, sandbox, refused, play, event, toGitLab } = stage;
      const { github, gitlab } = sandbox;
      gitlab.addBranch(scene.project, 'feature/named');
      github.fork(scene.repository, 'acme', 'engine-copy');
      const own = scene.openByMember('feature/named');
      const fork = open(stage, 'mallory', 'mallory/engine', own.branch, own.sha);
      const copy = open(stage, 'mallory', 'acme/engine-copy', own.branch, own.sha);
      for (const theirs of [fork, copy]) {
        // A member's label on it, too, is about the fork's pull request.
        // Of two that wait for an approval of one commit, the first says so.
        const told = theirs === fork ? waiting : { reason: waiting.reason };
        await refused(event(theirs, after()), told);
        await refused(event(theirs, after({}, { sender: 'carol' })), told);
      }

      github.comment(scene.repository, copy.number, 'carol', `/ok-to-test ${copy.sha}`);
      const approved = await play(event(copy, after({}, { sender: 'carol', with: { wait: 'false' } })));
      expect(approved.outputs['reason']).toBe('detached');
      expect(asked(stage)).toEqual([{ ref: 'main', pull: copy.number, branch: copy.sha }]);
      expect(toGitLab().filter((line) => line.includes('branches'))).toEqual([]);
    },
  },
  {
    number: 34,
    title:
      "a member's run that an outsider starts again, whichever of the two workflows, with the live head or a stale one",
    play: async ({ scene, refused, event, push }) => {
      const pull = scene.openByMember('feature/run-again');
      const again = { run_attempt: 2, triggering_actor: 'wendy' };
      const stopped = { reason: 'rerunner-not-member', statuses: ['failure'] };
      const first = event(pull, after());
      const followed = event(pull, after(again, { action: 'completed' }));
      // What cannot be: a first attempt that somebody else has caused.
      const odd = event(pull, after({ triggering_actor: 'wendy' }));
      for (const job of [followed, { ...first, runAttempt: 2, triggeringActor: 'wendy' }, odd])
        await refused(job, stopped);

      push(pull, scene.repository, 'bob');
      await refused(followed, { reason: 'head-moved' });
      await refused({ ...first, runAttempt: 2, triggeringActor: 'bob' }, { reason: 'head-moved' });
    },
  },
  {
    number: 36,
    title:
      "a run names a member as its actor, and the head is an outsider's: author and pusher must be members too",
    play: async ({ scene, refused, event, push }) => {
      const run = { actor: 'bob', triggering_actor: 'bob' };
      await refused(event(scene.openByOutsider('by-bob'), after(run)), waiting);
      const pushed = push(scene.openByMember('feature/by-wendy'), scene.repository, 'wendy');
      await refused(event(pushed, after(run)), waiting);
      // A member's help with the outsider's branch makes it no member's pull request.
      const helped = push(scene.openByOutsider('with-help'), 'mallory/engine', 'bob');
      await refused(event(helped, after(run)), waiting);
    },
  },
];
