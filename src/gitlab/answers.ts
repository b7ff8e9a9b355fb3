/** What GitLab answers, checked for its shape and turned into our words. */
import * as v from 'valibot';
import { ServiceFailure } from '../net/failure.ts';
import { readerOf } from '../net/shape.ts';
import type { RequestBudget } from '../pipeline/pace.ts';
import type { Job, Pipeline, Source, TokenOwner } from '../pipeline/pipeline.ts';
import { toStatus } from '../pipeline/status.ts';
import type { Branch } from '../request/ref.ts';

const variablesShape = v.array(v.object({ key: v.string(), value: v.string() }));
const ownerShape = v.object({ user_id: v.number(), scopes: v.array(v.string()) });
const time = v.optional(v.nullable(v.string()));
const text = v.optional(v.nullable(v.string()));
const jobShape = v.object({
  name: v.string(),
  status: v.string(),
  allow_failure: v.optional(v.boolean(), false),
  downstream_pipeline: v.optional(v.nullable(v.object({ status: v.string() }))),
  started_at: time,
  finished_at: time,
});
const pipelineShape = v.object({
  id: v.number(),
  sha: v.string(),
  ref: v.string(),
  status: v.string(),
  name: text,
  source: v.string(),
  user: v.optional(v.nullable(v.object({ id: v.number() }))),
  created_at: time,
  updated_at: time,
  started_at: time,
  finished_at: time,
  yaml_errors: text,
  detailed_status: v.optional(v.nullable(v.object({ group: text }))),
});
const addressShape = v.object({ web_url: text });
const finishedShape = v.object({ name: text, created_at: time, updated_at: time });
const branchShape = v.object({ protected: v.boolean(), commit: v.object({ id: v.string() }) });
const tagShape = v.object({ commit: v.object({ id: v.string() }) });
const projectShape = v.object({ default_branch: v.string() });
const identityShape = v.object({ id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });
const featuresShape = v.object({ builds_access_level: text, jobs_enabled: v.optional(v.boolean()) });

const read = readerOf('gitlab');

/** Epoch milliseconds of an ISO 8601 time; undefined where there is none. */
function toTime(text: string | null | undefined): number | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}

/** A pipeline, complete or as a list shows it. */
export function toPipeline(data: unknown): Pipeline {
  const raw = read(pipelineShape, data);
  const updatedAt = toTime(raw.updated_at);
  return {
    id: raw.id,
    sha: raw.sha,
    ref: raw.ref,
    status: toStatus(raw.status),
    // Only the group is a fixed word; `text` and `label` are translated (GitLab docs, "Pipelines API").
    warnings: raw.detailed_status?.group === 'success-with-warnings',
    invalidConfiguration: typeof raw.yaml_errors === 'string' && raw.yaml_errors !== '',
    name: raw.name ?? undefined,
    createdAt: toTime(raw.created_at) ?? 0,
    startedAt: toTime(raw.started_at),
    finishedAt: toTime(raw.finished_at),
    ...(updatedAt !== undefined && { updatedAt }),
    source: toSource(raw.source),
    ...(raw.user && { creator: raw.user.id }),
  };
}

/**
 * The answer to a start. The trigger route follows a project that has moved (docs/facts/gitlab.md, "Refusals"), and says
 * so only by the address of what it has made. `project`: path or id, as it was asked for; a path in any case of letters.
 */
export function toStarted(data: unknown, project: string): Pipeline {
  const { web_url: address } = read(addressShape, data);
  const [path] = URL.canParse(address ?? '') ? new URL(address ?? '').pathname.split('/-/') : [];
  const moved =
    path !== undefined && project.includes('/') && !path.toLowerCase().endsWith(`/${project.toLowerCase()}`);
  return { ...toPipeline(data), ...(moved && { moved }) };
}

/** GitLab has a dozen of sources (GitLab docs, "Pipelines API", source). */
const toSource = (text: string): Source => (text === 'api' || text === 'trigger' ? text : 'other');

/** The RateLimit-* headers of an answer (GitLab docs, "Rate limits"); undefined without them. */
export function toBudget(headers: Readonly<Record<string, string>>): RequestBudget | undefined {
  const limit = Number(headers['ratelimit-limit'] ?? Number.NaN);
  const remaining = Number(headers['ratelimit-remaining'] ?? Number.NaN);
  return Number.isNaN(limit) || Number.isNaN(remaining) ? undefined : { limit, remaining };
}

/** How many entries a page has at most (GitLab docs, "Pagination"), and how many pages are read. */
export const perPage = 100;
const mostPages = 30;

/** All entries of a list, page by page. One that is longer than can be read is no answer: part of it would mislead. */
export async function paged(ask: (page: number) => Promise<{ body: unknown }>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const entries = read(v.array(v.unknown()), (await ask(page)).body);
    all.push(...entries);
    if (entries.length < perPage) return all;
  }
  throw new ServiceFailure({ service: 'gitlab', status: 200, kind: 'unexpected', mayHaveActed: false });
}

/** How long (ms) the pipelines of a list took whose names end so, in its order. */
export const toDurations = (body: unknown, keyEnding: string): readonly number[] =>
  read(v.array(finishedShape), body)
    .filter(({ name }) => name?.endsWith(keyEnding))
    .map(({ created_at, updated_at }) => (toTime(updated_at) ?? 0) - (toTime(created_at) ?? 0))
    .filter((ms) => ms > 0);

/** Jobs, or bridges, from all pages of their list. */
export const toJobs = (entries: readonly unknown[], bridge: boolean): readonly Job[] =>
  read(v.array(jobShape), entries).map((job) => {
    const startedAt = toTime(job.started_at);
    const finishedAt = toTime(job.finished_at);
    return {
      name: job.name,
      status: toStatus(job.status),
      bridge,
      mayFail: job.allow_failure,
      ...(job.downstream_pipeline && { downstream: toStatus(job.downstream_pipeline.status) }),
      ...(startedAt !== undefined && { startedAt }),
      ...(finishedAt !== undefined && { finishedAt }),
    };
  });

/** The value of a pipeline's own variable. */
export const toVariable = (body: unknown, name: string): string | undefined =>
  read(variablesShape, body).find(({ key }) => key === name)?.value;

/** Whose a token is, and its scopes. */
export function toOwner(body: unknown): TokenOwner {
  const { user_id: user, scopes } = read(ownerShape, body);
  return { user, scopes };
}

/** A branch with its head. */
export function toBranch(body: unknown): Branch {
  const branch = read(branchShape, body);
  return { protected: branch.protected, sha: branch.commit.id };
}

/** The commit of a tag, 40 hex digits. */
export const toTagged = (body: unknown): string => read(tagShape, body).commit.id;

/** The name of a project's default branch. */
export const toDefaultBranch = (body: unknown): string => read(projectShape, body).default_branch;

/** The numeric id of a project. */
export const toProjectId = (body: unknown): number => read(identityShape, body).id;

/** Whether CI/CD is switched off in a project. The older of the two fields is false also for who may not see it. */
export function isSwitchedOff(body: unknown): boolean {
  const { builds_access_level: level, jobs_enabled: enabled } = read(featuresShape, body);
  return level == null ? enabled === false : level === 'disabled';
}
