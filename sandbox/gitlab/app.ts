import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { getPath } from 'hono/utils/url';
import type { IdTokens } from './id-token.ts';
import { type Marker, marked } from './marker.ts';
import { notFound } from './refusals.ts';
import { creationRoutes } from './routes/creation.ts';
import { jobRoutes } from './routes/jobs.ts';
import { pipelineRoutes } from './routes/pipelines.ts';
import { projectRoutes } from './routes/projects.ts';
import type { Service } from './routes/service.ts';
import { createThrottle } from './throttle.ts';

/** What the app needs besides the service. `marker` gives the marker that is planted now. */
export interface AppOptions {
  service: Service;
  idTokens: IdTokens;
  marker(): Marker | undefined;
}

/** GitLab's REST API under `/api/v4`, below the path of the instance's URL when it has one. */
export function createApp({ service, idTokens, marker }: AppOptions): Hono {
  const { instance } = service;
  const app = new Hono({ getPath: (request) => withoutPrefix(getPath(request), instance.url) });
  const throttle = createThrottle(service.world.settings, service.clock);

  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return Response.json({ message: '500 Internal Server Error' }, { status: 500 });
  });
  app.notFound(() => notFound().getResponse());
  app.use(async (c, next) => {
    await next();
    const planted = marker();
    if (planted) c.res = await marked(c.res, planted);
  });
  app.use('/api/v4/*', async (c, next) => {
    const passed = throttle();
    if ('refused' in passed) return passed.refused;
    await next();
    for (const [name, value] of Object.entries(passed.headers)) c.res.headers.set(name, value);
    c.res.headers.set('x-request-id', crypto.randomUUID());
    return undefined;
  });

  app.get('/oauth/discovery/keys', async (c) => c.json(await idTokens.keys()));
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({ issuer: instance.url, jwks_uri: `${instance.url}/oauth/discovery/keys` }),
  );

  const api = new Hono();
  projectRoutes(api, service);
  creationRoutes(api, service);
  pipelineRoutes(api, service);
  jobRoutes(api, service);
  app.route('/api/v4', api);
  return app;
}

/** The path below the instance's own; a path outside of it matches no route. */
function withoutPrefix(path: string, url: string): string {
  const prefix = url === '' ? '' : new URL(url).pathname.replace(/\/$/, '');
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : '/outside';
}
