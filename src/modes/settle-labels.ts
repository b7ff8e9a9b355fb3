/** Waits until a hand that sets several labels is finished (input `settle-seconds`). */
import type { GateEvent } from '../facts/event.ts';
import { startsTests } from '../gate/evidence.ts';
import type { SelectionRules } from '../request/tests.ts';
import type { Ports } from './ports.ts';

/** Where labels may be what caused the run: waits, so that a hand that sets several of them is finished. */
export async function settleLabels({ settings, run, clock, interrupted }: Ports): Promise<void> {
  if (mayBeOfLabels(run.event, settings.selection) && settings.settleMs > 0)
    await clock.sleep(settings.settleMs, interrupted);
}

/** A `workflow_run` does not tell what happened to the pull request. */
function mayBeOfLabels(event: GateEvent, rules: SelectionRules): boolean {
  if (event.kind === 'workflow-run') return true;
  if (event.kind !== 'pull-request' || !startsTests(event, rules)) return false;
  return event.action === 'labeled' || event.action === 'unlabeled';
}
