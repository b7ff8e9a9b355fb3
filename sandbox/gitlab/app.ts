import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { getPath } from 'hono/utils/url';
import { refuseParameters } from '../base/asked.ts';
import { NotImitated } from '../base/gaps.ts';
import type { Api } from './api.ts';
import type { IdTokens } from './ci/id-token.ts';
import { createLimits } from './limits.ts';
import { marked } from './marker.ts';
import { parameters, pathOf } from './parameters.ts';
import { notFound } from './refusals.ts';
import { creationRoutes } from './routes/creation.ts';
import { jobRoutes } from './routes/jobs.ts';
import { pipelineRoutes } from './routes/pipelines.ts';
import { projectRoutes } from './routes/projects.ts';

/**
 * The HTTP side: REST under `/api/v4`, below the path of the instance's URL when it has one, and the keys with which jobs'
 * ID tokens are checked.
 */
export function createApp(api: Api, idTokens: IdTokens): Hono {
  const { world } = api;
  const app = new Hono({ getPath: (request) => withoutPrefix(getPath(request), world.url) });
  const limits = createLimits(world);

  app.onError((error) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof NotImitated)
      return Response.json({ message: world.gaps.note(error.message) }, { status: 501 });
    console.error(error);
    return Response.json({ message: '500 Internal Server Error' }, { status: 500 });
  });
  app.notFound((c) => {
    if (!c.req.path.startsWith('/api/v4/')) return notFound().getResponse();
    return c.json({ message: world.gaps.note(`${c.req.method} ${c.req.path}`) }, 501);
  });
  app.use(async (c, next) => {
    await next();
    if (world.marker) c.res = await marked(c.res, world.marker);
  });
  app.use('/api/v4/*', async (c, next) => {
    const passed = limits();
    if ('refused' in passed) return passed.refused;
    refuseParameters(c, parameters, pathOf, ['private_token']);
    await next();
    for (const [name, value] of Object.entries(passed.headers)) c.res.headers.set(name, value);
    c.res.headers.set('x-request-id', crypto.randomUUID());
    return undefined;
  });

  app.get('/oauth/discovery/keys', async (c) => c.json(await idTokens.keys()));
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({ issuer: world.url, jwks_uri: `${world.url}/oauth/discovery/keys` }),
  );

  for (const room of [projectRoutes, creationRoutes, pipelineRoutes, jobRoutes])
    app.route('/api/v4', room(api));
  return app;
}

/** The path below the instance's own; a path outside of it matches no route. */
function withoutPrefix(path: string, url: string): string {
  const prefix = url === '' ? '' : new URL(url).pathname.replace(/\/$/, '');
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : '/outside';
}
