/** `git fetch` and `git clone` over HTTP, with or without `.git` at the end of the name. */
import { type Context, Hono } from 'hono';
import { NotImitated } from '../../base/gaps.ts';
import { advertise, fetchPack } from '../../base/upload-pack.ts';
import { covers, holds, sees } from '../access.ts';
import type { Env } from '../api.ts';
import type { Store } from '../store.ts';
import { type Token, tokenOfHeader } from '../tokens.ts';
import type { World } from '../world.ts';

/** A token comes as the password of Basic (GitHub docs, "About authentication to GitHub"). */
export function fetchRoutes(
  world: World,
  find: (value: string) => Token | undefined,
  store: Store,
): Hono<Env> {
  const app = new Hono<Env>();
  const ask = async (c: Context<Env>, answer: (folder: string, request: Request) => Promise<Response>) => {
    const header = c.req.header('authorization');
    const token = header === undefined ? undefined : find(tokenOfHeader(header));
    const name = `${c.req.param('owner')}/${c.req.param('repository')}`.replace(/\.git$/, '').toLowerCase();
    const repo = world.repositories.get(name);
    // Git asks for a name and a password only where it is told to; without, what is not there is told as what is private.
    const refused = (status: 401 | 404) => c.text('Repository not found.', status, challenge(status));
    if (header !== undefined && !token) return refused(401);
    if (!repo || !sees(world, token, repo)) return refused(token ? 404 : 401);
    if (repo.private && token && !(covers(world, token, repo) && holds(token, ['contents'], 'read')))
      return refused(404);
    return answer(store.folderOf(repo), c.req.raw);
  };
  app.get('/:owner/:repository/info/refs', (c) => {
    const service = c.req.query('service');
    if (service !== 'git-upload-pack') throw new NotImitated(`git's service ${service}`);
    return ask(c, advertise);
  });
  app.post('/:owner/:repository/git-upload-pack', (c) => ask(c, fetchPack));
  return app;
}

const challenge = (status: 401 | 404): Record<string, string> =>
  status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
