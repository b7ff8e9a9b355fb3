import { expect, it } from 'vitest';
import { ask, json, stage } from '../../contract/github/stage.ts';

const at = '/repos/acme/engine';
const remaining = (response: Response) => Number(response.headers.get('x-ratelimit-remaining'));

it('answers 304 to who has the body already, and takes nothing for it', async () => {
  const s = stage();
  const look = (tag?: string, token: string | undefined = s.tokens.actions) =>
    ask(s.github, 'GET', `${at}/pulls`, { token, ...(tag && { headers: { 'if-none-match': tag } }) });
  const first = await look();
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"[0-9a-f]{64}"$/);
  const again = await look(tag);
  expect([again.status, await again.text(), remaining(again)]).toEqual([304, '', remaining(first)]);
  expect(again.headers.get('etag')).toBe(tag);
  expect((await look(`"other", ${tag.slice(2)}`)).status).toBe(304);
  s.github.setLabels('acme/engine', s.pull.number, []);
  const changed = await look(tag);
  expect([changed.status, remaining(changed)]).toEqual([200, remaining(first) - 1]);

  const stranger = await ask(s.github, 'GET', '/users/mel');
  const unchanged = await ask(s.github, 'GET', '/users/mel', {
    headers: { 'if-none-match': stranger.headers.get('etag') ?? '' },
  });
  expect([unchanged.status, remaining(unchanged)]).toEqual([304, remaining(stranger) - 1]);
});

it('answers HEAD as GET, without a body', async () => {
  const s = stage();
  for (const path of [`${at}/pulls`, `${at}/branches/main`, `${at}/branches/none`, '/orgs/acme', '/user']) {
    const [head, get] = await Promise.all([ask(s.github, 'HEAD', path), ask(s.github, 'GET', path)]);
    expect([head.status, await head.text()], path).toEqual([get.status, '']);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  }
});

it('takes labels bare or under their name, as texts or as objects', async () => {
  const s = stage();
  const add = async (body: unknown) => {
    const path = `${at}/issues/${s.pull.number}/labels`;
    const labels = await json(await ask(s.github, 'POST', path, { token: s.tokens.actions, body }));
    return labels.map(({ name }: { name: string }) => name);
  };
  expect(await add(['a'])).toEqual(['test-dns', 'a']);
  expect(await add([{ name: 'b' }])).toEqual(['test-dns', 'a', 'b']);
  expect(await add({ labels: [{ name: 'c' }, 'd'] })).toEqual(['test-dns', 'a', 'b', 'c', 'd']);
});

it('shows a commit with what it changed, and the branches', async () => {
  const s = stage();
  const made = s.github.push({ repo: 'acme/engine', branch: 'main', by: 'mel', files: { 'a.txt': 'x\n' } });
  const commit = await json(await ask(s.github, 'GET', `${at}/commits/main`));
  expect(commit).toMatchObject({ sha: s.repo.refs.get('refs/heads/main'), stats: { deletions: 0 } });
  expect(commit.files.map(({ filename }: { filename: string }) => filename)).toEqual(['a.txt']);
  expect(made).toBeDefined();
  const branches = async (query = '') =>
    (await json(await ask(s.github, 'GET', `${at}/branches${query}`))).length;
  expect([await branches(), await branches('?protected=true')]).toEqual([1, 0]);
});

it.each([
  ['GET', '/gists', 'GET /gists'],
  ['GET', `${at}/pulls?sort=popularity`, '`sort=popularity` of pull requests'],
  ['GET', `${at}/pulls?labels=x`, 'the parameter `labels` of GET {repo}/pulls'],
  [
    'POST',
    `${at}/pulls`,
    'the field `maintainer_can_modify` of POST {repo}/pulls',
    { maintainer_can_modify: true },
  ],
  ['POST', `${at}/issues/1/labels`, '`suggest` of a label', [{ name: 'a', suggest: true }]],
])(
  '%s %s is not imitated, and the test that asks for it fails',
  async (method, path, what, body = undefined) => {
    const { github, tokens } = stage();
    const answer = await ask(github, method, path, { token: tokens.actions, body });
    const message = `501 The sandbox's GitHub does not imitate ${what}`;
    expect([answer.status, await json(answer)]).toMatchObject([501, { message }]);
    expect(() => github.world.gaps.settle()).toThrow(what);
  },
);
