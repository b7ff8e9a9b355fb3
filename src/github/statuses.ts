import * as v from 'valibot';
import type { StandingStatus, Statuses } from '../report/status.ts';
import type { Octokit } from './octokit.ts';
import { read } from './read.ts';

const statusShape = v.object({
  context: v.string(),
  state: v.picklist(['success', 'failure', 'error', 'pending']),
  target_url: v.optional(v.nullable(v.string())),
  description: v.optional(v.nullable(v.string())),
  created_at: v.string(),
  // Only the list tells it, and of an account that is gone nothing.
  creator: v.optional(v.nullable(v.object({ id: v.number() }))),
});
const combinedShape = v.object({ total_count: v.number(), statuses: v.array(statusShape) });

/** GitHub takes a thousand statuses of one context, so these pages of a hundred hold any of ours. */
const mostPages = 10;

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

    history: async (ref) => {
      const all: StandingStatus[] = [];
      for (let page = 1; ; page += 1) {
        const asked = { ...here, ref, per_page: 100, ...(page > 1 && { page }) };
        const { data } = await octokit.rest.repos.listCommitStatusesForRef(asked);
        const statuses = read(v.array(statusShape), data);
        if (page > mostPages && statuses.length > 0) return undefined;
        all.push(...statuses.map(toStanding));
        if (statuses.length < 100) return all;
      }
    },

    statuses: async (ref) => {
      const standing: StandingStatus[] = [];
      for (let page = 1; ; page += 1) {
        // The newest of each context: among all that were ever written, other tools could bury a claim.
        const { data } = await octokit.rest.repos.getCombinedStatusForRef({
          ...here,
          ref,
          per_page: 100,
          ...(page > 1 && { page }),
        });
        const { statuses, total_count } = read(combinedShape, data);
        standing.push(...statuses.map(toStanding));
        if (statuses.length === 0 || standing.length >= total_count) return standing;
      }
    },
  };
}

const toStanding = ({
  context,
  state,
  target_url,
  description,
  created_at,
  creator,
}: v.InferOutput<typeof statusShape>): StandingStatus => ({
  context,
  state,
  targetUrl: target_url ?? '',
  description: description ?? '',
  at: Date.parse(created_at),
  ...(creator && { creator: creator.id }),
});
