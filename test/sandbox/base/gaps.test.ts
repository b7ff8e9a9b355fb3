import { expect, it } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';

it.each([
  ['GitHub', (sandbox: Awaited<ReturnType<typeof startSandbox>>) => `${sandbox.apiUrl}/gists`],
  ['GitLab', (sandbox: Awaited<ReturnType<typeof startSandbox>>) => `${sandbox.gitlab.url}/api/v4/groups`],
])('a sandbox whose %s was asked for too much does not close without a word', async (service, url) => {
  const sandbox = await startSandbox();
  expect((await fetch(url(sandbox), { headers: { 'user-agent': 'x' } })).status).toBe(501);
  await expect(sandbox.close()).rejects.toThrow(`The sandbox's ${service} does not imitate: GET /`);
});
