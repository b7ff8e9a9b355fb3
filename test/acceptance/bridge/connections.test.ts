import { describe, expect, it } from 'vitest';
import { selfSigned } from '../../net/certificate.ts';
import { serveProxy } from '../../net/loopback.ts';
import { createPipeline, look, namePipeline, readPull, writeStatus } from '../requests.ts';
import { openCases } from './cases.ts';
import { beforeStart, expectWatched } from './watched.ts';

// A GitLab that speaks https with a certificate that nobody outside of the company knows.
const tls = selfSigned();
const cases = await openCases({ gitlabTls: tls });

const { host } = new URL(cases.sandbox.gitlab.url);
const trusting = { 'ca-certificate': tls.cert };

/** What a proxy of its own was asked while one job ran. */
async function play(env: (url: string) => Record<string, string>) {
  await using own = await serveProxy();
  const one = cases.make({ looks: ['running', 'success'] });
  const story = await one.play({ with: trusting, job: { env: env(own.url) } });
  return { one, story, asked: [...own.seen] };
}

describe.concurrent('https to a GitLab with a private certificate authority', () => {
  it('through a forward proxy: every request, and no secret in what the proxy sees', async () => {
    const { one, story, asked } = await play((url) => ({ HTTPS_PROXY: url }));

    expectWatched(
      story,
      [...beforeStart(one.pull.branch), createPipeline, namePipeline],
      [writeStatus, look, look, readPull, writeStatus],
    );
    expect(story.exitCode).toBe(0);
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked.map(({ method, url }) => `${method} ${url}`))).toEqual(new Set([`CONNECT ${host}`]));
    const seen = JSON.stringify(asked.map(({ headers }) => headers));
    for (const token of Object.values(one.tokens)) expect(seen).not.toContain(token);
  });

  it('past the proxy where NO_PROXY names the host', async () => {
    const { story, asked } = await play((url) => ({ HTTPS_PROXY: url, NO_PROXY: 'example.org,127.0.0.1' }));

    expect(story.exitCode).toBe(0);
    expect(asked).toEqual([]);
  });

  it('through a proxy that refuses: GitLab counts as not reached, and nothing is started', async () => {
    await using refusing = await serveProxy(407);
    const one = cases.make();
    const story = await one.play({ with: trusting, job: { env: { HTTPS_PROXY: refusing.url } } });

    expect(refusing.seen).not.toEqual([]);
    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([]);
    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ decision: 'undecided', reason: 'gitlab-unavailable' });
  });

  it('without `ca-certificate` nothing is sent, it is not tried again, and the log names the input', async () => {
    const one = cases.make();
    const story = await one.play();

    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([]);
    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ decision: 'undecided', reason: 'gitlab-untrusted' });
    expect(story.statuses.at(-1)).toBe(
      'error: the certificate of the GitLab server was not accepted (test-all)',
    );
    expect(story.log.at(-1)).toContain('`ca-certificate`');
  });

  it('with another authority than the one that signed it: the same', async () => {
    const one = cases.make();
    const story = await one.play({ with: { 'ca-certificate': selfSigned().cert } });

    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([]);
    expect(story.outputs['reason']).toBe('gitlab-untrusted');
  });
});
