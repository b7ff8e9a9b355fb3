/** Which pull requests a `workflow_run` is about, found live by the head of the run that it follows. */
import { ask } from '../gate/ask.ts';
import { byHead } from '../gate/by-head.ts';
import type { WorkflowRunEvent } from '../gate/event.ts';
import type { LivePull } from '../gate/facts.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { settleLabels } from './admit.ts';
import type { Bridge } from './bridge.ts';
import { mostTogether } from './most-together.ts';
import { otherOwner, recorded, tellRefusal, voiceOf } from './tell.ts';

/** Pull requests with that head, each list in order of number; or the last word, which is told already. */
export type FoundPulls =
  | { readonly found: true; readonly open: readonly LivePull[]; readonly closed: readonly LivePull[] }
  | { readonly found: false; readonly result: Result };

/**
 * Waits for labels to be quiet, because they may be what the run was about, and reads the pull requests of the branch:
 * one round trip. At least one has the commit of the run as its head, or none is given.
 */
export async function findPulls(bridge: Bridge, event: WorkflowRunEvent): Promise<FoundPulls> {
  const { head } = event;
  const end = async (
    decision: 'denied' | 'undecided' | 'not-run',
    reason: ReasonCode,
  ): Promise<FoundPulls> => {
    const record = recorded(bridge, undefined, undefined, { decision, reason, commit: head.sha });
    const voice = voiceOf(bridge);
    // The verdict of this mode is no commit status, so it writes none when it cannot find out what to stop.
    if (bridge.settings.mode === 'cancel') return { found: false, result: record };
    const ownerOf = (commit: string) => otherOwner(bridge, voice, commit);
    return { found: false, result: await tellRefusal(bridge, voice, record, ownerOf) };
  };
  // Of a run that nobody started again, the request was heard already: one event has one watcher.
  if (event.action === 'completed' && event.rerunner === undefined) return end('not-run', 'run-seen-before');
  if (head.repository === null) return end('not-run', 'no-pull-request');
  await settleLabels(bridge);
  const [owner = ''] = head.repository.split('/');
  const found = await ask(bridge.github.pullsFrom(owner, head.branch));
  if (!found.known) return end('undecided', found.reason);
  const { open, closed, moved } = byHead(found.value, head);
  if (open.length > mostTogether) return end('denied', 'head-crowded');
  if (open.length > 0 || closed.length > 0) {
    const names = [
      ...open.map(({ number }) => `#${number}`),
      ...closed.map(({ number }) => `#${number} (closed)`),
    ];
    // GitHub shows such a run on the default branch, with no word of a pull request.
    bridge.log.info(`pull requests with this head: ${names.join(', ')}`);
    return { found: true, open, closed };
  }
  return moved ? end('denied', 'head-moved') : end('not-run', 'no-pull-request');
}

/** The pull request that a record can name: the only one, if there is only one. Pure. */
export const onlyOne = ([first, ...more]: readonly number[]): number | undefined =>
  more.length === 0 ? first : undefined;
