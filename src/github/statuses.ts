import * as v from 'valibot';
import type { StandingStatus, Statuses } from '../report/status.ts';
import type { Octokit } from './octokit.ts';
import { read } from './read.ts';

const statusShape = v.object({
  context: v.string(),
  state: v.picklist(['success', 'failure', 'error', 'pending']),
  target_url: v.optional(v.nullable(v.string())),
  created_at: v.string(),
});

/** Commit statuses of one repository. */
export function createStatuses(octokit: Octokit, here: { owner: string; repo: string }): Statuses {
  return {
    setStatus: async (sha, { state, description, context, targetUrl }) => {
      await octokit.rest.repos.createCommitStatus({
        ...here,
        sha,
        state,
        description,
        context,
        target_url: targetUrl,
      });
    },

    statuses: async (ref) => {
      // Newest first, so the first of each context is the one that counts; a hundred are enough to find it.
      const { data } = await octokit.rest.repos.listCommitStatusesForRef({ ...here, ref, per_page: 100 });
      const newest = new Map<string, StandingStatus>();
      for (const status of read(v.array(statusShape), data)) {
        const { context, state, target_url, created_at } = status;
        if (newest.has(context)) continue;
        newest.set(context, { context, state, targetUrl: target_url ?? '', at: Date.parse(created_at) });
      }
      return [...newest.values()];
    },
  };
}
