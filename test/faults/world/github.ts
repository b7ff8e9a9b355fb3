import type { LivePull, Push, Sha } from '../../../src/facts/pull.ts';
import { livePull, record } from '../../gate/build.ts';
import type { HeadsTruth, Wish } from '../../gate-model/heads.truth.ts';
import { answerOf } from '../../world/calls.ts';
import { type GitHubWorld, githubWorld, standingOn } from '../../world/github.ts';
import { notFound, ok, type Service } from './http.ts';

/** GitHub as far as one pull request of a member goes, as a service on the wire. */
export interface GitHubModel extends GitHubWorld {
  readonly service: Service;
  /** The pull request gets another head. */
  push(head: Sha): void;
  /** What a pull request asks for from now on, whether or not GitHub tells of it; another is opened of the same branch. */
  label(number: number, labels: readonly string[]): void;
  /** Pull requests choose by their files, those against another base than `main` by `other`. */
  changes(main: readonly string[], other: readonly string[]): void;
  /** Told of each change and each status. */
  watcher: HeadsTruth | undefined;
  wishes(): ReadonlyMap<number, Wish>;
}

/** The tests that there are. */
export const ids = ['deploy', 'dns'] as const;
const whole: ReadonlySet<string> = new Set(ids);

export const member = { id: 11, login: 'bob', type: 'User' } as const;
export const repository = 'acme/engine';
export const pullNumber = 7;
/** Of the same branch, to another base. */
export const secondPull = 8;

/** A GitHub whose clock is ahead of the true one by `skewMs`. */
export function createGitHubModel(head: Sha, skewMs: number, now: () => number): GitHubModel {
  const github = githubWorld();
  const moves: (readonly [typeof member, Sha])[] = [];
  const push = (sha: Sha) => {
    const branch = { sha, branch: 'feature/x', repository };
    const pull = { number: pullNumber, author: member, labels: ['test-all'], head: branch };
    github.pulls.set(pullNumber, livePull(pull));
    moves.push([member, sha]);
    model.watcher?.changed();
  };
  const live = (number: number): LivePull => answerOf(github.pulls.get(number) ?? livePull());
  const label = (number: number, labels: readonly string[]) => {
    const first = live(pullNumber);
    const baseBranch = number === pullNumber ? 'main' : 'release/1';
    github.pulls.set(number, { ...first, number, baseBranch, labels });
    model.watcher?.changed();
  };
  let files: Readonly<Record<string, readonly string[]>> | undefined;
  const filesOf = ({ baseBranch }: LivePull): readonly string[] =>
    files?.[baseBranch === 'main' ? 'main' : 'other'] ?? [];
  const needed = (pull: LivePull): ReadonlySet<string> =>
    files === undefined
      ? whole
      : new Set(filesOf(pull).flatMap((path) => ids.filter((id) => path.startsWith(id))));
  const wishOf = (pull: LivePull): Wish => {
    const chosen = pull.labels.map((name) => name.toLowerCase().replace(/^test-/, ''));
    const asks = chosen.length === 0 ? needed(pull) : chosen.includes('all') ? whole : new Set(chosen);
    return { lives: pull.open, head: pull.head.sha, asks, needs: needed(pull), through: () => true };
  };
  const shape = (pull: LivePull) => {
    const { number, author, head, base, baseBranch, labels } = pull;
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
  const service: Service = ({ method, path, body, by, late }) => {
    const [root, , , room, which = '', part] = path;
    if (root === 'orgs') return ok({ state: 'active' });
    if (root === 'users') return ok(member);
    if (room === 'pulls' && which === '') return ok([...github.pulls.values()].map(answerOf).map(shape));
    if (room === 'pulls') return ok(shape(live(Number(which))));
    if (room === 'compare') {
      const of = which.startsWith('main...') ? pullNumber : secondPull;
      return ok({ files: filesOf(live(of)).map((filename) => ({ filename })) });
    }
    if (room === 'collaborators') return ok({ role_name: 'write' });
    if (room === 'activity') return ok(record(...moves).map(entryOf));
    if (room === 'commits' && part === 'status') return ok(combined(which));
    if (room === 'commits' && part === 'statuses') {
      model.watcher?.listed(by, which, github.statuses.filter((one) => one.commit === which).toReversed());
      return ok(history(which));
    }
    if (room === 'statuses' && method === 'POST') {
      const { target_url: targetUrl, ...status } = body as Written;
      github.statuses.push({ commit: which, ...status, targetUrl, at: now() });
      // What comes late is judged by what it was written for no more.
      model.watcher?.wrote(by, { commit: which, ...status, targetUrl }, !late);
      return ok({}, 201);
    }
    return notFound;
  };
  const model: GitHubModel = Object.assign(github, {
    ...{ service, push, label, watcher: undefined },
    wishes: () => new Map([...github.pulls].map(([number, pull]) => [number, wishOf(answerOf(pull))])),
    changes: (main: readonly string[], other: readonly string[]) => {
      files = { main, other };
      model.watcher?.changed();
    },
  });
  model.pulls.clear();
  push(head);
  return model;
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
