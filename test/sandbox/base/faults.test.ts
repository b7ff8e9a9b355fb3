import { describe, expect, test, vi } from 'vitest';
import type { Fault, PlantedFault } from '../../../sandbox/base/faults.ts';
import { acted, faults, plant, recorder, start } from './harness.ts';

describe.each(['before', 'after'] as const)('faults planted %s', (when) => {
  const handled = when === 'after' ? 1 : 0;

  test('status', async () => {
    const { url } = await start();
    plant({ kind: 'status', status: 503, headers: { 'retry-after': '9' } }, { when });
    const answer = await fetch(`${url}/api`);
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
      503,
      '9',
      { message: 'Service Unavailable' },
    ]);
    expect(acted).toHaveLength(handled);
    expect(recorder.all()[0]?.status).toBe(503);
  });

  test('a status with a body and type of its own, and one that has no body', async () => {
    const { url } = await start();
    plant({ kind: 'status', status: 500, body: 'oops', contentType: 'text/plain' }, { when });
    plant({ kind: 'status', status: 204 }, { when, nth: 2 });
    const answer = await fetch(`${url}/api`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/plain', 'oops']);
    expect((await fetch(`${url}/api`)).status).toBe(204);
  });

  test('drop', async () => {
    const { url } = await start();
    plant({ kind: 'drop' }, { when });
    await expect(fetch(`${url}/api`)).rejects.toThrow('fetch failed');
    expect(acted).toHaveLength(handled);
    expect(recorder.all()[0]?.status).toBe('dropped');
  });

  test('half-body', async () => {
    const { url } = await start();
    plant({ kind: 'half-body' }, { when });
    const answer = await fetch(`${url}/api`);
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    const announced = Number(answer.headers.get('content-length'));
    expect(first?.value?.length).toBe(Math.floor(announced / 2));
    await expect(reader?.read()).rejects.toThrow('terminated');
    expect(acted).toHaveLength(handled);
  });

  test('html', async () => {
    const { url } = await start();
    plant({ kind: 'html' }, { when });
    const answer = await fetch(`${url}/api`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('<html>');
    expect(acted).toHaveLength(handled);
  });

  test('silence lasts until close, which ends at once', async () => {
    const served = await start();
    plant({ kind: 'silence' }, { when });
    const waiting = fetch(`${served.url}/api`).then(
      () => 'answered',
      () => 'cut',
    );
    const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 40, 'silent'))]);
    expect(early).toBe('silent');
    await vi.waitFor(() => expect(acted).toHaveLength(handled), { timeout: 5_000 });
    // It would wait for ever for an answer that is never given.
    await served.close();
    expect(await waiting).toBe('cut');
    expect(recorder.all()[0]?.status).toBe('dropped');
  });

  test('delay is virtual, then the real answer', async () => {
    const { url } = await start();
    plant({ kind: 'delay', ms: 60_000 }, { when });
    const began = performance.now();
    const answer = await fetch(`${url}/api`);
    const took = performance.now() - began;
    expect(answer.status).toBe(201);
    expect(took).toBeGreaterThanOrEqual(58);
    expect(took).toBeLessThan(2000);
  });

  test('mutate changes the JSON of the real answer', async () => {
    const { url } = await start();
    plant({ kind: 'mutate', change: (body) => ({ ...(body as object), id: 8 }) }, { when });
    const answer = await fetch(`${url}/api`);
    expect([answer.status, answer.headers.get('x-total')]).toEqual([201, '1']);
    expect(await answer.json()).toEqual({ id: 8, name: 'a pipeline', echoed: '' });
  });

  test('act happens on its side of the handler', async () => {
    const { url } = await start();
    plant({ kind: 'act', act: () => void acted.push('act') }, { when });
    expect((await fetch(`${url}/api`)).status).toBe(201);
    expect(acted).toEqual(when === 'before' ? ['act', 'GET '] : ['GET ', 'act']);
  });
});

describe('which calls meet a fault', () => {
  const statuses = async (url: string, calls: number) => {
    const seen: number[] = [];
    for (let i = 0; i < calls; i += 1) seen.push((await fetch(`${url}/api/v4?n=${i}`)).status);
    return seen;
  };
  const failure: Fault = { kind: 'status', status: 500 };

  test.each<[Partial<PlantedFault>, number[]]>([
    [{}, [500, 201, 201, 201]],
    [{ nth: 2 }, [201, 500, 201, 201]],
    [{ nth: 2, times: 2 }, [201, 500, 500, 201]],
    [{ nth: 'every' }, [500, 500, 500, 500]],
    [{ nth: 'every', times: 2 }, [500, 500, 201, 201]],
    [{ method: 'POST' }, [201, 201, 201, 201]],
    [{ service: 'github' }, [201, 201, 201, 201]],
    [{ path: /n=2$/g, nth: 'every' }, [201, 201, 500, 201]],
    [{ path: /api/g, nth: 'every' }, [500, 500, 500, 500]],
  ])('%o gives %o', async (more, wanted) => {
    const { url } = await start();
    plant(failure, more);
    expect(await statuses(url, 4)).toEqual(wanted);
  });

  test('counting starts at planting, and clear ends it', async () => {
    const { url } = await start();
    await statuses(url, 3);
    plant(failure);
    plant(failure, { nth: 2 });
    expect(await statuses(url, 3)).toEqual([500, 500, 201]);
    plant(failure, { nth: 'every' });
    faults.clear();
    expect(await statuses(url, 1)).toEqual([201]);
  });

  test('faults of one call are met in order: act, then delay, then drop', async () => {
    const { url } = await start();
    plant({ kind: 'act', act: () => void acted.push('act') });
    plant({ kind: 'delay', ms: 1000 });
    plant({ kind: 'drop' });
    await expect(fetch(`${url}/api`)).rejects.toThrow();
    expect(acted).toEqual(['act']);
  });
});
