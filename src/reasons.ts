/**
 * Every reason that Drawbridge can give. A reason has a sentence for the person who reads the pull request and the
 * next thing to do, where `<commit>` stands for the 40 digits of the commit. `docs/reasons.md` is generated from this
 * table; nothing else in the product words a refusal.
 *
 * `shows` is what the commit status becomes (interface.md, "What counts"); `untouched` means that another run, or
 * nobody, owns the status.
 */
export type Shows = 'success' | 'failure' | 'error' | 'pending' | 'untouched';

/** What is known about one reason. Sentences are at most 100 characters, so that they fit a commit status. */
export interface Reason {
  readonly shows: Shows;
  /** The exit code of a run that ends with it. */
  readonly exit: 0 | 1;
  readonly sentence: string;
  readonly remedy: string;
}

const reason = (shows: Shows, sentence: string, remedy: string): Reason => ({
  shows,
  exit: 1,
  sentence,
  remedy,
});

/** A run that did what it was asked for. Nothing else ends with 0. */
const done = (shows: Shows, sentence: string, remedy = 'Nothing.'): Reason => ({
  shows,
  exit: 0,
  sentence,
  remedy,
});

const askMaintainer = 'A member with write access reads the change, then comments `/ok-to-test <commit>`.';
const tryAgain = 'Run the job again. If it persists, look at the status page of the service.';

export const reasons = {
  // --- allowed ---
  'all-members': reason('pending', 'author, pusher and sender are members', 'Nothing.'),
  'approved-commit': reason('pending', 'this commit was approved by a member', 'Nothing.'),
  'approved-now': reason('pending', 'a member approved this commit in this comment', 'Nothing.'),
  'member-with-write': reason('pending', 'caused by a member with write access', 'Nothing.'),

  // --- waiting, not run ---
  'approval-needed': reason('pending', 'waiting for a member to approve this commit', askMaintainer),
  'no-command': done('untouched', 'the comment is no command'),
  'label-without-prefix': done('untouched', 'the label does not choose tests'),
  dependabot: reason(
    'pending',
    'runs of Dependabot get no secrets: waiting for a member to approve this commit',
    askMaintainer,
  ),
  draft: done(
    'pending',
    'draft pull request: tests start when it is ready for review',
    'Mark the pull request ready for review, or set `drafts: true`.',
  ),

  // --- denied: we know, and the answer is no ---
  'unsupported-event': reason(
    'untouched',
    'this event cannot start private tests',
    'Use `on: pull_request_target` with `types: [opened, synchronize, reopened, ready_for_review, labeled, unlabeled]`.',
  ),
  'pull-request-closed': reason('untouched', 'the pull request is closed', 'Reopen the pull request.'),
  'head-repository-gone': reason(
    'failure',
    'the repository that this pull request came from no longer exists',
    'Open the pull request again from a repository that exists.',
  ),
  'author-gone': reason(
    'failure',
    'the account of the author no longer exists',
    'A member opens a pull request with this commit.',
  ),
  'head-moved': reason(
    'untouched',
    'the pull request has a newer commit than the one this run is for',
    'Look at the run of the newer commit. To run an old one again changes nothing.',
  ),
  'not-member': reason(
    'failure',
    'author, pusher and sender must all be members of the organisation',
    'A member opens a pull request with this commit.',
  ),
  'approvals-off': reason(
    'untouched',
    'approvals by comment are switched off',
    'A member opens a pull request with this commit, or the input `approvals` is set to `comment`.',
  ),
  'approval-stale': reason(
    'untouched',
    'the approval names another commit than the head of the pull request',
    'Read the newest commit, then comment `/ok-to-test <commit>`.',
  ),
  'comment-edited': reason(
    'untouched',
    'the comment was edited or deleted; an edited comment is no command',
    'Write a new comment.',
  ),
  'command-malformed': reason(
    'untouched',
    'the command is not in the form that it must have',
    'Write it as documented, alone on the first line; a commit needs all 40 digits.',
  ),
  'command-not-allowed': reason(
    'untouched',
    'commands are for members with write access',
    'A member with write access gives the command.',
  ),
  'sender-not-writer': reason(
    'failure',
    'the person who caused this run is no member with write access',
    'A member with write access starts it.',
  ),
  'test-not-allowed': reason(
    'failure',
    'a selected test is outside the rights of the person who asked for it',
    'Take the label away, or somebody who may run that test asks for it; see `who-may-run`.',
  ),
  'head-shared': reason(
    'untouched',
    'another open pull request has the same commit and owns its status',
    'Close one of the two pull requests, or push a commit of its own to this one.',
  ),
  'rerunner-not-member': reason(
    'failure',
    'the person who started this run again is no member',
    'A member starts the run again.',
  ),

  // --- undecided: we could not find out ---
  'github-token-refused': reason(
    'error',
    'GitHub refused the token',
    'Check `github-token` and `membership-token`: expired, revoked or of another organisation?',
  ),
  'github-forbidden': reason(
    'error',
    'the GitHub token may not read what the gate needs',
    'Give the job `pull-requests: read`, `contents: read` and `statuses: write`.',
  ),
  'github-rate-limited': reason(
    'error',
    'GitHub answered that the rate limit is used up',
    'Run the job again after the hour; a `membership-token` of an App has a limit of its own.',
  ),
  'github-unavailable': reason('error', 'GitHub could not be reached or did not answer properly', tryAgain),
  'github-untrusted': reason(
    'error',
    'the certificate of the GitHub server was not accepted',
    'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.',
  ),
  'github-moved': reason(
    'error',
    'GitHub answered with a redirect; redirects are never followed',
    'The repository or organisation was renamed: update its name in the workflow.',
  ),
  'github-unexpected': reason(
    'error',
    'GitHub gave an answer that this version does not understand',
    tryAgain,
  ),
  'pull-request-not-found': reason(
    'error',
    'the pull request cannot be read',
    'Check the number and give the job `pull-requests: read`.',
  ),
  'membership-hidden': reason(
    'error',
    'the token cannot see who is a member of the organisation',
    'Set `membership-token` to a token with Members: read, or make the membership public.',
  ),
  'team-hidden': reason(
    'error',
    'the token cannot see a team that is named in `teams`',
    'Check the slugs in `teams`, and that `membership-token` has Members: read.',
  ),

  // --- selection ---
  'unknown-label': reason(
    'failure',
    'a label with the test prefix is not known',
    'Take the label away, or add it to the input `tests`.',
  ),
  'unknown-test': reason(
    'untouched',
    'the command names a test that is not known',
    'Use test ids that the input `tests` lists.',
  ),
  'unsafe-value': reason(
    'failure',
    'a branch, label or variable contains characters that are not passed on',
    'Use only letters, digits and . _ / , : @ # + = - in names of branches, labels and variables.',
  ),

  'all-tests-selected': done('success', 'all tests are enabled'),
  'tests-missing': reason(
    'failure',
    'not all tests are enabled',
    'Add the label that means all tests, or the labels that are missing.',
  ),

  // --- duplicating ---
  duplicated: done('untouched', 'the commit was copied to a branch of this repository'),
  'duplicate-exists': reason(
    'untouched',
    'this commit has a duplicate already',
    'Use the pull request that is open.',
  ),
  'duplicate-touches-ci': reason(
    'untouched',
    'the change touches files that decide what CI runs',
    'Read it with care, and bring it in by hand.',
  ),
  'duplicate-list-cut': reason(
    'untouched',
    'the change has more files than GitHub lists, so it could not be checked',
    'Bring it in by hand, or ask for a smaller change.',
  ),
  'duplicate-branch-differs': reason(
    'untouched',
    'the branch for the duplicate exists with another commit',
    'Delete the branch, then give the command again.',
  ),
  'duplicate-by-hand': reason(
    'untouched',
    'GitHub did not make the branch for the duplicate',
    'Run the two git commands of the comment.',
  ),
  'duplicate-token-lacks': reason(
    'untouched',
    'the token may not make branches or pull requests here',
    'Set `duplicate-token` to a token with contents, pull-requests and workflows: write.',
  ),
  'duplicate-pull-refused': reason(
    'untouched',
    'GitHub Actions may not open pull requests here',
    'Allow it in the settings of the repository, or set `duplicate-token` to the token of an App.',
  ),

  // --- other modes ---
  'cancel-done': done('untouched', 'no private pipeline of this pull request is left running'),
  'cancel-incomplete': reason(
    'untouched',
    'a private pipeline of this pull request could not be cancelled',
    'Cancel it in GitLab; give `gitlab-token` the scope `api` and the role Developer.',
  ),
  triggered: done('untouched', 'the private pipeline was started'),
  'sweep-done': done('untouched', 'no status of an open pull request hangs'),
  'sweep-incomplete': reason(
    'untouched',
    'a status that hangs could not be settled',
    'See the warnings in the log; the next sweep tries again.',
  ),

  // --- bad input ---
  'bad-input': reason(
    'failure',
    'a maintainer has to mend the set-up of this check: an input is wrong',
    'Read the error in the log: it names each wrong input and says what it must be.',
  ),

  // --- GitLab: starting ---
  'gitlab-token-refused': reason(
    'error',
    'GitLab refused the token',
    'Check `gitlab-token`: expired or revoked? Renew it in the GitLab project under Settings > Access tokens.',
  ),
  'gitlab-trigger-token-refused': reason(
    'error',
    'GitLab knows no such trigger token or project',
    'Check `gitlab-project`, and `gitlab-trigger-token` in GitLab under Settings > CI/CD > Pipeline trigger tokens.',
  ),
  'gitlab-forbidden': reason(
    'error',
    'the GitLab token may not do what is asked',
    'In GitLab under Settings > Access tokens, give `gitlab-token` the role Developer and the scope `api`.',
  ),
  'gitlab-scope-missing': reason(
    'error',
    'the GitLab token lacks a scope',
    'In GitLab under Settings > Access tokens, make a `gitlab-token` with the scope `api`.',
  ),
  'gitlab-permission-missing': reason(
    'error',
    'the fine-grained GitLab token lacks a permission',
    'Let `gitlab-token` read the project and its branches, and read, create, update and cancel pipelines.',
  ),
  'gitlab-project-not-found': reason(
    'error',
    'GitLab shows no such project to this token',
    'Check `gitlab-project`, and that the token belongs to that project.',
  ),
  'gitlab-moved': reason(
    'error',
    'GitLab answered with a redirect; redirects are never followed',
    'The project or server has moved: update `gitlab-url` or `gitlab-project`.',
  ),
  'gitlab-untrusted': reason(
    'error',
    'the certificate of the GitLab server was not accepted',
    'Set `ca-certificate` to the certificate of the authority that signed it, in PEM form.',
  ),
  'gitlab-rate-limited': reason(
    'error',
    'GitLab is throttling requests',
    'Wait some minutes, then run the job again.',
  ),
  'gitlab-unavailable': reason('error', 'GitLab could not be reached or did not answer properly', tryAgain),
  'gitlab-unexpected': reason(
    'error',
    'GitLab gave an answer that this version does not understand',
    tryAgain,
  ),
  'gitlab-ref-not-found': reason(
    'failure',
    'the GitLab project has no such branch or tag',
    'Correct the input `gitlab-ref`, or make that branch in the GitLab project.',
  ),
  'gitlab-ref-protected': reason(
    'failure',
    'the GitLab token may not run pipelines on this protected branch',
    'Allow its user in GitLab under Settings > Repository > Protected branches, or set another `gitlab-ref`.',
  ),
  'gitlab-variables-refused': reason(
    'failure',
    'the GitLab project does not accept pipeline variables',
    'Set `pass-as: inputs`, or in GitLab under Settings > CI/CD > Variables allow pipeline variables for Developer.',
  ),
  'gitlab-variables-invalid': reason(
    'failure',
    'GitLab does not take these pipeline variables',
    'Check the input `variables`: few, short values, and names of letters, digits and _.',
  ),
  'gitlab-inputs-refused': reason(
    'failure',
    'the GitLab project does not accept these pipeline inputs',
    'Declare them under `spec: inputs` at the top of `.gitlab-ci.yml` in GitLab, or set `pass-as: variables`.',
  ),
  'gitlab-filtered': reason(
    'failure',
    'the rules of the GitLab pipeline refuse this kind of start',
    'Let `workflow: rules` in GitLab\'s `.gitlab-ci.yml` accept `$CI_PIPELINE_SOURCE == "trigger"` and `"api"`.',
  ),
  'gitlab-no-jobs': reason(
    'failure',
    'none of the jobs in GitLab belongs to the selected tests',
    'Check the labels, and the `rules` of the jobs in GitLab\'s `.gitlab-ci.yml`.',
  ),
  'gitlab-throttled': reason(
    'error',
    'GitLab refuses more new pipelines for this minute',
    'Wait a minute, then run the job again.',
  ),
  'gitlab-config-invalid': reason(
    'failure',
    'the CI configuration in GitLab has errors',
    'Open Build > Pipelines in GitLab: the errors are shown there.',
  ),
  'gitlab-config-missing': reason(
    'failure',
    'the GitLab branch has no CI configuration',
    'Add `.gitlab-ci.yml` to the branch, or name the file under Settings > CI/CD > General pipelines.',
  ),
  'gitlab-pipelines-disabled': reason(
    'failure',
    'CI/CD is switched off in the GitLab project',
    'Switch it on in GitLab under Settings > General > Visibility, project features, permissions.',
  ),
  'gitlab-verification-needed': reason(
    'failure',
    'GitLab runs no pipelines for this token before its owner has verified their identity',
    'The owner of the token signs in to GitLab and follows the notice there.',
  ),
  'gitlab-refused': reason(
    'failure',
    'GitLab refused to start the pipeline',
    'Start one by hand in GitLab under Build > Pipelines > New pipeline, on the same branch: it says why.',
  ),
  'gitlab-name-refused': reason(
    'failure',
    'GitLab refused the name of the pipeline',
    'Shorten `workflow: name` in GitLab\'s `.gitlab-ci.yml`; `$DRAWBRIDGE_KEY` alone is short enough.',
  ),
  'cancel-needs-api': reason(
    'untouched',
    'the GitLab token can watch, but neither cancel, retry nor name a pipeline',
    'In GitLab under Settings > Access tokens, give `gitlab-token` the scope `api` and the role Developer.',
  ),
  'gitlab-branch-unreadable': reason(
    'error',
    'it could not be found out whether GitLab has a branch of the same name',
    'In GitLab under Settings > Access tokens, give `gitlab-token` the role Reporter or more.',
  ),
  'trigger-uncertain': reason(
    'error',
    'GitLab did not confirm the start, and it is not certain that none happened',
    'Look in GitLab for a pipeline named after this pull request, then run the job again.',
  ),

  // --- GitLab: how it ended ---
  'pipeline-success': done('success', 'private tests passed'),
  'pipeline-success-with-warnings': done(
    'success',
    'private tests passed; a job that may fail did fail',
    'Nothing, or ask a maintainer to look at it.',
  ),
  'pipeline-failed': reason('failure', 'private tests failed', 'A maintainer can see the logs in GitLab.'),
  'pipeline-canceled': reason('failure', 'the private pipeline was cancelled', 'Run the job again.'),
  'pipeline-skipped': reason(
    'failure',
    'GitLab skipped the private pipeline: nothing was tested',
    'Check the `rules` of the jobs in GitLab\'s `.gitlab-ci.yml`.',
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
    'Renew `gitlab-token` in GitLab under Settings > Access tokens, then run the job again.',
  ),
  'job-cancelled': reason('failure', 'the GitHub job was cancelled', 'Run the job again.'),
  superseded: reason('untouched', 'a newer run has taken over', 'Look at the newer run.'),

  // --- pending ---
  detached: done('pending', 'private tests are running; GitLab reports the verdict'),
  running: reason('pending', 'private tests are running', 'Wait.'),
  starting: reason('pending', 'private tests are being started', 'Wait.'),
  'status-not-written': reason(
    'error',
    'the verdict is known, but GitHub did not take the commit status',
    'Give the job `statuses: write`, then run it again.',
  ),
  internal: reason('error', 'Drawbridge itself failed', 'Please report it with the reason code and the run.'),
} as const satisfies Record<string, Reason>;

/** The code of a reason, as it appears in outputs, annotations and the audit line. */
export type ReasonCode = keyof typeof reasons;

/** What is known about a reason code. */
export const reasonOf = (code: ReasonCode): Reason => reasons[code];
