import { parseCommand, type WorkflowCommand } from './commands.ts';
import type { Masks } from './masks.ts';

/** What the run's page shows above the log. */
export interface Annotation {
  level: 'notice' | 'warning' | 'error';
  title?: string;
  message: string;
}

/** A step's log while it is written. */
export interface StepLog {
  /** Takes a line that the step printed, and interprets workflow commands. */
  line(text: string): void;
  /** Prints a line of the runner's own. */
  say(text: string): void;
  annotate(annotation: Annotation): void;
  /** What a viewer of the run sees: masked, with commands carried out. */
  text(): string;
  annotations: Annotation[];
  /** Values registered by `::add-mask::`, in order. */
  masks: string[];
}

const LEVELS = { notice: 'Notice', warning: 'Warning', error: 'Error' } as const;

/**
 * An empty log. A mask holds from the line after it was registered on, as on the real runner: what was printed before
 * stays readable. The older form `##[command]` is printed as it is.
 */
export function createLog(masks: Masks, debug: boolean): StepLog {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  const added: string[] = [];
  let resumeToken: string | undefined;

  const say = (text: string) => void lines.push(masks.apply(text));
  const annotate = ({ level, title, message }: Annotation) => {
    const shown: Annotation = { level, message: masks.apply(message) };
    if (title !== undefined) shown.title = masks.apply(title);
    annotations.push(shown);
    say(`${LEVELS[level]}: ${message}`);
  };
  /** Carries out a command; false when the runner knows none of that name and prints the line. */
  const carryOut = ({ name, properties, data }: WorkflowCommand): boolean => {
    switch (name) {
      case 'add-mask':
        if (data.trim() === '') {
          annotate({
            level: 'warning',
            message: "Can't add secret mask for empty string in ##[add-mask] command.",
          });
        } else {
          masks.add(data);
          added.push(data);
        }
        return true;
      case 'notice':
      case 'warning':
      case 'error':
        annotate({
          level: name,
          ...(properties['title'] !== undefined && { title: properties['title'] }),
          message: data,
        });
        return true;
      case 'group':
        say(data);
        return true;
      case 'debug':
        if (debug) say(`##[debug]${data}`);
        return true;
      case 'stop-commands':
        resumeToken = data;
        return true;
      case 'endgroup':
      case 'echo':
      case 'add-matcher':
      case 'remove-matcher':
        return true;
      default:
        return false;
    }
  };
  return {
    line: (text) => {
      if (resumeToken !== undefined) {
        if (text.trim() === `::${resumeToken}::`) resumeToken = undefined;
        else say(text);
        return;
      }
      const command = parseCommand(text);
      if (!command || !carryOut(command)) say(text);
    },
    say,
    annotate,
    text: () => lines.map((line) => `${line}\n`).join(''),
    annotations,
    masks: added,
  };
}
