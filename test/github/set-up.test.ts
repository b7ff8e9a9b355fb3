/** How the set-up is read where GitHub hides it, or tells it in pages. */
import { expect, it } from 'vitest';
import type { Octokit } from '../../src/github/octokit.ts';
import { createSetUp } from '../../src/github/set-up.ts';
import { ServiceFailure } from '../../src/net/failure.ts';

const absent = new ServiceFailure({ service: 'github', status: 404, kind: 'not-found', mayHaveActed: false });
/** A GitHub that answers by path; undefined: 404. */
const answering = (answer: (path: string, page: number) => unknown) =>
  createSetUp(
    {
      request: async (route: string, { page = 1 }: { page?: number }) => {
        const data = answer(route.replace('GET /repos/{owner}/{repo}', ''), page);
        if (data === undefined) throw absent;
        return { data, headers: {} };
      },
    } as unknown as Octokit,
    { owner: 'acme', repo: 'engine' },
  );
const page = (names: readonly string[], all = names.length) => ({
  total_count: all,
  secrets: names.map((name) => ({ name })),
});

it('reads all pages of secrets, and keeps those of environments apart', async () => {
  const many = Array.from({ length: 150 }, (_, n) => `S${n}`);
  const github = answering((path, at) => {
    if (path.startsWith('/environments')) return page(['E']);
    return path === '/actions/secrets' ? page(['R']) : page(many.slice((at - 1) * 100, at * 100), 150);
  });
  expect(await github.secretNames(['prod'])).toEqual({
    everywhere: ['R', ...many],
    inEnvironment: new Map([['prod', ['E']]]),
  });
});

it('takes a list that is hidden for not told, and an environment that is not there for empty', async () => {
  expect(await answering(() => undefined).secretNames([])).toBeUndefined();
  const github = answering((path) => (path === '/actions/secrets' ? page(['R']) : undefined));
  expect(await github.secretNames(['prod'])).toEqual({
    everywhere: ['R'],
    inEnvironment: new Map([['prod', []]]),
  });
});

it('reads what an archived repository says', async () => {
  const repository = {
    id: 1,
    full_name: 'acme/engine',
    owner: { id: 2 },
    private: false,
    default_branch: 'main',
  };
  const github = answering(() => ({
    ...repository,
    archived: true,
    permissions: { admin: false, push: false },
  }));
  expect(await github.settings()).toMatchObject({ isArchived: true, mayPush: false, isAdmin: false });
});
