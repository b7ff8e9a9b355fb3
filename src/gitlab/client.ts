import * as v from 'valibot';
import { ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import type { Send } from '../net/transport.ts';
import type { RequestBudget } from '../pipeline/pace.ts';
import type { Pipeline, Pipelines } from '../pipeline/pipeline.ts';
import type { Refs } from '../pipeline/ref.ts';
import type { PipelineRequest } from '../pipeline/request.ts';
import { toStatus } from '../pipeline/status.ts';
import { createGitbeaker, endpoint, type GitLabRefusal } from './gitbeaker.ts';

/** How GitLab is reached. At least one of the tokens is there (interface.md, "GitLab token matrix"). */
export interface GitLabClientOptions {
  readonly url: string;
  /** Path or numeric id. */
  readonly project: string;
  readonly token: string | undefined;
  readonly triggerToken: string | undefined;
  readonly send: Send;
}

const jobShape = v.object({
  name: v.string(),
  status: v.string(),
  allow_failure: v.optional(v.boolean(), false),
});
const variablesShape = v.array(v.object({ key: v.string(), value: v.string() }));
const scopesShape = v.object({ scopes: v.array(v.string()) });
const time = v.optional(v.nullable(v.string()));
const text = v.optional(v.nullable(v.string()));
const pipelineShape = v.object({
  id: v.number(),
  sha: v.string(),
  status: v.string(),
  name: text,
  source: text,
  created_at: time,
  updated_at: time,
  started_at: time,
  finished_at: time,
  yaml_errors: text,
  detailed_status: v.optional(v.nullable(v.object({ group: text }))),
});
const finishedShape = v.object({ name: text, created_at: time, updated_at: time });
const branchShape = v.object({ protected: v.boolean(), commit: v.object({ id: v.string() }) });
const projectShape = v.object({ default_branch: v.string() });

/** Reads an answer by its documented shape; another shape is an unexpected answer, not a crash. */
function read<S extends v.GenericSchema>(shape: S, data: unknown): v.InferOutput<S> {
  const result = v.safeParse(shape, data);
  if (result.success) return result.output;
  throw new ServiceFailure({ service: 'gitlab', status: 200, kind: 'unexpected', mayHaveActed: true });
}

/** For `catch`: gives a refusal that GitLab words like any other of its kind the name that this call alone can give. */
const namedAs =
  (refusal: GitLabRefusal, kind: ServiceFailureKind) =>
  (error: unknown): never => {
    const nameless = error instanceof ServiceFailure && error.kind === kind && error.refusal === undefined;
    throw nameless ? new ServiceFailure({ ...error, refusal }) : error;
  };

/** Epoch milliseconds of an ISO 8601 time; undefined where there is none. */
function toTime(text: string | null | undefined): number | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}

function toPipeline(data: unknown): Pipeline {
  const raw = read(pipelineShape, data);
  const updatedAt = toTime(raw.updated_at);
  return {
    id: raw.id,
    sha: raw.sha,
    status: toStatus(raw.status),
    // Only the group is a fixed word; `text` and `label` are translated (GitLab docs, "Pipelines API").
    warnings: raw.detailed_status?.group === 'success-with-warnings',
    invalidConfiguration: typeof raw.yaml_errors === 'string' && raw.yaml_errors !== '',
    name: raw.name ?? undefined,
    createdAt: toTime(raw.created_at) ?? 0,
    startedAt: toTime(raw.started_at),
    finishedAt: toTime(raw.finished_at),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(typeof raw.source === 'string' && { byRequest: ['trigger', 'api'].includes(raw.source) }),
  };
}

/** How many entries a page has at most (GitLab docs, "Pagination"), and how many pages are read. */
const perPage = 100;
const mostPages = 10;

/** GitLab takes up to a minute to make a pipeline of many files (GitLab docs, "Rack Timeout"), ms. */
const creationTimeoutMs = 65_000;

/** How many earlier successes tell how long the next one takes. */
const mostDurations = 20;

/** The RateLimit-* headers of an answer (GitLab docs, "Rate limits"); undefined without them. */
function toBudget(headers: Readonly<Record<string, string>>): RequestBudget | undefined {
  const limit = Number(headers['ratelimit-limit'] ?? Number.NaN);
  const remaining = Number(headers['ratelimit-remaining'] ?? Number.NaN);
  return Number.isNaN(limit) || Number.isNaN(remaining) ? undefined : { limit, remaining };
}

/** All entries of a list, page by page, up to a bound that no list of ours reaches. */
async function paged(ask: (page: number) => Promise<{ body: unknown }>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let page = 1; page <= mostPages; page++) {
    const entries = read(v.array(v.unknown()), (await ask(page)).body);
    all.push(...entries);
    if (entries.length < perPage) break;
  }
  return all;
}

/**
 * One GitLab project's pipelines and refs. Every method throws a ServiceFailure when GitLab did not do what was
 * asked. Nothing of GitLab's text leaves this file, except a pipeline's name and commit, which are only compared.
 */
export function createGitLabClient({
  url,
  project,
  token,
  triggerToken,
  send,
}: GitLabClientOptions): Pipelines & Refs {
  const access = token === undefined ? {} : { token };
  const gitlab = createGitbeaker({ url, send, ...access });
  // An answer that is waited for need not be looked for.
  const patient: Send = (request) => send({ ...request, timeoutMs: creationTimeoutMs });
  const starter = createGitbeaker({ url, send: patient, ...(triggerToken === undefined ? access : {}) });

  const createByTrigger = (request: PipelineRequest, secret: string) =>
    // Never gitbeaker's trigger(): it puts values and token into the query unencoded (reference gitlab).
    starter.requester
      .post(endpoint`projects/${project}/trigger/pipeline`, {
        body: { token: secret, ref: request.ref.name, [request.passAs]: request.values },
      })
      .catch(namedAs('trigger-token-refused', 'not-found'));

  const createByToken = (request: PipelineRequest) => {
    const variables = Object.entries(request.values).map(([key, value]) => ({ key, value }));
    return starter.requester.post(endpoint`projects/${project}/pipeline`, {
      body: {
        ref: request.ref.name,
        ...(request.passAs === 'inputs' ? { inputs: request.values } : { variables }),
      },
    });
  };

  return {
    create: async (request) => {
      const answer =
        triggerToken === undefined ? createByToken(request) : createByTrigger(request, triggerToken);
      return toPipeline((await answer.catch(namedAs('start-refused', 'invalid'))).body);
    },

    find: async (name) => {
      const answer = await gitlab.requester.get(endpoint`projects/${project}/pipelines`, {
        searchParams: { name, orderBy: 'id', sort: 'desc', perPage },
      });
      // The filter is GitLab's; the comparison is ours, should a version ignore a filter that it does not know.
      return read(v.array(v.unknown()), answer.body)
        .map(toPipeline)
        .filter((pipeline) => pipeline.name === name);
    },

    recent: async (since) => {
      const path = endpoint`projects/${project}/pipelines`;
      const newestFirst = { createdAfter: new Date(since), orderBy: 'id', sort: 'desc', perPage };
      const all = await paged((page) =>
        gitlab.requester.get(path, { searchParams: { ...newestFirst, page } }),
      );
      return all.map(toPipeline);
    },

    durations: async (keyEnding) => {
      const answer = await gitlab.requester.get(endpoint`projects/${project}/pipelines`, {
        searchParams: { status: 'success', orderBy: 'id', sort: 'desc', perPage },
      });
      return read(v.array(finishedShape), answer.body)
        .filter(({ name }) => name?.endsWith(keyEnding))
        .map(({ created_at, updated_at }) => (toTime(updated_at) ?? 0) - (toTime(created_at) ?? 0))
        .filter((ms) => ms > 0)
        .slice(0, mostDurations);
    },

    keyVariable: async (id) => {
      const answer = await gitlab.requester.get(endpoint`projects/${project}/pipelines/${id}/variables`);
      return read(variablesShape, answer.body).find(({ key }) => key === 'DRAWBRIDGE_KEY')?.value;
    },

    jobs: async (id) => {
      const list = async (kind: 'jobs' | 'bridges') => {
        const path = `${endpoint`projects/${project}/pipelines/${id}`}/${kind}`;
        // The first page is what GitLab gives unasked.
        const asked = (page: number) => ({ perPage, ...(page > 1 && { page }) });
        const all = await paged((page) => gitlab.requester.get(path, { searchParams: asked(page) }));
        return read(v.array(jobShape), all).map((job) => ({
          name: job.name,
          status: toStatus(job.status),
          bridge: kind === 'bridges',
          mayFail: job.allow_failure,
        }));
      };
      return (await Promise.all([list('jobs'), list('bridges')])).flat();
    },

    scopes: async () => {
      const answer = await gitlab.requester.get('personal_access_tokens/self');
      return read(scopesShape, answer.body).scopes;
    },

    get: async (id) => {
      const answer = await gitlab.requester.get(endpoint`projects/${project}/pipelines/${id}`);
      const budget = toBudget(answer.headers);
      return { ...toPipeline(answer.body), ...(budget && { budget }) };
    },

    retry: async (id) => toPipeline(await gitlab.pipelines.retry(project, id)),

    cancel: async (id) => {
      await gitlab.pipelines.cancel(project, id);
    },

    rename: async (id, name) => {
      await gitlab.requester.put(endpoint`projects/${project}/pipelines/${id}/metadata`, { body: { name } });
    },

    branch: async (name) => {
      try {
        const asked = gitlab.branches.show(project, name).catch(namedAs('branch-unreadable', 'forbidden'));
        const branch = read(branchShape, await asked);
        return { protected: branch.protected, sha: branch.commit.id };
      } catch (error) {
        // A 404 for the project says nothing about the branch.
        const absent = error instanceof ServiceFailure && error.kind === 'not-found';
        if (absent && error.refusal !== 'project-not-found') return undefined;
        throw error;
      }
    },

    defaultBranch: async () => read(projectShape, await gitlab.projects.show(project)).default_branch,
  };
}
