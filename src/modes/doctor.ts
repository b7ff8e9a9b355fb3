/** Looks at the set-up and says what is wrong with it. Changes nothing, and is no run: no status is written. */
import { examine } from '../doctor/doctor.ts';
import { isWell, linesOf } from '../doctor/page.ts';
import type { Patient } from '../doctor/patient.ts';
import type { Result } from '../report/result.ts';

/** What was found, as lines, and how the run ends by it. */
export interface Diagnosis {
  readonly result: Result;
  readonly lines: readonly string[];
}

/** Asks everything. Never rejects where a service refuses: that is what is told. */
export async function doctor(patient: Patient): Promise<Diagnosis> {
  const findings = await examine(patient);
  const reason = isWell(findings) ? 'set-up-well' : 'set-up-faulty';
  return { result: { decision: 'not-run', reason }, lines: linesOf(findings) };
}
