import { type Context, Hono } from 'hono';
import { type Caller, jobOf, type Need, permit, projectNamed } from '../access.ts';
import type { Api } from '../api.ts';
import { page } from '../pages.ts';
import { isAtLeast } from '../people.ts';
import type { Job, Pipeline } from '../pipeline.ts';
import type { Project } from '../project.ts';
import { forbidden, invalid, invalidValue, messageRefusal, missing, notFound } from '../refusals.ts';
import { jobShape } from '../shapes/job.ts';
import { pipelineFull, pipelineListed, pipelineWithMetadata, variableShape } from '../shapes/pipeline.ts';
import { STATUSES } from '../status.ts';
import { bodyOf } from './creation.ts';
import { filtered, flagOf } from './filters.ts';

const READ: Need = { scope: 'read_api', role: 'reporter', permission: 'read_pipeline' };
const UPDATE: Need = { scope: 'api', role: 'developer', permission: 'update_pipeline' };
const CANCEL: Need = { ...UPDATE, permission: 'cancel_pipeline' };
const DELETE: Need = { scope: 'api', role: 'owner', permission: 'delete_pipeline' };

/** Looks at pipelines and changes to them (GitLab docs: "Pipelines API"). */
export function pipelineRoutes(api: Api): Hono {
  const { world, engine } = api;
  const app = new Hono();

  const isVisible = (pipeline: Pipeline) =>
    pipeline.createdAt + pipeline.project.settings.lagMs <= world.now();
  const pipelinesOf = (project: Project) =>
    [...world.pipelines.values()].filter((one) => one.project === project && isVisible(one));
  const find = (c: Context, project: Project): Pipeline => {
    const id = c.req.param('pipeline') ?? '';
    if (!/^-?\d+$/.test(id)) throw invalid('pipeline_id');
    const pipeline = world.pipelines.get(Number(id));
    if (pipeline?.project !== project || !isVisible(pipeline)) throw notFound();
    return pipeline;
  };
  const open = (c: Context, need: Need): Caller & { pipeline: Pipeline } => {
    const { project, ...caller } = permit(c, world, need);
    return { ...caller, pipeline: find(c, project) };
  };
  /** Changes of a pipeline need the right to push to its ref. */
  const mayChange = ({ project, ref }: Pipeline, { token }: Caller) =>
    isAtLeast(token.role, project.protectedBranches.get(ref) ?? 'developer');
  const change = (c: Context, need: Need) => {
    const opened = open(c, need);
    if (!mayChange(opened.pipeline, opened)) throw forbidden();
    return opened;
  };

  app.get('/projects/:id/pipelines', (c) => {
    const { project } = permit(c, world, READ);
    const listed = page(world, c, filtered(c, pipelinesOf(project)));
    return c.json(listed.map((one) => pipelineListed(world, one)));
  });

  app.get('/projects/:id/pipelines/latest', (c) => {
    const { project } = permit(c, world, READ);
    const ref = c.req.query('ref') ?? project.defaultBranch;
    const latest = pipelinesOf(project).findLast((one) => one.ref === ref);
    // Nothing can be read of what is not there, and it is the right to read that is asked for first.
    if (!latest) throw forbidden();
    return c.json(pipelineWithMetadata(world, latest));
  });

  app.get('/projects/:id/pipelines/:pipeline', (c) => {
    const { pipeline } = open(c, READ);
    const answer = pipelineWithMetadata(world, pipeline);
    // Each look takes one status of a script; the last one stays.
    if (pipeline.report.kind === 'script' && pipeline.report.left.length > 1) pipeline.report.left.shift();
    return c.json(answer);
  });

  app.get('/projects/:id/pipelines/:pipeline/variables', (c) => {
    const { pipeline, ...caller } = open(c, READ);
    const isOwn = pipeline.user === caller.user && mayChange(pipeline, caller);
    if (!isOwn && !isAtLeast(caller.token.role, 'maintainer')) throw forbidden();
    return c.json(pipeline.variables.map(variableShape));
  });

  app.put('/projects/:id/pipelines/:pipeline/metadata', async (c) => {
    const { pipeline } = change(c, UPDATE);
    const { name } = await bodyOf(c);
    if (typeof name !== 'string') throw missing('name');
    if (name.length > 255) throw messageRefusal(400, { name: ['is too long (maximum is 255 characters)'] });
    pipeline.name = name;
    return c.json(pipelineWithMetadata(world, pipeline));
  });

  app.post('/projects/:id/pipelines/:pipeline/retry', (c) => {
    const { pipeline } = change(c, UPDATE);
    engine.retry(pipeline);
    return c.json(pipelineFull(world, pipeline), 201);
  });

  app.post('/projects/:id/pipelines/:pipeline/cancel', (c) => {
    const { pipeline } = change(c, CANCEL);
    engine.cancel(pipeline);
    // The description says 201, the code answers 200, also when nothing was left to cancel.
    return c.json(pipelineFull(world, pipeline), 200);
  });

  app.delete('/projects/:id/pipelines/:pipeline', (c) => {
    const { pipeline } = open(c, DELETE);
    engine.cancel(pipeline);
    world.pipelines.delete(pipeline.id);
    return c.body(null, 204);
  });

  const jobsOf = (c: Context, pipeline: Pipeline, kind: Job['plan']['kind']) => {
    const scopes = [...(c.req.queries('scope[]') ?? []), ...(c.req.queries('scope') ?? [])];
    if (scopes.some((scope) => !STATUSES.some((known) => known === scope))) throw invalidValue('scope');
    const withRetried = flagOf(c, 'include_retried') ?? false;
    const chosen = pipeline.jobs.filter(
      (one) =>
        one.plan.kind === kind &&
        (withRetried || !one.retried) &&
        (scopes.length === 0 || scopes.includes(one.status)),
    );
    return c.json(page(world, c, chosen.toReversed()).map((one) => jobShape(world, pipeline, one)));
  };

  app.get('/projects/:id/pipelines/:pipeline/jobs', (c) => {
    const own = jobOf(c, world);
    // A job's token reads the jobs of its own project's pipelines, and of no other call here (docs/facts/gitlab.md, "Tokens").
    if (own) {
      if (projectNamed(c, world)?.project !== own.pipeline.project) throw notFound('Project');
      return jobsOf(c, find(c, own.pipeline.project), 'job');
    }
    return jobsOf(c, open(c, READ).pipeline, 'job');
  });

  app.get('/projects/:id/pipelines/:pipeline/bridges', (c) => jobsOf(c, open(c, READ).pipeline, 'bridge'));

  app.get('/projects/:id/pipelines/:pipeline/test_report_summary', (c) => {
    open(c, READ);
    const total = { time: 0, count: 0, success: 0, failed: 0, skipped: 0, error: 0, suite_error: null };
    return c.json({ total, test_suites: [] });
  });

  return app;
}
