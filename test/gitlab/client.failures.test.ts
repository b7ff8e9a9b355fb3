import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { createGitLabClient } from '../../src/gitlab/client.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Send } from '../../src/net/transport.ts';
import { rejection } from '../net/loopback.ts';
import { request } from '../pipeline/build.ts';

/** A client to whose every request GitLab gives one answer. */
function clientOf(status: number, body: unknown, triggerToken?: string) {
  const send: Send = async ({ url }) => ({
    status,
    headers: new Map(),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    url,
  });
  return createGitLabClient({
    url: 'https://gitlab.example',
    project: 'acme/tests',
    token: 'x',
    triggerToken,
    send,
  });
}
type Client = ReturnType<typeof clientOf>;

const calls: Record<string, (client: Client) => Promise<unknown>> = {
  create: (client) => client.create(request()),
  named: (client) => client.named('key'),
  changedSince: (client) => client.changedSince(0),
  durations: (client) => client.durations(':1'),
  keyVariable: (client) => client.keyVariable(5),
  jobs: (client) => client.jobs(5),
  self: (client) => client.self(),
  get: (client) => client.get(5),
  retry: (client) => client.retry(5),
  cancel: (client) => client.cancel(5),
  rename: (client) => client.rename(5, 'key'),
  branch: (client) => client.branch('x'),
  tag: (client) => client.tag('x'),
  projectId: (client) => client.projectId(),
  defaultBranch: (client) => client.defaultBranch(),
};

it('every call is in the table', () =>
  expect(Object.keys(calls).sort()).toEqual(Object.keys(clientOf(200, {})).sort()));

describe.each(Object.entries(calls))('%s', (name, call) => {
  it.each([
    [302, 'moved', false],
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [409, 'conflict', false],
    [429, 'rate-limited', false],
    [500, 'unavailable', true],
    [502, 'unavailable', true],
  ])('%i is no answer: %s', async (status, kind, mayHaveActed) => {
    const failure = await rejection(call(clientOf(status, { message: 'private words' })));
    expect(failure).toBeInstanceOf(ServiceFailure);
    expect(failure).toMatchObject({ service: 'gitlab', kind, mayHaveActed });
    expect(String(failure)).not.toContain('private words');
  });

  it('404', async () => {
    const own = { branch: '404 Branch Not Found', tag: '404 Tag Not Found' }[name];
    if (own) expect(await call(clientOf(404, { message: own }))).toBeUndefined();
    const asked = call(clientOf(404, { message: '404 Not Found' }));
    await expect(asked).rejects.toMatchObject({ kind: 'not-found' });
  });
});

const reads = Object.entries(calls).filter(([name]) => !['cancel', 'rename'].includes(name));
describe.each(reads)('an odd answer to %s', (_, call) => {
  it.each([
    ['an empty object', {}],
    ['a text', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
    ['a list of texts', ['x']],
    [
      'texts for numbers',
      { id: '5', sha: 1, status: 2, default_branch: null, protected: 'true', scopes: 'api' },
    ],
    ['a list of odd things', [{ id: 1, sha: 's', status: 3, name: 4, key: 5, created_at: 6 }]],
  ])('%s is not understood', async (_shape, body) => {
    const failure = await rejection(call(clientOf(200, body)));
    expect(failure).toMatchObject({ service: 'gitlab', kind: 'unexpected', mayHaveActed: true });
  });
});

const strict = reads.filter(([name]) => name !== 'durations');
describe.each(strict)('an odder answer to %s', (_, call) => {
  it.each([
    ['a list of them', [{}]],
    ['a list of lists', [[]]],
  ])('%s is not understood', async (_shape, body) => {
    await expect(call(clientOf(200, body))).rejects.toMatchObject({ service: 'gitlab', kind: 'unexpected' });
  });
});

describe("GitLab's refusals of a start, in its own words, end in a reason", () => {
  const base = (message: string) => ({ message: { base: [message] } });

  it.each([
    [400, base('Reference not found'), 'gitlab-ref-not-found'],
    [400, base('Insufficient permissions to set pipeline variables'), 'gitlab-variables-refused'],
    [400, base('Pipeline filtered out by workflow rules.'), 'gitlab-filtered'],
    [
      400,
      base(
        'Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline.',
      ),
      'gitlab-no-jobs',
    ],
    [400, base('No stages / jobs for this pipeline.'), 'gitlab-no-jobs'],
    [400, base('Too many pipelines created in the last minute. Try again later.'), 'gitlab-throttled'],
    [400, { message: { name: ['is too long (maximum is 255 characters)'] } }, 'gitlab-name-refused'],
    [401, { message: '401 Unauthorized' }, 'gitlab-token-refused'],
    [403, { message: '403 Forbidden' }, 'gitlab-forbidden'],
    [403, { error: 'insufficient_scope', scope: 'api' }, 'gitlab-scope-missing'],
    [403, { error: 'insufficient_granular_scope' }, 'gitlab-permission-missing'],
    [404, { message: '404 Project Not Found' }, 'gitlab-project-not-found'],
    [429, 'Retry later', 'gitlab-rate-limited'],
    [500, { message: '500 Internal Server Error' }, 'gitlab-unavailable'],
    [502, '<html>Bad gateway</html>', 'gitlab-unavailable'],
    [302, '', 'gitlab-moved'],
  ])('%i %j → %s', async (status, body, reason) => {
    const failure = await rejection(clientOf(status, body).create(request()));
    expect(reasonOfFailure(failure)).toBe(reason);
  });

  it('a trigger token that is not known is told as such', async () => {
    const failure = await rejection(clientOf(404, { message: '404 Not Found' }, 'glptt-x').create(request()));
    expect([reasonOfFailure(failure), (failure as ServiceFailure).mayHaveActed]).toEqual([
      'gitlab-trigger-token-refused',
      false,
    ]);
  });
});
