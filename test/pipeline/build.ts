import type { Memory } from '../../src/memory.ts';
import { ServiceFailure, type ServiceFailureFacts, type ServiceFailureKind } from '../../src/net/failure.ts';
import type { Job, KeyedPipeline, Pipeline } from '../../src/pipeline/pipeline.ts';
import type { EndedStatus, KnownStatus } from '../../src/pipeline/status.ts';
import type { PipelineRequest } from '../../src/request/request.ts';

/** Parts from which the pipeline's tests are made. */

export const currentHead = 'c'.repeat(40);
export const olderHead = 'd'.repeat(40);
export const created = Date.UTC(2026, 0, 1);

export const pipeline = (over: Partial<Pipeline> = {}): Pipeline => ({
  id: 1000,
  ref: 'main',
  sha: currentHead,
  status: 'running',
  warnings: false,
  invalidConfiguration: false,
  name: undefined,
  createdAt: created,
  startedAt: undefined,
  finishedAt: undefined,
  source: 'api',
  ...over,
});

/** One of a list, that bears its key as its name unless told otherwise. */
export const keyed = (over: Partial<KeyedPipeline> = {}): KeyedPipeline => ({
  ...pipeline(over),
  key: over.name,
  keyHidden: false,
  ...over,
});

export const request = (over: Partial<PipelineRequest> = {}): PipelineRequest => ({
  key: `acme/engine#42@${'a'.repeat(40)}:0123456789ab`,
  ref: { name: 'main', shown: 'default', twin: false },
  passAs: 'variables',
  values: { TESTS_TO_RUN: 'test-all' },
  ...over,
});

/** For what remembers nothing. */
export const noMemory: Memory = { save: () => {} };

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

/** GitLab's 13 statuses, written down here and not read from the source (docs/facts/gitlab.md, "Status"). */
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

export const job = (over: Partial<Job> = {}): Job => ({
  name: 'test-aws',
  status: 'success',
  bridge: false,
  mayFail: false,
  ...over,
});
