import { ServiceFailure } from '../../src/net/failure.ts';
import type { Job, KeyedPipeline, Pipeline, Pipelines } from '../../src/pipeline/pipeline.ts';
import type { Answer, Carry } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { gitlabWorld } from '../world/gitlab.ts';
import { keyed, pipeline } from './build.ts';

/** Calls as they were made, and the answers that were planted; a call without one fails the test. */
export interface ScriptedPipelines extends Pipelines {
  readonly calls: readonly string[];
}

/** Answers that are planted, one after the other for each method; the last one is given for ever. */
export interface Script {
  readonly create?: readonly Answer<Partial<Pipeline>>[];
  readonly find?: readonly Answer<readonly Partial<KeyedPipeline>[]>[];
  readonly recent?: readonly Answer<readonly Partial<KeyedPipeline>[]>[];
  readonly durations?: readonly Answer<readonly number[]>[];
  /** null: the pipeline has no such variable. */
  readonly variable?: readonly Answer<string | null>[];
  readonly jobs?: readonly Answer<readonly Job[]>[];
  readonly get?: readonly Answer<Partial<Pipeline>>[];
  readonly retry?: readonly Answer<Partial<Pipeline>>[];
  readonly cancel?: readonly Answer<'accepted'>[];
  readonly rename?: readonly Answer<Partial<Pipeline>>[];
}

/** GitLab by script: nothing has an effect, and what is told need not be consistent. */
export function scripted(script: Script): ScriptedPipelines {
  const calls: string[] = [];
  const carry: Carry = async (line) => {
    const [method = '', about] = line.split(' ');
    const planted: readonly unknown[] = script[method as keyof Script] ?? [];
    const earlier = calls.filter((made) => made.split(' ')[0] === method).length;
    calls.push(line);
    const answer = planted[Math.min(earlier, planted.length - 1)];
    if (answer === undefined) throw new Error(`${method}: no answer is planted`);
    if (answer instanceof ServiceFailure) throw answer;
    return shaped(method, Number(about), answer) as never;
  };
  const api = gitlabWorld(virtualClock()).api(carry);
  return {
    ...api,
    calls,
    // All that is planted is ours.
    find: async (key) => (await api.named(key)) as readonly KeyedPipeline[],
    recent: async (since, fits) => ((await api.changedSince(since)) as readonly KeyedPipeline[]).filter(fits),
  };
}

/** A planted answer in full. */
function shaped(method: string, id: number, answer: unknown): unknown {
  switch (method) {
    case 'create':
      return pipeline(answer as Partial<Pipeline>);
    case 'get':
    case 'retry':
    case 'rename':
      return pipeline({ id, ...(answer as Partial<Pipeline>) });
    case 'find':
    case 'recent':
      return (answer as readonly Partial<KeyedPipeline>[]).map(keyed);
    case 'variable':
      return answer ?? undefined;
    default:
      return answer;
  }
}
