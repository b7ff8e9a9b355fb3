/**
 * The sentences with which GitLab refuses a pipeline, by its version (docs/facts/gitlab.md, "Words of a refused start"): the
 * generations differ, and a client has to know all of them.
 */

/** What is said where no job is left, and where `workflow: rules` refuses. */
export interface Wording {
  readonly noJobs: string;
  readonly filtered: string;
}

const help = 'https://gitlab.example.com/help/ci/yaml/index';
const filteredUpTo16 = 'Pipeline filtered out by workflow rules.';

/** `version`: such as `18.6.0-ee`. Of 17, which changed its words once more, the ones with links. */
export function wordingOf(version: string): Wording {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 15 || (major === 15 && minor < 8)) {
    return { noJobs: 'No stages / jobs for this pipeline.', filtered: filteredUpTo16 };
  }
  if (major < 17) {
    return {
      noJobs:
        'Pipeline will not run for the selected trigger. The rules configuration prevented any jobs from being added to the pipeline.',
      filtered: filteredUpTo16,
    };
  }
  if (major === 17) {
    return {
      noJobs: `the resulting pipeline would have been empty. Review the [rules](${help}#rules) configuration for the relevant jobs.`,
      filtered: `the pipeline did not run. Review the [workflow:rules](${help}#workflowrules) configuration for the pipeline.`,
    };
  }
  return {
    noJobs:
      'The resulting pipeline would have been empty. Review the rules configuration for the relevant jobs.',
    filtered: 'The pipeline did not run. Review the workflow:rules configuration for the pipeline.',
  };
}
