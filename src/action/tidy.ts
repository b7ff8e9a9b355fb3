import * as core from '@actions/core';
import { ask } from '../facts/ask.ts';
import { cleanUp, type Left } from '../modes/clean-up.ts';
import type { Settings } from '../settings.ts';
import { readInputs } from './inputs.ts';
import {
  auditTo,
  debugFault,
  hide,
  interruptions,
  leave,
  log,
  maskSecrets,
  memory,
  onStrayFault,
  rawInput,
  readSurroundings,
} from './runner.ts';
import { unseal } from './seal.ts';
import { revokeLeft } from './vault-wiring.ts';
import { type Wired, wire } from './wiring.ts';

/**
 * Leaves no pipeline, no pending status and no Vault token behind, ends the process, and never fails the job. `held`: the
 * tokens, sealed; empty where there is none.
 */
export function tidy(left: readonly Left[], held: string): void {
  onStrayFault(giveUp, 0);
  clean(left, held).catch(giveUp).finally(leave);
}

async function clean(left: readonly Left[], held: string): Promise<void> {
  maskSecrets();
  const { facts, run } = readSurroundings(process.env);
  const { settings, faults } = await readInputs(rawInput, facts);
  if (faults.length > 0) return;
  const interrupted = interruptions();
  const audit = auditTo(settings.auditFile);
  const edge = { run, log, memory, audit, interrupted, env: process.env };
  await Promise.all([
    left.length === 0 ? undefined : cleanUpBy(wire(settings, edge), left),
    held === '' ? undefined : giveBack(settings, held),
  ]);
}

async function cleanUpBy({ ports, close }: Wired, left: readonly Left[]): Promise<void> {
  try {
    await cleanUp(ports, left);
  } finally {
    await close();
  }
}

async function giveBack(settings: Settings, held: string): Promise<void> {
  const tokens = unseal(held, settings.github.token)?.split(' ');
  if (tokens === undefined) return notGivenBack('`github-token` is not the one that the step had');
  await Promise.all(
    tokens.map(async (token) => {
      hide(token);
      const given = await ask(revokeLeft(settings, process.env, token));
      if (!given.known) notGivenBack(given.reason);
    }),
  );
}

const notGivenBack = (why: string): void =>
  core.warning(`a Vault token was not given back (${why}): it lives until its time is over`);

async function giveUp(error: unknown): Promise<void> {
  debugFault(error);
  core.warning('Drawbridge could not clean up; look in GitLab for a pipeline of this pull request');
}
