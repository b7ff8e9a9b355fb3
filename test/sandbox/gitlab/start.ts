import { scaledClock } from '../../../sandbox/clock.ts';
import { createGitLab, type GitLab } from '../../../sandbox/gitlab/gitlab.ts';

/** A GitLab with one project, `acme/engine-tests`, and ways to talk to it in a test. */
export interface Bench {
  gitlab: GitLab;
  /** An `api` token with role maintainer. */
  token: string;
  triggerToken: string;
  /** Calls the API below the project. `body` is sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Creates a pipeline through the trigger route and gives its id. */
  trigger(variables?: Record<string, string>, ref?: string): Promise<number>;
  /** Looks until the pipeline's status is one of these; gives the pipeline. */
  until(id: number, ...statuses: string[]): Promise<Fields>;
  /** Newest run of each job: name → status. */
  jobs(id: number): Promise<Record<string, string>>;
}

export interface CallOptions {
  body?: unknown;
  token?: string | undefined;
  headers?: Record<string, string>;
}
// biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes, whose fields the tests name.
export type Fields = any;
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Fields;
}

export const PROJECT = '/api/v4/projects/acme%2Fengine-tests';

/** Starts the bench; a hundred virtual milliseconds for each real one. */
export function startBench(files: Record<string, string>, scale = 100): Bench {
  const gitlab = createGitLab({ clock: scaledClock(scale) });
  gitlab.addProject({ path: 'acme/engine-tests', files });
  const triggerToken = gitlab.addTriggerToken('acme/engine-tests');
  const token = gitlab.addAccessToken({
    project: 'acme/engine-tests',
    scopes: ['api'],
    role: 'maintainer',
  });

  const call: Bench['call'] = async (method, path, options = {}) => {
    const used = 'token' in options ? options.token : token;
    const headers = new Headers(options.headers);
    if (used !== undefined) headers.set('private-token', used);
    const body = options.body === undefined ? undefined : asText(options.body);
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const answer = await gitlab.app.request(PROJECT + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') && text !== '';
    const { status } = answer;
    return { status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };

  return {
    gitlab,
    token,
    triggerToken,
    call,
    trigger: async (variables = {}, ref = 'main') => {
      const body = { token: triggerToken, ref, variables };
      const answer = await call('POST', '/trigger/pipeline', { body, token: undefined });
      if (answer.status !== 201) throw new Error(`not created: ${answer.status} ${answer.text}`);
      return answer.json.id;
    },
    until: async (id, ...statuses) => {
      for (const start = Date.now(); Date.now() - start < 10_000; ) {
        const { json } = await call('GET', `/pipelines/${id}`);
        if (statuses.includes(json.status)) return json;
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
      throw new Error(`pipeline ${id} never became ${statuses.join(' or ')}`);
    },
    jobs: async (id) => {
      const { json } = await call('GET', `/pipelines/${id}/jobs?per_page=100`);
      return Object.fromEntries(json.map((job: Fields) => [job.name, job.status]));
    },
  };
}

const asText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));
