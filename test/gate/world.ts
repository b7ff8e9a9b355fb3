import type { LivePull, PullComment } from '../../src/facts/pull.ts';
import type { GateSource } from '../../src/gate/source.ts';
import { type Answer, roundTrips } from '../world/calls.ts';
import { type GitHubWorld, githubClient, githubWorld } from '../world/github.ts';
import { comment, livePull } from './build.ts';

/** What differs from the usual world: the pull request, the comment of the event, and whether any was edited. */
export interface Given extends Partial<Omit<GitHubWorld, 'edited'>> {
  readonly pull?: Answer<LivePull>;
  readonly comment?: Answer<PullComment | undefined>;
  readonly edited?: Answer<boolean>;
}

/** GitHub as the gate asks it. `rounds` are the calls, grouped by those that went out together. */
export interface GateGitHub extends GateSource {
  readonly rounds: readonly (readonly string[])[];
  readonly calls: readonly string[];
}

export function github({ pull = livePull(), edited = false, ...given }: Given = {}): GateGitHub {
  const { carry, rounds } = roundTrips();
  const { comment: seen = 'comment' in given ? undefined : comment(), ...over } = given;
  const world = githubWorld({
    pulls: new Map([[42, pull]]),
    looked: { 7: seen },
    ...over,
    edited: () => edited,
  });
  return {
    ...githubClient(world, carry),
    rounds,
    get calls() {
      return rounds.flat();
    },
  };
}
