import { serviceFailureAs } from '../net/failure.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import { launch } from '../pipeline/launch.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { type ChosenRef, chooseRef } from '../pipeline/ref.ts';
import { type PipelineRequest, requestFor } from '../pipeline/request.ts';
import type { Search } from '../pipeline/search.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { judge } from '../report/verdict.ts';
import type { Admitted } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { whatChanged } from './current.ts';
import { twinCandidate } from './subject.ts';
import { announce, recorded, tell } from './tell.ts';

/** A pipeline for what was admitted, or the last word on why there is none. */
export type Started = StartedPipeline | { readonly started: false; readonly result: Result };

/** A pipeline, and how it came to be this run's own. */
export interface StartedPipeline {
  readonly started: true;
  readonly launched: 'started' | 'attached' | 'retried' | 'verdict';
  readonly pipeline: Pipeline;
  readonly request: PipelineRequest;
  /** Ids of the pipelines of this request that were there before. */
  readonly before: readonly number[];
  /** Those among them that were alive and had to make way. */
  readonly stopped: readonly number[];
  /** Of a start that was not confirmed: until when one more pipeline of it may come, and how to find it. */
  readonly unsettled: (Search & { readonly until: number }) | undefined;
  /** Of a retried pipeline: when it last changed before the retry, by GitLab's clock. */
  readonly unchangedSince: number | undefined;
  readonly result: Result;
}

/**
 * Chooses the GitLab branch, looks for pipelines of the same request, reads head and labels once more, and then
 * joins, retries, reuses or starts one pipeline. The key is saved for `post` before anything is started.
 */
export async function start(bridge: Bridge, admitted: Admitted): Promise<Started> {
  const { settings, gitlab, github, log, memory, clock } = bridge;
  const { subject, voice } = admitted;
  // A trigger token alone can neither read branches nor find pipelines (interface.md, "GitLab token matrix").
  const canRead = settings.gitlab.token !== undefined;
  const end = async (result: Result): Promise<Started> => {
    const record = recorded(bridge, admitted.evidence, admitted.decision, result);
    return { started: false, result: await tell(bridge, voice, record) };
  };

  const [chosen] = await Promise.all([
    chooseRef(gitlab, canRead ? twinCandidate(admitted.crossing) : undefined, settings.pipeline.ref).catch(
      gitlabReason,
    ),
    announce(bridge, voice, admitted.result),
    warnAboutScopes(bridge),
  ]);
  if (typeof chosen === 'string') return end(refused(admitted.result, chosen));
  const { passAs, names, further } = settings.pipeline;
  const request = requestFor(subject, chosen.ref, passAs, names, further);
  const aimed = { ...admitted.result, ref: chosen.ref, key: request.key };
  log.info(`GitLab branch: ${chosen.ref.shown}${chosen.ref.twin ? ' (same name)' : ''}`);

  const [existing, changed] = await Promise.all([
    canRead ? gitlab.find(request.key).catch(gitlabReason) : undefined,
    whatChanged(github, admitted.current, settings.selection),
  ]);
  if (changed) return end(refused(aimed, changed));
  if (typeof existing === 'string') return end(refused(aimed, existing));
  if (bridge.interrupted.aborted) return end({ ...aimed, ...judge({ how: 'interrupted' }) });

  memory.save('key', request.key);
  const head = () => headOf(bridge, chosen);
  const { wanted, all } = admitted.again;
  const wish = { again: wanted, onRerun: all ? 'new' : settings.pipeline.onRerun } as const;
  const outcome = await launch(gitlab, request, {
    clock,
    existing,
    head,
    wish,
    patienceMs: settings.pipeline.limits.errorBudgetMs,
    interrupted: bridge.interrupted,
    byTrigger: settings.gitlab.triggerToken !== undefined,
    obsolete: () => whatChanged(github, admitted.current, settings.selection),
  });
  if (outcome.launched === 'no') {
    // `post` looks once more: GitLab may show by then what it has made.
    if (outcome.reason === 'trigger-uncertain' && canRead) memory.save('alive', 'true');
    return end(
      bridge.interrupted.aborted
        ? { ...aimed, ...judge({ how: 'interrupted' }) }
        : refused(aimed, outcome.reason),
    );
  }

  const { pipeline, launched, because } = outcome;
  memory.save('pipeline', String(pipeline.id));
  if (outcome.unsettled) memory.save('alive', 'true');
  for (const why of because) log.info(`new pipeline: ${why}`);
  log.info(`pipeline #${pipeline.id}: ${launched === 'verdict' ? 'its verdict stands' : launched}`);
  const reused = launched === 'started' ? 'none' : launched;
  const result: Result = { ...aimed, pipelineId: pipeline.id, reused };
  return {
    started: true,
    launched,
    pipeline,
    request,
    before: (existing ?? []).map(({ id }) => id),
    stopped: outcome.stopped ?? [],
    unsettled: outcome.unsettled,
    unchangedSince: outcome.unchangedSince,
    result: recorded(bridge, admitted.evidence, admitted.decision, result),
  };
}

/** Beside a trigger token the other one may only read: what it cannot do is said before it is needed. */
async function warnAboutScopes({ settings, gitlab, log }: Bridge): Promise<void> {
  const { token, triggerToken } = settings.gitlab;
  if (token === undefined) return log.info(aloneCannot);
  if (triggerToken === undefined) return;
  const scopes = await gitlab.scopes().catch(serviceFailureAs(['api']));
  if (scopes.includes('api')) return;
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
const headOf = async ({ gitlab }: Bridge, { ref, head }: ChosenRef): Promise<string | undefined> =>
  head ?? (await gitlab.branch(ref.name))?.sha ?? gitlab.tag(ref.name);
