/** Who speaks for a commit: every commit status of a run goes through its voice. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { type Fact, known, unknown } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { PullSource, Recheck } from '../request/recheck.ts';
import { cancelHeard, claimantOf, claimIn, claimingUrl, takingAlong } from './claim.ts';
import { report } from './report.ts';
import type { Result } from './result.ts';
import { describe, type Statuses, statusLine } from './status.ts';
import { type StatusTarget, writeStatus } from './write.ts';

/** What speaking takes. */
export interface VoicePorts {
  readonly github: Statuses & PullSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: Memory;
}

/** Whom a run speaks for. */
export interface Speaker {
  /** Undefined for the merge queue, pushes and tags: they claim nothing, and give way to who does. */
  readonly pull: number | undefined;
  /** The context of the commit status; undefined: none is written. */
  readonly context: string | undefined;
  /** The public page of the run, to which a status leads. */
  readonly runUrl: string;
}

/** The voice of one run. Each word is a result; what no status is written for says nothing. */
export interface Voice {
  /** The first pending status of who was let through, whose link is the claim. Gives whether GitHub took it. */
  claim(result: Result): Promise<boolean>;
  /** A pending status later on, unless a newer run speaks by then. */
  announce(result: Result): Promise<void>;
  /** The last word, as long as it holds. Gives the result that is true afterwards. */
  last(result: Result): Promise<Result>;
  /** The last word where nothing was started: head and labels were read right before, so nothing is asked again. */
  giveUp(result: Result): Promise<Result>;
  /**
   * The last word on who was not let through: it repaints nobody's claim. `asked` is what `ownerOf` gives, where it has
   * been asked already.
   */
  refuse(result: Result, asked?: Promise<Fact<number | undefined>>): Promise<Result>;
  /**
   * Another pull request that is open, has this commit as its head, and has claimed its status; asked about only where
   * a claim is found.
   */
  ownerOf(commit: string): Promise<Fact<number | undefined>>;
  /**
   * Whether another run has told, since this one has started, that its job was cancelled and the pipeline with it;
   * `perhaps` while one has not said its last word. What cannot be found out is `no`.
   */
  hearsOfCancel(commit: string, pipeline: number): Promise<'yes' | 'no' | 'perhaps'>;
  /** Says so to a run of the same pull request that goes on, where the status is that run's: it stays pending. */
  tellOfCancel(result: Result): Promise<void>;
  /** Whether this speaker has claimed the status of a commit before. Without a context nobody can tell: then it has. */
  hasClaimed(commit: string): Promise<Fact<boolean>>;
}

/** For a last word that nothing can overtake. */
const always: Recheck = async () => undefined;

/** The voice of a speaker whose words stand while they hold. */
export function voiceOf(ports: VoicePorts, speaker: Speaker, holds: Recheck = always): Voice {
  const { github, clock, log, memory } = ports;
  const pending = async (result: Result): Promise<boolean> => {
    const line = statusLine(result);
    const target = targetOf(speaker, result);
    if (!line || !target) return false;
    memory.save('commit', target.commit);
    // That it cannot be written is no reason to stop; the last one is what counts.
    const failed = await writeStatus(github, target, line);
    if (failed) log.warning(`GitHub did not take the pending status (${failed})`);
    return failed === undefined;
  };
  const last = (result: Result, stands: Recheck): Promise<Result> =>
    report(
      { statuses: github, clock, holds: stands, onUntold: warnUntold(log) },
      targetOf(speaker, result),
      result,
    );
  const ownerOf = (commit: string) => otherOwner(github, speaker, commit);
  return {
    claim: pending,
    announce: async (result) => {
      if ((await holds()) !== 'superseded') await pending(result);
    },
    last: (result) => last(result, holds),
    giveUp: (result) => last(result, always),
    refuse: async (result, asked) => {
      if (result.commit !== undefined && statusLine(result)) {
        const owner = await (asked ?? ownerOf(result.commit));
        if (!owner.known) {
          log.warning(`the commit status was left alone: whose it is could not be read (${owner.reason})`);
          return result;
        }
        if (owner.value !== undefined) {
          log.warning(
            'the commit status was left alone: another pull request with this commit has claimed it',
          );
          return result;
        }
      }
      return last(result, always);
    },
    ownerOf,
    hearsOfCancel: async (commit, pipeline) => {
      const history = await ask(github.history(commit));
      return history.known && history.value ? cancelHeard(history.value, speaker, pipeline) : 'no';
    },
    tellOfCancel: async (result) => {
      const target = targetOf(speaker, result);
      if (target) await writeStatus(github, target, { state: 'pending', description: describe(result) });
    },
    hasClaimed: async (commit) => {
      const { pull, context } = speaker;
      if (context === undefined) return known(true);
      const history = await ask(github.history(commit));
      if (!history.known) return history;
      if (history.value === undefined) return unknown('github-unexpected');
      return known(history.value.some((one) => one.context === context && claimIn(one.targetUrl) === pull));
    },
  };
}

/** Says why a status is not there, and what to do: the result itself speaks of something else. */
export const warnUntold =
  (log: Log) =>
  (reason: ReasonCode): void => {
    const { sentence, remedy } = reasonOf(reason);
    log.warning(`GitHub did not take the commit status (${reason}): ${sentence}. ${remedy}`);
  };

async function otherOwner(
  github: VoicePorts['github'],
  { context, pull }: Speaker,
  commit: string,
): Promise<Fact<number | undefined>> {
  if (context === undefined) return known(undefined);
  const statuses = await ask(github.statuses(commit));
  if (!statuses.known) return statuses;
  const claimant = claimantOf(statuses.value, context);
  if (claimant === undefined || claimant === pull) return known(undefined);
  const other = await ask(github.pull(claimant));
  if (!other.known) return other;
  const owns = other.value.open && other.value.head.sha === commit;
  return known(owns ? claimant : undefined);
}

function targetOf(
  { pull, context, runUrl }: Speaker,
  { commit, decision, reason, pipelineId }: Result,
): StatusTarget | undefined {
  if (commit === undefined || context === undefined) return undefined;
  const claims = decision === 'allowed' && pull !== undefined;
  const url = claims ? claimingUrl(runUrl, pull) : runUrl;
  const takes = reason === 'job-cancelled' && pipelineId !== undefined;
  return { commit, context, targetUrl: takes ? takingAlong(url, pipelineId) : url };
}
