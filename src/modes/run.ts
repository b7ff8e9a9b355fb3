import { decide } from '../gate/decide.ts';
import { gather } from '../gate/evidence.ts';
import type { LivePull } from '../gate/facts.ts';
import { gitlabReason } from '../pipeline/failures.ts';
import { launch } from '../pipeline/launch.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { type ChosenRef, chooseRef } from '../pipeline/ref.ts';
import { requestFor, type Subject } from '../pipeline/request.ts';
import { patientStop, quickStop, stop } from '../pipeline/stop.ts';
import { type Outcome, watch } from '../pipeline/watch.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { report, type StatusTarget, writeStatus } from '../report/report.ts';
import type { Result } from '../report/result.ts';
import { statusLine } from '../report/status.ts';
import { judge } from '../report/verdict.ts';
import { safeValue, select } from '../selection/select.ts';
import type { Bridge } from './bridge.ts';
import { type RunSubject, whatChanged } from './current.ts';

/**
 * Mode `run`: the gate decides who crosses, the selection says which tests, one GitLab pipeline is found, retried or
 * started and watched, and GitHub is told the verdict.
 */
export async function run(bridge: Bridge): Promise<Result> {
  const { settings, github, gitlab, log, memory, clock } = bridge;

  const decision = decide(await gather(github, bridge.run, settings.gate), settings.gate);
  log.info(`gate: ${decision.decision} (${decision.reason})`);
  if (decision.decision !== 'allowed') return tell(bridge, decision);

  const { pull } = decision;
  const gate = { decision: 'allowed', reason: 'starting', commit: pull.head.sha } as const;
  const selection = select(pull.labels, settings.selection);
  if (!selection.selected) {
    const { reason, labels: unknownLabels, known: knownLabels } = selection;
    return tell(bridge, { ...gate, decision: 'denied', reason, unknownLabels, knownLabels });
  }
  const subject = subjectOf(pull, selection.tests, settings.github.repository);
  if (!isSafe(subject)) return tell(bridge, { ...gate, decision: 'denied', reason: 'unsafe-value' });
  const selected = { ...gate, tests: selection.tests, allSelected: selection.all };
  log.info(`tests: ${selection.tests.join(', ')}`);

  const [chosen] = await Promise.all([
    chooseRef(gitlab, twinCandidate(pull), settings.pipeline.ref).catch(gitlabReason),
    announce(bridge, selected),
  ]);
  if (typeof chosen === 'string') return tell(bridge, refused(selected, chosen));
  const { passAs, names, further } = settings.pipeline;
  const request = requestFor(subject, chosen.ref, passAs, names, further);
  const aimed = { ...selected, ref: chosen.ref };
  log.info(`GitLab branch: ${chosen.ref.shown}${chosen.ref.twin ? ' (same name)' : ''}`);

  const runSubject = { number: pull.number, commit: pull.head.sha, tests: selection.tests };
  const [existing, changed] = await Promise.all([
    gitlab.find(request.key).catch(gitlabReason),
    whatChanged(github, runSubject, settings.selection),
  ]);
  if (changed) return tell(bridge, refused(aimed, changed));
  if (typeof existing === 'string') return tell(bridge, refused(aimed, existing));
  if (bridge.interrupted.aborted) return tell(bridge, { ...aimed, ...judge({ how: 'interrupted' }) });

  memory.save('key', request.key);
  const wish = { again: bridge.run.rerunner !== undefined, onRerun: settings.pipeline.onRerun };
  const head = () => headOf(bridge, chosen);
  const launched = await launch(gitlab, request, { clock, existing, head, wish });
  if (launched.launched === 'no') return tell(bridge, refused(aimed, launched.reason));

  const { pipeline } = launched;
  memory.save('pipeline', String(pipeline.id));
  log.info(`pipeline #${pipeline.id}: ${launched.launched}`);
  const reused = launched.launched === 'started' ? 'none' : launched.launched;
  const crossing = { ...aimed, pipelineId: pipeline.id, reused } as const;
  await announce(bridge, { ...crossing, reason: 'running' });
  const outcome = await follow(bridge, pipeline.id, request.key);
  return settle(bridge, runSubject, { ...crossing, ...judge(outcome) });
}

/** What GitLab is asked to test. A fork is named by its commit: its branch name is an outsider's text. */
function subjectOf(pull: LivePull, tests: readonly string[], repository: string): Subject {
  const branch = twinCandidate(pull) ?? pull.head.sha;
  return { repository, pull: pull.number, commit: pull.head.sha, branch, tests };
}

/** The branch name that GitLab may have too; undefined for a fork. */
const twinCandidate = (pull: LivePull): string | undefined =>
  pull.head.repository === pull.base ? pull.head.branch : undefined;

const isSafe = ({ branch, tests }: Subject): boolean =>
  [branch, ...tests].every((value) => safeValue.test(value));

const headOf = async ({ gitlab }: Bridge, { ref, head }: ChosenRef): Promise<string | undefined> =>
  head ?? (await gitlab.branch(ref.name))?.sha;

/** Watches the pipeline to an outcome, and leaves none running that nobody waits for. */
async function follow(bridge: Bridge, id: number, key: string): Promise<Outcome> {
  const { gitlab, log, clock, interrupted, settings } = bridge;
  let named = false;
  const onChange = async (pipeline: Pipeline) => {
    log.info(`pipeline #${id}: ${pipeline.status}`);
    if (pipeline.status === 'unknown')
      log.warning('GitLab reports a status that this version does not know; watching on');
    // The key is the name by which re-runs and `post` find the pipeline; the template sets it, otherwise we do.
    if (!named && pipeline.name !== key) await gitlab.rename(id, key).catch(() => log.warning(unnamed));
    named = true;
  };
  const outcome = await watch(gitlab, id, settings.pipeline.limits, { clock, interrupted, onChange });
  if (outcome.how === 'ended' || outcome.how === 'blocked') return outcome;
  log.info(`pipeline #${id}: cancelling (${outcome.how})`);
  const stopped = await stop(gitlab, id, clock, outcome.how === 'timed-out' ? patientStop : quickStop);
  if (stopped === 'ended') log.info(`pipeline #${id}: cancelled`);
  else log.warning(`pipeline #${id} could not be cancelled (${stopped}); stop it in GitLab`);
  return outcome;
}

const unnamed =
  'the pipeline could not be given its name: set `workflow: name: $DRAWBRIDGE_KEY` in GitLab, or give the token `api`';

/** The last word: told only if the pull request still asks for what was tested. */
async function settle(bridge: Bridge, subject: RunSubject, result: Result): Promise<Result> {
  const changed = await whatChanged(bridge.github, subject, bridge.settings.selection);
  if (changed === 'superseded') return { ...result, verdict: 'superseded', reason: 'superseded' };
  if (changed && result.verdict === 'success')
    return tell(bridge, { ...result, verdict: 'lost', reason: changed });
  return tell(bridge, result);
}

/** Nothing was started, or it is not known whether anything was. */
function refused(result: Result, reason: ReasonCode): Result {
  if (reason === 'superseded') return { ...result, reason, verdict: 'superseded' };
  return { ...result, reason, decision: reasonOf(reason).shows === 'error' ? 'undecided' : result.decision };
}

async function tell(bridge: Bridge, result: Result): Promise<Result> {
  return report(bridge.github, statusTarget(bridge, result), result);
}

/** A pending status on the way. That it cannot be written is no reason to stop; the last one is what counts. */
async function announce(bridge: Bridge, result: Result): Promise<void> {
  const line = statusLine(result);
  const target = statusTarget(bridge, result);
  if (!line || !target) return;
  bridge.memory.save('commit', target.commit);
  if (!(await writeStatus(bridge.github, target, line)))
    bridge.log.warning('GitHub did not take the pending status');
}

function statusTarget({ settings }: Bridge, { commit }: Result): StatusTarget | undefined {
  if (commit === undefined || settings.statusContext === undefined) return undefined;
  return { commit, context: settings.statusContext, targetUrl: settings.github.runUrl };
}
