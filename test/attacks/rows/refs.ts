/** Attacks by names in the repository: tags on anybody's commit, branches that are called like a private one. */
import { expect } from 'vitest';
import type { JobOptions } from '../../../sandbox/runner/job.ts';
import type { Attack, AttackStage } from '../stage.ts';

const off = { reason: 'tag-off-branch' } as const;

/** The job of a release that somebody publishes on a tag, in the mode of the recipe for releases. */
function released({ scene, sandbox, other }: AttackStage, tag: string, sha: string, by: string): JobOptions {
  sandbox.github.tag(scene.repository, tag, sha);
  const payload = sandbox.github.event('release', 'published', { repo: scene.repository, sender: by, tag });
  const job = { ref: `refs/tags/${tag}`, sha };
  return other('release', { ...payload }, by, { with: { mode: 'trigger' }, job });
}

/** The job of a tag that somebody pushes. */
function tagged({ scene, sandbox, other }: AttackStage, tag: string, sha: string, by: string): JobOptions {
  const ref = `refs/tags/${tag}`;
  sandbox.github.tag(scene.repository, tag, sha);
  const payload = sandbox.github.event('push', null, { repo: scene.repository, sender: by, ref, sha });
  return other('push', { ...payload }, by, { with: { mode: 'trigger' }, job: { ref, sha } });
}

const startsOf = ({ sandbox }: AttackStage) =>
  sandbox.recorder
    .of('gitlab')
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/pipeline'))
    .map(({ body }) => JSON.parse(body));

/** Whoever may write can give any commit of the fork network any name. */
export const refs: readonly Attack[] = [
  {
    number: 41,
    title:
      "a member publishes a release, or pushes a tag, on an outsider's commit: only the default branch and branches of " +
      'members vouch for a commit',
    play: async (stage) => {
      const { scene, sandbox, refused, play, answer } = stage;
      const { github, recorder } = sandbox;
      const { repository: repo } = scene;
      const push = (branch: string, by: string) => github.push({ repo, branch, by });
      const inFork = github.push({ repo: 'mallory/engine', branch: 'release', by: 'mallory' });
      const above = push('feature/over', 'wendy') && push('feature/over', 'bob');
      // The newest push alone is a member's; the member's commit below is no head any more.
      const below = push('feature/under', 'bob');
      const top = push('feature/under', 'wendy');
      for (const [n, sha] of [inFork, above, below, top].entries()) {
        await refused(released(stage, `v0.${n}`, sha, 'bob'), off);
        await refused(tagged(stage, `w0.${n}`, sha, 'bob'), off);
      }
      // A tag that is moved is another commit; a tag by an outsider is nobody's word.
      await refused(released(stage, 'v0.9', push('feature/kept', 'bob'), 'wendy'), {
        reason: 'sender-not-writer',
      });
      await refused(released(stage, 'v0.9', inFork, 'bob'), off);
      // A tag that bears the name of the default branch is not that branch, whatever a comparison by name would say.
      github.tag(repo, 'main', inFork);
      answer(/\/compare\/main\.\.\./, { kind: 'status', status: 200, body: '{"status":"identical"}' });
      await refused(released(stage, 'v0.10', inFork, 'bob'), off);
      sandbox.faults.clear();

      recorder.clear();
      const old = push('main', 'carol');
      const vouched = [old, push('main', 'carol'), push('feature/kept', 'bob')];
      for (const [n, sha] of vouched.entries()) {
        const { outputs } = await play(released(stage, `v1.${n}`, sha, 'bob'));
        expect(outputs['reason']).toBe('triggered');
      }
      const sent = startsOf(stage).map(({ variables }) =>
        variables.find(({ key }: { key: string }) => key === 'GITHUB_COMMIT_ID'),
      );
      expect(sent.map(({ value }) => value)).toEqual(vouched);
    },
  },
  {
    number: 42,
    title:
      "an outside collaborator's branch in our repository is called like a private branch of GitLab, and is approved: it " +
      'is sent like a fork’s',
    play: async (stage) => {
      const { scene, sandbox, refused, play, event, push, comment, toGitLab } = stage;
      const { github, gitlab } = sandbox;
      for (const branch of ['production', 'staging']) gitlab.addBranch(scene.project, branch);
      const theirs = scene.openByMember('production', ['test-do-infra'], 'wendy');
      const pushed = push(scene.openByMember('staging', ['test-do-infra']), scene.repository, 'wendy');
      const detached = { with: { wait: 'false' } };
      await refused(event(theirs), { reason: 'approval-needed', statuses: ['pending'] });
      const approved = await play(comment(theirs, 'carol', `/ok-to-test ${theirs.sha}`, detached));
      github.comment(scene.repository, pushed.number, 'carol', `/ok-to-test ${pushed.sha}`);
      const labelled = await play(event(pushed, { by: 'workflow_run', sender: 'bob', ...detached }));
      expect([approved, labelled].map(({ outputs }) => outputs['reason'])).toEqual(['detached', 'detached']);
      expect(toGitLab().filter((line) => line.includes('/branches/'))).toEqual([]);
      const sent = startsOf(stage);
      expect(sent.map(({ ref }) => ref)).toEqual(['main', 'main']);
      expect(JSON.stringify(sent)).not.toMatch(/production|staging/);
      expect(sent.map(({ variables }) => JSON.stringify(variables).includes('"true"'))).toEqual([
        false,
        false,
      ]);
    },
  },
];
