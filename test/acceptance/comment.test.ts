/** One comment on the pull request says what the check says, and how each test ended where that may be told. */
import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab } = sandbox;

it('is kept up to date by its marker and its author, also on the second page; without the right to write it the verdict stands', async () => {
  gitlab.addBranch(scene.project, 'feature/told', {
    files: { 'expected/test-do-infra.txt': 'fail 1 the private reason\n' },
  });
  const pull = scene.openByMember('feature/told', ['test-aws-self-hosted', 'test-do-infra']);
  const comments = () =>
    github.world.repositories.get(scene.repository)?.issues.get(pull.number)?.comments ?? [];
  const bots = () => comments().filter(({ author }) => author.login === 'github-actions[bot]');
  const told = { comment: 'true', disclose: 'jobs' };

  // Not as a story: whoever wants the link has the address of the project in it.
  const failed = await scene.start(pull.number, { with: { ...told, link: 'true' } }).done;
  expect([failed.exitCode, failed.outputs['verdict']]).toEqual([1, 'failure']);
  const [pipeline] = [...gitlab.world.pipelines.keys()];
  const page = `${gitlab.url}/${scene.project}/-/pipelines/${pipeline}`;
  expect(failed.outputs['pipeline-url']).toBe(page);
  expect(failed.summary).toContain(`[pipeline ${pipeline} in GitLab](${page})`);
  expect(failed.summary).toMatch(/^### ❌ 1 of 2 private tests failed/);
  const [first] = bots();
  const plain = (text = '') =>
    text
      .replaceAll(gitlab.url, 'https://gitlab.example')
      .replaceAll(pull.sha, '<head>')
      .replaceAll(pull.sha.slice(0, 7), '<head, 7>')
      .replace(/(\| )[\dhmins ]+ \|$/gm, '$1<time> |')
      .replace(/runs\/\d+/g, 'runs/<run>')
      .replace(/drawbridge [0-9a-f]{12} \d+/, 'drawbridge <check> <run>')
      .replace(/pipelines?([ /])\d+/g, (_, gap) => `pipeline${gap === '/' ? 's/' : ' '}<pipeline>`);
  expect(plain(first?.body)).toMatchInlineSnapshot(`
    "<!-- drawbridge <check> <run> -->
    ### ❌ 1 of 2 private tests failed · [\`<head, 7>\`](https://github.com/acme/engine/commit/<head>)

    | Test | Result | Time |
    |:--|:--|--:|
    | \`test-aws-self-hosted\` | ✅ passed | <time> |
    | \`test-do-infra\` | ❌ failed | <time> |

    **Next** · Maintainers open [pipeline <pipeline> in GitLab](https://gitlab.example/acme/engine-tests/-/pipelines/<pipeline>) (sign-in needed). To run the failed jobs again, a member comments:

    \`\`\`
    /retest
    \`\`\`

    <sub>[run and how it was decided](https://github.com/acme/engine/actions/runs/<run>) · [what this means](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-failed)</sub>
    "
  `);

  // Whoever copies it, and however much is said in between, it stays one.
  for (let nth = 0; nth < 101; nth += 1)
    github.comment(
      scene.repository,
      pull.number,
      'mallory',
      nth === 0 ? (first?.body ?? '') : `hello ${nth}`,
    );
  const again = await stage.play(pull, { with: told, job: { runAttempt: 2 } });
  expect(again.outputs['reused']).toBe('retried');
  expect(bots().map(({ id }) => id)).toEqual([first?.id]);
  expect(comments()).toHaveLength(102);
  expect(again.log.filter((line) => line.includes('comment'))).toEqual([]);

  const token = github.issueToken({
    ...{ kind: 'actions', repositories: [scene.repository] },
    permissions: { contents: 'read', 'pull-requests': 'read', statuses: 'write' },
  });
  const silent = await stage.play(pull, {
    with: { ...told, 'github-token': token },
    job: { runAttempt: 3, secrets: [...Object.values(scene.tokens), token] },
  });
  expect([silent.exitCode, silent.outputs['verdict']]).toEqual([1, 'failure']);
  expect(silent.log.filter((line) => line.includes('comment'))).toEqual([
    'Warning: the comment was not written (github-forbidden): give the job `pull-requests: write`',
  ]);
});
