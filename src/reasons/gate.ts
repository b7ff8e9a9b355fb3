import { done, type Reasons, reason, tryAgain } from './reason.ts';

const askMaintainer = 'A member with write access reads the change, then comments `/ok-to-test <commit>`.';

/** Why something may cross: the rules of the gate, told in its log line and audit record. */
export const allowed = {
  'all-members': reason('pending', 'author, pusher and sender are members', 'Nothing.'),
  'approved-commit': reason('pending', 'this commit was approved by a member', 'Nothing.'),
  'approved-now': reason('pending', 'a member approved this commit in this comment', 'Nothing.'),
  'member-with-write': reason('pending', 'caused by a member with write access', 'Nothing.'),
} as const satisfies Reasons;

/** Not tested, or not yet. */
export const waiting = {
  'approval-needed': reason('pending', 'waiting for a member to approve this commit', askMaintainer),
  'push-unrecorded': reason(
    'pending',
    'GitHub has not recorded who pushed all of this branch: waiting for a member to approve it',
    askMaintainer,
  ),
  'retest-needed': reason(
    'pending',
    'waiting for a member to comment /retest',
    'A member with write access comments `/retest`.',
  ),
  'no-command': done('untouched', 'the comment is no command'),
  'label-without-prefix': done('untouched', 'the label does not choose tests'),
  'text-edited': done('untouched', 'title or text was edited, which chooses no tests'),
  'no-pull-request': done('untouched', 'no open pull request has this commit as its head now'),
  'run-seen-before': done('untouched', 'the run has ended that was seen to when it was requested'),
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
} as const satisfies Reasons;

/** We know, and the answer is no. */
export const denied = {
  'unsupported-event': reason(
    'untouched',
    'this event cannot start private tests',
    'Use `on: pull_request_target` with `types: [opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled]`, or `on: workflow_run` for a workflow on `pull_request`; for releases `on: release` with `types: [published]`.',
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
    'author, sender and everybody who pushed must be members of the organisation',
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
  'head-crowded': reason(
    'untouched',
    'too many open pull requests have this commit as their head',
    'Close all but ten of them, then run the job again.',
  ),
  'tag-off-branch': reason(
    'failure',
    'the commit of the tag is on no branch that only members have pushed to',
    "Put the tag on a commit of the default branch, or on the head of a branch whose every push is a member's.",
  ),
  'rerunner-not-member': reason(
    'failure',
    'the person who started this run again is no member',
    'A member starts the run again.',
  ),
} as const satisfies Reasons;

/** It could not be found out who may cross. */
export const undecided = {
  'github-token-refused': reason(
    'error',
    'GitHub refused the token',
    'Check `github-token` and `membership-token`: expired, revoked or of another organisation?',
  ),
  'github-forbidden': reason(
    'error',
    'the GitHub token may not read what the gate needs',
    'Give the job `pull-requests: read` and `statuses: write`; for commands `pull-requests: write`, for tags and with `paths` `contents: read`.',
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
    'Check `organization`; set `membership-token` to a token with Members: read. A member who is one in public, with write access, may approve with `/ok-to-test <commit>`.',
  ),
  'team-hidden': reason(
    'error',
    'the token cannot see a team that is named in `teams` or `who-may-run`',
    'Check the slugs in `teams` and `who-may-run`, and that `membership-token` has Members: read.',
  ),
} as const satisfies Reasons;
