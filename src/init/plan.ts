/** Answers → everything that `drawbridge init` writes and prints. Pure. */
import type { Answers } from './answers.ts';
import { githubFiles } from './github.ts';
import { gitlabFiles } from './gitlab.ts';
import type { File, Step } from './made.ts';
import { stepsFor } from './steps.ts';
import { vaultFiles } from './vault.ts';
import { workflowFiles } from './workflow.ts';

/** What is written, and what is left to do by hand, in this order. */
export interface Plan {
  readonly files: readonly File[];
  readonly steps: readonly Step[];
}

/** Makes both. */
export const planFor = (answers: Answers): Plan => ({
  files: [
    ...workflowFiles(answers),
    ...gitlabFiles(answers),
    ...vaultFiles(answers),
    ...githubFiles(answers),
  ],
  steps: stepsFor(answers),
});
