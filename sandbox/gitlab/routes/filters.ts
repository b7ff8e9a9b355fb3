import type { Context } from 'hono';
import type { Pipeline } from '../pipeline.ts';
import { invalid, invalidValue } from '../refusals.ts';
import { pipelineStatus } from '../state.ts';
import { isEnded, STATUSES } from '../status.ts';

const SCOPES: Record<string, (pipeline: Pipeline) => boolean> = {
  running: (pipeline) => pipelineStatus(pipeline) === 'running',
  pending: (pipeline) => pipelineStatus(pipeline) === 'pending',
  finished: (pipeline) => isEnded(pipelineStatus(pipeline)),
  branches: ({ tag }) => !tag,
  tags: ({ tag }) => tag,
};

/**
 * The pipelines that a list call asks for, in the order it asks for (GitLab docs: "Pipelines API", "List project
 * pipelines"). Throws 400 for a value outside a closed list.
 */
export function filtered(c: Context, pipelines: Pipeline[]): Pipeline[] {
  const asked = (name: string) => c.req.query(name) || undefined;
  const tests: ((pipeline: Pipeline) => boolean)[] = [];
  const equal = (name: string, value: (pipeline: Pipeline) => unknown) => {
    const wanted = asked(name);
    if (wanted !== undefined) tests.push((pipeline) => value(pipeline) === wanted);
  };
  const after = (name: string, value: (pipeline: Pipeline) => number) => {
    const limit = instant(asked(name), name);
    if (limit !== undefined) tests.push((pipeline) => value(pipeline) > limit);
  };
  const before = (name: string, value: (pipeline: Pipeline) => number) => {
    const limit = instant(asked(name), name);
    if (limit !== undefined) tests.push((pipeline) => value(pipeline) < limit);
  };

  const scope = asked('scope');
  const ofScope = scope === undefined ? undefined : oneOf('scope', scope, SCOPES);
  if (ofScope) tests.push(ofScope);
  const status = asked('status');
  if (status !== undefined) oneOf('status', status, Object.fromEntries(STATUSES.map((one) => [one, one])));
  equal('status', pipelineStatus);
  equal('ref', (pipeline) => pipeline.ref);
  equal('sha', (pipeline) => pipeline.sha);
  const source = asked('source');
  if (source !== undefined && !SOURCES.includes(source)) throw invalidValue('source');
  equal('source', (pipeline) => pipeline.source);
  equal('username', (pipeline) => pipeline.user.username);
  equal('name', (pipeline) => pipeline.name);
  const yamlErrors = flagOf(c, 'yaml_errors');
  if (yamlErrors !== undefined) tests.push((pipeline) => (pipeline.yamlErrors !== null) === yamlErrors);
  after('updated_after', (pipeline) => pipeline.updatedAt);
  before('updated_before', (pipeline) => pipeline.updatedAt);
  after('created_after', (pipeline) => pipeline.createdAt);
  before('created_before', (pipeline) => pipeline.createdAt);

  const order = oneOf('order_by', asked('order_by') ?? 'id', ORDERS);
  const sign = oneOf('sort', asked('sort') ?? 'desc', { asc: 1, desc: -1 });
  return pipelines
    .filter((pipeline) => tests.every((test) => test(pipeline)))
    .sort((a, b) => sign * compare(order(a), order(b)));
}

const ORDERS: Record<string, (pipeline: Pipeline) => string | number> = {
  id: (pipeline) => pipeline.id,
  status: pipelineStatus,
  ref: (pipeline) => pipeline.ref,
  updated_at: (pipeline) => pipeline.updatedAt,
  user_id: (pipeline) => pipeline.user.id,
};

/** GitLab docs, "Pipelines API", `source`. */
const SOURCES: readonly string[] = [
  ...['unknown', 'push', 'web', 'trigger', 'schedule', 'api', 'external', 'pipeline', 'chat', 'webide'],
  ...['merge_request_event', 'external_pull_request_event', 'parent_pipeline', 'ondemand_dast_scan'],
  ...['ondemand_dast_validation', 'security_orchestration_policy', 'container_registry_push', 'duo_workflow'],
  'pipeline_execution_policy_schedule',
];

/** A parameter that is true or false, in any of the words for it; undefined where it is absent. Throws 400. */
export function flagOf(c: Context, name: string): boolean | undefined {
  const text = c.req.query(name);
  if (text === undefined || text === '') return undefined;
  if (/^(true|t|1|on)$/i.test(text)) return true;
  if (/^(false|f|0|off)$/i.test(text)) return false;
  throw invalid(name);
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

function oneOf<T>(name: string, value: string, known: Record<string, T>): T {
  const found = known[value];
  if (found === undefined) throw invalidValue(name);
  return found;
}

function instant(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Date.parse(text);
  if (Number.isNaN(value)) throw invalid(name);
  return value;
}
