import { expect, it } from 'vitest';
import { openGateStage, unwatched } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, comment, event, detached, started, refused, reactions, comments, statuses } = stage;
const { github } = sandbox;

it('lets exactly the named commit cross, is answered at once, and says so in the audit line', async () => {
  const pull = scene.openByOutsider('approved', ['test-do-infra']);
  const result = await started(comment(pull, 'carol', `/ok-to-test ${pull.sha}`, { with: unwatched }));
  expect(result.log).toContain('gate: allowed (approved-now)');
  const { variables } = result.asked;
  expect([variables['GITHUB_COMMIT_ID'], variables['GITHUB_ENGINE_BRANCH_NAME']]).toEqual(
    Array(2).fill(pull.sha),
  );
  expect(reactions(pull)).toEqual(['eyes']);
  expect(stage.audit(result)).toMatchObject({
    ...{ event: 'issue_comment:created', rule: 'approved-now', commit: pull.sha },
    ...{ author: stage.idOf('mallory'), sender: stage.idOf('carol'), approver: stage.idOf('carol') },
    comment: stage.issue(pull).comments[0]?.id,
  });
  // The reaction goes out before GitLab hears anything.
  const lines = sandbox.recorder.lines();
  expect(lines.findIndex((line) => line.includes('/reactions'))).toBeLessThan(
    lines.findIndex((line) => line.startsWith('gitlab')),
  );

  // A label set later by a member: the approval stands, and is read again.
  github.addLabel(scene.repository, pull.number, 'test-aws-infra');
  const later = await started(detached(pull, { action: 'labeled', label: 'test-aws-infra', sender: 'bob' }));
  expect(later.log).toContain('gate: allowed (approved-commit)');
  expect(later.asked.variables['TESTS_TO_RUN']).toBe('test-aws-infra,test-do-infra');

  // The next push waits again.
  const next = stage.push(pull, 'mallory/engine', 'mallory');
  await refused(event(next, { action: 'synchronize' }), { reason: 'approval-needed', statuses: ['pending'] });
  expect(stage.standing(next.sha)).toBe(
    `pending: needs /ok-to-test ${next.sha.slice(0, 12)}… (all 40 digits) from a member with write access`,
  );
});

it.each([
  ['short', (sha: string) => sha.slice(0, 12), 'command-malformed'],
  ['of another commit', () => 'a'.repeat(40), 'approval-stale'],
  ['followed by a word', (sha: string) => `${sha} please`, 'command-malformed'],
])('is questioned when the SHA is %s', async (_, typed, reason) => {
  const pull = scene.openByOutsider(`questioned-${reason}-${typed('abc').length}`);
  const result = await refused(comment(pull, 'carol', `/ok-to-test ${typed(pull.sha)}`), { reason });
  expect(result.outputs['reason']).toBe(reason);
  const said = stage.issue(pull).comments.map(({ author, body }) => `${author?.login}: ${body}`);
  expect(reactions(pull)).toEqual(['confused']);
  expect(said).toHaveLength(2);
  expect(said[1]).toMatch(/^github-actions\[bot\]: /);
  expect(said[1]).toContain(`\n\`\`\`\n/ok-to-test ${pull.sha}\n\`\`\``);
  expect(statuses(pull.sha)).toEqual([]);
});

it('is taken as people type it, and later too', async () => {
  const pull = scene.openByOutsider('typed', ['test-do-infra']);
  const typed = `  \`/ok-to-test  ${pull.sha.toUpperCase()}\`\nThank you!`;
  await started(comment(pull, 'carol', typed, { with: unwatched }));
  expect(reactions(pull)).toEqual(['eyes']);
  expect(comments(pull)).toHaveLength(1);
  github.addLabel(scene.repository, pull.number, 'test-aws-infra');
  const later = await started(detached(pull, { action: 'labeled', label: 'test-aws-infra', sender: 'bob' }));
  expect(stage.audit(later)).toMatchObject({ rule: 'approved-commit', approver: stage.idOf('carol') });
});

it('is questioned when the comment was edited before it was read, and does not count later either', async () => {
  const pull = scene.openByOutsider('edited');
  const job = comment(pull, 'carol', `/ok-to-test ${pull.sha}`);
  const [written] = stage.issue(pull).comments;
  const at = (written?.createdAt ?? 0) + 5000;
  github.editComment(scene.repository, written?.id ?? 0, `/ok-to-test ${pull.sha} `, { at });
  await refused(job, { reason: 'comment-edited' });
  expect(reactions(pull)).toEqual(['confused']);
  const waiting = { reason: 'approval-needed', statuses: ['pending'] };
  await refused(event(pull, { action: 'reopened', sender: 'bob' }), waiting);
});

it.each(['mallory', 'trina', 'wendy', 'dora'])('by %s gets 👎 and no word more', async (login) => {
  const pull = scene.openByOutsider(`by-${login}`);
  await refused(comment(pull, login, `/ok-to-test ${pull.sha}`), { reason: 'command-not-allowed' });
  expect(reactions(pull)).toEqual(['-1']);
  expect(comments(pull)).toHaveLength(1);
  expect(statuses(pull.sha)).toEqual([]);
  const writes = sandbox.recorder.all().filter(({ method, path }) => method !== 'GET' && path !== '/graphql');
  expect(writes.map(({ path }) => path.split('/').at(-1))).toEqual(['reactions']);
});

it('is found on the second page of comments', async () => {
  const pull = scene.openByOutsider('long-talk', ['test-do-infra']);
  for (let n = 0; n < 104; n++) github.comment(scene.repository, pull.number, 'mallory', `Ping ${n}`);
  github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
  const result = await started(detached(pull));
  expect(stage.audit(result)).toMatchObject({ rule: 'approved-commit', approver: stage.idOf('carol') });
});

it('is not buried by those of people who may not', async () => {
  const pull = scene.openByOutsider('flooded', ['test-do-infra']);
  const approve = `/ok-to-test ${pull.sha}`;
  for (let n = 0; n < 60; n++) github.comment(scene.repository, pull.number, 'mallory', approve);
  github.comment(scene.repository, pull.number, 'carol', approve);
  const result = await started(detached(pull));
  expect(stage.audit(result)).toMatchObject({ approver: stage.idOf('carol') });
  const lines = sandbox.recorder.lines('github');
  expect(lines.filter((line) => /graphql|mallory\/permission/.test(line))).toHaveLength(2);
});

it('is refused where approvals are off', async () => {
  const pull = scene.openByOutsider('off');
  const off = { with: { approvals: 'none' } };
  await refused(comment(pull, 'carol', `/ok-to-test ${pull.sha}`, off), { reason: 'approvals-off' });
  expect(reactions(pull)).toEqual(['confused']);
});

it('talk is no command, and costs nothing', async () => {
  const pull = scene.openByOutsider('talk');
  const result = await stage.play(comment(pull, 'carol', `Should I say /ok-to-test ${pull.sha}?`));
  expect([result.exitCode, result.outputs['reason']]).toEqual([0, 'no-command']);
  expect(sandbox.recorder.all()).toEqual([]);
});
