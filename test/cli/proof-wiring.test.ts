import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { wireProof } from '../../src/cli/proof-wiring.ts';
import type { VerifyWishes } from '../../src/cli/verify-wishes.ts';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { selfSigned } from '../net/certificate.ts';
import { json, serve, serveProxy } from '../net/loopback.ts';
import { policy } from '../proof/build.ts';

const tls = selfSigned();
const folder = mkdtempSync(join(tmpdir(), 'proof-wiring-'));
afterAll(() => rmSync(folder, { recursive: true }));
const certificates = join(folder, 'ca.pem');
writeFileSync(certificates, tls.cert);

const job = {
  ...{ id: 9, name: 'x' },
  pipeline: { id: 5, project_id: 7, ref: 'main', created_at: '2026-11-30T12:00:00Z' },
};
const gitlab = () => serve((_seen, response) => json(response, job), tls);

/** Asks GitLab what the job is, in an environment; gives the reason where that failed. */
function asks(gitlabUrl: string, over: Partial<VerifyWishes>, env: Readonly<Record<string, string>> = {}) {
  const wishes: VerifyWishes = {
    ...{ gitlabUrl, policy, covers: [], branchVariable: 'B', testsVariable: 'T', allLabel: 'all' },
    ...{ knownTests: undefined, member: undefined, proxy: undefined, certificates: undefined },
    ...over,
  };
  const interrupted = new AbortController().signal;
  const wired = wireProof(wishes, { env: { CI_JOB_TOKEN: 'glcbt-x', ...env }, interrupted });
  if (!wired.ok) return Promise.resolve(wired.said.join());
  return wired.ports.job().then(({ project }) => project, reasonOfFailure);
}

describe('what a verification asks', () => {
  it('goes through no proxy of the environment, only through that of the option', async () => {
    await using server = await gitlab();
    await using proxy = await serveProxy();
    const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'ALL_PROXY', 'all_proxy'];
    const env = Object.fromEntries(names.map((name) => [name, proxy.url]));
    expect(await asks(server.url, { certificates }, env)).toBe(7);
    expect(proxy.seen).toEqual([]);
    expect(await asks(server.url, { certificates, proxy: proxy.url }, { NO_PROXY: '*' })).toBe(7);
    expect(proxy.seen.map(({ method }) => method)).toEqual(['CONNECT']);
    expect(server.seen.map(({ headers }) => headers['job-token'])).toEqual(['glcbt-x', 'glcbt-x']);
  });

  it('trusts no certificate that the environment adds, only those of the option', async () => {
    await using server = await gitlab();
    const before = getCACertificates('default');
    // As NODE_EXTRA_CA_CERTS does it at the start of a process.
    setDefaultCACertificates([...before, tls.cert]);
    try {
      expect(await asks(server.url, {})).toBe('gitlab-untrusted');
    } finally {
      setDefaultCACertificates(before);
    }
    expect(server.seen).toEqual([]);
    expect(await asks(server.url, { certificates })).toBe(7);
  });
});

it('fails where what an option names is not there', async () => {
  const url = 'https://gitlab.example';
  const member = { organization: 'acme', tokenVariable: 'MY_TOKEN', apiUrl: 'https://api.example' };
  expect(await asks(url, { certificates: join(folder, 'gone') })).toContain('--ca-certificate');
  expect(await asks(url, { member })).toContain('MY_TOKEN');
  expect(await asks(url, { member }, { MY_TOKEN: '' })).toContain('MY_TOKEN');
});
