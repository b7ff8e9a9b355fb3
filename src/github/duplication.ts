import * as v from 'valibot';
import type { Duplication } from '../duplicate/duplicate.ts';
import { createFiles } from './files.ts';
import type { Octokit } from './octokit.ts';
import { absentAs, read, readAll } from './read.ts';

const refShape = v.object({ ref: v.string(), object: v.object({ sha: v.string() }) });
const numberShape = v.object({ number: v.number() });

/** Branches and pull requests for `/duplicate`, with a client whose token may write both. */
export function createDuplication(octokit: Octokit, here: { owner: string; repo: string }): Duplication {
  return {
    changedFiles: createFiles(octokit, here).filesOf,

    createBranch: async (branch, sha) => {
      await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha });
    },

    branchHead: async (branch) => {
      const answer = await absentAs(undefined, octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }));
      return answer === undefined ? undefined : read(refShape, answer.data).object.sha;
    },

    branchesLike: async (start) => {
      const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
      const all = await readAll(octokit, refShape, route, { ...here, ref: `heads/${start}` });
      return all.map(({ ref, object }) => ({ name: ref.replace(/^refs\/heads\//, ''), head: object.sha }));
    },

    deleteBranch: async (branch) => {
      await octokit.rest.git.deleteRef({ ...here, ref: `heads/${branch}` });
    },

    openDraft: async ({ branch, base, title, body }) => {
      const opened = await octokit.rest.pulls.create({
        ...here,
        head: branch,
        base,
        title,
        body,
        draft: true,
      });
      return read(numberShape, opened.data).number;
    },
  };
}
