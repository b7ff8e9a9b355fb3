/** Why a GitLab job does not take a request for proven (docs/gitlab.md, "Proof"; docs/facts/runner.md, "ID tokens"). */
import { type Reasons, reason, tryAgain } from './reason.ts';

/** What helps where a request was signed for something else than what has arrived. */
const notOurs =
  'If nobody of yours has started this pipeline by hand, somebody holds a token of the project who should not: renew it.';

/** What the proof is, and what it says. */
const proofs = {
  'proof-missing': reason(
    'failure',
    'the pipeline was started without a proof',
    'Set `proof: true` in the workflow. A pipeline that was started by hand, or by a schedule, has none and gets no secrets.',
  ),
  'proof-malformed': reason(
    'failure',
    'what the pipeline got as its proof is no ID token in five parts',
    'Pass `DRAWBRIDGE_PROOF_1` to `DRAWBRIDGE_PROOF_5` on as they are, each as an input of its own.',
  ),
  'proof-algorithm': reason(
    'failure',
    'the proof is signed in another way than GitHub signs',
    `Only RS256 is accepted. ${notOurs}`,
  ),
  'proof-signature': reason('failure', 'the signature of the proof is not that of its issuer', notOurs),
  'proof-unknown-key': reason(
    'failure',
    'the issuer of the proof has no such key',
    'Run the workflow again: GitHub may have changed its keys. On Enterprise Server check `--issuer`.',
  ),
  'proof-issuer': reason(
    'failure',
    'the proof was issued by somebody else than the configured issuer',
    'Set `--issuer` to the issuer of your GitHub: on Enterprise Server `https://HOST/_services/token`.',
  ),
  'proof-claims': reason(
    'failure',
    'the proof lacks a claim that each ID token of GitHub has, or has it in another form',
    'Is `--issuer` an issuer of GitHub Actions, and nothing that issues tokens in its place?',
  ),
  'proof-audience': reason(
    'failure',
    'what the pipeline got is not what was signed',
    `A value was changed, added or left out, or the project or its branch is another one. Name further variables in \`--covers\`. ${notOurs}`,
  ),
  'proof-repository': reason(
    'failure',
    'the proof is of another GitHub repository',
    'Set `--repository-id` to the id of the repository whose pull requests are tested. A fork has another one.',
  ),
  'proof-owner': reason(
    'failure',
    'the repository of the proof has another owner',
    'Set `--owner-id` to the id of the organisation. Was the repository transferred?',
  ),
  'proof-workflow': reason(
    'failure',
    'the proof is of a workflow that is not trusted',
    'Name it in `--workflow`, with its ref: `acme/engine/.github/workflows/drawbridge.yml@refs/heads/main`.',
  ),
  'proof-event': reason(
    'failure',
    'the proof is of an event that is not trusted',
    'Name it in `--event`, unless it is `pull_request`, whose workflow the pull request itself can change.',
  ),
  'proof-environment-claim': reason(
    'failure',
    'the job of the proof had not the GitHub environment that is asked for',
    'Give the job in the workflow its `environment:`, or correct `--environment`.',
  ),
  'proof-expired': reason(
    'failure',
    'the pipeline was made after the proof had expired: it may have been used before',
    'Run the workflow again: each start gets a new one. If it happens again, compare the clocks of both servers.',
  ),
  'proof-early': reason(
    'failure',
    'the pipeline was made before the proof was issued',
    'Run the workflow again. If it happens again, compare the clocks of both servers.',
  ),
  'proof-actor': reason(
    'failure',
    'who caused the run of the proof is no member of the organisation any more',
    'Let a member run the workflow again.',
  ),
  'proof-tests-unknown': reason(
    'failure',
    'a test is asked for that this project does not know',
    'Correct the label or the input `tests` on GitHub, or add the test to `--known-tests`.',
  ),
  'proof-tests-missing': reason(
    'failure',
    'the pipeline was asked for no test at all',
    'Check `--tests-variable`: it must be the input `tests-variable` of the workflow, which is never empty.',
  ),
} as const satisfies Reasons;

/** Where it could not be found out whether a proof holds. */
const unproven = {
  'proof-keys-unavailable': reason(
    'error',
    'the keys of the issuer could not be read, so no proof can be checked',
    'Retry the job in GitLab. If it persists, let its runner reach the issuer, with `--proxy` where it needs one.',
  ),
  'proof-keys-untrusted': reason(
    'error',
    'the certificate of the issuer was not accepted',
    'Set `--ca-certificate` to the certificate of the authority that signed it, in PEM form.',
  ),
  'proof-keys-unreadable': reason(
    'error',
    'what the issuer answers is no set of keys',
    'Check `--issuer`: a proxy with a sign-in, or another address, answers in its place.',
  ),
  'proof-job-token-missing': reason(
    'error',
    'the job has no token by which GitLab says what the job is',
    'Run this in a job of GitLab, which sets `CI_JOB_TOKEN`.',
  ),
  'proof-job-refused': reason(
    'error',
    'GitLab does not say to this job token what the job is',
    'Check `--gitlab-url`: it must be the server that runs the job.',
  ),
  'proof-job-unavailable': reason(
    'error',
    'GitLab could not be asked what the job is',
    'Retry the job. If it persists, check `--gitlab-url`, and that the runner can reach that server.',
  ),
  'proof-job-untrusted': reason(
    'error',
    'the certificate of the GitLab server was not accepted, so it was not asked what the job is',
    'Set `--ca-certificate` to the certificate of the authority that signed it, in PEM form.',
  ),
  'proof-job-unreadable': reason(
    'error',
    'what GitLab says of the job lacks its project, ref or time of creation, or is no answer of GitLab',
    tryAgain,
  ),
  'proof-hostile-environment': reason(
    'error',
    'a variable in the environment of the job can change what the check does',
    'Forbid pipeline variables under Settings > CI/CD > Variables in GitLab, and take the one that the log names away.',
  ),
} as const satisfies Reasons;

/** All of them. */
export const proof = { ...proofs, ...unproven } as const satisfies Reasons;
