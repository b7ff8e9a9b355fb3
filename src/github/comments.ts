import * as v from 'valibot';
import type { Comments } from '../report/keep-comment.ts';
import { type Octokit, toGitHubFailure } from './octokit.ts';
import { read } from './read.ts';

const id = v.pipe(v.number(), v.safeInteger());
const viewerShape = v.object({ viewer: v.object({ databaseId: id }) });
const createdShape = v.object({ id });

/** The comment that is kept up to date. */
export function createComments(
  octokit: Octokit,
  here: { owner: string; repo: string },
): Omit<Comments, 'comments'> {
  return {
    ownAccount: async () => {
      // `GET /user` refuses the token of a job or an App (docs/facts/github.md, "Comments").
      const answer = await octokit.graphql('query { viewer { databaseId } }').catch((error: unknown) => {
        throw toGitHubFailure(error);
      });
      return read(viewerShape, answer).viewer.databaseId;
    },

    createComment: async (pull, body) => {
      const { data } = await octokit.rest.issues.createComment({ ...here, issue_number: pull, body });
      return read(createdShape, data).id;
    },

    editComment: async (comment_id, body) => {
      await octokit.rest.issues.updateComment({ ...here, comment_id, body });
    },

    deleteComment: async (comment_id) => {
      await octokit.rest.issues.deleteComment({ ...here, comment_id });
    },
  };
}
