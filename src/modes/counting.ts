/** The pipeline that counts for a status that hangs, and what it says. */
import { ask } from '../facts/ask.ts';
import { allKnown, type Fact, known, unknown } from '../facts/fact.ts';
import { eldestAlive, isFresh, newestEnded } from '../pipeline/choose.ts';
import type { KeyedPipeline } from '../pipeline/pipeline.ts';
import { isEnded, meaningOf } from '../pipeline/status.ts';
import { askRan } from '../report/conclusion.ts';
import type { Result } from '../report/result.ts';
import { type Judgement, judge, judgeUnended } from '../report/verdict.ts';
import type { Asked, AskedRequest } from '../request/keys.ts';
import { headOf } from '../request/ref.ts';
import type { Ports } from './ports.ts';

/**
 * The pipeline that counts for what the labels ask: a pipeline for fewer tests must not settle the status, nor one from
 * before the GitLab branch moved. By name and not by date: what was retried or joined is older than the status that
 * hangs.
 */
export async function findCounting(
  { gitlab }: Ports,
  asked: Asked | undefined,
): Promise<Fact<KeyedPipeline | undefined>> {
  const found = allKnown(
    await Promise.all((asked?.requests ?? []).map((request) => ask(findFresh(gitlab, request)))),
  );
  if (!found.known) return unknown('sweep-incomplete');
  const all = found.value.flat();
  const counts = eldestAlive(all) ?? newestEnded(all);
  if (!counts) return known(undefined);
  // A list leaves out what a single answer tells: warnings, errors of the configuration.
  const whole = await ask(gitlab.get(counts.id));
  const { key, keyHidden } = counts;
  return whole.known ? known({ ...whole.value, key, keyHidden }) : unknown('sweep-incomplete');
}

async function findFresh(
  gitlab: Ports['gitlab'],
  { key, ref }: AskedRequest,
): Promise<readonly KeyedPipeline[]> {
  const found = await gitlab.find(key);
  if (found.length === 0) return [];
  const name = ref ?? (await gitlab.defaultBranch());
  const aim = { ref: name, head: await headOf(gitlab, name, { ref }) };
  return found.filter((pipeline) => isFresh(pipeline, aim));
}

/**
 * None: nothing was started for these tests, or it was deleted. What is alive here has just been stopped. Unknown: a
 * pipeline that passed, where it could not be found out whether the tests ran.
 */
export async function judgeLeft(
  ports: Ports,
  counts: KeyedPipeline | undefined,
  asked: Asked | undefined,
  hadOne: boolean,
): Promise<Fact<Judgement & Pick<Result, 'pipelineId'>>> {
  // Somebody who is no member has asked for more, or a run for a member's label was lost: which, nothing here tells.
  if (counts === undefined && hadOne) return known({ verdict: 'pending', reason: 'retest-needed' });
  if (counts === undefined) return known({ verdict: 'lost', reason: 'run-lost' });
  const { id: pipelineId, status } = counts;
  if (isEnded(status)) {
    const outcome = { how: 'ended', pipeline: { ...counts, status } } as const;
    const ran = await askRan(ports, pipelineId, asked?.tests ?? [], outcome);
    return ran.known ? known({ ...judge(outcome, ran), pipelineId }) : ran;
  }
  if (meaningOf(status) === 'blocked')
    return known({ ...judgeUnended({ how: 'blocked', pipeline: counts }), pipelineId });
  return known({ ...judgeUnended({ how: 'timed-out' }), pipelineId });
}
