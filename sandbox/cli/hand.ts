import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillInputs, inputVariable, readAction } from '../runner/action.ts';
import { evaluate, githubContext } from '../runner/context.ts';
import { jobEnvironment, makeCommandFiles, makeFolders } from '../runner/environment.ts';
import type { JobOptions } from '../runner/job.ts';

/** A job that a person starts, without the runner: a script in a folder of its own. */
export interface HandJob {
  /** A shell script: the whole command with its environment, to read and to change. */
  readonly script: string;
  /** The file for the job's summary; its neighbours take outputs and state. */
  readonly summary: string;
  /** Removes the folder. */
  remove(): void;
}

/** Writes the script that starts the action's main entry as the runner would start it for this job. */
export function writeHandJob(options: JobOptions): HandJob {
  const action = readAction(options.actionFolder);
  const folders = makeFolders(options);
  const github = githubContext(options, folders.workspace);
  const inputs = fillInputs(action, options.with, (text) => evaluate(text, github));
  const files = makeCommandFiles(folders.temp, 'main');
  const environment = {
    ...jobEnvironment(options, github, folders),
    ...Object.fromEntries([...inputs.values].map(([name, value]) => [inputVariable(name), value])),
    ...files,
  };
  // What the runner tells its time shim; by hand the action lives in real time, and so does the sandbox.
  const variables = Object.entries(environment).filter(([name]) => !name.startsWith('SANDBOX_'));
  const script = join(folders.root, 'run.sh');
  writeFileSync(script, scriptText(variables, [process.execPath, action.main]));
  return {
    script,
    summary: files.GITHUB_STEP_SUMMARY,
    remove: () => rmSync(folders.root, { recursive: true, force: true }),
  };
}

/** `env -i`, because dashes in names (`INPUT_GITLAB-URL`) cannot be exported, and nothing else may get in. */
function scriptText(variables: readonly (readonly [string, string])[], command: readonly string[]): string {
  const words = [...variables.map(([name, value]) => `${name}=${value}`), ...command];
  return `#!/bin/sh\nexec env -i ${words.map((word) => `\\\n  ${quoted(word)}`).join(' ')}\n`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
