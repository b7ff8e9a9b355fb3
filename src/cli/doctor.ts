/** `drawbridge doctor`: finds the set-up in the workflow files, asks everything, and says what is wrong. */

import { unknownNames } from '../action/input-names.ts';
import { type RunnerFacts, readInputs } from '../action/inputs.ts';
import { failed, wrongUsage } from '../child/exit.ts';
import { examine } from '../doctor/doctor.ts';
import { secretInputs } from '../doctor/job.ts';
import { isWell, jsonOf, linesOf } from '../doctor/page.ts';
import type { Patient } from '../doctor/patient.ts';
import { readWorkflow, usesIn, type WorkflowFile } from '../doctor/workflow.ts';
import { ask } from '../facts/ask.ts';
import { known } from '../facts/fact.ts';
import { reasonOf } from '../reasons.ts';
import { repositoryIn, workflowFilesIn } from './checkout.ts';
import { wireDoctor, workflowFilesOf } from './doctor-wiring.ts';
import { chosenUse, inputsOf } from './from-workflow.ts';
import type { Hearing } from './hearing.ts';
import { type CliIo, say } from './io.ts';
import { asDoctored } from './typed.ts';
import type { DoctorWishes } from './wishes.ts';

/** Gives the exit code: 0 where nothing is wrong, 1 where something is, or could not be found out, 2 for wrong usage. */
export async function doctor(wishes: DoctorWishes, io: CliIo, hearing: Hearing): Promise<number> {
  const { env } = io;
  const root = env['GITHUB_WORKSPACE']?.trim() || '.';
  const own = repositoryIn(root);
  const repository = wishes.repository ?? (env['GITHUB_REPOSITORY']?.trim() || own);
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    say(io, 'doctor', [
      'which repository is not known: run it in a checkout, or give --repository owner/name',
    ]);
    return wrongUsage;
  }
  const apiUrl = (env['GITHUB_API_URL']?.trim() || 'https://api.github.com').replace(/\/+$/, '');
  const token = env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim() || '';
  if (token === '') {
    say(io, 'doctor', ['GITHUB_TOKEN is not set: `GITHUB_TOKEN=$(gh auth token) drawbridge doctor`']);
    return wrongUsage;
  }
  // What is not merged yet is what one wants to be told of; of another repository there is no checkout here.
  const isHere = own === undefined || own.toLowerCase() === repository.toLowerCase();
  const edge = { env, interrupted: hearing.interrupted };
  const here = isHere ? workflowFilesIn(root) : undefined;
  const asked =
    here === undefined ? await ask(workflowFilesOf({ repository, apiUrl, token }, edge)) : known(here);
  if (!asked.known) {
    const { sentence, remedy } = reasonOf(asked.reason);
    // No other token was asked with yet.
    const todo = asDoctored(remedy).replace(' and `MEMBERSHIP_TOKEN`', '');
    say(io, 'doctor', [`the workflow files cannot be read: ${sentence}. ${todo}`]);
    return failed;
  }
  const read = asked.value;
  const patient = await patientFrom(read, wishes, { repository, apiUrl, io, hearing });
  if (patient === undefined) {
    say(io, 'doctor', [
      wishes.workflow === undefined
        ? 'no workflow file uses the action: copy one from examples/workflows'
        : 'that workflow file is not there, or does not use the action',
    ]);
    return wishes.workflow === undefined ? failed : wrongUsage;
  }
  const findings = (await examine(patient)).map(({ todo, ...one }) =>
    todo === undefined ? one : { ...one, todo: asDoctored(todo) },
  );
  io.stdout.write(wishes.json ? `${jsonOf(findings)}\n` : `${linesOf(findings).join('\n')}\n`);
  return isWell(findings) ? 0 : failed;
}

/** Undefined where no step uses the action. */
async function patientFrom(
  files: readonly WorkflowFile[],
  { workflow, pullRequest }: DoctorWishes,
  at: { readonly repository: string; readonly apiUrl: string; readonly io: CliIo; readonly hearing: Hearing },
): Promise<Patient | undefined> {
  const use = chosenUse(usesIn(files.flatMap((file) => readWorkflow(file) ?? [])), workflow);
  if (use === undefined) return undefined;
  const { env } = at.io;
  const inputs = inputsOf(use, env, pullRequest);
  const facts: RunnerFacts = {
    ...{ repository: at.repository, apiUrl: at.apiUrl, runId: '0', event: { kind: 'schedule' } },
    serverUrl: env['GITHUB_SERVER_URL']?.trim() || 'https://github.com',
  };
  const { settings, faults } = await readInputs(inputs.get, facts);
  const { absent } = inputs;
  const real = [...(await unknownNames(inputs.names)), ...faults.filter(({ input }) => !absent.has(input))];
  const isSound = real.length === 0 && [...absent.keys()].every((input) => secretInputs.includes(input));
  return wireDoctor(settings, {
    ...{ files, env, absent, isSound, faults: real, interrupted: at.hearing.interrupted },
    clock: at.io.clock,
  });
}
