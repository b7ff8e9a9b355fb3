import * as core from '@actions/core';
import { systemClock } from '../clock.ts';
import { dispatch } from '../modes/dispatch.ts';
import { recordRefusal, refuseInputs } from '../modes/refuse.ts';
import { exitCode } from '../report/exit.ts';
import type { Result } from '../report/result.ts';
import { describe, nextStep } from '../report/status.ts';
import { outputsOf, summaryOf } from '../report/summary.ts';
import { unknownInputs } from './input-names.ts';
import { readInputs } from './inputs.ts';
import type { Fault } from './read.ts';
import {
  auditTo,
  debugFault,
  interruptions,
  leave,
  log,
  maskSecrets,
  memory,
  onStrayFault,
  rawInput,
  readSurroundings,
} from './runner.ts';
import { type Wired, wire } from './wiring.ts';

/** The entry of the step: inputs → wiring → mode → outputs. */
async function main(): Promise<void> {
  const begun = Date.now();
  const interrupted = interruptions();
  maskSecrets();
  const { facts, run: cause } = readSurroundings(process.env);
  const read = await readInputs(rawInput, facts);
  const { settings } = read;
  const faults = [...(await unknownInputs(process.env)), ...read.faults];
  const audit = auditTo(settings.auditFile);
  const edge = { run: cause, log, memory, audit, interrupted, env: process.env };
  if (settings.mode === 'doctor' && !faults.some(({ input }) => unspeakable.includes(input))) {
    const { consult } = await import('./doctor.ts');
    const { result, lines } = await consult(settings, faults, edge);
    return finish(result, undefined, [], lines);
  }
  const act = faults.length === 0 ? dispatch : refuseInputs;
  // Without a token nothing can be told on GitHub, and a wrong certificate would only add a second error.
  const mute = faults.some(({ input }) => [...unspeakable, 'status-context'].includes(input));
  const result = mute
    ? recordRefusal({ settings, run: cause, clock: systemClock, audit })
    : await played(act, wire(settings, edge));
  const durationSeconds = Math.round((Date.now() - begun) / 1000);
  const told = result.reason === 'bad-input' ? faults : [];
  await finish({ ...result, durationSeconds }, settings.statusContext, told);
}

/** Without these right, GitHub cannot be spoken to. */
const unspeakable: readonly string[] = ['github-token', 'ca-certificate'];

/** Plays a mode; whatever it ends by, Vault gets back what it has lent. */
async function played(act: typeof dispatch, { ports, close }: Wired): Promise<Result> {
  try {
    return await act(ports);
  } finally {
    await close();
  }
}

/** Says how the run ended, everywhere that the runner has a place for it, and ends the process. */
async function finish(
  result: Result,
  statusContext: string | undefined,
  faults: readonly Fault[] = [],
  details: readonly string[] = [],
): Promise<void> {
  const lines = faults.map(({ input, wrong }) => `- ${input}: ${wrong}`);
  for (const [name, value] of Object.entries(outputsOf(result))) core.setOutput(name, value);
  await core.summary
    .addRaw(summaryOf(result, details.length > 0 ? details : lines), true)
    .write()
    .catch(() => core.warning('the job summary could not be written'));
  // After a fault of our own a pipeline may be left: then `post` has to look.
  memory.save(result.reason === 'internal' ? 'fault' : 'done', result.reason);
  const code = exitCode(result, statusContext);
  const text =
    lines.length > 0 ? ['Wrong inputs:', ...lines].join('\n') : `${describe(result)}. ${nextStep(result)}`;
  if (code !== 0) core.error(text, { title: `Drawbridge: ${result.reason}` });
  else core.info(`${result.verdict ?? result.decision}: ${describe(result)}`);
  process.exitCode = code;
}

async function giveUp(error: unknown): Promise<void> {
  debugFault(error);
  await finish({ decision: 'undecided', reason: 'internal' }, undefined);
}

onStrayFault(giveUp, 1);
main().catch(giveUp).finally(leave);
