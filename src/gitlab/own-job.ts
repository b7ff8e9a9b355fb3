/** What GitLab says of the very job that asks, and of the jobs beside it. With a job token, and without the SDK: the command line loads it. */
import * as v from 'valibot';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import { readerOf } from '../net/shape.ts';
import type { Send } from '../net/transport.ts';
import type { OwnJobApi } from '../pipeline/own-job.ts';
import { paged, perPage, toJobs } from './answers.ts';
import { known } from './wording.ts';

/** How GitLab is reached from one of its jobs. */
export interface OwnJobOptions {
  /** Of the instance, with its path where it has one. Never from the job's environment, which a pipeline variable can set. */
  readonly url: string;
  /** `CI_JOB_TOKEN`. */
  readonly jobToken: string;
  /** An access token with `read_api`, by which the list of jobs is read, and that of bridges too. */
  readonly accessToken?: string;
  readonly send: Send;
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** GitLab writes every time in this form (GitLab docs, "REST API", ISO 8601); `Date.parse` alone takes much more. */
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);
const ownShape = v.object({
  id,
  name: v.string(),
  pipeline: v.object({
    id,
    project_id: id,
    ref: v.pipe(v.string(), v.minLength(1)),
    created_at: time,
  }),
});

const read = readerOf('gitlab');

/** Asks GitLab with the token of a job. */
export function createOwnJob({ url, jobToken, accessToken, send }: OwnJobOptions): OwnJobApi {
  const base = `${url.replace(/\/+$/, '')}/api/v4`;
  const byJob = { 'job-token': jobToken };
  const byToken = accessToken === undefined ? undefined : { 'private-token': accessToken };
  const get = async (path: string, headers: Record<string, string>): Promise<{ body: unknown }> => {
    try {
      const answer = await send({ method: 'GET', url: base + path, headers });
      if (answer.status >= 300) throw refusedBy('gitlab', answer, known);
      return { body: JSON.parse(answer.body) };
    } catch (thrown) {
      throw asServiceFailure('gitlab', thrown);
    }
  };
  return {
    job: async () => {
      const { id, name, pipeline } = read(ownShape, (await get('/job', byJob)).body);
      const { id: number, project_id: project, ref, created_at: createdAt } = pipeline;
      return { id, name, project, pipeline: number, ref, createdAt };
    },
    jobs: async (project, pipeline) => {
      const list = async (kind: 'jobs' | 'bridges') => {
        const path = `/projects/${project}/pipelines/${pipeline}/${kind}?per_page=${perPage}`;
        const all = await paged((page) => get(`${path}&page=${page}`, byToken ?? byJob));
        return toJobs(all, kind === 'bridges');
      };
      const jobs = list('jobs');
      return byToken === undefined ? jobs : (await Promise.all([jobs, list('bridges')])).flat();
    },
  };
}
