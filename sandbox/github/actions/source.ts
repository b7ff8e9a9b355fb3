/** Where GitHub takes the workflow files of an event from, and what keeps it from starting any. */
import type { EventDetails, EventName, Payload } from '../events.ts';
import { mergeBase, mergeTrees, type Tree } from '../history.ts';
import type { PullRequest, Repository } from '../repository.ts';
import { testMerge } from '../shapes/pull.ts';
import { pullOf, zeroSha } from '../world.ts';

/** The ref and commit of a run, and the files there. */
export interface Source {
  readonly ref: string;
  readonly sha: string;
  readonly files: Tree;
  /** Why GitHub starts nothing. */
  readonly nothing?: string;
}

/**
 * The source of an event's workflows (GitHub docs, "Events that trigger workflows": GITHUB_SHA and GITHUB_REF of each).
 * Throws where a ref or commit does not exist.
 */
export function sourceOf(repo: Repository, name: EventName, payload: Payload, details: EventDetails): Source {
  const main = `refs/heads/${repo.defaultBranch}`;
  switch (name) {
    case 'pull_request':
      return mergeOf(repo, pullOf(repo, details.number ?? 0));
    case 'push': {
      const source = at(repo, String(payload['ref']), String(payload['after']));
      return isSkipped(repo, source.sha) ? { ...source, nothing: 'the commit message skips it' } : source;
    }
    case 'workflow_dispatch':
      return at(repo, details.ref ?? main);
    case 'release':
      return at(repo, `refs/tags/${details.tag ?? 'v1.0.0'}`);
    case 'merge_group':
      return at(repo, String(Object(payload['merge_group']).head_ref));
    case 'pull_request_target':
    case 'issue_comment':
    case 'schedule':
    case 'workflow_run':
      return at(repo, main);
  }
}

function at(repo: Repository, ref: string, sha = repo.refs.get(ref) ?? zeroSha): Source {
  return { ref, sha, files: treeOf(repo, sha) };
}

function treeOf(repo: Repository, sha: string): Tree {
  const commit = repo.network.get(sha);
  if (!commit) throw new Error(`the sandbox's GitHub has no commit ${sha}`);
  return commit.tree;
}

/**
 * The test merge of a pull request: its workflows are those of the base with what the head has changed, so the author
 * of the pull request decides about them. There is none on a conflict (GitHub docs, "Events that trigger workflows",
 * pull_request).
 */
function mergeOf(repo: Repository, issue: PullRequest): Source {
  const { head, base, mergeable } = issue.pull;
  const onto = repo.refs.get(`refs/heads/${base.ref}`) ?? base.sha;
  const before = mergeBase(repo, head.sha, onto)?.tree ?? new Map<string, string>();
  const { tree, conflicts } = mergeTrees(before, treeOf(repo, onto), treeOf(repo, head.sha));
  const source = { ref: `refs/pull/${issue.number}/merge`, sha: testMerge(issue), files: tree };
  if (conflicts.length > 0 || !mergeable)
    return { ...source, nothing: 'the pull request has a merge conflict' };
  return isSkipped(repo, head.sha) ? { ...source, nothing: 'the commit message skips it' } : source;
}

/** Asks for no runs on `push` and `pull_request`, and on nothing else (GitHub docs, "Skipping workflow runs"). */
function isSkipped(repo: Repository, sha: string): boolean {
  const message = repo.network.get(sha)?.message ?? '';
  return (
    /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message) ||
    /\n\n\n(?:.+\n)*skip-checks: ?true\s*$/.test(message)
  );
}
