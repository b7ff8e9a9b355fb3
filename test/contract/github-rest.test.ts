import { describe, expect, it } from 'vitest';
import { fields, parameters, passedOver } from '../../sandbox/github/parameters.ts';
import { responseComplaints, sendable } from './github/openapi.ts';
import { fill, type Row, rows } from './github/rows.ts';
import { ask, bodyOf, json, stage } from './github/stage.ts';

const repo = '/repos/{owner}/{repo}';
/** Newer than the description that is pinned here; its page is named in docs/facts/github.md, "Actions policies". */
const undescribed: readonly string[] = ['GET {repo}/actions/policies'];

async function run(row: Row, s: ReturnType<typeof ready>) {
  const [method = '', template = ''] = row.operation.split(' ');
  const path = (row.path ?? fill(template, s)).replace('MAIN', s.main).replace('HIDDEN', String(s.hidden.id));
  const response = await ask(s.github, method.toUpperCase(), path, {
    token: row.as && s.tokens[row.as],
    body: row.body?.(s),
  });
  return { method, template, response };
}

function ready() {
  const s = stage();
  s.github.push({ repo: 'acme/engine', branch: 'ready', by: 'mel' });
  s.github.setStatus('acme/engine', s.sha, { context: 'drawbridge', state: 'pending', by: 'mel' });
  const hidden = s.github.comment('acme/engine', s.pull.number, 'eve', 'hidden');
  s.github.minimizeComment('acme/engine', hidden.id, 'mel');
  return { ...s, hidden, main: s.repo.refs.get('refs/heads/main') ?? '' };
}

describe("the sandbox's GitHub keeps to GitHub's OpenAPI description", () => {
  it.each(rows)('$operation → $status $path', async (row) => {
    const { method, template, response } = await run(row, ready());
    expect(response.status).toBe(row.status);
    const body = await bodyOf(response);
    expect(responseComplaints(method, template, row.status, body)).toEqual([]);
  });

  it('a directory is a list of entries', async () => {
    const s = ready();
    s.github.push({
      repo: 'acme/engine',
      branch: 'main',
      by: 'mel',
      files: { 'src/a.rs': 'a', 'src/b/c.rs': 'c' },
    });
    const body = await bodyOf(await ask(s.github, 'GET', '/repos/acme/engine/contents/src'));
    expect(responseComplaints('get', `${repo}/contents/{path}`, 200, body)).toEqual([]);
    expect(body).toMatchObject([
      { name: 'a.rs', type: 'file' },
      { name: 'b', type: 'dir' },
    ]);
  });

  it('an existing reaction answers 200 with the same shape', async () => {
    const s = ready();
    const path = `/repos/acme/engine/issues/comments/${s.comment.id}/reactions`;
    const post = () => ask(s.github, 'POST', path, { token: s.tokens.actions, body: { content: 'eyes' } });
    await post();
    const again = await post();
    const template = `${repo}/issues/comments/{comment_id}/reactions`;
    expect(responseComplaints('post', template, again.status, await bodyOf(again))).toEqual([]);
    expect(again.status).toBe(200);
  });
});

describe('what the routes read is what GitHub describes', () => {
  /** `GET {repo}/pulls/:number` as GitHub's description has it, its parameters nameless. */
  const described = (route: string) => {
    const [method = '', path = ''] = route.replace('{repo}', '/repos/{}/{}').split(' ');
    const form = path.replaceAll(/:\w+(\{[^/]*\})?/g, '{}');
    return sendable(method.toLowerCase(), form);
  };

  it.each(Object.entries(parameters).filter(([route]) => !undescribed.includes(route)))(
    '%s: %j',
    (route, read) => {
      const isList = route === 'GET {repo}/git/matching-refs/:ref{.+}';
      const asked = read.filter((name) => !(isList && passedOver.includes(name)));
      expect(described(route)?.query).toEqual(expect.arrayContaining(asked));
    },
  );

  it.each(Object.entries(fields))('%s with %j in its body', (route, read) => {
    expect(described(route)?.body).toEqual(expect.arrayContaining([...read]));
  });

  it('each operation of the rows has its line', () => {
    const lines = Object.keys(parameters).map((route) => route.replaceAll(/:\w+(\{[^/]*\})?/g, '{}'));
    const asked = rows.map(({ operation }) => {
      const [method = '', path = ''] = operation.split(' ');
      return `${method.toUpperCase()} ${path.replace(repo, '{repo}').replaceAll(/\{(?!repo\})[^}]*\}/g, '{}')}`;
    });
    expect([...new Set(asked)].filter((one) => !lines.includes(one))).toEqual([]);
    expect(lines.filter((one) => !asked.includes(one) && !undescribed.includes(one))).toEqual([]);
  });
});

describe('a wrong answer is noticed', () => {
  const lists = ['pulls', 'files', 'comments', 'labels', 'statuses', 'activity', 'branches-where-head'];
  const planted = rows.filter((row) => row.status < 300 && row.status !== 204);

  it.each(planted)('a field of $operation → $status planted wrong', async (row) => {
    const { method, template, response } = await run(row, ready());
    const body = await bodyOf(response);
    expect(responseComplaints(method, template, row.status, spoil(body))).not.toEqual([]);
  });

  it('a pull request whose head lost its SHA', async () => {
    const s = ready();
    const real = s.github.app;
    const spoiled = {
      app: {
        request: async (...given: Parameters<typeof real.request>) => {
          const body = await json(await real.request(...given));
          delete body.head.sha;
          return Response.json(body);
        },
      },
    };
    const path = `/repos/acme/engine/pulls/${s.pull.number}`;
    const body = await (await spoiled.app.request(path, { headers: { 'user-agent': 'contract' } })).json();
    const found = responseComplaints('get', `${repo}/pulls/{pull_number}`, 200, body);
    expect(found.join('\n')).toContain("/head must have required property 'sha'");
  });

  it('an error without a message, a body where none belongs, an undocumented success', () => {
    const bare = { documentation_url: 'https://docs.github.com/rest', status: '404' };
    expect(responseComplaints('get', repo, 404, bare)).not.toEqual([]);
    expect(responseComplaints('get', '/orgs/{org}/members/{username}', 204, { ok: true })).not.toEqual([]);
    expect(() => responseComplaints('get', repo, 202, {})).toThrow('documents no 202');
  });

  it('every list has an element to hold against the schema', async () => {
    for (const row of planted.filter(({ operation }) =>
      lists.some((name) => operation.endsWith(`/${name}`)),
    )) {
      const body = await bodyOf((await run(row, ready())).response);
      if (Array.isArray(body)) expect(body, row.operation).not.toHaveLength(0);
    }
  });
});

/** The same body with every field of its first object turned into an empty list, which fits none of them. */
function spoil(body: unknown): unknown {
  if (Array.isArray(body)) return [spoil(body[0]), ...body.slice(1)];
  if (typeof body !== 'object' || body === null) return { spoiled: true };
  return Object.fromEntries(Object.keys(body).map((key) => [key, key === 'documentation_url' ? '' : []]));
}
