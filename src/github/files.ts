import * as v from 'valibot';
import type { FileSource } from '../facts/files.ts';
import { serviceFailureAs } from '../net/failure.ts';
import type { Octokit } from './octokit.ts';
import { isTooLarge, read } from './read.ts';

const fileShape = v.object({ filename: v.string(), previous_filename: v.optional(v.string()) });
const comparisonShape = v.object({ files: v.array(fileShape) });

/** GitHub lists at most this many files of a comparison (GitHub docs, "Compare two commits"). */
const mostFiles = 300;

/** What a commit changes. An answer that is larger than we take is a list that was cut. */
export const createFiles = (octokit: Octokit, here: { owner: string; repo: string }): FileSource => ({
  filesOf: async (base, commit) => {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    // One commit a page: all files come with the first.
    const asked = { ...here, basehead: `${base}...${commit}`, per_page: 1 };
    const answer = await octokit.request(route, asked).catch(serviceFailureAs(undefined, isTooLarge));
    if (answer === undefined) return { files: [], complete: false };
    const { files } = read(comparisonShape, answer.data);
    return {
      files: files.map(({ filename, previous_filename }) => ({ path: filename, from: previous_filename })),
      complete: files.length < mostFiles,
    };
  },
});
