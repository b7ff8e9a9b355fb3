import { failureItself, namedAs, serviceFailureAs } from '../net/failure.ts';
import type { Send } from '../net/transport.ts';
import type { PipelineApi } from '../pipeline/pipeline.ts';
import type { Refs } from '../request/ref.ts';
import type { PipelineRequest } from '../request/request.ts';
import {
  isSwitchedOff,
  paged,
  perPage,
  toBranch,
  toBudget,
  toDefaultBranch,
  toDurations,
  toJobs,
  toOwner,
  toPipeline,
  toProjectId,
  toStarted,
  toTagged,
  toVariable,
} from './answers.ts';
import { createGitbeaker, endpoint } from './gitbeaker.ts';

/** How GitLab is reached. At least one of the tokens is there (docs/inputs.md, "GitLab tokens"). */
export interface GitLabClientOptions {
  readonly url: string;
  /** Path or numeric id. */
  readonly project: string;
  readonly token: string | undefined;
  readonly triggerToken: string | undefined;
  readonly send: Send;
}

/** What this file gives. */
export interface GitLabClient extends PipelineApi, Refs {
  /** The numeric id of the project: its path can change. */
  projectId(): Promise<number>;
}

/** GitLab takes up to a minute to make a pipeline of many files (GitLab docs, "Rack Timeout"), ms. */
const creationTimeoutMs = 65_000;

/** How many earlier successes tell how long the next one takes. */
const mostDurations = 20;

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
}: GitLabClientOptions): GitLabClient {
  const access = token === undefined ? {} : { token };
  const gitlab = createGitbeaker({ url, send, ...access });
  // An answer that is waited for need not be looked for.
  const patient: Send = (request) => send({ ...request, timeoutMs: creationTimeoutMs });
  const starter = createGitbeaker({ url, send: patient, ...(triggerToken === undefined ? access : {}) });

  const createByTrigger = (request: PipelineRequest, secret: string) =>
    // Never gitbeaker's trigger(): it puts values and token into the query unencoded (docs/facts/gitlab.md,
    // "gitbeaker").
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

  /** Where CI/CD is switched off, a list is refused like one that the token may not see; the project tells which. */
  const orSwitchedOff = async (error: unknown): Promise<never> => {
    const { kind, refusal } = failureItself(error);
    const isBare = kind === 'forbidden' && refusal === undefined;
    const off = isBare && (await gitlab.projects.show(project).then(isSwitchedOff, () => false));
    if (!off) throw error;
    return namedAs('pipelines-disabled', 'forbidden')(error);
  };

  /** A list of pipelines, newest first, all pages of it: one that stops early could be filled up by anybody. */
  const listed = async (searchParams: Record<string, unknown>) => {
    const path = endpoint`projects/${project}/pipelines`;
    const newestFirst = { ...searchParams, orderBy: 'id', sort: 'desc', perPage };
    // The first page is what GitLab gives unasked.
    const asked = (page: number) => ({ ...newestFirst, ...(page > 1 && { page }) });
    const all = await paged((page) => gitlab.requester.get(path, { searchParams: asked(page) })).catch(
      orSwitchedOff,
    );
    return all.map(toPipeline);
  };

  return {
    create: async (request) => {
      const answer =
        triggerToken === undefined ? createByToken(request) : createByTrigger(request, triggerToken);
      return toStarted((await answer.catch(namedAs('start-refused', 'invalid'))).body, project);
    },

    // The filter is GitLab's; the comparison is ours, should a version ignore a filter that it does not know.
    named: async (name) => (await listed({ name })).filter((pipeline) => pipeline.name === name),

    changedSince: (since) => listed({ updatedAfter: new Date(since) }),

    durations: async (keyEnding) => {
      const answer = await gitlab.requester.get(endpoint`projects/${project}/pipelines`, {
        searchParams: { status: 'success', orderBy: 'id', sort: 'desc', perPage },
      });
      return toDurations(answer.body, keyEnding).slice(0, mostDurations);
    },

    keyVariable: async (id) => {
      const answer = await gitlab.requester.get(endpoint`projects/${project}/pipelines/${id}/variables`);
      return toVariable(answer.body, 'DRAWBRIDGE_KEY');
    },

    jobs: async (id) => {
      const list = async (kind: 'jobs' | 'bridges') => {
        const path = `${endpoint`projects/${project}/pipelines/${id}`}/${kind}`;
        // The first page is what GitLab gives unasked.
        const asked = (page: number) => ({ perPage, ...(page > 1 && { page }) });
        const all = await paged((page) => gitlab.requester.get(path, { searchParams: asked(page) }));
        return toJobs(all, kind === 'bridges');
      };
      return (await Promise.all([list('jobs'), list('bridges')])).flat();
    },

    self: async () => {
      const answer = await gitlab.requester.get('personal_access_tokens/self');
      return toOwner(answer.body);
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
      const path = endpoint`projects/${project}/pipelines/${id}`;
      return toPipeline((await gitlab.requester.put(`${path}/metadata`, { body: { name } })).body);
    },

    // Any other 404, for the project or from a gateway, says nothing about the branch.
    branch: (name) =>
      gitlab.branches
        .show(project, name)
        .catch(namedAs('branch-unreadable', 'forbidden'))
        .then(toBranch)
        .catch(serviceFailureAs(undefined, ({ refusal }) => refusal === 'branch-not-found')),

    tag: (name) =>
      gitlab.requester
        .get(endpoint`projects/${project}/repository/tags/${name}`)
        .then(({ body }) => toTagged(body))
        .catch(serviceFailureAs(undefined, ({ refusal }) => refusal === 'tag-not-found')),

    projectId: async () => toProjectId(await gitlab.projects.show(project)),

    defaultBranch: async () => toDefaultBranch(await gitlab.projects.show(project)),
  };
}
