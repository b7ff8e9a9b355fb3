import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Service } from '../../../sandbox/base/record.ts';
import { scaledClock } from '../../../sandbox/clock.ts';
import { acted, recorder, serveApp, start } from './harness.ts';

/** One request with full control over its headers. */
function ask(port: number, headers: Record<string, string>, path = '/api'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = rawRequest({ host: '127.0.0.1', port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

describe('what is let in', () => {
  test('the Host header must name this service', async () => {
    const { port } = await start();
    const hosts = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
    ];
    const statuses = await Promise.all(hosts.map((host) => ask(port, { host })));
    expect(statuses).toEqual([201, 201, 421, 421, 421]);
    expect(acted).toHaveLength(2);
  });

  test('an absolute request target counts more than the Host header', async () => {
    const { port } = await start();
    expect(await ask(port, { host: `127.0.0.1:${port}` }, 'http://evil.example/api')).toBe(421);
  });

  test.each<[Service, string, string | undefined, number]>([
    ['github', 'POST', 'application/json', 201],
    ['github', 'PATCH', 'Application/JSON; charset=utf-8', 201],
    ['github', 'POST', 'application/x-www-form-urlencoded', 201],
    ['github', 'PUT', undefined, 201],
    ['github', 'DELETE', 'text/plain', 201],
    ['gitlab', 'POST', 'application/x-www-form-urlencoded', 201],
    ['gitlab', 'POST', 'text/plain', 415],
    ['vault', 'PATCH', 'application/merge-patch+json', 201],
  ])('%s %s of %s is answered with %i', async (service, method, type, status) => {
    const { url } = await start(service);
    const body = new Uint8Array(Buffer.from('{"a":1}'));
    const answer = await fetch(url, {
      method,
      body,
      headers: type === undefined ? {} : { 'content-type': type },
    });
    expect(answer.status).toBe(status);
    expect(recorder.all().map((r) => r.status)).toEqual([status]);
  });

  test('a POST without a body needs no content type', async () => {
    const { url } = await start('github');
    expect((await fetch(url, { method: 'POST' })).status).toBe(201);
  });
});

describe('the record', () => {
  test('keeps order, path, headers and the exact body', async () => {
    const gitlab = await start('gitlab');
    const github = await start('github');
    const body = '{ "label":"é",\t"n":1.0 }\n';
    await fetch(`${github.url}/repos/a%2Fb?per_page=2&x=%20`);
    await fetch(`${gitlab.url}/api`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'Private-Token': 'tok' },
    });
    await fetch(`${github.url}/last`);
    expect(recorder.lines()).toEqual([
      'github GET /repos/a%2Fb?per_page=2&x=%20',
      'gitlab POST /api',
      'github GET /last',
    ]);
    expect(recorder.lines('github')).toHaveLength(2);
    const [first = 0, ...later] = recorder.all().map((r) => r.n);
    expect(later).toEqual([first + 1, first + 2]);
    const [sent] = recorder.of('gitlab');
    expect(sent).toMatchObject({ body, status: 201, headers: { 'private-token': 'tok' } });
    expect(acted).toContain(`POST ${body}`);
    recorder.clear();
    expect(recorder.all()).toEqual([]);
  });

  test('times are virtual', async () => {
    const clock = scaledClock(1000, Date.now() - 3_600_000);
    const served = await serveApp(new Hono(), 'vault', clock);
    const before = clock.now();
    await fetch(served.url);
    expect(recorder.all()[0]?.at).toBeGreaterThanOrEqual(before);
    expect(recorder.all()[0]?.at).toBeLessThanOrEqual(clock.now());
  });
});

test('serves https with a certificate of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-tls-'));
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const names = ['-subj', '/CN=sandbox', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...names, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  const app = new Hono().get('*', (c) => c.text('hello'));
  const served = await serveApp(app, 'vault', scaledClock(1), tls);
  expect(served.url).toMatch(/^https:/);
  const status = await new Promise((resolve, reject) => {
    tlsRequest(served.url, { ca: tls.cert }, (answer) => resolve(answer.statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});
