/** Which mode answers a run: by the input `mode`, the event, and the command of a comment. */
import { type CommandName, nameIn } from '../facts/command.ts';
import type { WorkflowRunEvent } from '../facts/event.ts';
import type { Result } from '../report/result.ts';
import type { Mode } from '../settings.ts';
import { cancel, cancelByHead } from './cancel.ts';
import { duplicate } from './duplicate.ts';
import { untilTold } from './go-on.ts';
import { listTests } from './list-tests.ts';
import type { Ports } from './ports.ts';
import { requireAll, requireAllByHead } from './require-all.ts';
import { run } from './run.ts';
import { runByHead } from './run-by-head.ts';
import { sweep } from './sweep.ts';
import { trigger } from './trigger.ts';

type Act = (ports: Ports) => Promise<Result>;

/** The doctor is no run, and plays by itself (doctor.ts). */
type Played = Exclude<Mode, 'doctor'>;

const modes: Record<Played, Act> = { run, 'require-all': requireAll, cancel, trigger, sweep };

/** By `workflow_run` the pull requests are found first. */
const byHead: Record<Played, (ports: Ports, event: WorkflowRunEvent) => Promise<Result>> = {
  ...modes,
  run: (ports, event) => untilTold(ports, () => runByHead(ports, event)),
  'require-all': requireAllByHead,
  cancel: cancelByHead,
};

/** What a command asks for wherever `run` listens. */
const commands: Record<CommandName, Act> = {
  ...{ 'ok-to-test': run, retest: run, test: run },
  ...{ 'list-tests': listTests, cancel, duplicate },
};

/** Plays the mode that the run is for. */
export function dispatch(ports: Ports): Promise<Result> {
  const { mode } = ports.settings;
  if (mode === 'doctor') throw new RangeError('the doctor takes no part in a run');
  const { event } = ports.run;
  if (event.kind === 'workflow-run') return byHead[mode](ports, event);
  const name = event.kind === 'comment' ? nameIn(event.parsed) : undefined;
  if (name !== undefined && isFor(mode, name)) return commands[name](ports);
  return modes[mode](ports);
}

/** What a command asks for is done by its own mode; where tests are started without waiting, by that one. */
const isFor = (mode: Mode, name: CommandName): boolean =>
  mode === 'run' || (mode === 'trigger' && commands[name] !== run);
