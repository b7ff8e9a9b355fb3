/** The doctor: asks everything at once, and gives what it found in the order of the table of checks. */
import { ask } from '../facts/ask.ts';
import { known } from '../facts/fact.ts';
import { type CheckName, checks } from './checks.ts';
import { crossingFound } from './crossing.ts';
import { fileSection } from './file-section.ts';
import type { Finding, Found } from './finding.ts';
import { gitHubSection } from './github-section.ts';
import { askGitLab, unasked } from './gitlab-answers.ts';
import { gitLabSection } from './gitlab-section.ts';
import type { Patient, Section } from './patient.ts';
import { readWorkflow, usesIn } from './workflow.ts';

/** All findings. Asks GitHub, GitLab and Vault at the same time; changes nothing anywhere. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const files =
    patient.files === undefined ? await ask(patient.github.workflowFiles()) : known(patient.files);
  const all = files.known ? files.value.flatMap((file) => readWorkflow(file) ?? []) : [];
  const uses = usesIn(all);
  const repository = ask(patient.github.settings());
  const gitlab = patient.isSound ? askGitLab(patient) : Promise.resolve(unasked);
  const judgeGitLab = async () =>
    gitLabSection(patient, uses, { repository: await repository, gitlab: await gitlab });
  const sections: readonly Promise<Section>[] = [
    Promise.resolve(fileSection(patient, files, all, uses)),
    gitHubSection(patient, uses, { repository, gitlab }),
    ...(patient.isSound ? [judgeGitLab(), crossingSection(patient)] : []),
  ];
  const found = Object.assign({}, ...(await Promise.all(sections)));
  return (Object.keys(checks) as CheckName[]).flatMap((check) => {
    const own = (found[check] ?? []) as readonly Found[];
    // Two jobs of one file may have the same fault.
    return own
      .filter(({ said }, n) => own.findIndex((one) => one.said === said) === n)
      .map((one) => ({ check, ...one }));
  });
}

async function crossingSection(patient: Patient): Promise<Section> {
  const { settings } = patient;
  if (settings.pullRequest === undefined) return {};
  return { crossing: await crossingFound(patient, settings, settings.pullRequest) };
}
