import '../properties.ts';
import { once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../src/net/failure.ts';
import { createTransport, type Wait } from '../../src/net/transport.ts';
import { fakeClock, json, quickSend, rejection, serve } from './loopback.ts';

const get = (url: string) => ({ method: 'GET', url });

describe('an answer', () => {
  it('comes back with status, lower-case headers and body', async () => {
    await using server = await serve((_seen, response) => {
      response.setHeader('X-Some', 'Thing');
      json(response, { ü: 1 }, 201);
    });
    const answer = await quickSend()(get(`${server.url}/a?b=c`));
    expect(answer).toMatchObject({ status: 201, body: '{"ü":1}', url: `${server.url}/a?b=c` });
    expect(answer.headers.get('x-some')).toBe('Thing');
    expect(server.seen[0]?.url).toBe('/a?b=c');
  });

  it('is asked for without compression', async () => {
    await using server = await serve((_seen, response) => json(response, {}));
    await quickSend()({ ...get(server.url), headers: { 'Accept-Encoding': 'gzip', Host: 'other.example' } });
    expect(server.seen[0]?.headers['accept-encoding']).toBeUndefined();
    expect(server.seen[0]?.headers.host).toBe(`127.0.0.1:${server.port}`);
  });

  it('may be an error with any text in it', async () => {
    await using server = await serve((_seen, response) => response.writeHead(404).end('Retry later'));
    expect(await quickSend()(get(server.url))).toMatchObject({ status: 404, body: 'Retry later' });
  });

  it('may have no body', async () => {
    await using server = await serve((_seen, response) => response.writeHead(204).end());
    expect(await quickSend()(get(server.url))).toMatchObject({ status: 204, body: '' });
  });

  it.each(['application/json', 'application/json;charset=utf-8', 'application/vnd.github+json'])(
    'may be %s',
    async (type) => {
      await using server = await serve((_seen, response) =>
        response.writeHead(200, { 'content-type': type }).end('[]'),
      );
      expect((await quickSend()(get(server.url))).body).toBe('[]');
    },
  );

  it.each([
    ['a page', 'text/html', '<html>'],
    ['a page that says it is JSON', 'application/json', '<html>'],
    ['JSON that says it is text', 'text/plain', '{}'],
    ['half of a JSON', 'application/json', '{"a":'],
    ['JSON in broken UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22])],
    ['JSON that says it is compressed', 'application/json+gzip', '{}'],
  ])('with 200 must not be %s', async (_what, type, body) => {
    await using server = await serve((_seen, response) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    );
    const failure = await rejection(quickSend()({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'bad-content', mayHaveActed: true });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['announced', { 'content-type': 'application/json', 'content-length': '101' }],
    ['not announced', { 'content-type': 'application/json' }],
  ])('must not be larger than the bound, %s', async (_what, headers) => {
    const body = JSON.stringify('x'.repeat(99));
    await using server = await serve((_seen, response) => response.writeHead(200, headers).end(body));
    expect((await quickSend({ maxBytes: 101 })(get(server.url))).body).toBe(body);
    const failure = await rejection(quickSend({ maxBytes: 100 })(get(server.url)));
    expect(failure).toMatchObject({ kind: 'too-large' });
    expect(server.seen).toHaveLength(2);
  });
});

describe('a redirect', () => {
  it('is handed to the caller, and the other host gets nothing', async () => {
    await using other = await serve((_seen, response) => json(response, {}));
    await using server = await serve((_seen, response) =>
      response.writeHead(302, { location: `${other.url}/taken` }).end(),
    );
    const headers = { authorization: 'Bearer s3cret' };
    const answer = await quickSend()({ ...get(server.url), headers });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${other.url}/taken`);
    expect(other.seen).toEqual([]);
    expect(server.seen).toHaveLength(1);
  });
});

describe('a request body', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('of %s goes with its length in bytes', async (method) => {
    await using server = await serve((_seen, response) => json(response, {}));
    await quickSend()({ method, url: server.url, body: '"ü"' });
    await quickSend()({ method, url: server.url });
    expect(server.seen.map((one) => one.headers['content-length'])).toEqual(['4', '0']);
    expect(server.seen[0]?.headers['transfer-encoding']).toBeUndefined();
    expect(server.seen[0]?.body.toString()).toBe('"ü"');
  });
});

describe('what fails on the wire', () => {
  it('half a body is a failed connection, and GET is sent again', async () => {
    await using server = await serve((_seen, response, nth) => {
      if (nth === 2) return json(response, { whole: true });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '20' });
      response.write('{"whole":', () => response.destroy());
    });
    expect((await quickSend()(get(server.url))).body).toBe('{"whole":true}');
    expect(server.seen).toHaveLength(2);
  });

  it('a POST with half an answer is not sent again and may have acted', async () => {
    await using server = await serve((_seen, response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '20' });
      response.write('{}', () => response.destroy());
    });
    const failure = await rejection(quickSend()({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'connection', mayHaveActed: true });
    expect(server.seen).toHaveLength(1);
  });

  it('a reset before the answer may have acted', async () => {
    await using server = await serve((seen) => seen.socket.resetAndDestroy());
    const failure = await rejection(quickSend()({ method: 'PUT', url: server.url }));
    expect(failure).toMatchObject({ kind: 'connection', mayHaveActed: true });
  });

  it('a port that nobody listens on has certainly not acted', async () => {
    const server = await serve(() => {});
    await server[Symbol.asyncDispose]();
    const failure = await rejection(quickSend()({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'connection', mayHaveActed: false });
  });

  it('an answer in another protocol is a failed connection', { timeout: 2_000 }, async () => {
    await using server = await serve((seen) => {
      seen.socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n');
    });
    const failure = await rejection(quickSend()({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'connection', mayHaveActed: true });
  });

  it('silence ends at the deadline of the request', async () => {
    await using server = await serve(() => {});
    const failure = await rejection(quickSend()({ method: 'POST', url: server.url, timeoutMs: 40 }));
    expect(failure).toMatchObject({ kind: 'timeout', mayHaveActed: true });
  });

  it('a request that was given up is closed, so that the service can notice', async () => {
    let closed: Promise<unknown> = new Promise(() => {});
    await using server = await serve((seen) => {
      closed = once(seen.socket, 'close');
    });
    await rejection(quickSend()({ method: 'POST', url: server.url, timeoutMs: 40 }));
    await closed;
  });

  it('an answer that trickles ends at the deadline too', async () => {
    await using server = await serve((_seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(timer));
    });
    const failure = await rejection(quickSend({ requestTimeoutMs: 60, maxAttempts: 1 })(get(server.url)));
    expect(failure).toMatchObject({ kind: 'timeout' });
  });

  it('a token with a line break is refused before it is sent, and not shown', async () => {
    await using server = await serve((_seen, response) => json(response, {}));
    const headers = { 'private-token': 's3cret\n' };
    const failure = (await rejection(quickSend()({ ...get(server.url), headers }))) as TransportFailure;
    expect(failure).toMatchObject({ kind: 'refused-header', mayHaveActed: false });
    expect(String(failure.stack)).not.toContain('s3cret');
    expect(server.seen).toEqual([]);
  });

  it('tells method, host and kind, and nothing else', async () => {
    await using server = await serve((_seen, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('s3cret-answer'),
    );
    const failure = (await rejection(
      quickSend()({
        method: 'POST',
        url: `${server.url}/s3cret-path?token=s3cret-query`,
        headers: { authorization: 's3cret-header' },
        body: 's3cret-body',
      }),
    )) as TransportFailure;
    expect(failure).toBeInstanceOf(TransportFailure);
    expect(failure.message).toBe(
      `POST 127.0.0.1:${server.port}: the answer is not the JSON that was expected`,
    );
    expect(failure.cause).toBeUndefined();
    expect(`${failure.stack}${JSON.stringify(failure)}`).not.toContain('s3cret');
  });

  it('an address that is not allowed is not called, and its user info not shown', async () => {
    const failure = await rejection(quickSend()({ method: 'POST', url: 'https://u:s3cret@host.example/x' }));
    expect(failure).toMatchObject({ kind: 'refused-url', host: 'host.example', mayHaveActed: false });
    expect(String(failure)).not.toContain('s3cret');
  });
});

describe('asking again', () => {
  it('waits as the service asks, tells so, and gives up after three', async () => {
    await using server = await serve((_seen, response) =>
      response.writeHead(429, { 'retry-after': '3' }).end('Retry later'),
    );
    const clock = fakeClock();
    const waits: Wait[] = [];
    const send = createTransport({ clock, random: () => 0.5, onWait: (wait) => waits.push(wait) });
    expect(await send(get(server.url))).toMatchObject({ status: 429, retryAfterMs: 3_000 });
    expect(clock.slept).toEqual([3_250, 3_500]);
    expect(waits[0]).toEqual({ method: 'GET', host: `127.0.0.1:${server.port}`, after: 429, ms: 3_250 });
    expect(server.seen).toHaveLength(3);
  });

  it("waits for GitHub's reset", async () => {
    const clock = fakeClock();
    const reset = String(clock.now() / 1000 + 20);
    await using server = await serve((_seen, response, nth) => {
      if (nth === 2) return json(response, {});
      response.writeHead(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }).end();
    });
    expect((await quickSend({ clock })(get(server.url))).status).toBe(200);
    expect(clock.slept).toEqual([20_000]);
  });

  it.each([
    [403, 'text/html', '<h1>Forbidden</h1>', 2],
    [401, 'text/plain', 'Unauthorized', 2],
    [404, 'text/html', '<h1>Not Found</h1>', 2],
    [403, 'application/json', '{"message":"Forbidden"}', 1],
    [404, 'application/json', '{"message":"Not Found"}', 1],
  ])('%i as %s is asked until somebody else answers: %s', async (status, type, body, times) => {
    await using server = await serve((_seen, response, nth) => {
      if (nth === 2) return json(response, {});
      response.writeHead(status, { 'content-type': type }).end(body);
    });
    expect((await quickSend()(get(server.url))).status).toBe(times === 2 ? 200 : status);
    expect(server.seen).toHaveLength(times);
  });

  it('hands over at once what would take too long', async () => {
    await using server = await serve((_seen, response) =>
      response.writeHead(503, { 'retry-after': '61' }).end(),
    );
    const clock = fakeClock();
    expect(await quickSend({ clock })(get(server.url))).toMatchObject({ status: 503, retryAfterMs: 61_000 });
    expect(clock.slept).toEqual([]);
  });

  it('hands over at once what would outlast the run', async () => {
    await using server = await serve((_seen, response) =>
      response.writeHead(503, { 'retry-after': '10' }).end(),
    );
    const clock = fakeClock();
    const send = quickSend({ clock, deadline: clock.now() + 9_000 });
    expect((await send(get(server.url))).status).toBe(503);
    expect(clock.slept).toEqual([]);
  });

  it('takes the number of attempts from the request', async () => {
    await using server = await serve((_seen, response) => response.writeHead(500).end());
    await quickSend()({ ...get(server.url), attempts: 5 });
    expect(server.seen).toHaveLength(5);
  });

  it.each([
    ['POST', 1],
    ['PUT', 1],
    ['PATCH', 1],
    ['DELETE', 1],
    ['GET', 3],
    ['HEAD', 3],
  ])('%s that fails is sent %i times', async (method, times) => {
    await using server = await serve((_seen, response) => response.writeHead(502).end());
    expect((await quickSend()({ method, url: server.url })).status).toBe(502);
    expect(server.seen).toHaveLength(times);
  });

  it('never sends a POST twice, whatever fails', async () => {
    let answer: Parameters<typeof serve>[0] = () => {};
    await using server = await serve((...given) => answer(...given));
    const faults: Parameters<typeof serve>[0][] = [
      (seen) => seen.socket.destroy(),
      (seen) => seen.socket.resetAndDestroy(),
      (seen) => seen.socket.end('nonsense\r\n\r\n'),
      (_seen, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      (_seen, response) => {
        response.writeHead(200, { 'content-length': '9' });
        response.write('{', () => response.destroy());
      },
      () => {},
    ];
    const fault = fc.oneof(
      fc.constantFrom(...faults),
      fc.integer({ min: 300, max: 599 }).map((status): Parameters<typeof serve>[0] => (_seen, response) => {
        response.writeHead(status, { 'retry-after': '0', location: server.url }).end('{}');
      }),
    );
    let sent = 0;
    /** By path, which each request has its own of: one that was given up may arrive when the next is under way. */
    const arrived = () => Map.groupBy(server.seen, ({ url }) => url);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE'),
        fault,
        fc.integer({ min: 1, max: 9 }),
        async (method, chosen, attempts) => {
          answer = chosen;
          sent += 1;
          const send = quickSend({ requestTimeoutMs: 30, maxAttempts: attempts });
          await send({ method, url: `${server.url}/${sent}`, body: '{}', attempts }).catch(() => {});
          for (const [path, requests] of arrived()) expect(requests, path).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
    expect(arrived().size).toBeGreaterThan(sent / 2);
  });
});

describe("the run's own time", () => {
  it('once over, nothing is sent any more', async () => {
    await using server = await serve((_seen, response) => json(response, {}));
    const clock = fakeClock();
    const failure = await rejection(quickSend({ clock, deadline: clock.now() })(get(server.url)));
    expect(failure).toMatchObject({ kind: 'run-deadline', mayHaveActed: false });
    expect(server.seen).toEqual([]);
  });

  it('cuts a request short, which is then not repeated', { timeout: 2_000 }, async () => {
    await using server = await serve(() => {});
    const clock = fakeClock();
    const failure = await rejection(quickSend({ clock, deadline: clock.now() + 40 })(get(server.url)));
    expect(failure).toMatchObject({ kind: 'run-deadline' });
    expect(server.seen).toHaveLength(1);
  });

  it('ends with a cancelled run', async () => {
    const cancel = new AbortController();
    await using server = await serve(() => cancel.abort());
    const send = quickSend({ signal: cancel.signal });
    const failure = await rejection(send({ method: 'POST', url: server.url }));
    expect(failure).toMatchObject({ kind: 'run-deadline', mayHaveActed: true });
    expect(await rejection(send(get(server.url)))).toMatchObject({
      kind: 'run-deadline',
      mayHaveActed: false,
    });
    expect(server.seen).toHaveLength(1);
  });
});
