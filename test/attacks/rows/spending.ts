/** Attacks on what an outsider can make us spend, or keep from being decided at all. */
import { expect } from 'vitest';
import type { Attack } from '../stage.ts';

/** As long as GitHub takes a comment or a body, in characters of four bytes. */
const longest = '\u{1F680}'.repeat(65_536);

/** Together they are more than any bound on one answer. */
const many = 42;

export const spending: readonly Attack[] = [
  {
    number: 48,
    scale: 50,
    title:
      'an outsider gives command after command: who it is and what that one may do are asked, and nothing else is read',
    play: async ({ scene, sandbox, refused, comment }) => {
      const { github, recorder } = sandbox;
      const pull = scene.openByOutsider('commanded');
      for (let n = 0; n < 120; n++) github.comment(scene.repository, pull.number, 'mallory', `Ping ${n}`);
      const commands = [
        `/ok-to-test ${pull.sha}`,
        `/ok-to-test ${pull.sha.slice(0, 12)}`,
        '/retest all',
        '/test test-do-infra',
        '/cancel',
        `/duplicate ${pull.sha}`,
        '/ok to test',
        '/TEST @carol',
        '/test ?',
      ];
      for (const command of commands) {
        recorder.clear();
        await refused(comment(pull, 'mallory', command), { reason: 'command-not-allowed' });
        const lines = recorder.lines('github');
        const about = /memberships\/mallory|members\/mallory|users\/acme|mallory\/permission|\/reactions/;
        expect(lines.filter((line) => !about.test(line))).toEqual([]);
        expect(lines.length).toBeLessThanOrEqual(5);
      }
    },
  },
  {
    number: 49,
    scale: 50,
    title:
      'an outsider buries an approval under comments, and the list of pull requests under bodies, that no answer has ' +
      'room for: smaller pages are asked for',
    play: async ({ scene, sandbox, play, event, other }) => {
      const { github } = sandbox;
      const { repository: repo } = scene;
      const pull = scene.openByOutsider('buried', ['test-do-infra']);
      for (let n = 0; n < many; n++) github.comment(repo, pull.number, 'mallory', longest);
      github.comment(repo, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      for (let n = 0; n < many; n++) github.comment(repo, pull.number, 'mallory', longest);
      const approved = await play(
        event(pull, { action: 'reopened', sender: 'bob', with: { wait: 'false' } }),
      );
      expect([approved.outputs['reason'], approved.exitCode]).toEqual(['detached', 0]);

      for (let n = 0; n < many; n++) {
        const branch = `long-${n}`;
        github.openPullRequest({
          repo,
          author: 'mallory',
          headRepo: 'mallory/engine',
          branch,
          body: longest,
        });
      }
      const payload = { ...github.event('schedule', null, { repo }) };
      const swept = await play(other('schedule', payload, 'alice', { with: { mode: 'sweep' } }));
      expect([swept.outputs['reason'], swept.exitCode]).toEqual(['sweep-done', 0]);
    },
  },
];
