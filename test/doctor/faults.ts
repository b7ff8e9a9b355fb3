/** Faults that are planted in a set-up that works, and how it is seen that each is found. */
import { expect } from 'vitest';
import type { Mark } from '../../src/doctor/finding.ts';
import type { Stage, WorkflowYaml } from './stage.ts';

/** A fault: what is planted, and what is said of it. */
export interface Fault {
  readonly what: string;
  plant(stage: Stage): void | Promise<void>;
  readonly check: string;
  readonly mark: Mark;
  readonly said: RegExp;
}

/** One. @param expected how it is marked, by which check, and what is said */
export const fault = (
  what: string,
  expected: readonly [Mark, string, RegExp],
  plant: Fault['plant'],
): Fault => {
  const [mark, check, said] = expected;
  return { what, plant, check, mark, said };
};

/** The job of the action, in its workflow file. */
export const job = (file: WorkflowYaml) => file.jobs['private-tests'];
/** The inputs of its step. */
export const inputs = (file: WorkflowYaml) => job(file).steps.at(-1).with;
/** Plants something in the workflow file. */
export const change = (act: (file: WorkflowYaml) => void) => (on: Stage) => on.workflow(act);

/** Plants them all, and sees that each is found once, with what to do, and nothing else. */
export async function expectFound(stage: Stage, faults: readonly Fault[]): Promise<void> {
  for (const { plant } of faults) await plant(stage);
  const { code, findings } = await stage.diagnose();
  const found = findings.filter(({ mark }) => mark !== 'well');
  const texts = found.map(({ check, mark, said }) => `${check}, ${mark}: ${said}`);
  for (const { what, check, mark, said } of faults) {
    const own = found.filter((one) => one.check === check && one.mark === mark && said.test(one.said));
    expect([what, own.length, own[0]?.todo !== undefined], texts.join('\n')).toEqual([what, 1, true]);
  }
  expect(found.length, texts.join('\n')).toBe(faults.length);
  expect(code).toBe(1);
}
