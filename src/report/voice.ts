/** Who speaks for a commit: every commit status of a run goes through its voice. */
import type { Clock } from '../clock.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { Recheck } from '../request/recheck.ts';
import { besideFailure, refusedAs } from './beside.ts';
import { type Heard, hearsOfCancel, tellOfCancel } from './cancelled.ts';
import { claimIn } from './claim.ts';
import { giveWay } from './give-way.ts';
import type { CommentKeeper } from './keep-comment.ts';
import { asksMoreThan, type Speaker, type Spoken, spokenOf, usually } from './line.ts';
import { countingOf, isTooLittle, precedenceOf, type Speaks } from './precedence.ts';
import { heldBack, report } from './report.ts';
import type { AsksMore, Result } from './result.ts';
import { heldFrom, retell } from './retell.ts';
import {
  believed,
  isOfRun,
  lookAt,
  type Standing,
  type StandingPorts,
  withOwn,
  withoutGone,
} from './standing.ts';
import { heldLine, isHeldBack, isSaid, type StandingStatus, statusLine } from './status.ts';
import { type Preceded, writeStatus } from './write.ts';

/** What speaking takes. */
export interface VoicePorts extends StandingPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: Memory;
  /** Keeps the comment, which says what the status says; undefined: none is kept. */
  readonly comment?: CommentKeeper | undefined;
  /** Called when a last word other than a success could not be written. */
  readonly onUntold?: () => void;
}

/** A look at what stands on the commit, or why there is none. */
export type Look = Promise<Fact<Standing>>;

/** The voice of one run. Each word is a result; what no status is written for says nothing. */
export interface Voice {
  /** What stands on a commit; without a context nothing does. */
  look(commit: string): Look;
  /**
   * The first pending status of who was let through, whose link is the claim. `seen`: a look that was taken already.
   * Gives whether it stands.
   */
  claim(result: Result, seen?: Look): Promise<boolean>;
  /** A pending status later on, unless a newer run speaks by then. */
  announce(result: Result): Promise<void>;
  /** The last word, as long as it holds. Gives the result that is true afterwards. */
  last(result: Result): Promise<Result>;
  /**
   * The last word where nothing was started: head and labels were read right before, so nothing is asked again. `link`:
   * that of the claim, where a result without tests has to be told.
   */
  giveUp(result: Result, link?: string): Promise<Result>;
  /** The last word on who was let through and asks for what cannot be run: it covers nothing. */
  decline(result: Result, seen?: Look): Promise<Result>;
  /** The last word on who was not let through: it is said only where nothing else stands. */
  refuse(result: Result, seen?: Look): Promise<Result>;
  /** A run that is out of date says no more (report/give-way.ts). `since`: when it began, epoch ms. */
  giveWay(commit: string, since: number): Promise<number | undefined>;
  /** Whether another run has told that its job was cancelled, and the pipeline with it (report/cancelled.ts). */
  hearsOfCancel(commit: string, pipeline: number): Promise<Heard>;
  /** Says so. */
  tellOfCancel(result: Result, link: string): Promise<void>;
}

/** How long (ms) a look at what stands is good enough for a pending status. */
const freshMs = 30_000;

/** For a last word that nothing can overtake. */
const always: Recheck = async () => undefined;

/** The voice of a speaker whose words stand while they hold. */
export function voiceOf(ports: VoicePorts, speaker: Speaker, holds: Recheck = always): Voice {
  const { github, clock, log, memory, comment } = ports;
  const { context, runUrl } = speaker;
  // What was written is looked at once more while the run goes on; the next word waits for it.
  let lookedBack: Promise<unknown> = Promise.resolve();
  let newest: { readonly at: number; readonly standing: Fact<Standing> } | undefined;

  const look = async (commit: string): Look => {
    if (context === undefined) return known({ lines: [], claimants: [] });
    const seen = await lookAt(ports, commit, context);
    return seen.known ? known(await withoutGone(ports, seen.value, commit, speaker.pull)) : seen;
  };
  const isOwn = isOfRun(runUrl);

  /** What is given back: who asks for more by now has only been told by a line that lay on it. */
  const asItHolds = (line: StandingStatus, claimants: Standing['claimants']) =>
    isTooLittle(line, claimants, speaker.requiresAll) ? heldFrom(line, claimants) : line;

  /**
   * After a write: what it lies on and must not is given back, and a success that came too early is held back; gives who
   * asks for more. Where somebody has spoken since, that one has looked at this line; a list that lags does not show it
   * yet.
   */
  const lookBack = async ({ target, line, tests }: Spoken): Promise<AsksMore | undefined> => {
    const standing = await look(target.commit);
    if (!standing.known) return undefined;
    newest = { at: clock.now(), standing };
    const { lines, claimants } = withOwn(believed(standing.value, runUrl), line);
    const others = lines.filter((one) => !isOwn(one));
    if (others[0] === lines[0] && lines.some(isSaid(line))) return undefined;
    const precedence = precedenceOf(line, others, claimants);
    if (precedence !== 'write') newest = undefined;
    const beneath = countingOf(others, claimants);
    // A pending line beneath is older than what its run has said since, perhaps.
    const place = { ...target, claimants };
    if (precedence === 'leave' && beneath && beneath.state !== 'pending')
      await retell(ports, place, lines[0], asItHolds(beneath, claimants));
    if (precedence !== 'hold') return undefined;
    const asksMore = asksMoreThan(line, claimants);
    await retell(ports, place, lines[0], { ...heldLine(tests, asksMore), targetUrl: line.targetUrl });
    return asksMore;
  };

  const precede = async ({ line, target }: Spoken, seen: Look): Promise<Preceded> => {
    const standing = await seen;
    if (!standing.known) return { act: 'unknown', reason: standing.reason };
    const { lines, claimants } = withOwn(believed(standing.value, runUrl), line);
    const [top] = lines;
    const precedence = precedenceOf(line, lines, claimants);
    if (precedence === 'hold') return { act: 'hold', asksMore: asksMoreThan(line, claimants) };
    if (precedence === 'leave') {
      const counts = countingOf(
        lines.filter((one) => !isOwn(one)),
        claimants,
      );
      // Neither an own line nor a pass that is held back may stay on what it is left for: who asked for more has left.
      const isLast = line.speaks === 'claimant' && line.state !== 'pending';
      const mustGo = top && (isOwn(top) || (isLast && isHeldBack(top)));
      if (mustGo && counts && counts.state !== 'pending') {
        const said = asItHolds(counts, claimants);
        if (!isSaid({ ...top, ...said })(top)) await retell(ports, { ...target, claimants }, top, said);
      }
      return besideFailure(line, lines, claimants, counts);
    }
    // The same line with the same link is not written again: GitHub takes a thousand. Nor, with any link, is what was
    // said of who is not let through: each event of an outsider would write one.
    const same = line.speaks === 'refused' && top ? { ...line, targetUrl: refusedAs(top, line) } : line;
    return { act: top && isSaid(same)(top) ? 'leave' : 'write' };
  };

  /** Whether these lines are known, and none of them claims for this run's pull request. */
  const isUnclaimed = (standing: Fact<Standing>): boolean =>
    standing.known &&
    !standing.value.lines.some(({ targetUrl }) => claimIn(targetUrl)?.pull === speaker.pull);

  const pending = async (result: Result, seen?: Look, isFirst = false): Promise<boolean> => {
    await lookedBack;
    const spoken = spokenOf(speaker, result, usually(speaker));
    if (!spoken) {
      // Without a status the comment is all there is.
      if (context === undefined && result.commit !== undefined) void comment?.said(result);
      return false;
    }
    const { target, line } = spoken;
    const looked = seen ?? look(target.commit);
    const { act } = await precede(spoken, looked);
    // The first claim is always put on record: what it lies on, and may not, is given back right afterwards.
    const isNew = isFirst && usually(speaker) === 'claimant' && isUnclaimed(await looked);
    if (act === 'leave' && !isNew) {
      log.info('the commit status stands as it is: for at least as much, or for somebody who comes first');
      return false;
    }
    memory.save('commit', target.commit);
    // That it cannot be written is no reason to stop; the last one is what counts.
    const failed = await writeStatus(github, target, line);
    if (failed) log.warning(`GitHub did not take the pending status (${failed})`);
    else {
      lookedBack = lookBack(spoken);
      // Beside the run: nothing waits for a comment but the next one.
      void comment?.said(result);
    }
    return failed === undefined;
  };

  const last = async (
    wanted: Result,
    { stands = always, seen, link, ...given }: LastWord = {},
  ): Promise<Result> => {
    await lookedBack;
    const speaks = given.speaks ?? usually(speaker, link);
    const isHeld =
      speaker.requiresAll &&
      statusLine(wanted)?.state === 'success' &&
      !wanted.allSelected &&
      !wanted.sufficient;
    const result = isHeld ? heldBack(wanted, 'all') : wanted;
    const onUntold = (reason: ReasonCode) => {
      warnUntold(log, reason);
      ports.onUntold?.();
    };
    let early = seen;
    let said: Spoken | undefined;
    let isTold = context === undefined;
    const told = await report(
      {
        ...{ statuses: github, clock, holds: stands, onUntold },
        target: (now) => spokenOf(speaker, now, speaks, link)?.target,
        precede: async (now) => {
          said = spokenOf(speaker, now, speaks, link);
          const asked = early ?? (said && look(said.target.commit));
          // A second try looks again.
          early = undefined;
          return said && asked ? precede(said, asked) : { act: 'leave' };
        },
        onTold: async () => {
          isTold = true;
          return said ? lookBack(said) : undefined;
        },
      },
      result,
    );
    if (isTold && statusLine(told)) await comment?.said(told);
    // A refusal that was not told has changed nothing: this run's own comment may be about an attempt that has ended well.
    else if (speaks !== 'refused') await comment?.left(told);
    return told;
  };
  return {
    look,
    claim: (result, seen) => pending(result, seen, true),
    announce: async (result) => {
      await lookedBack;
      const { commit } = result;
      if (commit === undefined) return;
      // GitHub counts requests, and what this lies on is looked at afterwards in any case.
      const isFresh = newest !== undefined && clock.now() - newest.at < freshMs;
      const seen = isFresh && newest ? Promise.resolve(newest.standing) : look(commit);
      const changed = await holds();
      // What is not known is no reason to be silent: the last word is what counts.
      if (changed === undefined || reasonOf(changed).shows !== 'untouched') await pending(result, seen);
    },
    last: (result) => last(result, { stands: holds }),
    giveUp: (result, link) => last(result, { link }),
    decline: (result, seen) => last(result, { speaks: 'declined', seen }),
    refuse: async (result, seen) => {
      if (result.commit === undefined || !statusLine(result)) return result;
      const standing = await (seen ?? look(result.commit));
      if (!standing.known) {
        log.warning(`the commit status was left alone: whose it is could not be read (${standing.reason})`);
        return result;
      }
      return last(result, { stands: holds, speaks: 'refused', seen: Promise.resolve(standing) });
    },
    giveWay: async (commit, since) => {
      await lookedBack;
      return giveWay(ports, speaker, commit, since);
    },
    hearsOfCancel: (commit, pipeline) => hearsOfCancel(github, speaker, commit, pipeline),
    tellOfCancel: (result, link) => tellOfCancel(ports, speaker, result, link),
  };
}

/** How a last word is said. */
interface LastWord {
  readonly stands?: Recheck;
  readonly speaks?: Speaks;
  readonly seen?: Look | undefined;
  readonly link?: string | undefined;
}

/** Says why a status is not there, and what to do: the result itself speaks of something else. */
function warnUntold(log: Log, reason: ReasonCode): void {
  const { sentence, remedy } = reasonOf(reason);
  log.warning(`GitHub did not take the commit status (${reason}): ${sentence}. ${remedy}`);
}
