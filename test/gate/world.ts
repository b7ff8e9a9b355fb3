import type { Clock } from '../../src/clock.ts';
import type { Run } from '../../src/facts/event.ts';
import type { LabelRules } from '../../src/facts/labels.ts';
import type { LivePull, PullComment } from '../../src/facts/pull.ts';
import type { Evidence } from '../../src/gate/decide.ts';
import { gather } from '../../src/gate/evidence.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import type { GateSource } from '../../src/gate/source.ts';
import { type Answer, roundTrips } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { type GitHubWorld, githubClient, githubWorld } from '../world/github.ts';
import { comment, event, livePull, policy } from './build.ts';

/** What differs from the usual world: the pull request, the comment of the event, and whether any was edited or hidden. */
export interface Given extends Partial<Omit<GitHubWorld, 'edited' | 'hidden'>> {
  readonly pull?: Answer<LivePull>;
  readonly comment?: Answer<PullComment | undefined>;
  readonly edited?: Answer<boolean>;
  readonly hidden?: boolean;
}

/** GitHub as the gate asks it. `rounds` are the calls, grouped by those that went out together. */
export interface GateGitHub extends GateSource {
  readonly rounds: readonly (readonly string[])[];
  readonly calls: readonly string[];
}

export function github({
  pull = livePull(),
  edited = false,
  hidden = false,
  ...given
}: Given = {}): GateGitHub {
  const { carry, rounds } = roundTrips();
  const { comment: seen = 'comment' in given ? undefined : comment(), ...over } = given;
  const world = githubWorld({
    pulls: new Map([[42, pull]]),
    looked: { 7: seen },
    ...over,
    edited: () => edited,
    hidden: () => hidden,
  });
  return {
    ...githubClient(world, carry),
    rounds,
    get calls() {
      return rounds.flat();
    },
  };
}

/** What differs from the usual run: alice has pushed to her pull request, and nobody has started the run again. */
export interface Asking extends Partial<Run> {
  readonly policy?: Partial<GatePolicy>;
  /** The input `pull-request`. */
  readonly pullRequest?: number;
  readonly clock?: Clock;
  readonly interrupted?: AbortSignal;
}

/** The labels that mean something to these runs. */
export const labels: LabelRules = { prefix: 'test-', allLabel: 'all' };

/** The evidence of one run. */
export const gatherFrom = (source: GateSource, asking: Asking = {}): Promise<Evidence> => {
  const { clock = virtualClock(), interrupted = new AbortController().signal, policy: by, ...more } = asking;
  const { pullRequest, ...run } = more;
  return gather(
    { github: source, clock, interrupted },
    { event: event(), rerunner: undefined, attempt: 1, ...run },
    { gate: { ...policy, ...by }, selection: labels, pullRequest },
  );
};
