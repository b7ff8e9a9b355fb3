import * as core from '@actions/core';
import { run } from '../modes/run.ts';
import { reasonOf } from '../reasons.ts';
import { outputsOf, summaryOf } from '../report/render.ts';
import type { Result } from '../report/result.ts';
import { describe, exitCode } from '../report/status.ts';
import { wire } from '../wiring.ts';
import { readInputs } from './inputs.ts';
import type { Fault } from './read.ts';
import { interruptions, log, maskSecrets, memory, readSurroundings } from './runner.ts';

/** The entry of the step: inputs → wiring → mode → outputs. */
async function main(): Promise<void> {
  const begun = Date.now();
  const interrupted = interruptions();
  maskSecrets();
  const { facts, run: cause } = readSurroundings(process.env);
  const inputs = await readInputs((name) => core.getInput(name), facts);
  if (!inputs.ok) return finish({ decision: 'denied', reason: 'bad-input' }, faultMessage(inputs.faults));
  const { settings } = inputs;
  const result = await run(wire(settings, { run: cause, log, memory, interrupted, env: process.env }));
  const durationSeconds = Math.round((Date.now() - begun) / 1000);
  await finish({ ...result, durationSeconds }, undefined, settings.statusContext);
}

/** Says how the run ended, everywhere that the runner has a place for it, and ends the process. */
async function finish(result: Result, detail?: string, statusContext?: string): Promise<void> {
  for (const [name, value] of Object.entries(outputsOf(result))) core.setOutput(name, value);
  await core.summary.addRaw(summaryOf(result), true).write();
  memory.save('done', result.reason);
  const code = exitCode(result, statusContext);
  const text = detail ?? `${describe(result)}. ${reasonOf(result.reason).remedy}`;
  if (code !== 0) core.error(text, { title: `Drawbridge: ${result.reason}` });
  else core.info(`${result.verdict ?? result.decision}: ${describe(result)}`);
  process.exitCode = code;
}

const faultMessage = (faults: readonly Fault[]): string =>
  ['Wrong inputs:', ...faults.map(({ input, wrong }) => `- ${input}: ${wrong}`)].join('\n');

main().catch(async (error: unknown) => {
  // Only the name: a message may hold anything. The stack shows our own bundle and is for a debug log alone.
  core.debug(error instanceof Error ? (error.stack ?? '') : '');
  await finish({ decision: 'undecided', reason: 'internal' });
});
