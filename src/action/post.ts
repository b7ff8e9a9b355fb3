import * as core from '@actions/core';
import { cleanUp } from '../modes/clean-up.ts';
import { wire } from '../wiring.ts';
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
  readSurroundings,
} from './runner.ts';

/** The entry after the job: leaves no pipeline and no pending status behind, and never fails the job. */
async function post(): Promise<void> {
  const left = {
    done: core.getState('done') !== '',
    alive: core.getState('alive') !== '',
    fault: core.getState('fault') !== '',
    key: core.getState('key') || undefined,
    pipeline: Number(core.getState('pipeline')) || undefined,
    commit: core.getState('commit') || undefined,
  };
  if (left.done ? !left.alive : left.key === undefined && left.commit === undefined) return;
  maskSecrets();
  const { facts, run } = readSurroundings(process.env);
  const { settings, faults } = await readInputs((name) => core.getInput(name), facts);
  if (faults.length > 0) return;
  const interrupted = interruptions();
  const audit = auditTo(settings.auditFile);
  await cleanUp(wire(settings, { run, log, memory, audit, interrupted, env: process.env }), left);
}

async function giveUp(error: unknown): Promise<void> {
  debugFault(error);
  core.warning('Drawbridge could not clean up; look in GitLab for a pipeline of this pull request');
}

onStrayFault(giveUp, 0);
post().catch(giveUp).finally(leave);
