/** Which mode a run is for. */
import type { GateEvent, PullRequestEvent } from '../facts/event.ts';
import type { Mode } from '../settings.ts';

/** The modes that a workflow can name, in the order in which they are shown. */
export const modes = [
  'run',
  'require-all',
  'cancel',
  'trigger',
  'sweep',
  'doctor',
] as const satisfies readonly Mode[];

/** What the workflow says besides. */
export interface ModeRules {
  readonly drafts: boolean;
  /** The input `pull-request`. */
  readonly pullRequest: number | undefined;
}

/**
 * The mode of an event, where the workflow names none (`mode: auto`, docs/inputs.md, "Modes"). An event that is not understood
 * is one of `run`, which refuses it. Pure.
 */
export function modeFor(event: GateEvent, rules: ModeRules): Mode {
  switch (event.kind) {
    case 'pull-request':
      return ofPull(event, rules);
    case 'dispatch':
      return rules.pullRequest === undefined ? 'sweep' : 'run';
    case 'schedule':
      return 'sweep';
    case 'ref':
      return event.on === 'tag' || event.on === 'release' ? 'trigger' : 'run';
    // Live pull requests decide: what is closed or a draft is stopped there. A comment says it itself.
    case 'workflow-run':
    case 'comment':
    case 'unsupported':
      return 'run';
  }
}

function ofPull({ action }: PullRequestEvent, { drafts }: ModeRules): Mode {
  if (action === 'closed') return 'cancel';
  return action === 'converted_to_draft' && !drafts ? 'cancel' : 'run';
}
