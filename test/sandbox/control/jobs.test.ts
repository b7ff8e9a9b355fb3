/** What a job is given: its token's permissions, its secrets, its ID token, the values of its expressions. */
import { afterAll, describe, expect, it } from 'vitest';
import { prepare } from '../../../sandbox/control/jobs.ts';
import { settle } from '../../../sandbox/control/places.ts';
import { startControl } from './start.ts';

const stage = await startControl();
afterAll(() => stage.close());
const { scene, sandbox } = stage;
const { github } = sandbox;
const repo = scene.repository;
const member = scene.openByMember('feature/x');
const outsider = scene.openByOutsider('fix');

const step = `{ uses: ./, with: { gitlab-project: "\${{ vars.PROJECT }}", gitlab-token: "\${{ secrets.GL }}", pull-request: "\${{ inputs.number }}", tests: "\${{ github.event.pull_request.user.login }}" } }`;
const text = `on: { pull_request: , pull_request_target: , workflow_dispatch: { inputs: { number: { default: 7 } } } }
jobs:
  named: { runs-on: x, environment: prod, permissions: { statuses: write, id-token: write }, steps: [${step}] }
  other: { runs-on: x, permissions: { statuses: write, id-token: write }, steps: [${step}] }`;
const places = settle(scene, {
  ...{ workflows: { 'my.yml': text }, gitlab: {}, vars: { PROJECT: 'my/tests' }, policy: 'default' },
});

/** One job on an event, as it would start. */
function jobOn(
  name: 'named' | 'other',
  event: 'pull_request' | 'pull_request_target' | 'workflow_dispatch',
  pull = member,
) {
  const sender = pull === member ? 'bob' : 'mallory';
  const action = event === 'workflow_dispatch' ? null : 'opened';
  const [first] = github.actions.happen(event, action, { repo, number: pull.number, sender });
  // A first-time contributor's waits for that.
  const [run] = first?.outcome === 'waiting' ? github.actions.approveAndRun(first, 'alice') : [first];
  const own = run && places.workflows.get(run.workflow.path);
  const job = own?.jobs.get(name);
  if (!run || !own || !job) throw new Error('no run');
  const prepared = prepare(scene, places, own, job, run);
  if (prepared.kind !== 'starts') throw new Error(prepared.notes.join());
  return prepared;
}

/** Whether a token may write a commit status. */
const mayWrite = async (token: string) =>
  (
    await fetch(`${sandbox.apiUrl}/repos/${repo}/statuses/${member.sha}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' },
      body: JSON.stringify({ state: 'pending', context: 'x' }),
    })
  ).status;

describe('a job', () => {
  it('has its permissions, its secrets and an ID token on pull_request_target', async () => {
    const { options, notes } = jobOn('named', 'pull_request_target', outsider);
    expect(options.with).toMatchObject({
      'gitlab-project': 'my/tests',
      tests: 'mallory',
      'pull-request': '',
    });
    expect(options.with['gitlab-token']).toMatch(/^glpat-/);
    expect(options.secrets).toContain(options.with['gitlab-token']);
    expect([await mayWrite(options.githubToken), options.idToken !== undefined, notes]).toEqual([
      201,
      true,
      [],
    ]);
  });

  it('has no secret of an environment that it does not name', () => {
    const { options, notes } = jobOn('other', 'pull_request_target');
    expect(options.with['gitlab-token']).toBe('');
    expect(notes).toEqual(['names no environment: the secrets of prod are empty']);
  });

  it('only reads, and has no ID token, on pull_request of a fork', async () => {
    const { options } = jobOn('other', 'pull_request', outsider);
    expect([await mayWrite(options.githubToken), options.idToken]).toEqual([403, undefined]);
    const own = jobOn('other', 'pull_request', member);
    expect([await mayWrite(own.options.githubToken), own.options.idToken !== undefined]).toEqual([201, true]);
  });

  it('has the defaults of inputs by hand', () => {
    expect(jobOn('named', 'workflow_dispatch').options.with['pull-request']).toBe('7');
  });
});
