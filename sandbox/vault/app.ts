/** The HTTP side: a request's way to its mount, in the order in which a server looks at it. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { NotImitated } from '../base/gaps.ts';
import { callerOf, capabilitiesOf, isRoot, permit, sentToken } from './access.ts';
import type { Answer, Call, Mount, Route, Token } from './api.ts';
import { countRequest } from './limits.ts';
import { ALWAYS_ANSWERED, mountFor } from './mounts.ts';
import {
  badRequest,
  deadToken,
  deniedByPolicy,
  noHandler,
  refusal,
  unsupportedOperation,
} from './refusals.ts';
import { type Asked, askedOf, readBody } from './request.ts';
import { envelope } from './shapes/answer.ts';
import { useToken } from './tokens.ts';
import type { World } from './world.ts';
import { wrap } from './wrapping.ts';

/** Every service of the sandbox is on loopback, and so is who asks it. */
const FROM = '127.0.0.1';

/** Answers below `/v1`; the web page at `/ui/`; 404 elsewhere. */
export function createApp(world: World): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof NotImitated)
      return Response.json({ errors: [world.gaps.note(error.message)] }, { status: 501 });
    console.error(error);
    return Response.json({ errors: ['internal error'] }, { status: 500 });
  });
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
  app.get('/', (c) => c.html('<a href="/ui/">Temporary Redirect</a>.\n\n', 307, { location: '/ui/' }));
  app.get('/ui/*', (c) => c.html('<!DOCTYPE html>\n<html lang="en"><title>OpenBao</title></html>\n'));
  app.notFound((c) => c.json({ errors: [] }, 404));
  app.all('/v1/*', async (c) => {
    const asked = askedOf(world, c.req.raw);
    if ('redirect' in asked) {
      const { redirect: location } = asked;
      return c.html(`<a href="${location}">Temporary Redirect</a>.\n\n`, 307, { location });
    }
    const body = await readBody(c.req.raw);
    const answer = await answerTo(world, asked, body, sentToken(c));
    const wrapTtl = c.req.header('x-vault-wrap-ttl');
    return print(c.req.method, wrapTtl === undefined ? answer : wrap(world, answer, asked.whole, wrapTtl));
  });
  return app;
}

/** Namespace, quota, token, mount, policy, path: the first that says no is what is answered. */
function answerTo(
  world: World,
  asked: Asked,
  body: Record<string, unknown>,
  sent: string | undefined,
): Answer | Promise<Answer> {
  const { namespace, whole, operation, query } = asked;
  holdBack(world, asked);
  if (namespace.locked) throw locked(namespace.path);
  countRequest(world, whole);
  const token = callerOf(world, sent, FROM);
  const mount = mountFor(namespace, whole);
  if (!mount) throw nowhere(token, asked);
  const path = whole.slice(mount.path.length);
  const found = routeFor(mount, path);
  const { route = { path: /^/ }, caught = [] } = found ?? {};
  const on = { namespace, mount, whole, path, caught, body, query, token, sent, from: FROM };
  const call: Call = { ...on, operation: operation === 'head' ? 'read' : operation };
  if (!route.open) {
    if (token) useToken(world, token);
    // HEAD is no operation that a policy could allow.
    if (operation === 'head') throw refusal(token && isRoot(token) ? 405 : 403, []);
    permit(world, call, route);
  }
  if (!found) throw new NotImitated(`${operation} ${whole}`);
  return handle(route, call);
}

/** Without a mount only who would be allowed to ask hears that there is none. */
function nowhere(token: Token | undefined, { namespace, whole }: Asked): HTTPException {
  if (!token) return deadToken();
  const isDenied = capabilitiesOf(token, namespace, whole).includes('deny');
  return isDenied ? deniedByPolicy() : noHandler(whole);
}

/** The first route of a mount that a path matches, and what its pattern has caught of it. */
function routeFor({ backend }: Mount, path: string): { route: Route; caught: string[] } | undefined {
  for (const route of backend) {
    const caught = route.path.exec(path)?.slice(1);
    if (caught) return { route, caught };
  }
  return undefined;
}

const locked = (path: string) =>
  refusal(503, [
    `API access to this namespace has been locked by an administrator - "${path}" must be unlocked to gain access.`,
  ]);

/** What a server that is not active, or cannot change anything now, answers before it looks any further. */
function holdBack(world: World, { whole, operation, address }: Asked): void {
  const { state } = world;
  if (ALWAYS_ANSWERED.test(whole)) return;
  if (state.kind === 'sealed' || state.kind === 'uninitialised') throw refusal(503, ['Vault is sealed']);
  const changes = operation === 'write' || operation === 'patch' || operation === 'delete';
  if (state.kind !== 'standby' || state.reachesLeader || !changes) return;
  throw new HTTPException(307, {
    res: new Response(null, { status: 307, headers: { location: `${state.leader}${address}` } }),
  });
}

function handle(route: Route, call: Call): Answer | Promise<Answer> {
  const handler = route[call.operation];
  if (!handler) {
    if (!route.refuses?.includes(call.operation)) throw new NotImitated(`${call.operation} ${call.whole}`);
    throw route.open ? refusal(405, ['unsupported operation']) : unsupportedOperation();
  }
  if (call.path.endsWith('/') && route.open && call.operation === 'write')
    throw badRequest("cannot write to a path ending in '/'");
  const field = Object.keys(call.body).find((name) => route.fields && !route.fields.includes(name));
  if (field !== undefined) throw new NotImitated(`the field \`${field}\` of ${call.operation} ${call.whole}`);
  const known = [...(route.parameters ?? []), 'list'];
  const parameter = [...call.query.keys()].find((name) => !known.includes(name));
  if (parameter !== undefined)
    throw new NotImitated(`the parameter \`${parameter}\` of ${call.operation} ${call.whole}`);
  return handler(call);
}

function print(method: string, answer: Answer): Response {
  if (answer === undefined) return new Response(null, { status: 204 });
  const [status, body] =
    answer.kind === 'bare' ? [answer.status, answer.body] : [answer.status ?? 200, envelope(answer)];
  const headers = { 'content-type': 'application/json' };
  return new Response(method === 'HEAD' ? null : `${JSON.stringify(body)}\n`, { status, headers });
}
