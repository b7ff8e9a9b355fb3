/** Which pull requests a `workflow_run` is about, found live by the head of the run that it follows. */
import { ask } from '../facts/ask.ts';
import { byHead } from '../facts/by-head.ts';
import type { WorkflowRunEvent } from '../facts/event.ts';
import type { LivePull } from '../facts/pull.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Result } from '../report/result.ts';
import { mostTogether } from './most-together.ts';
import type { Ports } from './ports.ts';
import { recorded } from './record.ts';
import { settleLabels } from './settle-labels.ts';
import { voiceFor } from './speak.ts';

/** Pull requests with that head, each list in order of number; or the last word, which is told already. */
export type FoundPulls =
  | { readonly found: true; readonly open: readonly LivePull[]; readonly closed: readonly LivePull[] }
  | { readonly found: false; readonly result: Result };

/**
 * Waits for labels to be quiet, because they may be what the run was about, and reads the pull requests of the branch:
 * one round trip. At least one has the commit of the run as its head, or none is given.
 */
export async function findPulls(ports: Ports, event: WorkflowRunEvent): Promise<FoundPulls> {
  const { head } = event;
  const end = async (
    decision: 'denied' | 'undecided' | 'not-run',
    reason: ReasonCode,
  ): Promise<FoundPulls> => {
    const record = recorded(ports, { decision, reason, commit: head.sha });
    // The verdict of this mode is no commit status, so it writes none when it cannot find out what to stop.
    if (ports.settings.mode === 'cancel') return { found: false, result: record };
    return { found: false, result: await voiceFor(ports).refuse(record) };
  };
  // Of a run that nobody started again, the request was heard already: one event has one watcher.
  if (event.action === 'completed' && event.rerunner === undefined) return end('not-run', 'run-seen-before');
  if (head.repository === null) return end('not-run', 'no-pull-request');
  await settleLabels(ports);
  const [owner = ''] = head.repository.split('/');
  const found = await ask(ports.github.pullsFrom(owner, head.branch));
  if (!found.known) return end('undecided', found.reason);
  const { open, closed, moved } = byHead(found.value, head);
  if (open.length > mostTogether) return end('denied', 'head-crowded');
  if (open.length > 0 || closed.length > 0) {
    const names = [
      ...open.map(({ number }) => `#${number}`),
      ...closed.map(({ number }) => `#${number} (closed)`),
    ];
    // GitHub shows such a run on the default branch, with no word of a pull request.
    ports.log.info(`pull requests with this head: ${names.join(', ')}`);
    return { found: true, open, closed };
  }
  return moved ? end('denied', 'head-moved') : end('not-run', 'no-pull-request');
}
