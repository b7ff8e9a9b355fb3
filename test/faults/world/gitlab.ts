import type { Clock } from '../../../src/clock.ts';
import type { PipelineRequest } from '../../../src/request/request.ts';
import {
  type Course,
  eveUser,
  type GitLabWorld,
  gitlabWorld,
  type Made,
  shownAt,
  stateAt,
} from '../../world/gitlab.ts';
import { ids } from './github.ts';
import { type Answered, type Asked, forbidden, notFound, ok, type Service } from './http.ts';

/** What GitLab is like in a story. Times in milliseconds. */
export interface GitLabTraits {
  /** How far GitLab's clock is ahead of everybody else's. */
  readonly skewMs: number;
  /** How far the replicas that answer reads lag behind. */
  readonly lagMs: number;
  /** What the project's file sets as `workflow: name`. */
  readonly names: GitLabWorld['naming'];
  /** The project's default branch has this head. */
  readonly head: string;
  /** How attempts of pipelines go, one after the other; the last one holds on. */
  readonly courses: readonly Course[];
  /** Whether what fails is a bridge: GitLab does not retry those. */
  readonly failsInBridge: boolean;
}

/** GitLab as far as one private project goes, as a service on the wire. */
export interface GitLabModel extends GitLabWorld {
  readonly service: Service;
  /** How many pipelines were ever made by a request. */
  requested(): number;
  /** Has `act` called after each of them. */
  onMade(act: () => void): void;
}

/** Whether a pipeline uses machines at a moment. */
export const livesAt = (made: Made, at: number): boolean =>
  ['created', 'pending', 'running'].includes(stateAt(made, at)?.status ?? '');

/** The tests that a pipeline is for; what earlier runs have left tells none, and is for all. */
export function testsOf({ request }: Made): readonly string[] {
  const sent = request?.values['TESTS_TO_RUN'] ?? 'test-all';
  return sent === 'test-all' ? ids : sent.split(',');
}

/** Which answer shows a pipeline: only some tell its name, and a list does not tell who started it. */
interface Shape {
  readonly withName: boolean;
  readonly isListed?: boolean;
}

/** A GitLab. `clock` shows the true time. */
export function createGitLabModel(traits: GitLabTraits, clock: Clock): GitLabModel {
  const { now } = clock;
  const { skewMs, lagMs, failsInBridge } = traits;
  const gitlab = Object.assign(gitlabWorld(clock), {
    ...{ lagMs, naming: traits.names, courses: [...traits.courses], cancelingMs: 3_000 },
  });
  gitlab.branches.set('main', { protected: false, sha: traits.head });
  let requested = 0;
  let onMade = () => {};
  const time = (ms: number | undefined) => (ms === undefined ? null : new Date(ms + skewMs).toISOString());

  /** As it is at a moment; a write is answered by the primary, a read by a replica. */
  const shape = (made: Made, at: number, { withName, isListed = false }: Shape) => {
    const { id, sha, ref, source, status, name = null, creator, ...shown } = shownAt(made, at);
    return {
      ...{ id, sha, ref, source, status },
      ...(!isListed && { user: { id: creator } }),
      created_at: time(shown.createdAt),
      updated_at: time(shown.updatedAt),
      started_at: time(shown.startedAt),
      finished_at: time(shown.finishedAt),
      ...(withName && { name }),
    };
  };

  const list = ({ query }: Asked): Answered => {
    const at = now() - lagMs;
    const after = Date.parse(query.get('updated_after') ?? '1970-01-01T00:00:00Z') - skewMs;
    const found = gitlab.made
      .filter((one) => (stateAt(one, at)?.at ?? 0) > after)
      .filter((one) => !query.has('name') || shownAt(one, at).name === query.get('name'))
      .filter((one) => !query.has('status') || shownAt(one, at).status === query.get('status'));
    const page = Number(query.get('page') ?? 1) - 1;
    const perPage = Number(query.get('per_page') ?? 20);
    const newestFirst = found.toReversed().slice(page * perPage, (page + 1) * perPage);
    return ok(newestFirst.map((one) => shape(one, at, { withName: true, isListed: true })));
  };

  const jobs = (made: Made, isBridge: boolean): Answered => {
    const { status } = shownAt(made, now() - lagMs);
    const first = { name: 'build', status: 'success', allow_failure: false };
    const all = testsOf(made).map((name) => ({ name, status, allow_failure: false }));
    const [last, ...others] = all;
    if (isBridge) return ok(failsInBridge ? [{ ...last, downstream_pipeline: { status } }] : []);
    return ok([first, ...others, ...(failsInBridge || !last ? [] : [last])]);
  };

  const read = (made: Made, part: string | undefined): Answered => {
    const at = now() - lagMs;
    if (stateAt(made, at) === undefined) return notFound;
    const variables = Object.entries(made.request?.values ?? {});
    if (part === 'variables' && made.creator !== gitlab.user) return forbidden;
    if (part === 'variables') return ok(variables.map(([key, value]) => ({ key, value })));
    if (part === 'jobs' || part === 'bridges') return jobs(made, part === 'bridges');
    return ok(shape(made, at, { withName: true }));
  };

  const write = (made: Made, part: string | undefined, body: unknown): Answered => {
    if (part === 'metadata') {
      gitlab.rename(made.id, (body as { name: string }).name);
      return ok(shape(made, now(), { withName: true }));
    }
    if (part === 'cancel') gitlab.cancel(made.id);
    if (part === 'retry' && !failsInBridge) gitlab.retry(made.id);
    return ok(shape(made, now(), { withName: false }), part === 'retry' ? 201 : 200);
  };

  const start = ({ body }: Asked, source: 'api' | 'trigger'): Answered => {
    const { variables, ref } = body as { variables: unknown; ref: string };
    const values = Array.isArray(variables)
      ? Object.fromEntries(variables.map(({ key, value }: { key: string; value: string }) => [key, value]))
      : (variables as Record<string, string>);
    const request = requestOf(values, ref);
    // A trigger token starts pipelines as its owner, who is somebody else.
    const by = source === 'api' ? gitlab.user : eveUser;
    const made = gitlab.start(request, { source, creator: by });
    requested += 1;
    onMade();
    return ok(shape(made, now(), { withName: false }), 201);
  };

  const service: Service = (asked) => {
    const [, , , project, room, which, part] = asked.path;
    if (asked.path[2] === 'personal_access_tokens')
      return ok({ user_id: gitlab.user, scopes: gitlab.scopes });
    if (project === undefined) return notFound;
    if (room === undefined) return ok({ default_branch: 'main' });
    if (room === 'repository') {
      const branch = gitlab.branches.get(part ?? '');
      if (!branch) return { status: 404, body: { message: '404 Branch Not Found' } };
      return ok({ protected: branch.protected, commit: { id: branch.sha } });
    }
    if (asked.method === 'POST' && room === 'pipeline') return start(asked, 'api');
    if (asked.method === 'POST' && room === 'trigger') return start(asked, 'trigger');
    if (which === undefined) return list(asked);
    const made = gitlab.made.find(({ id }) => id === Number(which));
    if (!made) return notFound;
    return asked.method === 'GET' ? read(made, part) : write(made, part, asked.body);
  };
  return Object.assign(gitlab, {
    service,
    requested: () => requested,
    onMade: (act: () => void) => {
      onMade = act;
    },
  });
}

/** A request as it was sent, without what only its sender knows. */
export const requestOf = (values: Readonly<Record<string, string>>, ref: string): PipelineRequest => ({
  key: values['DRAWBRIDGE_KEY'] ?? '',
  ref: { name: ref, shown: ref, twin: false },
  passAs: 'variables',
  values,
});
