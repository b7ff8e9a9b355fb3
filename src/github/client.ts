import type { Duplication } from '../duplicate/duplicate.ts';
import type { FileSource } from '../facts/files.ts';
import type { GateSource } from '../gate/source.ts';
import type { Conversation } from '../report/answer.ts';
import type { Comments } from '../report/keep-comment.ts';
import type { Statuses } from '../report/status.ts';
import { createComments } from './comments.ts';
import { createDuplication } from './duplication.ts';
import { createFiles } from './files.ts';
import type { Octokit } from './octokit.ts';
import { createPeople } from './people.ts';
import { createPulls, type PullReader } from './pulls.ts';
import { createStatuses } from './statuses.ts';

/** One client for each token that was handed in; they may be the same. */
export interface GitHubClientOptions {
  readonly octokit: Octokit;
  /** May see who is a member of the organisation. */
  readonly membership: Octokit;
  /** May write branches and pull requests. */
  readonly duplication: Octokit;
  /** `owner/name`. */
  readonly repository: string;
}

/** GitHub, as all rooms together see it. */
export type GitHubClient = GateSource &
  PullReader &
  FileSource &
  Statuses &
  Conversation &
  Omit<Comments, 'comments'> &
  Duplication;

/**
 * Every method throws a ServiceFailure when there is no usable answer. What an answer means is in docs/facts/github.md.
 */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const { octokit, membership, duplication, repository } = options;
  const [owner = '', repo = ''] = repository.split('/');
  const here = { owner, repo };
  return {
    ...createPeople(octokit, membership, here),
    ...createPulls(octokit, here),
    ...createFiles(octokit, here),
    ...createStatuses(octokit, here),
    ...createComments(octokit, here),
    ...createDuplication(duplication, here),

    react: async (commentId, content) => {
      await octokit.rest.reactions.createForIssueComment({ ...here, comment_id: commentId, content });
    },

    say: async (pull, body) => {
      await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
    },
  };
}
