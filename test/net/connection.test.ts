import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { selfSigned } from './certificate.ts';
import { json, quickSend, rejection, serve, serveProxy } from './loopback.ts';

const tls = selfSigned();
const get = (url: string) => ({ method: 'GET', url });

describe('TLS', () => {
  it('trusts a private CA that it is given, and only then', async () => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    expect((await quickSend({ ca: tls.cert })(get(server.url))).status).toBe(200);
    const failure = await rejection(quickSend()({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'tls', mayHaveActed: false });
    expect(server.seen).toHaveLength(1);
  });

  it('is not told by the environment whom to trust, where that must not count', async () => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    const before = getCACertificates('default');
    // As NODE_EXTRA_CA_CERTS does it at the start of a process (Node docs, "tls.getCACertificates").
    setDefaultCACertificates([...before, tls.cert]);
    try {
      expect((await quickSend()(get(server.url))).status).toBe(200);
      const careful = quickSend({ roots: 'bundled' });
      expect(await rejection(careful(get(server.url)))).toMatchObject({ kind: 'tls' });
    } finally {
      setDefaultCACertificates(before);
    }
    const given = quickSend({ roots: 'bundled', ca: tls.cert });
    expect((await given(get(server.url))).status).toBe(200);
  });

  it('checks also when the environment says not to', async () => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect(await rejection(quickSend()(get(server.url)))).toMatchObject({ kind: 'tls' });
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
  });

  it('knows that a request may have arrived once the handshake is done', async () => {
    await using server = await serve((seen) => seen.socket.destroy(), tls);
    const failure = await rejection(quickSend({ ca: tls.cert })({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'connection', mayHaveActed: true });
  });
});

describe('a proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])('%s carries https through CONNECT', async (name) => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    await using proxy = await serveProxy();
    const send = quickSend({ ca: tls.cert, proxyEnv: { [name]: proxy.url } });
    const headers = { authorization: 's3cret' };
    expect((await send({ ...get(server.url), headers })).status).toBe(200);
    expect((await send({ method: 'POST', url: server.url, headers })).status).toBe(200);
    expect(proxy.seen.map((one) => `${one.method} ${one.url}`)).toEqual([
      `CONNECT 127.0.0.1:${server.port}`,
      `CONNECT 127.0.0.1:${server.port}`,
    ]);
    expect(JSON.stringify(proxy.seen.map((one) => one.headers))).not.toContain('s3cret');
    expect(server.seen).toHaveLength(2);
  });

  it.each(['HTTP_PROXY', 'http_proxy'])(
    '%s sees nothing of what is sent to this machine in clear',
    async (name) => {
      await using server = await serve((_seen, response) => json(response, {}));
      await using proxy = await serveProxy();
      const send = quickSend({ proxyEnv: { [name]: proxy.url } });
      const headers = { 'x-vault-token': 's3cret' };
      expect((await send({ ...get(`${server.url}/x?y=1`), headers })).status).toBe(200);
      expect((await send({ method: 'POST', url: server.url, headers, body: '{}' })).status).toBe(200);
      expect(proxy.seen).toEqual([]);
      expect(server.seen.map((one) => one.url)).toEqual(['/x?y=1', '/']);
    },
  );

  it.each(['NO_PROXY', 'no_proxy'])('%s goes past it', async (name) => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    await using proxy = await serveProxy();
    const proxyEnv = { HTTPS_PROXY: proxy.url, [name]: 'example.org,127.0.0.1' };
    expect((await quickSend({ ca: tls.cert, proxyEnv })(get(server.url))).status).toBe(200);
    expect(proxy.seen).toEqual([]);
  });

  it('is not taken from the environment by itself', async () => {
    await using server = await serve((_seen, response) => json(response, {}));
    const before = process.env['HTTP_PROXY'];
    process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
    try {
      expect((await quickSend()(get(server.url))).status).toBe(200);
    } finally {
      if (before === undefined) delete process.env['HTTP_PROXY'];
      else process.env['HTTP_PROXY'] = before;
    }
  });

  it('that refuses is a failed connection, and the service has certainly not acted', async () => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    await using proxy = await serveProxy(407);
    const send = quickSend({ ca: tls.cert, proxyEnv: { HTTPS_PROXY: proxy.url } });
    const failure = await rejection(send({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'connection', mayHaveActed: false });
    expect(server.seen).toEqual([]);
  });

  it('with a silent service behind it may have carried the request', async () => {
    await using server = await serve(() => {}, tls);
    await using proxy = await serveProxy();
    const send = quickSend({ ca: tls.cert, proxyEnv: { HTTPS_PROXY: proxy.url }, requestTimeoutMs: 1_500 });
    const failure = await rejection(send({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'timeout', mayHaveActed: true });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a broken setting', () => {
  it.each([
    ['a CA that is none', { ca: '-----BEGIN CERTIFICATE-----\ns3cret\n-----END CERTIFICATE-----' }, 'tls'],
    ['a proxy that is none', { proxyEnv: { HTTPS_PROXY: 'http://u:s3cret@[' } }, 'connection'],
  ])('%s fails the request, not shown', async (_what, options, kind) => {
    await using server = await serve((_seen, response) => json(response, {}), tls);
    const failure = await rejection(quickSend(options)({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind, mayHaveActed: false });
    expect(String((failure as Error).stack)).not.toContain('s3cret');
    expect(server.seen).toEqual([]);
  });
});

describe('connections', () => {
  it('are kept for GET, and fresh for what is sent only once', async () => {
    await using server = await serve((_seen, response) => json(response, {}));
    const send = quickSend();
    for (const method of ['GET', 'GET', 'POST', 'POST']) await send({ method, url: server.url });
    const [a, b, c, d] = server.seen.map((one) => one.socket);
    expect(a).toBe(b);
    expect(new Set([a, c, d]).size).toBe(3);
  });

  const transport = new URL('../../src/net/transport.ts', import.meta.url).href;
  const clock = new URL('../../src/clock.ts', import.meta.url).href;
  /** Asks once in a process of its own, which must end by itself, and gives what it prints. */
  const ask = async (url: string, options: object): Promise<string> => {
    const code = `
      import { createTransport } from ${JSON.stringify(transport)};
      import { systemClock as clock } from ${JSON.stringify(clock)};
      const send = createTransport({ clock, random: Math.random, ...${JSON.stringify(options)} });
      const asked = send({ method: 'GET', url: ${JSON.stringify(url)} });
      console.log(await asked.then((answer) => answer.status, (failure) => failure.kind));`;
    const child = await execa(process.execPath, ['--input-type=module', '-e', code], { timeout: 5_000 });
    return child.stdout;
  };

  it('never hold the process when the work is done', async () => {
    await using server = await serve((_seen, response) => json(response, {}));
    expect(await ask(server.url, { deadline: Date.now() + 60_000 })).toBe('200');
  });

  it('to a proxy that stays silent do not hold it either', async () => {
    await using proxy = await serveProxy('silent');
    const options = { proxyEnv: { HTTPS_PROXY: proxy.url }, requestTimeoutMs: 200, maxAttempts: 1 };
    expect(await ask('https://127.0.0.1:1/', options)).toBe('timeout');
  });
});
