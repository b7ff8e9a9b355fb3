/** `mode: doctor`: the set-up as the inputs of this job name it. Loaded only by it. */
import { systemClock } from '../clock.ts';
import { type Diagnosis, doctor } from '../modes/doctor.ts';
import type { Settings } from '../settings.ts';
import { patientOf } from './doctor-wiring.ts';
import type { Fault } from './read.ts';
import { transportFor, type VaultEdge, visitorOf } from './vault-wiring.ts';

/** Looks, and says what was found in the log. With faults among the inputs GitLab and Vault are not asked. */
export async function consult(
  settings: Settings,
  faults: readonly Fault[],
  edge: VaultEdge,
): Promise<Diagnosis> {
  const { interrupted, env, log } = edge;
  const send = transportFor(settings, env, { signal: interrupted });
  // A log-in that is under way is waited for: else nobody could give its token back.
  const visit =
    faults.length === 0 && settings.vault
      ? visitorOf(settings, edge, transportFor(settings, env))
      : undefined;
  const patient = patientOf(settings, {
    ...{
      faults,
      isSound: faults.length === 0,
      interrupted,
      send,
      visit,
      clock: systemClock,
      absent: new Map(),
      files: undefined,
      vaultElsewhere: false,
    },
  });
  const diagnosis = await doctor(patient);
  for (const line of diagnosis.lines) log.info(line);
  return diagnosis;
}
