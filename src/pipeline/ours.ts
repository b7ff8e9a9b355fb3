/**
 * Whose pipelines are. Everybody who may run one in the project can give it our name, our variables and our commit; who
 * started it, and how, nobody can choose (docs/facts/gitlab.md, "Whose a pipeline is"). A list does not tell the
 * first, so a pipeline is read singly before it counts as ours.
 */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { serviceFailureAs } from '../net/failure.ts';
import type { Pipeline, PipelineApi, Pipelines } from './pipeline.ts';

/** What makes a pipeline ours besides the token's own user. */
export interface Ownership {
  /** Ids of GitLab users: those of tokens that were replaced (input `gitlab-creators`). */
  readonly creators: readonly number[];
  /** Whether a trigger token is given: then what any trigger token of the project starts is ours. */
  readonly byTrigger: boolean;
}

/** What it takes besides GitLab. */
export interface OursPorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** How often and how far apart (ms) a pipeline is read that a list shows and another replica does not know yet. */
const reads = 4;
const pauseMs = 2_000;

/**
 * The project's pipelines with lists of ours alone. Who started one never changes, so that is asked once a run for each
 * pipeline, and never for those that this run has started. Others' that bear a name of ours are left alone, which the
 * log says once for each.
 */
export function oursOf(api: PipelineApi, ownership: Ownership, { clock, log }: OursPorts): Pipelines {
  const { creators, byTrigger } = ownership;
  const verdicts = new Map<number, boolean>();
  const warned = new Set<number>();
  let owner: Promise<number> | undefined;

  const tokenUser = (): Promise<number> => {
    owner ??= api.self().then(
      ({ user }) => user,
      (error: unknown) => {
        owner = undefined;
        throw error;
      },
    );
    return owner;
  };

  /** As it is when it is read alone; undefined where it is no more. */
  const readSingly = async ({ id }: Pipeline): Promise<Pipeline | undefined> => {
    for (let read = 1; ; read++) {
      const whole = await api.get(id).catch(serviceFailureAs(undefined, ({ kind }) => kind === 'not-found'));
      if (whole || read >= reads) return whole;
      await clock.sleep(pauseMs);
    }
  };

  const isOurs = async (listed: Pipeline): Promise<boolean> => {
    const { id, source } = listed;
    const before = verdicts.get(id);
    if (before !== undefined) return before;
    if (source !== 'api') return source === 'trigger' && byTrigger;
    const [whole, user] = await Promise.all([readSingly(listed), tokenUser()]);
    if (!whole) return false;
    const { creator } = whole;
    const ours = creator !== undefined && (creator === user || creators.includes(creator));
    verdicts.set(id, ours);
    return ours;
  };

  const among = async (listed: readonly Pipeline[]): Promise<readonly Pipeline[]> => {
    const verdictOf = await Promise.all(listed.map(isOurs));
    return listed.filter((_, nth) => verdictOf[nth]);
  };

  const { changedSince, named, ...calls } = api;
  return {
    ...calls,

    create: async (request) => {
      const pipeline = await api.create(request);
      verdicts.set(pipeline.id, true);
      return pipeline;
    },

    find: async (key) => {
      const listed = await named(key);
      const ours = await among(listed);
      for (const { id } of listed) {
        if (warned.has(id) || ours.some((one) => one.id === id)) continue;
        warned.add(id);
        log.warning(
          `pipeline #${id} has the name of ours, but was not started by us: it is left alone. ${remedy}`,
        );
      }
      return ours;
    },

    recent: async (since, fits) => among((await changedSince(since)).filter(fits)),
  };
}

const remedy =
  "If it was started with a token that has been replaced, name that token's user in `gitlab-creators`; else ask who did";
