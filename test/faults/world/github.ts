import type { Push, Sha } from '../../../src/facts/pull.ts';
import { livePull, record } from '../../gate/build.ts';
import { answerOf } from '../../world/calls.ts';
import { type GitHubWorld, githubWorld, standingOn } from '../../world/github.ts';
import { notFound, ok, type Service } from './http.ts';

/** GitHub as far as one pull request of a member goes, as a service on the wire. */
export interface GitHubModel extends GitHubWorld {
  readonly service: Service;
  /** The pull request gets another head. */
  push(head: Sha): void;
}

export const member = { id: 11, login: 'bob', type: 'User' } as const;
export const repository = 'acme/engine';
export const pullNumber = 7;

/** A GitHub whose clock is ahead of the true one by `skewMs`. */
export function createGitHubModel(head: Sha, skewMs: number, now: () => number): GitHubModel {
  const github = githubWorld();
  const moves: (readonly [typeof member, Sha])[] = [];
  const push = (sha: Sha) => {
    const branch = { sha, branch: 'feature/x', repository };
    const pull = { number: pullNumber, author: member, labels: ['test-all'], head: branch };
    github.pulls.set(pullNumber, livePull(pull));
    moves.push([member, sha]);
  };
  push(head);
  const live = () => answerOf(github.pulls.get(pullNumber) ?? livePull());
  const shape = () => {
    const { number, author, head, base, baseBranch, labels } = live();
    return {
      ...{ number, state: 'open', draft: false, user: author },
      head: { sha: head.sha, ref: head.branch, repo: { full_name: head.repository } },
      base: { ref: baseBranch, repo: { full_name: base } },
      labels: labels.map((name) => ({ name })),
    };
  };
  const combined = (commit: string) => {
    const statuses = standingOn(github, commit).map(({ context, state, targetUrl, at }) => ({
      ...{ context, state, target_url: targetUrl },
      created_at: new Date(at + skewMs).toISOString(),
    }));
    return { total_count: statuses.length, statuses };
  };
  const history = (commit: string) =>
    github.statuses
      .filter((one) => one.commit === commit)
      .toReversed()
      .map(({ context, state, description, targetUrl, at }) => ({
        ...{ context, state, description, target_url: targetUrl },
        created_at: new Date(at + skewMs).toISOString(),
      }));
  const service: Service = ({ method, path, body }) => {
    const [root, , , room, which = '', part] = path;
    if (root === 'orgs') return ok({ state: 'active' });
    if (root === 'users') return ok(member);
    if (room === 'pulls') return ok(which === '' ? [shape()] : shape());
    if (room === 'collaborators') return ok({ role_name: 'write' });
    if (room === 'activity') return ok(record(...moves).map(entryOf));
    if (room === 'commits' && part === 'status') return ok(combined(which));
    if (room === 'commits' && part === 'statuses') return ok(history(which));
    if (room === 'statuses' && method === 'POST') {
      const { target_url: targetUrl, ...status } = body as Written;
      github.statuses.push({ commit: which, ...status, targetUrl, at: now() });
      return ok({}, 201);
    }
    return notFound;
  };
  return Object.assign(github, { service, push });
}

/** An entry of the activity as it is sent. */
const entryOf = ({ actor, before, after, creates }: Push) => ({
  ...{ actor, before, after },
  activity_type: creates ? 'branch_creation' : 'push',
});

/** A status as it is sent. */
interface Written {
  readonly state: 'success' | 'failure' | 'error' | 'pending';
  readonly context: string;
  readonly description: string;
  readonly target_url: string;
}
