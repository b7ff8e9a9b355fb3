/** The questions of `drawbridge init`, asked in a terminal. The library comes with this file, which only a terminal loads. */
import { confirm, intro, isCancel, note, select, text } from '@clack/prompts';
import { faultOf, naming, type Question, type QuestionName, questions } from '../init/questions.ts';
import type { CliIo } from './io.ts';

/**
 * Asks until each answer is one, and gives them by question; undefined: whoever was asked has gone.
 * @param repository the one that was named on the command line
 */
export async function askFor(
  names: readonly QuestionName[],
  repository: string | undefined,
  io: CliIo,
  signal: AbortSignal,
): Promise<ReadonlyMap<QuestionName, string> | undefined> {
  const on = { input: io.stdin, output: io.stderr, signal };
  intro('drawbridge init', on);
  const answers = new Map<QuestionName, string>();
  const named = () => answers.get('repository') ?? repository;
  for (const name of names) {
    const { ask, choices, hint, usual }: Question = questions[name];
    const answer =
      choices === undefined
        ? await text({
            message: ask,
            ...(hint !== undefined && { placeholder: naming(hint, named()) }),
            ...(usual !== undefined && { initialValue: usual }),
            validate: (given) => {
              const fault = faultOf(name, given ?? '');
              return fault === undefined ? undefined : naming(fault, named());
            },
            ...on,
          })
        : await select({
            message: ask,
            options: Object.entries(choices).map(([value, hint]) => ({ value, hint })),
            ...(usual !== undefined && { initialValue: usual }),
            ...on,
          });
    if (isCancel(answer)) return undefined;
    answers.set(name, answer);
  }
  return answers;
}

/** Whether these lines may be made true. */
export async function mayWrite(lines: readonly string[], io: CliIo, signal: AbortSignal): Promise<boolean> {
  const on = { input: io.stdin, output: io.stderr, signal };
  note(lines.join('\n'), 'To be written', on);
  return (await confirm({ message: 'Write these files?', ...on })) === true;
}
