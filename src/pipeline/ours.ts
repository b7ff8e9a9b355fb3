/**
 * Whose pipelines are, and for which request they were started. Everybody who may run one in the project can give it
 * our name, our values and our commit, and can rename ours; who started it, how, and with which variables, nobody can
 * change (docs/facts/gitlab.md, "Whose a pipeline is"). A list tells none of that, so a pipeline is read singly before
 * it counts as ours, and its name is taken from its variables where these can be read.
 */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { failureItself, ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import { goneMs, isAbsent } from './lasting.ts';
import type { KeyedPipeline, Pipeline, PipelineApi, Pipelines } from './pipeline.ts';

/** What makes a pipeline ours besides the token's own user. */
export interface Ownership {
  /** Ids of GitLab users: those of tokens that were replaced (input `gitlab-creators`). */
  readonly creators: readonly number[];
  /** Whether a trigger token is given: then what any trigger token of the project starts is ours. */
  readonly byTrigger: boolean;
  /** Whether the key is among the variables, and the token may read them: not so with inputs, nor by trigger token. */
  readonly showsKey: boolean;
}

/** What it takes besides GitLab. */
export interface OursPorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** What never changes of a pipeline. `key`: of the request that it was started for, if it was for one. */
type Identity =
  | { readonly ours: false }
  | { readonly ours: true; readonly hidden: false; readonly key: string | undefined }
  | { readonly ours: true; readonly hidden: true };

/** How far apart (ms) a pipeline is read that a list shows and another replica does not know yet. */
const pauseMs = 2_000;

/** How many pipelines are read at the same time: anybody can make many that bear our name. */
const atOnce = 10;

/**
 * The project's pipelines with lists of ours alone. What never changes is asked once a run for each pipeline, and never
 * for those that this run has started. Others' that bear a name of ours are left alone, which the log says once for
 * each.
 */
export function oursOf(api: PipelineApi, ownership: Ownership, { clock, log }: OursPorts): Pipelines {
  const { creators, byTrigger, showsKey } = ownership;
  const identities = new Map<number, Promise<Identity>>();
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

  /** What GitLab tells of a pipeline; undefined where it is no more. A list may show it before another replica does. */
  const whereItIs = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    const end = clock.now() + goneMs;
    for (;;) {
      const told = await ask().catch(serviceFailureAs(undefined, isAbsent));
      if (told !== undefined || clock.now() >= end) return told;
      await clock.sleep(pauseMs);
    }
  };

  /** Variables are shown to nobody but the user who started it, so they hide those of a replaced token. */
  const keyOf = async (
    id: number,
  ): Promise<{ readonly key: string | undefined } | ServiceFailure | 'hidden'> => {
    if (!showsKey) return 'hidden';
    const variable = whereItIs(() => api.keyVariable(id).then((key) => ({ key })));
    const told = await variable.catch(failureItself);
    return told ?? 'hidden';
  };

  const read = async (listed: Pipeline): Promise<Identity> => {
    const [whole, user, variable] = await Promise.all([
      whereItIs(() => api.get(listed.id)),
      tokenUser(),
      keyOf(listed.id),
    ]);
    if (!whole) {
      identities.delete(listed.id);
      return { ours: false };
    }
    const { creator } = whole;
    const ours = creator !== undefined && (creator === user || creators.includes(creator));
    if (!ours) return { ours };
    if (variable === 'hidden') return { ours, hidden: true };
    if (!(variable instanceof ServiceFailure)) return { ours, hidden: false, ...variable };
    // The token's own user may see them: if not, it is not known what the pipeline was started for.
    if (variable.kind !== 'forbidden' || creator === user) throw variable;
    return { ours, hidden: true };
  };

  /** Two searches at the same time see the same pipeline, and it is asked for once. */
  const identify = async (listed: Pipeline): Promise<Identity> => {
    const { id, source } = listed;
    const known = identities.get(id);
    if (known) return known;
    if (source === 'trigger' && byTrigger) return { ours: true, hidden: true };
    if (source !== 'api') return { ours: false };
    const asked = read(listed);
    identities.set(id, asked);
    asked.catch(() => identities.delete(id));
    return asked;
  };

  const among = async (listed: readonly Pipeline[]): Promise<readonly KeyedPipeline[]> => {
    const ours: KeyedPipeline[] = [];
    for (let from = 0; from < listed.length; from += atOnce) {
      const part = listed.slice(from, from + atOnce);
      const found = await Promise.all(part.map(identify));
      ours.push(...part.flatMap((one, nth) => withItsKey(one, found[nth])));
    }
    return ours;
  };

  const warnOfOthers = (namesakes: readonly Pipeline[], ours: readonly Pipeline[]): void => {
    for (const { id } of namesakes) {
      if (warned.has(id) || ours.some((one) => one.id === id)) continue;
      warned.add(id);
      log.warning(
        `pipeline #${id} has the name of ours, but was not started by us for this: it is left alone. ${remedy}`,
      );
    }
  };

  const { changedSince, named, keyVariable: _, ...calls } = api;
  return {
    ...calls,

    create: async (request) => {
      const pipeline = await api.create(request);
      identities.set(pipeline.id, Promise.resolve({ ours: true, hidden: false, key: request.key }));
      return pipeline;
    },

    find: async (key) => {
      const listed = await named(key);
      const ours = (await among(listed)).filter((one) => one.key === key);
      warnOfOthers(listed, ours);
      return ours;
    },

    recent: async (since, fits) => {
      const meant = (await changedSince(since)).filter((one) => fits(byName(one)));
      const ours = (await among(meant)).filter(fits);
      // What fits whatever its name is, bears none of ours by that.
      const namesakes = meant.filter((one) => !fits({ ...byName(one), key: undefined }));
      warnOfOthers(namesakes, ours);
      return ours;
    },
  };
}

/** By what its name says. Pure. */
const byName = (listed: Pipeline): KeyedPipeline => ({ ...listed, key: listed.name, keyHidden: true });

/** None where it is not ours; else it, with the key of its request. Pure. */
function withItsKey(listed: Pipeline, identity: Identity | undefined): readonly KeyedPipeline[] {
  if (!identity?.ours) return [];
  return [identity.hidden ? byName(listed) : { ...listed, key: identity.key, keyHidden: false }];
}

const remedy =
  "If it was started with a token that has been replaced, name that token's user in `gitlab-creators`; if by a trigger " +
  'token, give this job a `gitlab-trigger-token` too, and the same `pass-as`; else ask who did';
