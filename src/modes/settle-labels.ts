/** What is done before labels are read: what is too little is taken back, and the hand that sets them is waited for. */
import type { GateEvent } from '../facts/event.ts';
import { startsTests } from '../gate/idle.ts';
import type { SelectionRules } from '../request/tests.ts';
import type { Ports } from './ports.ts';
import { withdrawAll } from './restate.ts';

/**
 * Where labels may be what caused the run: takes back at once what is green for fewer tests than they choose now, and
 * waits, so that a hand that sets several of them is finished.
 */
export async function settleLabels(ports: Ports): Promise<void> {
  const { settings, run, clock, interrupted } = ports;
  const { event } = run;
  // Without a wait the claim or the refusal follows at once, and takes back as much.
  if (!mayBeOfLabels(event, settings.selection) || settings.settleMs === 0) return;
  await Promise.all([
    'head' in event ? withdrawAll(ports, event.head.sha) : undefined,
    clock.sleep(settings.settleMs, interrupted),
  ]);
}

/** A `workflow_run` does not tell what happened to the pull request. */
function mayBeOfLabels(event: GateEvent, rules: SelectionRules): boolean {
  if (event.kind === 'workflow-run') return true;
  if (event.kind !== 'pull-request' || !startsTests(event, rules)) return false;
  return event.action === 'labeled' || event.action === 'unlabeled';
}
