import * as core from '@actions/core';
import { cleanUp, type Left } from '../modes/clean-up.ts';
import { readInputs } from './inputs.ts';
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
import { wire } from './wiring.ts';

/** Leaves no pipeline and no pending status behind, ends the process, and never fails the job. */
export function tidy(left: readonly Left[]): void {
  onStrayFault(giveUp, 0);
  clean(left).catch(giveUp).finally(leave);
}

async function clean(left: readonly Left[]): Promise<void> {
  maskSecrets();
  const { facts, run } = readSurroundings(process.env);
  const { settings, faults } = await readInputs(rawInput, facts);
  if (faults.length > 0) return;
  const interrupted = interruptions();
  const audit = auditTo(settings.auditFile);
  await cleanUp(wire(settings, { run, log, memory, audit, interrupted, env: process.env }), left);
}

async function giveUp(error: unknown): Promise<void> {
  debugFault(error);
  core.warning('Drawbridge could not clean up; look in GitLab for a pipeline of this pull request');
}
