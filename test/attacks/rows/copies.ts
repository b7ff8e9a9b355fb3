/** Attacks on `/duplicate`: what it copies, and what it deletes again. */
import { expect } from 'vitest';
import type { Attack, AttackStage } from '../stage.ts';

const fork = 'mallory/engine';

/** With a token that could do everything: only our own checks are in the way. */
function strong({ scene, sandbox }: AttackStage) {
  const token = sandbox.github.issueToken({
    kind: 'app',
    permissions: { contents: 'write', 'pull-requests': 'write', workflows: 'write' },
    repositories: [scene.repository],
  });
  return { with: { 'duplicate-token': token }, job: { secrets: [...Object.values(scene.tokens), token] } };
}

const branchesOf = ({ scene, sandbox }: AttackStage): string[] =>
  [...(sandbox.github.world.repositories.get(scene.repository)?.refs.keys() ?? [])]
    .filter((ref) => ref.startsWith('refs/heads/ext/'))
    .map((ref) => ref.slice('refs/heads/'.length));

export const copies: readonly Attack[] = [
  {
    number: 50,
    title:
      'a force-push while `/duplicate` looks at the files: those of the commit that is copied count, not those of the head',
    play: async (stage) => {
      const { scene, sandbox, refused, comment, push, meanwhile } = stage;
      const pull = scene.openByOutsider('swapped-files');
      const evil = sandbox.github.push({
        repo: fork,
        branch: pull.branch,
        by: 'mallory',
        files: { '.github/workflows/evil.yml': 'on: push\n' },
      });
      meanwhile(/\/compare\/|\/files/, () => push(pull, fork, 'mallory', { force: true }));
      const job = comment(pull, 'carol', `/duplicate ${evil}`, strong(stage));
      await refused(job, { reason: 'duplicate-touches-ci' });
      expect(branchesOf(stage)).toEqual([]);
    },
  },
  {
    number: 51,
    title:
      "an outsider closes a pull request whose duplicate has a colleague's commits: only what holds nothing else is deleted",
    play: async (stage) => {
      const { scene, sandbox, play, event, comment } = stage;
      const { github } = sandbox;
      const { repository: repo } = scene;
      const [worked, untouched] = [scene.openByOutsider('worked-on'), scene.openByOutsider('untouched')];
      for (const pull of [worked, untouched]) {
        const { outputs } = await play(comment(pull, 'carol', `/duplicate ${pull.sha}`, strong(stage)));
        expect(outputs['reason']).toBe('duplicated');
      }
      const [first = '', second = ''] = branchesOf(stage);
      github.push({ repo, branch: first, by: 'carol' });
      // Branches of a like name are somebody's own.
      const alike = [
        `${first}-more`,
        `ext/pr-${worked.number}-notes`,
        `ext/pr-${worked.number}0-${'a'.repeat(12)}`,
      ];
      for (const branch of alike) github.push({ repo, branch, by: 'bob' });
      const { 'duplicate-token': token } = strong(stage).with;
      for (const pull of [worked, untouched]) {
        github.closePullRequest(repo, pull.number);
        const closing = { mode: 'cancel', 'duplicate-token': token };
        const { outputs } = await play(event(pull, { action: 'closed', with: closing }));
        expect(outputs['reason']).toBe('cancel-done');
      }
      expect(branchesOf(stage).toSorted()).toEqual([first, ...alike].toSorted());
      expect(branchesOf(stage)).not.toContain(second);
    },
  },
];
