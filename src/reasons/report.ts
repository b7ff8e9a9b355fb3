import { done, type Reasons, reason } from './reason.ts';

/** `drawbridge report`, by which a job in GitLab tells the verdict of its own pipeline. */
export const reporting = {
  'report-left': done(
    'pending',
    'the private tests passed; whether that is enough here, the sweep tells',
    'Wait for the next sweep: another pull request has this commit too, or all tests are needed to merge.',
  ),
  'report-not-ours': reason(
    'untouched',
    'the newest commit status is not of this request, and was left as it is',
    'Look at the newer run. If there is none: are `--status-context` and `--github-url` those of the action?',
  ),
  'report-jobs-running': reason(
    'untouched',
    'other jobs of the pipeline were still running when the time for the report was over',
    'Put the job with `drawbridge report` into the stage `.post` and give it no `needs`, or raise `--deadline-minutes`; then retry it.',
  ),
  'report-retried': reason(
    'untouched',
    'a job was started again and passed while its failure was to be told',
    'The job that reports a success (`when: on_success`) tells it. If the pipeline has none, retry the pipeline.',
  ),
  'report-jobs-unseen': reason(
    'untouched',
    'GitLab did not show the jobs of the pipeline to one of them',
    'In GitLab under Settings > General > Visibility, let project members see CI/CD; or name a token with `read_api` by `--gitlab-token-variable`.',
  ),
  'report-request-unknown': reason(
    'untouched',
    'the values of the pipeline are not those of one request for a pull request',
    'Only pipelines that Drawbridge has started for a pull request are reported. Pass its seven values on as they are.',
  ),
  'report-token-missing': reason(
    'untouched',
    'there is no GitHub token to write the commit status with',
    'Set the variable `DRAWBRIDGE_GITHUB_TOKEN` for this job alone, name another by `--github-token-variable`, or use `--secrets path#KEY`.',
  ),
} as const satisfies Reasons;
