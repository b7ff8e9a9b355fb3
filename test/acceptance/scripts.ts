/**
 * What private jobs do, in files beside the CI file. The CI files of two projects are equal then, whatever their jobs
 * do, and gitlab-ci-local is asked once for both: it takes two seconds of processor time to say which jobs there are.
 */

/** The part of a CI file by which a job runs its own file, in its own shell. */
export const ownScript = (job: string): string => `script: ['. ./${job}.sh']`;

/** The files by path: job → the line that it runs. */
export const scriptFiles = (lines: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(lines).map(([job, line]) => [`${job}.sh`, `${line}\n`]));
