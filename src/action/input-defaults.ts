/** The defaults of action.yml, where no runner fills them in. A test holds them against that file. */

/** Input → its default; the others have none, or a blank. */
export const inputDefaults: Readonly<Record<string, string>> = {
  mode: 'auto',
  approvals: 'comment',
  drafts: 'false',
  'label-prefix': 'test-',
  'all-label': 'test-all',
  'require-all': 'false',
  'settle-seconds': '5',
  'gitlab-url': 'https://gitlab.com',
  'vault-auth': 'jwt',
  'pass-as': 'variables',
  proof: 'false',
  'branch-variable': 'GITHUB_ENGINE_BRANCH_NAME',
  'tests-variable': 'TESTS_TO_RUN',
  wait: 'true',
  supersede: 'true',
  disclose: 'status',
  'timeout-minutes': '150',
  'error-budget-minutes': '10',
  'on-blocked': 'fail',
  'on-rerun': 'retry-failed',
  'status-context': 'drawbridge',
};
