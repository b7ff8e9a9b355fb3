import { done, type Reasons, reason, tryAgain } from './reason.ts';

/** How the pipeline, or the watch over it, ended. */
export const endings = {
  'pipeline-success': done('success', 'private tests passed'),
  'pipeline-success-with-warnings': done(
    'success',
    'private tests passed with warnings',
    'A job that may fail did fail: a maintainer may want to look at it in GitLab.',
  ),
  'test-not-run': reason(
    'failure',
    'a selected test did not run, or not all of its jobs',
    'Correct the label, or name the GitLab jobs of that test in the input `test-jobs`. Start a manual job in GitLab, then run this check again.',
  ),
  'pipeline-failed': reason('failure', 'private tests failed', 'A maintainer can see the logs in GitLab.'),
  'pipeline-canceled': reason('failure', 'the private pipeline was cancelled', 'Run the job again.'),
  'pipeline-skipped': reason(
    'failure',
    'GitLab skipped the private pipeline: nothing was tested',
    "Check the `rules` of the jobs in GitLab's `.gitlab-ci.yml`.",
  ),
  'pipeline-blocked': reason(
    'failure',
    'the private pipeline waits for somebody in GitLab',
    'Start the manual job in GitLab, or set `on-blocked: wait`.',
  ),
  'pipeline-gone': reason(
    'error',
    'the private pipeline was deleted while it was watched',
    'Run the job again.',
  ),
  'run-lost': reason(
    'error',
    'the run for these tests ended without a verdict',
    'A member runs the job again or comments `/retest`; after `/test`, gives that command again.',
  ),
  deadline: reason(
    'failure',
    'the private tests did not end within the time limit',
    'Raise `timeout-minutes`, or find out what takes so long.',
  ),
  'error-budget': reason(
    'error',
    'GitLab could not be reached for too long: how the private tests ended is not known',
    'Run the job again, or raise `error-budget-minutes`.',
  ),
  'watch-refused': reason(
    'error',
    'GitLab refused the token while the pipeline was being watched',
    'See that the user of `gitlab-token` is still in the project, or renew it in GitLab under Settings > Access tokens, then run the job again: it takes up the same pipeline.',
  ),
  'job-cancelled': reason('failure', 'the GitHub job was cancelled', 'Run the job again.'),
  superseded: reason('untouched', 'a newer run has taken over', 'Look at the newer run.'),
} as const satisfies Reasons;

/** What is told on the way, and what goes wrong at the end of it. */
export const pending = {
  detached: done('pending', 'private tests are running; the verdict will follow'),
  'all-tests-needed': done(
    'pending',
    'the selected tests passed; all tests are needed to merge',
    'Select all tests, by the label of `all-label` or by theirs.',
  ),
  'more-tests-asked': done(
    'pending',
    'the selected tests passed; another pull request with this commit asks for more',
    'Wait for the run of that pull request, or comment `/retest` on it.',
  ),
  running: reason('pending', 'private tests are running', 'Wait.'),
  starting: reason('pending', 'private tests are being started', 'Wait.'),
  'status-not-written': reason(
    'error',
    'the GitHub token may not write the commit status',
    'Give the job `statuses: write`, then run it again.',
  ),
  'status-limit-reached': reason(
    'error',
    'this commit has as many commit statuses as GitHub allows',
    'Push another commit, an empty one will do: GitHub takes 1000 statuses of one name for each.',
  ),
  'status-throttled': reason(
    'error',
    'GitHub took no commit status, because its rate limit is used up',
    'Run the job again after the hour.',
  ),
  'status-undelivered': reason('error', 'GitHub did not confirm the commit status', tryAgain),
  internal: reason('error', 'Drawbridge itself failed', 'Please report it with the reason code and the run.'),
} as const satisfies Reasons;
