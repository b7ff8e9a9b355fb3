/** One pipeline for what was admitted: chooses the ref, looks once more, then joins, retries, reuses or starts one. */
import { ask } from '../facts/ask.ts';
import { known } from '../facts/fact.ts';
import { launch } from '../pipeline/launch.ts';
import type { Life, StartedPipeline } from '../pipeline/life.ts';
import { siblingsOf } from '../pipeline/siblings.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { isAwaited } from '../report/claim.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import { type ChosenRef, chooseRef } from '../request/ref.ts';
import { type PipelineRequest, requestFor } from '../request/request.ts';
import type { Admitted } from './admit.ts';
import type { Ports } from './ports.ts';

/** A pipeline for what was admitted, or the last word on why there is none, which is told already. */
export type Started =
  | {
      readonly ok: true;
      readonly started: StartedPipeline;
      readonly life: Life;
      readonly result: Result;
    }
  | { readonly ok: false; readonly last: Result };

/** The key is saved for `post` before anything is started, the number of the pipeline right after. */
export async function start(ports: Ports, admitted: Admitted): Promise<Started> {
  const { settings, gitlab, log, memory, clock, interrupted } = ports;
  const { subject, voice } = admitted;
  // A trigger token alone can neither read branches nor find pipelines (README.md, "GitLab tokens").
  const mayLook = settings.gitlab.token !== undefined;
  const end = async (result: Result): Promise<Started> => ({
    ok: false,
    last: await voice.giveUp(admitted.recorded(result)),
  });

  const [chosen, claimed] = await Promise.all([
    ask(chooseRef(gitlab, mayLook ? subject.twin : undefined, settings.pipeline.ref)),
    voice.claim(admitted.result),
    warnAboutScopes(ports),
  ]);
  if (!chosen.known) return end(refused(admitted.result, chosen.reason));
  const { ref } = chosen.value;
  const request = requestFor(subject, ref, settings.pipeline);
  const aimed = { ...admitted.result, ref, key: request.key };
  log.info(`GitLab branch: ${ref.shown}${ref.twin ? ' (same name)' : ''}`);

  const [existing, changed] = await Promise.all([
    mayLook ? ask(gitlab.find(request.key)) : known(undefined),
    admitted.recheck(),
  ]);
  if (changed) return end(refused(aimed, changed));
  if (!existing.known) return end(refused(aimed, existing.reason));
  const stopped = { ...aimed, ...judge({ how: 'interrupted' }) };
  if (interrupted.aborted) return end(stopped);

  memory.save('key', request.key);
  const { wanted, all } = admitted.again;
  const outcome = await launch(gitlab, request, {
    clock,
    existing: existing.value,
    head: () => headOf(ports, chosen.value),
    wish: { again: wanted, onRerun: all ? 'new' : settings.pipeline.onRerun },
    patienceMs: settings.pipeline.limits.errorBudgetMs,
    interrupted,
    byTrigger: settings.gitlab.triggerToken !== undefined,
    // What is not on record could be started again and again.
    starts: admitted.starts === 'first' && !claimed ? 'never' : admitted.starts,
    recheck: admitted.recheck,
  });
  if (outcome.launched === 'no') {
    // `post` looks once more: GitLab may show by then what it has made.
    if (outcome.reason === 'trigger-uncertain' && mayLook) memory.save('alive', 'true');
    return end(interrupted.aborted ? stopped : refused(aimed, outcome.reason));
  }

  const { pipeline, launched: how, because, unsettled } = outcome;
  memory.save('pipeline', String(pipeline.id));
  if (unsettled) memory.save('alive', 'true');
  for (const why of because) log.info(`new pipeline: ${why}`);
  log.info(`pipeline #${pipeline.id}: ${how === 'verdict' ? 'its verdict stands' : how}`);
  const beginning = { before: existing.value ?? [], stopped: outcome.stopped ?? [], unsettled };
  const siblings = siblingsOf(gitlab, request.key, beginning);
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
  { subject, recheck }: Admitted,
  request: PipelineRequest,
  mayLook: boolean,
): Life {
  const { settings, github, gitlab, clock, log, memory, interrupted } = ports;
  const { limits } = settings.pipeline;
  return {
    ...{ gitlab, clock, log, memory, interrupted, limits, subject, request, mayLook, recheck },
    supersedes: settings.supersede,
    isAwaited: async () => {
      const statuses = await ask(github.statuses(subject.commit));
      const since = clock.now() - limits.timeoutMs;
      return !statuses.known || isAwaited(statuses.value, settings.statusContext, since);
    },
  };
}

/** Beside a trigger token the other one may only read: what it cannot do is said before it is needed. */
async function warnAboutScopes({ settings, gitlab, log }: Ports): Promise<void> {
  const { token, triggerToken } = settings.gitlab;
  if (token === undefined) return log.info(aloneCannot);
  if (triggerToken === undefined) return;
  const scopes = await ask(gitlab.scopes());
  if (!scopes.known || scopes.value.includes('api')) return;
  const { sentence, remedy } = reasonOf('cancel-needs-api');
  log.warning(`cancel-needs-api: ${sentence}. ${remedy}`);
}

const aloneCannot =
  'a trigger token alone: no GitLab branch of the same name and no running pipeline is looked for, none is cancelled';

/** Nothing was started, or it is not known whether anything was. */
function refused(result: Result, reason: ReasonCode): Result {
  if (reason === 'superseded') return { ...result, reason, verdict: 'superseded' };
  return { ...result, reason, decision: reasonOf(reason).shows === 'error' ? 'undecided' : result.decision };
}

/** `gitlab-ref` may be a tag, too. */
const headOf = async ({ gitlab }: Ports, { ref, head }: ChosenRef): Promise<string | undefined> =>
  head ?? (await gitlab.branch(ref.name))?.sha ?? gitlab.tag(ref.name);
