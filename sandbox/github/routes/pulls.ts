import { Hono } from 'hono';
import { NotImitated } from '../../base/gaps.ts';
import { need } from '../access.ts';
import { type Api, bodyOf, type Env, numberOf } from '../api.ts';
import { contains } from '../history.ts';
import { page } from '../pages.ts';
import { invalid, refuse } from '../refusals.ts';
import type { Repository } from '../repository.ts';
import { isPull, type PullRequest } from '../repository.ts';
import { fileShape, fullPull, simplePull } from '../shapes/pull.ts';
import { changedFiles, createPull, pullsOf } from '../verbs/pulls.ts';

/** GitHub lists at most this many files of a pull request and does not say that it cut (docs: "List pull requests files"). */
const mostFiles = 3000;

/** Pull requests: list, read, open, their files, and those that contain a commit. */
export function pullRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.get('/pulls', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['pull-requests'], 'read');
    const { state = 'open', head, base, sort = 'created', direction } = c.req.query();
    oneOf('state', state, ['open', 'closed', 'all']);
    oneOf('sort', sort, ['created', 'updated']);
    oneOf('direction', direction ?? 'asc', ['asc', 'desc']);
    const found = pullsOf(repo)
      .filter((issue) => state === 'all' || issue.state === (state === 'closed' ? 'closed' : 'open'))
      // Without an owner GitHub ignores the filter and gives everything (hub4j/github-api#538, PyGithub#1566).
      .filter(({ pull }) => !head?.includes(':') || sameHead(head, pull))
      .filter(({ pull }) => !base || pull.base.ref === base)
      .sort(sort === 'updated' ? (a, b) => b.updatedAt - a.updatedAt || b.number - a.number : newestFirst);
    // Down by default only when sorted by creation (GitHub's OpenAPI description, "List pull requests").
    if ((direction ?? (sort === 'created' ? 'desc' : 'asc')) === 'asc') found.reverse();
    return c.json(page(world, c, found).map((issue) => simplePull(world, repo, issue)));
  });

  app.get('/pulls/:number', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['pull-requests'], 'read');
    return c.json(fullPull(world, repo, pullAsked(repo, c.req.param('number'))));
  });

  app.get('/pulls/:number/files', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['pull-requests'], 'read');
    const issue = pullAsked(repo, c.req.param('number'));
    const files = changedFiles(repo, issue).slice(0, mostFiles);
    return c.json(page(world, c, files).map((file) => fileShape(world, repo, issue.pull.head.sha, file)));
  });

  app.get('/commits/:sha/pulls', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, ['pull-requests'], 'read');
    const sha = c.req.param('sha');
    if (!repo.network.has(sha)) refuse(422, `No commit found for SHA: ${sha}`);
    // Every pull request that contains the commit, not only those whose head it is.
    const found = pullsOf(repo).filter(
      ({ pull }) => contains(repo, pull.head.sha, sha) && !contains(repo, pull.base.sha, sha),
    );
    return c.json(page(world, c, found).map((issue) => simplePull(world, repo, issue)));
  });

  app.post('/pulls', async (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    need(api, token, repo, ['pull-requests'], 'write', 'read');
    if (!token) return refuse(401, 'Requires authentication');
    if (token.kind === 'actions' && !repo.actionsMayOpenPullRequests) {
      refuse(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    }
    const { title, head, base, body, draft } = await bodyOf(c);
    for (const [field, value] of Object.entries({ title, head, base })) {
      if (typeof value !== 'string' || value === '') {
        return invalid({ resource: 'PullRequest', code: 'missing_field', field });
      }
    }
    const [owner, branch] = String(head).includes(':')
      ? String(head).split(/:(.*)/s)
      : [repo.owner.login, String(head)];
    const headRepo = [...world.repositories.values()].find(
      (other) => other.network === repo.network && other.owner.login.toLowerCase() === owner?.toLowerCase(),
    );
    const from = headRepo?.refs.get(`refs/heads/${branch}`);
    const onto = repo.refs.get(`refs/heads/${base}`);
    if (!onto) return invalid({ resource: 'PullRequest', code: 'invalid', field: 'base' });
    if (!headRepo || !branch || !from) {
      return invalid({ resource: 'PullRequest', code: 'invalid', field: 'head' });
    }
    const custom = (message: string) => invalid({ resource: 'PullRequest', code: 'custom', message });
    if (contains(repo, onto, from)) return custom(`No commits between ${base} and ${head}`);
    const twin = pullsOf(repo).find(
      ({ state, pull }) => state === 'open' && sameHead(`${owner}:${branch}`, pull) && pull.base.ref === base,
    );
    if (twin) return custom(`A pull request already exists for ${owner}:${branch}.`);
    const made = createPull(world, repo, headRepo, branch, {
      author: token.account.login,
      title: String(title),
      base: String(base),
      body: typeof body === 'string' ? body : null,
      draft: draft === true,
    });
    return c.json(fullPull(world, repo, made), 201);
  });

  return app;
}

/** GitHub knows more of these, or says nothing of what is none. */
function oneOf(name: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw new NotImitated(`\`${name}=${value}\` of pull requests`);
}

const newestFirst = (a: PullRequest, b: PullRequest): number => b.number - a.number;

/** The pull request of that number; 404 for plain issues too. */
function pullAsked(repo: Repository, text: string): PullRequest {
  const issue = repo.issues.get(numberOf(text));
  return isPull(issue) ? issue : refuse(404, 'Not Found');
}

function sameHead(head: string, { head: own }: PullRequest['pull']): boolean {
  const [owner = '', branch] = head.split(/:(.*)/s);
  return own.owner.login.toLowerCase() === owner.toLowerCase() && own.ref === branch;
}
