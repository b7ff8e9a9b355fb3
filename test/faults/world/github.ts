import { notFound, ok, type Service } from './http.ts';

/** One commit status, as it was written. `at` is the true time, ms. */
export interface WrittenStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly target_url: string;
  readonly at: number;
}

/** GitHub as far as one pull request of a member goes: a service, and what it holds. */
export interface GitHubModel {
  readonly service: Service;
  readonly statuses: WrittenStatus[];
  /** The head of the pull request; a push changes it. */
  head: string;
  labels: string[];
}

export const member = { id: 11, login: 'bob', type: 'User' } as const;
export const repository = 'acme/engine';
export const pullNumber = 7;

/** A GitHub whose clock is ahead of the true one by `skewMs`. */
export function createGitHubModel(head: string, skewMs: number, now: () => number): GitHubModel {
  const pull = () => ({
    number: pullNumber,
    state: 'open',
    draft: false,
    user: member,
    head: { sha: model.head, ref: 'feature/x', repo: { full_name: repository } },
    base: { ref: 'main', repo: { full_name: repository } },
    labels: model.labels.map((name) => ({ name })),
  });
  const combined = (sha: string) => {
    const contexts = new Map(
      model.statuses.filter((one) => one.sha === sha).map((one) => [one.context, one]),
    );
    const statuses = [...contexts.values()].map(({ at, ...one }) => ({
      ...one,
      created_at: new Date(at + skewMs).toISOString(),
    }));
    return { total_count: statuses.length, statuses };
  };
  const service: Service = ({ method, path, body }) => {
    const [root, , , room, which, part] = path;
    if (root === 'orgs') return ok({ state: 'active' });
    if (root === 'users') return ok(member);
    if (room === 'pulls') return ok(which === undefined ? [pull()] : pull());
    if (room === 'collaborators') return ok({ role_name: 'write' });
    if (room === 'activity') return ok([{ actor: member, after: model.head }]);
    if (room === 'commits' && part === 'status') return ok(combined(which ?? ''));
    if (room === 'statuses' && method === 'POST') {
      model.statuses.push({ ...(body as Omit<WrittenStatus, 'sha' | 'at'>), sha: which ?? '', at: now() });
      return ok({}, 201);
    }
    return notFound;
  };
  const model: GitHubModel = { service, statuses: [], head, labels: ['test-all'] };
  return model;
}
