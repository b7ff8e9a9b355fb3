/** The API for events: what GitHub lets people do, which runs come of it, and what their jobs are told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startControl } from './start.ts';

let stage: Awaited<ReturnType<typeof startControl>>;
beforeAll(async () => {
  stage = await startControl();
  stage.scene.openByMember('feature/x');
  stage.scene.openByOutsider('improve-docs');
});
afterAll(() => stage.close());

/** A request with a body; gives status and message, or the answer. */
async function post(path: string, body: unknown = {}) {
  const answer = await stage.send(path, {
    ...{ method: 'POST', headers: { authorization: 'Bearer the-token', 'content-type': 'text/plain' } },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const read = (await answer.json()) as { message?: string; says?: string[] };
  return [answer.status, read.message ?? read.says] as const;
}

const step = (more = '') =>
  `{ uses: ./, with: { gitlab-project: my/tests, gitlab-token: "\${{ secrets.GL }}", membership-token: "\${{ secrets.ORG }}", tests: "test-dns: dns" ${more} } }`;
const job = (more = '', steps = step()) =>
  `jobs: { it: { runs-on: x, permissions: { pull-requests: write, statuses: write } ${more}, steps: [${steps}] } }`;
/** A step that is not Drawbridge's: the job passes at once. */
const other = '{ run: "true" }';
const run = (text: string, more: object = {}) => post('/run', { workflow: { 'my.yml': text }, ...more });

describe('a request', () => {
  it('needs the token', async () => {
    const statuses = await Promise.all(
      [{}, { authorization: 'Bearer other' }].map(
        async (headers) => (await stage.send('/', { headers })).status,
      ),
    );
    expect(statuses).toEqual([401, 401]);
  });

  it.each([
    ['/label', '{', 400, 'Problems parsing JSON'],
    ['/label', '[]', 400, 'POST /label takes a JSON object'],
    ['/label', {}, 400, 'pull is missing'],
    ['/label', { pull: '1', name: 'a' }, 400, 'pull must be a whole number'],
    ['/label', { pull: 1, name: 'a', by: 'bob' }, 400, 'no field by; it has pull, name, as'],
    ['/open', { label: 'a' }, 400, 'label must be a list'],
    ['/push', {}, 400, 'push takes the number of a pull request, or --branch'],
    ['/lable', {}, 404, 'there is no lable; there are run, open'],
    ['/close', { pull: 9 }, 404, 'there is no pull request #9; there are #1, #2'],
    [
      '/label',
      { pull: 1, name: 'a', as: 'dave' },
      404,
      'there is no dave; there are alice, bob, carol, mallory',
    ],
    ['/rerun', { run: 9 }, 404, 'there is no run 9'],
    ['/label', { pull: 1, name: 'a', as: 'mallory' }, 403, 'does not let mallory label #1'],
    ['/close', { pull: 1, as: 'mallory' }, 403, 'does not let mallory close #1'],
    ['/push', { pull: 1, as: 'mallory' }, 403, 'does not let mallory push to acme/engine'],
    ['/push', { pull: 2, as: 'bob' }, 403, '--as mallory may'],
    ['/rerun', { run: 9, as: 'mallory' }, 403, 'press that button'],
    ['/open', { as: 'mallory' }, 403, 'add --fork'],
    ['/unlabel', { pull: 1, name: 'a' }, 422, 'has no label a'],
    ['/reopen', { pull: 1 }, 422, '#1 is open'],
    ['/ready', { pull: 1 }, 422, 'is no draft'],
    ['/open', { branch: 'a b' }, 422, '"a b" is no name of a branch'],
    ['/open', { branch: 'a\u001b[31m' }, 422, 'is no name of a branch'],
    ['/open', { branch: '../a' }, 422, 'is no name of a branch'],
    ['/push', { branch: 'a.lock' }, 422, 'is no name of a branch'],
    ['/push', { pull: 1, file: ['../a'] }, 422, 'is no path of a file'],
    ['/run', { workflow: { 'a.yml': 'on: push\njobs: {}' }, 'gitlab-ci': { '../a': '' } }, 422, 'no path of'],
    ['/run', { workflow: {} }, 400, 'no workflow file'],
    ['/run', { workflow: { 'a.txt': '' } }, 400, 'no name of a workflow'],
  ])('%s %j is refused with %i', async (path, body, status, message) => {
    expect(await post(path, body)).toEqual([status, expect.stringContaining(message)]);
  });
});

describe('a workflow of one’s own', () => {
  it('is refused as a whole where something of it is not played, and the others stay', async () => {
    expect(await run(`on: push\n${job('', other)}`)).toEqual([200, expect.anything()]);
    for (const text of [
      `on: push\n${job(', needs: x')}`,
      `on: push\n${job('', step(', vault-url: "https://x"'))}`,
    ])
      expect((await run(text))[0]).toBe(422);
    const withoutPolicy = await post('/run', {
      workflow: { 'another.yml': `on: push\n${job('', other)}` },
      policy: { 'p.json': '7' },
    });
    expect(withoutPolicy).toEqual([422, expect.stringContaining('the policy is none that is played')]);
    expect(await stage.json('push --branch main')).toMatchObject({
      runs: [{ path: '.github/workflows/my.yml' }],
    });
  });

  it('is blocked without a policy, in GitHub’s words, and runs with one', async () => {
    const text = `on: pull_request_target\n${job()}`;
    expect((await run(text, { 'no-policy': true }))[1]).toEqual(
      expect.arrayContaining([expect.stringContaining('refused by that default')]),
    );
    const { runs } = await stage.json('push 1');
    expect(runs).toMatchObject([
      { outcome: 'blocked', message: expect.stringContaining("'pull_request_target'") },
    ]);
  });

  it('hears of labels, drafts and comments as its `on:` and `if:` say', async () => {
    const types = '{ types: [labeled, ready_for_review, closed] }';
    await run(
      `on: { pull_request_target: ${types}, issue_comment: }\n${job(", if: github.event_name != 'issue_comment'", other)}`,
    );
    const outcomes = async (line: string) =>
      (await stage.json(line)).runs.map(({ event, action, outcome }) => `${event} ${action} ${outcome}`);
    expect(await outcomes('label 1 test-zzz')).toEqual(['pull_request_target labeled runs']);
    expect(await outcomes('unlabel 1 test-zzz')).toEqual([]);
    expect(await outcomes('comment 1 hello')).toEqual(['issue_comment created skipped']);
    const [last] = (await stage.json('show 1')).runs.filter(({ outcome }) => outcome === 'runs');
    const again = await stage.json(`rerun ${last?.id}`);
    expect(again.runs).toMatchObject([
      { id: last?.id, attempt: 2, isOver: true, jobs: [{ state: 'success' }] },
    ]);
    expect(await outcomes('draft 1')).toEqual([]);
    expect(await outcomes('ready 1')).toEqual(['pull_request_target ready_for_review runs']);
  });

  it('gets its secrets where the environment is named, and a run on another ref may not use that', async () => {
    await run(`on: [pull_request_target, pull_request]\n${job(', environment: prod')}`);
    const { runs } = await stage.json('open --as carol');
    const states = runs.map(({ event, jobs }) => [event, jobs[0]?.state, jobs[0]?.notes[0]]);
    expect(states).toEqual([
      [
        'pull_request',
        'failure',
        expect.stringMatching(/^Branch "\d+\/merge" is not allowed to deploy to prod/),
      ],
      ['pull_request_target', 'success', undefined],
    ]);
    expect(runs[1]?.jobs[0]).toMatchObject({ outputs: { reason: 'pipeline-success' } });
    expect(runs[1]?.jobs[0]?.log).toContain('gitlab-token: ***');
  });

  it('has no secrets and a token that reads on pull_request of a fork, after somebody let it start', async () => {
    await run(`on: pull_request\n${job()}`);
    const { runs, next } = await stage.json('open --as mallory --fork --branch another');
    expect(runs).toMatchObject([{ outcome: 'waiting', jobs: [] }]);
    expect(next[0]).toBe(`approve ${runs[0]?.id}`);
    const approved = await stage.json(`approve ${runs[0]?.id}`);
    expect(approved.runs[0]?.jobs[0]).toMatchObject({
      state: 'failure',
      notes: ['pull_request from a fork: no secrets, and a token that only reads'],
    });
    expect(approved.runs[0]?.jobs[0]?.log).not.toContain('gitlab-token:');
  });

  it('names what its CI file has that is not imitated, and is stopped by a cancel', async () => {
    const ci = 'dns: { script: [sleep 600], retry: 1 }';
    await run(`on: pull_request_target\n${job()}`, { 'gitlab-ci': { '.gitlab-ci.yml': ci } });
    const { runs } = await stage.json('push 1');
    expect(runs[0]?.jobs[0]?.notes.join()).toMatch(
      /not imitated: .*retry.*,so the sandbox cancelled the run/,
    );

    await run(`on: pull_request_target\n${job()}`, {
      'gitlab-ci': { '.gitlab-ci.yml': 'dns: { script: [sleep 600] }' },
    });
    const started = await stage.json('push 1 --no-wait');
    const id = started.runs[0]?.id;
    expect(await post('/rerun', { run: id })).toEqual([403, expect.stringContaining('is not over')]);
    const cancelled = await stage.json(`cancel ${id}`);
    expect(cancelled.runs).toMatchObject([{ isOver: true, jobs: [{ state: 'cancelled' }] }]);
  });
});

it('shows the overview, a pull request and a run, and stops', async () => {
  const overview = await stage.type('show');
  expect(overview).toMatch(/^github {4}http:/);
  expect(overview).toContain('#1 by bob, from feature/x');
  const id = /run (\d+)/.exec(overview)?.[1];
  expect(await stage.type(`show ${id}`)).toContain(`, run ${id} ──`);
  expect(await stage.type('show 2')).toContain('by mallory');
  await expect(stage.type('show 99')).rejects.toThrow('there is no pull request #99');
  expect(await stage.type('stop')).toBe('the sandbox stops');
  expect(stage.stops()).toBe(1);
});
