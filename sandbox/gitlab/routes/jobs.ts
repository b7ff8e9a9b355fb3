import { type Context, Hono } from 'hono';
import { jobOf, type Need, permit } from '../access.ts';
import type { Api } from '../api.ts';
import { messageRefusal, notFound, unauthorized } from '../refusals.ts';
import { jobShape } from '../shapes/job.ts';

const READ: Need = { scope: 'read_api', role: 'reporter', permission: 'read_job' };

/** Single jobs (GitLab docs: "Jobs API"). */
export function jobRoutes(api: Api): Hono {
  const { world, engine } = api;
  const app = new Hono();

  const open = (c: Context, need: Need) => {
    const { project } = permit(c, world, need);
    const wanted = Number(c.req.param('job'));
    for (const pipeline of world.pipelines.values()) {
      const found = pipeline.jobs.find((one) => one.id === wanted);
      if (found && pipeline.project === project) return { found, pipeline };
    }
    throw notFound();
  };

  app.get('/job', (c) => {
    const own = jobOf(c, world);
    if (!own) throw unauthorized();
    return c.json(jobShape(world, own.pipeline, own.job));
  });

  app.get('/projects/:id/jobs/:job', (c) => {
    const { found, pipeline } = open(c, READ);
    return c.json(jobShape(world, pipeline, found));
  });

  app.get('/projects/:id/jobs/:job/trace', (c) => {
    const { found } = open(c, READ);
    return c.text(found.trace);
  });

  app.post('/projects/:id/jobs/:job/play', (c) => {
    const { found, pipeline } = open(c, { scope: 'api', role: 'developer', permission: 'play_job' });
    if (found.status !== 'manual' && found.status !== 'scheduled') {
      throw messageRefusal(400, '400 Bad request - Unplayable Job');
    }
    engine.play(pipeline, found);
    return c.json(jobShape(world, pipeline, found));
  });

  return app;
}
