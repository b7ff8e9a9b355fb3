import { Hono } from 'hono';
import { afterEach, beforeEach } from 'vitest';
import { createFaults, type Fault, type PlantedFault } from '../../../sandbox/base/faults.ts';
import { createRecorder, type Service } from '../../../sandbox/base/record.ts';
import { type Served, serve } from '../../../sandbox/base/serve.ts';
import { type SandboxClock, scaledClock } from '../../../sandbox/clock.ts';

export const faults = createFaults();
export const recorder = createRecorder();
/** What the handler, and faults that act, have done. */
export const acted: string[] = [];
const open: Served[] = [];

beforeEach(() => {
  faults.clear();
  recorder.clear();
  acted.length = 0;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

/** Serves an app until the end of the test. */
export async function serveApp(
  app: Hono,
  service: Service,
  clock: SandboxClock = scaledClock(1000),
  tls?: { key: string; cert: string },
): Promise<Served> {
  const served = await serve(app, { service, recorder, faults, clock, ...(tls && { tls }) });
  open.push(served);
  return served;
}

/** A service that answers every call with 201 and the body it got, and notes the call in `acted`. */
export function start(service: Service = 'gitlab'): Promise<Served> {
  const app = new Hono();
  app.all('*', async (c) => {
    const body = await c.req.text();
    acted.push(`${c.req.method} ${body}`);
    return c.json({ id: 7, name: 'a pipeline', echoed: body }, 201, { 'x-total': '1' });
  });
  return serveApp(app, service);
}

/** Plants a fault on the calls of `start()`. */
export function plant(fault: Fault, more: Partial<PlantedFault> = {}): void {
  faults.plant({ service: 'gitlab', path: /^\/api/, when: 'before', fault, ...more });
}
