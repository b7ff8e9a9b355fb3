/** What `drawbridge init` was asked for. Pure. */
import { faultOf, type QuestionName, questionNames } from '../init/questions.ts';
import type { Given, Read } from './options.ts';
import type { initOptions } from './usage.ts';

/** Everything that it takes. */
export interface InitWishes {
  /** What was said on the command line, by question. */
  readonly said: ReadonlyMap<QuestionName, string>;
  /** The folder of the public repository. */
  readonly folder: string;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Reads the options. Each line of `wrong` names its option: a wrong answer is refused before anything is asked. */
export function initWishes(given: Given<keyof typeof initOptions>): Read<InitWishes> {
  const said = new Map<QuestionName, string>();
  const wrong: string[] = [];
  if (given.command !== undefined) wrong.push('takes no command');
  for (const name of questionNames) {
    const text = given.one(name);
    if (text === undefined) continue;
    const fault = faultOf(name, text);
    if (fault !== undefined) wrong.push(`--${name} ${fault}`);
    said.set(name, text);
  }
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    value: {
      said,
      folder: given.one('folder') ?? '.',
      force: given.is('force'),
      dryRun: given.is('dry-run'),
      json: given.is('json'),
    },
  };
}
