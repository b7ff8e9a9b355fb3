import { type Reasons, reason, tryAgain } from './reason.ts';

/** What helps where GitLab does not find a ref that it has named itself a moment before. */
export const refGone = {
  twin: 'It is the branch of the same name, which GitLab showed a moment before: has somebody deleted it? Run the job again.',
  default:
    'It is the default branch, as GitLab names it: set one that exists in GitLab under Settings > Repository > Branch defaults, or name one in the input `gitlab-ref`.',
} as const;

/** Why GitLab started no pipeline, or may have. */
export const starting = {
  'gitlab-token-refused': reason(
    'error',
    'GitLab refused the token',
    'Check `gitlab-token`, or what `vault-secrets` names for it: expired, revoked, or of another server than `gitlab-url`? Renew it in GitLab under Settings > Access tokens.',
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
    'Check `gitlab-project`, and that the token belongs to that project, on the server of `gitlab-url`.',
  ),
  'gitlab-not-there': reason(
    'error',
    'there is nothing of GitLab at the address that was asked',
    'Check `gitlab-url`: the address of the GitLab server alone, without a project or `/api/v4`. Then check `gitlab-project`.',
  ),
  'gitlab-moved': reason(
    'error',
    'the GitLab project or server has moved; redirects are never followed',
    'Update `gitlab-project`, or `gitlab-url`.',
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
  'gitlab-unavailable': reason(
    'error',
    'GitLab could not be reached or did not answer properly',
    'Run the job again. If it persists, check `gitlab-url`, and the status page of that server.',
  ),
  'gitlab-unexpected': reason(
    'error',
    'GitLab gave an answer that this version does not understand',
    tryAgain,
  ),
  'gitlab-ref-not-found': reason(
    'failure',
    'the GitLab project has no such branch or tag',
    'Correct the input `gitlab-ref`, or make that branch in the GitLab project. Without that input it is the default branch of the project, or the branch of the same name.',
  ),
  'gitlab-ref-protected': reason(
    'failure',
    'the GitLab token may not run pipelines on this protected branch',
    'Allow its user in GitLab under Settings > Repository > Protected branches, or set another `gitlab-ref`.',
  ),
  'gitlab-variables-refused': reason(
    'failure',
    'the GitLab project does not accept pipeline variables',
    'Set `pass-as: inputs` without a trigger token, or allow Developers in GitLab under Settings > CI/CD > Variables.',
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
  'gitlab-input-too-long': reason(
    'failure',
    'a value is longer than the 1,000 characters that one pipeline input may have',
    'Select fewer tests at once, or give them shorter ids. With `all-label` one short word is sent for all.',
  ),
  'gitlab-filtered': reason(
    'failure',
    'the rules of the GitLab pipeline refuse this kind of start',
    'Let `workflow: rules` in GitLab\'s `.gitlab-ci.yml` accept `$CI_PIPELINE_SOURCE == "trigger"` and `"api"`.',
  ),
  'gitlab-no-jobs': reason(
    'failure',
    'none of the jobs in GitLab belongs to the selected tests',
    "Check the labels, and the `rules` of the jobs in GitLab's `.gitlab-ci.yml`.",
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
    "Let `workflow: name` in GitLab's `.gitlab-ci.yml` have 1 to 255 characters; `$DRAWBRIDGE_KEY` alone fits.",
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
} as const satisfies Reasons;
