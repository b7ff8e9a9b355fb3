import { type Answered, type Asked, notFound, ok, type Service } from './http.ts';
import { type Course, type ModelPipeline, shownAt } from './pipeline.ts';

/** What a world of GitLab is like. Times in milliseconds. */
export interface GitLabTraits {
  /** How far GitLab's clock is ahead of everybody else's. */
  readonly skewMs: number;
  /** How far the replicas that answer reads lag behind. */
  readonly lagMs: number;
  /** Whether the project's file sets `workflow: name`. */
  readonly names: boolean;
  /** The project's default branch has this head. */
  readonly head: string;
  /** The course of the next attempt of any pipeline. */
  course(): Course;
  readonly failsInBridge: boolean;
}

/** GitLab as far as one private project goes: a service, and all pipelines that it ever made. */
export interface GitLabModel {
  readonly service: Service;
  readonly pipelines: ModelPipeline[];
  /** How many it ever made. */
  made(): number;
  /** Has `act` called after each creation by a request. */
  onMade(act: () => void): void;
  /** Makes a pipeline without a request, as an earlier run did. */
  make(variables: Readonly<Record<string, string>>, source: ModelPipeline['source']): ModelPipeline;
}

/** A GitLab. `now` is the true time. */
export function createGitLabModel(traits: GitLabTraits, now: () => number): GitLabModel {
  const pipelines: ModelPipeline[] = [];
  const counts = { made: 0 };
  let onMade = () => {};
  const { skewMs, lagMs } = traits;
  const time = (ms: number | undefined) => (ms === undefined ? null : new Date(ms + skewMs).toISOString());

  const make: GitLabModel['make'] = (variables, source) => {
    const at = now();
    const key = variables['DRAWBRIDGE_KEY'];
    const pipeline: ModelPipeline = {
      id: 1000 + counts.made,
      sha: traits.head,
      source,
      variables: Object.entries(variables).map(([name, value]) => ({ key: name, value })),
      createdAt: at,
      attempts: [{ at, course: traits.course() }],
      cancels: [],
      names: traits.names && key !== undefined ? [{ at, name: key }] : [],
      failsInBridge: traits.failsInBridge,
    };
    pipelines.push(pipeline);
    counts.made += 1;
    return pipeline;
  };

  /** As `at` shows it; a write is answered by the primary, a read by a replica. */
  const shape = (pipeline: ModelPipeline, at: number, withName: boolean) => {
    const shown = shownAt(pipeline, at);
    return {
      id: pipeline.id,
      sha: pipeline.sha,
      source: pipeline.source,
      status: shown.status,
      created_at: time(pipeline.createdAt),
      updated_at: time(shown.updatedAt),
      started_at: time(shown.startedAt),
      finished_at: time(shown.finishedAt),
      ...(withName && { name: shown.name }),
    };
  };

  const list = ({ query }: Asked): Answered => {
    const at = now() - lagMs;
    const after = Date.parse(query.get('updated_after') ?? '1970-01-01T00:00:00Z') - skewMs;
    const found = pipelines
      .filter((one) => one.createdAt <= at && shownAt(one, at).updatedAt > after)
      .filter((one) => !query.has('name') || shownAt(one, at).name === query.get('name'))
      .filter((one) => !query.has('status') || shownAt(one, at).status === query.get('status'));
    const page = Number(query.get('page') ?? 1) - 1;
    const perPage = Number(query.get('per_page') ?? 20);
    const newestFirst = found.toReversed().slice(page * perPage, (page + 1) * perPage);
    return ok(newestFirst.map((one) => shape(one, at, true)));
  };

  const jobs = (pipeline: ModelPipeline, kind: string): Answered => {
    const { status } = shownAt(pipeline, now() - lagMs);
    const isBridge = kind === 'bridges';
    const last = { name: 'test', status, allow_failure: false };
    const first = { name: 'build', status: 'success', allow_failure: false };
    if (isBridge) return ok(pipeline.failsInBridge ? [{ ...last, name: 'deploy' }] : []);
    return ok(pipeline.failsInBridge ? [first] : [first, last]);
  };

  const read = (pipeline: ModelPipeline, part: string | undefined): Answered => {
    if (pipeline.createdAt > now() - lagMs) return notFound;
    if (part === 'variables') return ok(pipeline.variables);
    if (part === 'jobs' || part === 'bridges') return jobs(pipeline, part);
    return ok(shape(pipeline, now() - lagMs, true));
  };

  const write = (pipeline: ModelPipeline, part: string | undefined, body: unknown): Answered => {
    const { status } = shownAt(pipeline, now());
    if (part === 'metadata') {
      pipeline.names.push({ at: now(), name: (body as { name: string }).name });
      return ok(shape(pipeline, now(), true));
    }
    if (part === 'cancel' && !['success', 'failed', 'canceled'].includes(status))
      pipeline.cancels.push(now());
    const retries = part === 'retry' && (status === 'failed' || status === 'canceled');
    if (retries && !pipeline.failsInBridge) pipeline.attempts.push({ at: now(), course: traits.course() });
    return ok(shape(pipeline, now(), false), part === 'retry' ? 201 : 200);
  };

  const start = (asked: Asked, source: ModelPipeline['source']): Answered => {
    const { variables } = asked.body as { variables: unknown };
    const map = Array.isArray(variables)
      ? Object.fromEntries(variables.map(({ key, value }: { key: string; value: string }) => [key, value]))
      : (variables as Record<string, string>);
    const made = make(map, source);
    onMade();
    return ok(shape(made, now(), false), 201);
  };

  const service: Service = (asked) => {
    const [, , , project, room, which, part] = asked.path;
    if (asked.path[2] === 'personal_access_tokens') return ok({ scopes: ['api'] });
    if (project === undefined) return notFound;
    if (room === undefined) return ok({ default_branch: 'main' });
    if (room === 'repository') {
      if (part !== 'main') return { status: 404, body: { message: '404 Branch Not Found' } };
      return ok({ protected: false, commit: { id: traits.head } });
    }
    if (asked.method === 'POST' && room === 'pipeline') return start(asked, 'api');
    if (asked.method === 'POST' && room === 'trigger') return start(asked, 'trigger');
    if (which === undefined) return list(asked);
    const pipeline = pipelines.find(({ id }) => id === Number(which));
    if (!pipeline) return notFound;
    return asked.method === 'GET' ? read(pipeline, part) : write(pipeline, part, asked.body);
  };
  return {
    service,
    pipelines,
    make,
    made: () => counts.made,
    onMade: (act) => {
      onMade = act;
    },
  };
}
