import { appendFileSync, readFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Run } from '../facts/event.ts';
import { parseEvent } from '../facts/payload.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import type { Ports } from '../modes/ports.ts';
import { piecesOf } from '../secrets/pieces.ts';
import type { RunnerFacts } from './inputs.ts';
import { slotEnding } from './slots.ts';

/** What the runner tells about itself and the run (GitHub docs, "Variables reference"). */
export interface Surroundings {
  readonly facts: RunnerFacts;
  readonly run: Run;
}

/** Reads the runner's variables and the event file. An event file that cannot be read is no supported event. */
export function readSurroundings(env: NodeJS.ProcessEnv): Surroundings {
  const attempt = Number(env['GITHUB_RUN_ATTEMPT']) || 1;
  const event = parseEvent(
    env['GITHUB_EVENT_NAME'] ?? '',
    readJson(env['GITHUB_EVENT_PATH']),
    env['GITHUB_SHA'],
  );
  return {
    facts: {
      repository: env['GITHUB_REPOSITORY'] ?? '',
      apiUrl: (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/+$/, ''),
      serverUrl: (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, ''),
      runId: env['GITHUB_RUN_ID'] ?? '',
      event,
    },
    run: {
      event,
      rerunner: attempt > 1 ? (env['GITHUB_TRIGGERING_ACTOR'] ?? '') : undefined,
      attempt,
    },
  };
}

function readJson(path: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The log of the job. What reaches it has been through closed lists already (docs/architecture.md, "Only closed lists
 * are printed").
 */
export const log: Log = { info: core.info, warning: (line) => core.warning(line) };

/** Keeps audit records: each is a line of the log, and of a file where one is configured. */
export const auditTo =
  (file: string | undefined): Ports['audit'] =>
  (record) => {
    const line = JSON.stringify(record);
    // Folded, because a reader of the log rarely wants it.
    core.startGroup('audit record');
    core.info(line);
    core.endGroup();
    if (file === undefined) return;
    try {
      appendFileSync(file, `${line}\n`);
    } catch {
      core.warning('the audit line could not be appended to `audit-file`: check the path');
    }
  };

/**
 * Tells a debug log where a fault of our own happened: the stack of our bundle, without the error's message, which may
 * hold anything.
 */
export function debugFault(error: unknown): void {
  if (error instanceof Error) core.debug((error.stack ?? '').replace(error.message, ''));
}

/**
 * Does this instead of Node, which would print whatever nobody caught, and then ends the process. A second fault ends
 * it at once: it may come from what is done about the first.
 */
export function onStrayFault(act: (error: unknown) => Promise<void>, code: 0 | 1): void {
  let acted = false;
  process.on('uncaughtException', (error: unknown) => {
    if (acted) process.exit(code);
    acted = true;
    void act(error).finally(() => process.exit(code));
  });
}

/**
 * Ends the process once everything is printed. A request or wait that nobody needs any more would hold it, and a
 * runner kills a cancelled step that lingers, with its outputs.
 */
export function leave(): void {
  process.stdout.write('', () => process.exit());
}

/** State that reaches `post` even when this process is killed. */
export const memory: Memory = {
  save: (name, value, nth = 0) => core.saveState(`${name}${slotEnding(nth)}`, value),
};

/** The shortest value worth masking: the runner masks every occurrence, and a short one ruins the log. */
const shortestMask = 8;

/** Hides what was fetched, in whatever piece of it something might ever print, before it is used. */
export function hide(value: string): void {
  for (const piece of piecesOf(Buffer.from(value))) core.setSecret(Buffer.from(piece).toString());
}

/** The text of an input, with the blanks around it. */
export const rawInput = (name: string): string => core.getInput(name, { trimWhitespace: false });

/** Inputs that are secrets; a test holds them against action.yml. */
export const secretInputs = [
  'github-token',
  'membership-token',
  'duplicate-token',
  'gitlab-trigger-token',
  'gitlab-token',
  'vault-secret-id',
  'vault-token',
] as const;

/** Hides the tokens that were handed in, should anything ever print one. */
export function maskSecrets(): void {
  for (const name of secretInputs) {
    const value = core.getInput(name);
    if (value.length >= shortestMask) core.setSecret(value);
  }
}

/**
 * Aborted on SIGINT and SIGTERM, which is how a runner cancels a step, on SIGHUP, by which the end of a terminal ends
 * what runs in it, such as a runner that was started by hand, and when nobody reads our output any more: a runner that
 * died waits for no pipeline either. The process then ends by itself.
 */
export function interruptions(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, abort);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', abort);
  return controller.signal;
}
