/** Attacks by who has pushed: opening, reopening and the buttons of GitHub push nothing, or hide what was pushed. */
import { expect } from 'vitest';
import type { JobOptions } from '../../../sandbox/runner/job.ts';
import type { ScenePull } from '../../../sandbox/scene.ts';
import type { Attack, AttackStage } from '../stage.ts';

const waiting = { reason: 'approval-needed', statuses: ['pending'] } as const;
const unrecorded = { reason: 'push-unrecorded', statuses: ['pending'] } as const;
const member = 'bob';

/** A pull request that a member opens from a branch with the pushes of these people, one after the other. */
function openOver(
  { scene, sandbox: { github } }: AttackStage,
  repo: string,
  branch: string,
  pushers: readonly string[],
): ScenePull {
  const heads = pushers.map((by) => github.push({ repo, branch, by }));
  const { number } = github.openPullRequest({
    repo: scene.repository,
    author: member,
    headRepo: repo,
    branch,
  });
  return { number, sha: heads.at(-1) ?? '', branch };
}

/** Every event by which a member can bring a pull request here. */
function everyWay({ scene, sandbox, event, comment, other }: AttackStage, pull: ScenePull): JobOptions[] {
  const dispatched = sandbox.github.event('workflow_dispatch', null, {
    repo: scene.repository,
    sender: member,
  });
  const named = { with: { 'pull-request': String(pull.number) } };
  return [
    ...['opened', 'reopened', 'ready_for_review'].map((action) => event(pull, { action, sender: member })),
    event(pull, { action: 'labeled', label: 'test-do-infra', sender: member }),
    event(pull, { by: 'workflow_run', sender: member }),
    other('workflow_dispatch', { ...dispatched }, member, named),
    comment(pull, member, '/retest'),
    comment(pull, member, '/test test-do-infra'),
  ];
}

/** A `synchronize` that says of the head's move what it likes. */
function moving(
  { scene, sandbox, event }: AttackStage,
  pull: ScenePull,
  sender: string,
  move: { before?: string; after?: string },
): JobOptions {
  const details = { repo: scene.repository, number: pull.number, sender };
  const payload = { ...sandbox.github.event('pull_request_target', 'synchronize', details), ...move };
  return event(pull, { action: 'synchronize', sender, payload });
}

const looksAtActivity = ({ sandbox }: AttackStage): number =>
  sandbox.recorder.lines('github').filter((line) => line.includes('/activity?')).length;

/** What was pushed counts, and by whom GitHub has recorded that; an event names nobody's push but its own. */
export const pushes: readonly Attack[] = [
  {
    number: 37,
    title:
      "a member opens, reopens, labels or commands an outsider's push, in a fork or in our repository: opening is not " +
      'pushing',
    play: async (stage) => {
      const { scene, sandbox, refused, event } = stage;
      sandbox.github.fork(scene.repository, member);
      const ownFork = openOver(stage, 'bob/engine', 'helped', ['mallory']);
      for (const job of everyWay(stage, ownFork)) await refused(job, waiting);
      // The fork has another name by now, and a new one that name: its record is not this branch's.
      const renamed = event(ownFork);
      sandbox.github.renameRepository('bob/engine', 'bob/engine-2');
      sandbox.github.fork(scene.repository, member);
      const { sha, branch } = ownFork;
      sandbox.github.push({ repo: 'bob/engine', branch, by: member, sha });
      await refused(renamed, waiting);

      const here = openOver(stage, scene.repository, 'feature/helped', ['wendy']);
      const theirs = openOver(stage, 'mallory/engine', 'offered', ['mallory']);
      // An outsider's push with a member's on top of it is an outsider's push.
      const below = openOver(stage, scene.repository, 'feature/below', ['bob', 'wendy', 'bob']);
      for (const pull of [here, theirs, below]) {
        await refused(event(pull), waiting);
        await refused(event(pull, { by: 'workflow_run', sender: member }), waiting);
      }
    },
  },
  {
    number: 38,
    title:
      "a member's `synchronize` whose `after` is not the head, or whose `before` an outsider has pushed: it is believed " +
      'for its own push only',
    play: async (stage) => {
      const { scene, sandbox, refused } = stage;
      const { github } = sandbox;
      const { repository: repo } = scene;
      const pull = openOver(stage, repo, 'feature/raced', ['bob']);
      const between = github.push({ repo, branch: pull.branch, by: 'wendy' });
      // The head in the payload is the live one, and the member's push was the one before it.
      await refused(moving(stage, { ...pull, sha: between }, member, { after: pull.sha }), waiting);

      // GitHub's record lags: it shows neither the outsider's push nor the member's on top of it.
      const top = github.push({ repo, branch: pull.branch, by: 'bob' });
      const newer = ({ after }: { after: string }) => after === between || after === top;
      github.loseActivity(repo, newer);
      const late = { ...pull, sha: top };
      await refused(moving(stage, late, member, { before: between, after: top }), unrecorded);
      // Nor is a move believed that starts where the record ends, and ends elsewhere.
      await refused(moving(stage, late, member, { before: pull.sha, after: between }), unrecorded);
      await refused(moving(stage, late, member, { before: '0'.repeat(40), after: top }), unrecorded);
    },
  },
  {
    number: 39,
    title:
      'an outsider’s push hides under a member’s button, "Update branch" or "Restore branch", or under a force-push ' +
      'back and forth',
    play: async (stage) => {
      const { scene, sandbox, refused, event, comment, play } = stage;
      const { github } = sandbox;
      const { repository: repo } = scene;
      const updated = openOver(stage, repo, 'feature/updated', ['bob', 'wendy']);
      github.push({ repo, branch: 'main', by: 'carol' });
      const { after } = github.updateBranch(repo, updated.number, 'bob');
      const merged = { ...updated, sha: after };
      await refused(event(merged, { action: 'synchronize', sender: 'bob' }), waiting);
      await refused(event(merged, { by: 'workflow_run', sender: 'bob' }), waiting);
      await refused(comment(merged, 'bob', '/retest'), waiting);

      // The branch is made anew by a member, with the outsider's commit as its head.
      const restored = openOver(stage, repo, 'feature/restored', ['bob', 'wendy']);
      github.deleteBranch(repo, restored.branch, 'carol');
      github.push({ repo, branch: restored.branch, by: 'bob', sha: restored.sha });
      github.reopenPullRequest(repo, restored.number);
      await refused(event(restored, { action: 'reopened', sender: 'bob' }), waiting);
      // Also where the name has been somebody else's in between.
      github.deleteBranch(repo, restored.branch, 'wendy');
      const innocent = github.push({ repo, branch: restored.branch, by: 'bob' });
      github.deleteBranch(repo, restored.branch, 'bob');
      github.push({ repo, branch: restored.branch, by: 'bob', sha: restored.sha });
      github.reopenPullRequest(repo, restored.number);
      expect(innocent).not.toBe(restored.sha);
      await refused(event(restored, { action: 'reopened', sender: 'bob' }), waiting);

      const own = openOver(stage, repo, 'feature/back-and-forth', ['bob']);
      const swapped = github.push({ repo, branch: own.branch, by: 'wendy', force: true });
      github.push({ repo, branch: own.branch, by: 'bob', sha: own.sha, force: true });
      github.push({ repo, branch: own.branch, by: 'bob', sha: swapped, force: true });
      await refused(event({ ...own, sha: swapped }, { action: 'synchronize', sender: 'bob' }), waiting);

      // What a member has made anew from a member's commit has no outsider in it.
      const clean = openOver(stage, repo, 'feature/restored-own', ['bob']);
      github.deleteBranch(repo, clean.branch, 'carol');
      github.push({ repo, branch: clean.branch, by: 'bob', sha: clean.sha });
      github.reopenPullRequest(repo, clean.number);
      const crossed = await play(event(clean, { action: 'reopened', with: { wait: 'false' } }));
      expect(crossed.outputs['reason']).toBe('detached');
    },
  },
  {
    number: 40,
    title:
      'GitHub’s record lags, has a gap, lacks its beginning, or is hidden: nobody has pushed then, and nothing crosses',
    play: async (stage) => {
      const { scene, sandbox, refused, event, meanwhile } = stage;
      const { github, recorder } = sandbox;
      const { repository: repo } = scene;
      // The record shows an outsider's push at the second look: it is waited for, and counts.
      github.settings.activityLag = 86_400_000;
      const show = () => {
        github.settings.activityLag = 0;
      };
      meanwhile(/\/activity\?/, show, 2);
      await refused(event(openOver(stage, repo, 'feature/late', ['wendy'])), waiting);
      expect(looksAtActivity(stage)).toBe(2);
      // Or never.
      github.settings.activityLag = 86_400_000;
      await refused(event(openOver(stage, repo, 'feature/never', ['wendy'])), unrecorded);
      // Nobody waits where an outsider asks.
      recorder.clear();
      await refused(event(openOver(stage, repo, 'feature/asked', ['bob']), { sender: 'mallory' }), waiting);
      expect(looksAtActivity(stage)).toBe(1);
      github.settings.activityLag = 0;

      const lost = (pull: ScenePull, which: (entry: { after: string }) => boolean) => {
        github.loseActivity(repo, which);
        return pull;
      };
      const gap = openOver(stage, repo, 'feature/gap', ['bob', 'wendy', 'bob']);
      const wendys = github.world.repositories
        .get(repo)
        ?.activity.findLast(({ actor }) => actor.login === 'wendy');
      const ends = [
        lost(gap, ({ after }) => after === wendys?.after),
        lost(
          openOver(stage, repo, 'feature/cut', ['wendy', 'bob']),
          (entry) => entry.after === firstOf(stage),
        ),
        lost(
          openOver(stage, repo, 'feature/newest', ['bob', 'wendy']),
          ({ after }) => after === lastOf(stage),
        ),
      ];
      for (const pull of ends) {
        await refused(event(pull), unrecorded);
        await refused(event(pull, { by: 'workflow_run', sender: member }), unrecorded);
      }
      // More pushes than one page holds.
      const busy = ['wendy', ...Array.from({ length: 100 }, () => 'bob')];
      await refused(event(openOver(stage, repo, 'feature/busy', busy)), unrecorded);
      github.hideActivity(repo);
      await refused(event(openOver(stage, repo, 'feature/hidden', ['bob'])), unrecorded);
    },
  },
];

const entriesOf = ({ scene, sandbox }: AttackStage) =>
  sandbox.github.world.repositories.get(scene.repository)?.activity ?? [];

/** The commit by which the newest branch was made. */
const firstOf = (stage: AttackStage): string | undefined =>
  entriesOf(stage).findLast(({ activity_type }) => activity_type === 'branch_creation')?.after;

/** The commit of the newest push. */
const lastOf = (stage: AttackStage): string | undefined => entriesOf(stage).at(-1)?.after;
