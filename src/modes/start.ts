/** One pipeline for what was admitted: chooses the ref, looks once more, then joins, retries, reuses or starts one. */
import { ask } from '../facts/ask.ts';
import { known } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import { launch } from '../pipeline/launch.ts';
import type { Life, StartedPipeline } from '../pipeline/life.ts';
import { siblingsOf } from '../pipeline/siblings.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { isAwaited } from '../report/claim.ts';
import { progressOf } from '../report/progress.ts';
import type { Result } from '../report/result.ts';
import { judgeUnended } from '../report/verdict.ts';
import { chooseRef, headOf } from '../request/ref.ts';
import { type PipelineRequest, requestFor } from '../request/request.ts';
import type { Admitted } from './admit.ts';
import { commentOf } from './comments.ts';
import type { Ports } from './ports.ts';
import { speakerOf } from './speak.ts';

/** A pipeline for what was admitted. */
export interface Begun {
  readonly ok: true;
  readonly started: StartedPipeline;
  readonly life: Life;
  readonly result: Result;
}

/** A pipeline, or the last word on why there is none, which is told already. */
export type Started = Begun | { readonly ok: false; readonly last: Result };

/** The same, where the last word is for the caller to tell. */
export type Tried = Begun | { readonly ok: false; readonly untold: Result };

/** One pipeline for what was admitted; where there is none, that is told. */
export async function start(ports: Ports, admitted: Admitted): Promise<Started> {
  const tried = await tryToStart(ports, admitted);
  if (tried.ok) return tried;
  return { ok: false, last: await admitted.voice.giveUp(admitted.recorded(tried.untold)) };
}

/**
 * The key is saved for `post` before anything is started, the number of the pipeline right after. `over`: id of a
 * pipeline that was seen to be cancelled, whatever a replica that lags may show.
 */
export async function tryToStart(ports: Ports, admitted: Admitted, over?: number): Promise<Tried> {
  const { settings, gitlab, log, memory, clock, interrupted } = ports;
  const { subject, voice } = admitted;
  // A trigger token alone can neither read branches nor find pipelines (docs/inputs.md, "GitLab tokens").
  const mayLook = settings.gitlab.token !== undefined;
  const end = (untold: Result): Tried => ({ ok: false, untold });

  const [chosen, claimed, mayName] = await Promise.all([
    ask(chooseRef(gitlab, mayLook ? subject.twin : undefined, settings.pipeline.ref)),
    voice.claim(admitted.result, admitted.seen),
    mayNamePipelines(ports),
  ]);
  if (!chosen.known) {
    // Whoever was cancelled while he asked for a token has not been refused.
    if (interrupted.aborted) return end({ ...admitted.result, ...judgeUnended({ how: 'interrupted' }) });
    return end(refused(admitted.result, chosen.reason));
  }
  const { ref, passedOver } = chosen.value;
  const request = requestFor(subject, ref, settings.pipeline);
  const aimed = {
    ...{ ...admitted.result, ref, key: request.key },
    ...(passedOver !== undefined && { passedOver }),
  };
  log.info(`GitLab branch: ${ref.shown}${ref.twin ? ' (same name)' : ''}`);
  if (passedOver !== undefined) log.warning(notTwin(passedOver, ref.shown));
  else if (mayLook && subject.twin === undefined) log.info(noTwin);

  const [existing, changed] = await Promise.all([
    mayLook ? ask(gitlab.find(request.key)) : known(undefined),
    admitted.recheck(),
  ]);
  if (changed) return end(refused(aimed, changed));
  if (!existing.known) return end(refused(aimed, existing.reason));
  const stopped = { ...aimed, ...judgeUnended({ how: 'interrupted' }) };
  if (interrupted.aborted) return end(stopped);

  memory.save('key', request.key);
  const { wanted, all } = admitted.again;
  const outcome = await launch(gitlab, request, {
    ...{ clock, memory, mayName },
    refSeen: ref.twin || settings.pipeline.ref.ref === undefined,
    existing: existing.value?.map((one) => (one.id === over ? { ...one, status: 'canceled' } : one)),
    head: async () => chosen.value.head ?? headOf(gitlab, ref.name, settings.pipeline.ref),
    wish: { again: wanted, onRerun: all ? 'new' : settings.pipeline.onRerun },
    patienceMs: settings.pipeline.limits.errorBudgetMs,
    interrupted,
    // What is not on record could be started again and again.
    starts: admitted.starts === 'first' && !claimed ? 'never' : admitted.starts,
    recheck: admitted.recheck,
  });
  if (outcome.launched === 'no') return end(interrupted.aborted ? stopped : refused(aimed, outcome.reason));

  const { pipeline, launched: how, because, unsettled } = outcome;
  // It is started all the same, and so it is no failure.
  if (pipeline.moved) warnOf(log, 'gitlab-moved');
  for (const why of because) log.info(`new pipeline: ${why}`);
  log.info(`pipeline #${pipeline.id}: ${how === 'verdict' ? 'its verdict stands' : how}`);
  const beginning = {
    before: existing.value ?? [],
    own: pipeline.id,
    stopped: outcome.stopped ?? [],
    unsettled,
  };
  const siblings = siblingsOf(gitlab, request, beginning);
  return {
    ok: true,
    started: { pipeline, how, siblings, unchangedSince: outcome.unchangedSince },
    life: lifeOf(ports, admitted, request, mayLook),
    result: admitted.recorded({
      ...aimed,
      pipelineId: pipeline.id,
      reused: how === 'started' ? 'none' : how,
    }),
  };
}

function lifeOf(
  ports: Ports,
  { subject, voice, recheck }: Admitted,
  request: PipelineRequest,
  mayLook: boolean,
): Life {
  const { settings, github, gitlab, clock, log, memory, interrupted } = ports;
  const { limits } = settings.pipeline;
  const comment = commentOf(ports, speakerOf(ports));
  const { disclose } = settings;
  return {
    ...{ gitlab, clock, log, memory, interrupted, limits, subject, request, mayLook, recheck },
    onLook: progressOf({ clock, log, gitlab, disclose, show: (now) => comment?.goesOn(now) }),
    mark: settings.pipeline.mark,
    supersedes: settings.supersede,
    hearsOfCancel: (pipeline) => voice.hearsOfCancel(subject.commit, pipeline),
    isAwaited: async () => {
      const statuses = await ask(github.statuses(subject.commit));
      const since = clock.now() - limits.timeoutMs;
      return !statuses.known || isAwaited(statuses.value, settings.statusContext, since);
    },
  };
}

/**
 * Whether pipelines can be given their names. A token that starts them may; beside a trigger token the other one may
 * only read: what it cannot do is said before it is needed.
 */
async function mayNamePipelines({ settings, gitlab, log }: Ports): Promise<boolean> {
  const { token, triggerToken } = settings.gitlab;
  if (token === undefined) {
    log.info(aloneCannot);
    return false;
  }
  if (triggerToken === undefined) return true;
  const self = await ask(gitlab.self());
  if (!self.known || self.value.scopes.includes('api')) return true;
  warnOf(log, 'cancel-needs-api');
  return false;
}

function warnOf(log: Log, reason: ReasonCode): void {
  const { sentence, remedy } = reasonOf(reason);
  log.warning(`${reason}: ${sentence}. ${remedy}`);
}

const aloneCannot =
  'a trigger token alone: no GitLab branch of the same name and no running pipeline is looked for, none is cancelled';

const notTwin = (branch: string, ref: string): string =>
  `the tests run on the GitLab branch ${ref}: there is one of the name ${branch}, but it is protected and passed over. ` +
  'Name it in the input `twin-branches` if it holds the tests of this branch.';

const noTwin =
  'no GitLab branch of the same name is looked for: a fork, a tag, the merge queue and what crosses by an approval have none';

/** Nothing was started, or it is not known whether anything was. Pure. */
export function refused(result: Result, reason: ReasonCode): Result {
  if (reason === 'superseded') return { ...result, reason, verdict: 'superseded' };
  return { ...result, reason, decision: reasonOf(reason).shows === 'error' ? 'undecided' : result.decision };
}
