import { ServiceFailure, type ServiceFailureFacts, type ServiceFailureKind } from '../../src/net/failure.ts';
import type { Job, Pipeline, Pipelines } from '../../src/pipeline/pipeline.ts';
import type { PipelineRequest } from '../../src/pipeline/request.ts';
import type { EndedStatus, KnownStatus } from '../../src/pipeline/status.ts';

/** Parts from which the pipeline's tests are made. */

export const currentHead = 'c'.repeat(40);
export const olderHead = 'd'.repeat(40);
export const created = Date.UTC(2026, 0, 1);

export const pipeline = (over: Partial<Pipeline> = {}): Pipeline => ({
  id: 1000,
  sha: currentHead,
  status: 'running',
  warnings: false,
  invalidConfiguration: false,
  name: undefined,
  createdAt: created,
  startedAt: undefined,
  finishedAt: undefined,
  ...over,
});

export const request = (over: Partial<PipelineRequest> = {}): PipelineRequest => ({
  key: `acme/engine#42@${'a'.repeat(40)}:0123456789ab`,
  ref: { name: 'main', shown: 'default', twin: false },
  passAs: 'variables',
  values: { TESTS_TO_RUN: 'test-all' },
  ...over,
});

/** A call to GitLab that did not do what was asked; it may have acted all the same unless told otherwise. */
export const gitlabFailure = (
  kind: ServiceFailureKind,
  over: Partial<ServiceFailureFacts> = {},
): ServiceFailure =>
  new ServiceFailure({ service: 'gitlab', status: undefined, kind, mayHaveActed: true, ...over });

/** What GitLab may say instead of an answer. */
export const everyKind: readonly ServiceFailureKind[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'unavailable',
  'moved',
  'unexpected',
];

/** GitLab's 13 statuses, written down here and not read from the source (reference gitlab, "Status"). */
export const ended: readonly EndedStatus[] = ['success', 'failed', 'canceled', 'skipped'];
export const blocked: readonly KnownStatus[] = ['manual', 'scheduled'];
export const alive: readonly KnownStatus[] = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'canceling',
];

/** Calls as a fake noted them, and the answers it gives; what is not planted fails the test. */
export interface FakePipelines extends Pipelines {
  readonly calls: readonly string[];
}

type Answer<T> = T | ServiceFailure;

/** Answers of a fake, one after the other for each method; the last one is given for ever. */
export interface Script {
  readonly create?: readonly Answer<Partial<Pipeline>>[];
  readonly find?: readonly Answer<readonly Partial<Pipeline>[]>[];
  readonly recent?: readonly Answer<readonly Partial<Pipeline>[]>[];
  readonly durations?: readonly Answer<readonly number[]>[];
  /** null: the pipeline has no such variable. */
  readonly keyVariable?: readonly Answer<string | null>[];
  readonly jobs?: readonly Answer<readonly Job[]>[];
  readonly get?: readonly Answer<Partial<Pipeline>>[];
  readonly retry?: readonly Answer<Partial<Pipeline>>[];
  readonly cancel?: readonly Answer<'accepted'>[];
  readonly scopes?: readonly Answer<readonly string[]>[];
  readonly rename?: readonly Answer<'renamed'>[];
}

/** GitLab by script. */
export function scripted(script: Script): FakePipelines {
  const calls: string[] = [];
  const next = <T>(method: string, about: unknown, answers: readonly Answer<T>[] | undefined): Promise<T> => {
    const earlier = calls.filter((made) => made.split(' ')[0] === method).length;
    calls.push(about === undefined ? method : `${method} ${about}`);
    const answer = answers?.[Math.min(earlier, answers.length - 1)];
    if (answer === undefined) return Promise.reject(new Error(`${method}: no answer is planted`));
    return answer instanceof ServiceFailure ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return {
    calls,
    create: ({ key }) => next('create', key, script.create).then(pipeline),
    find: (key) => next('find', key, script.find).then((found) => found.map(pipeline)),
    recent: (since) => next('recent', since, script.recent).then((found) => found.map(pipeline)),
    durations: (ending) => next('durations', ending, script.durations),
    keyVariable: async (id) => (await next('variable', id, script.keyVariable)) ?? undefined,
    jobs: (id) => next('jobs', id, script.jobs),
    get: (id) => next('get', id, script.get).then((one) => pipeline({ id, ...one })),
    retry: (id) => next('retry', id, script.retry).then((one) => pipeline({ id, ...one })),
    cancel: async (id) => void (await next('cancel', id, script.cancel)),
    scopes: () => next('scopes', undefined, script.scopes),
    rename: async (id, name) => void (await next('rename', `${id} ${name}`, script.rename)),
  };
}

export const job = (over: Partial<Job> = {}): Job => ({
  name: 'test-aws',
  status: 'success',
  bridge: false,
  mayFail: false,
  ...over,
});
