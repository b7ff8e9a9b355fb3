import type { SceneJob } from '../../../sandbox/scene.ts';
import type { ReasonCode } from '../../../src/reasons.ts';
import type { Case, CaseOptions, Cases } from './cases.ts';

/** One situation, and the commit status and exit code that it must leave (docs/security.md, "The table"). */
export interface Situation {
  readonly when: string;
  readonly reason: ReasonCode;
  /** The last status that the run wrote, as `context: state: description`; undefined: it left the status alone. */
  readonly status: string | RegExp | undefined;
  readonly exit: 0 | 1;
  readonly make?: CaseOptions;
  /** What happens before the run, and what the run is given. */
  readonly given?: (one: Case, cases: Cases) => SceneJob;
}

const repository = 'acme/engine';

/** The job of an event other than one of `pull_request_target`. */
const on = (
  name: 'issue_comment' | 'push' | 'schedule',
  action: string | null,
  details: object,
  { tokens }: Case,
  { sandbox }: Cases,
): SceneJob => {
  const payload = { ...sandbox.github.event(name, action, { repo: repository, ...details }) };
  return { job: { event: { name, payload }, githubToken: tokens.job } };
};

const draft = (one: Case, { sandbox }: Cases) => sandbox.github.convertToDraft(repository, one.pull.number);
const quickly = { 'settle-seconds': '0' };

/** Every row. Further verdicts are in statuses.test.ts and polling.test.ts. */
export const situations: readonly Situation[] = [
  {
    when: 'the verdict is success',
    reason: 'pipeline-success',
    status: 'drawbridge: success: private tests passed (test-all)',
    exit: 0,
    make: { looks: ['success'] },
  },
  {
    when: 'every test is selected (require-all)',
    reason: 'all-tests-selected',
    status: 'drawbridge/require-all: success: all tests are enabled (test-all)',
    exit: 0,
    given: () => ({ with: { mode: 'require-all' } }),
  },
  {
    when: 'not every test is selected (require-all)',
    reason: 'tests-missing',
    status: 'drawbridge/require-all: failure: not all tests are enabled (test-one)',
    exit: 1,
    make: { labels: ['test-one'] },
    given: () => ({ with: { mode: 'require-all' } }),
  },
  {
    when: 'the verdict is another one',
    reason: 'pipeline-failed',
    status: 'drawbridge: failure: private tests failed (test-all)',
    exit: 1,
    make: { looks: ['failed'] },
  },
  {
    when: 'it is denied by right',
    reason: 'test-not-allowed',
    status:
      /^drawbridge: failure: a selected test is outside the rights of the person who asked for it: test-two/,
    exit: 1,
    make: { labels: ['test-one', 'test-two'] },
    given: () => ({ with: { 'who-may-run': 'write: [test-one]' } }),
  },
  {
    when: 'an input is wrong',
    reason: 'bad-input',
    status: 'drawbridge: failure: a maintainer has to mend the set-up of this check: an input is wrong',
    exit: 1,
    given: () => ({ with: { 'timeout-minutes': 'soon' } }),
  },
  {
    when: 'a label is not known',
    reason: 'unknown-label',
    status:
      'drawbridge: failure: a label with the test prefix is not known: test-two; known: test-all, test-one',
    exit: 1,
    make: { labels: ['test-two'] },
    given: () => ({ with: { tests: 'test-one: one' } }),
  },
  {
    when: 'it is undecided',
    reason: 'membership-hidden',
    status: 'drawbridge: error: the token cannot see who is a member of the organisation',
    exit: 1,
    given: () => ({ with: { 'membership-token': ' ' } }),
  },
  {
    when: 'the watch is lost',
    reason: 'watch-refused',
    status: 'drawbridge: error: GitLab refused the token while the pipeline was being watched (test-all)',
    exit: 1,
    make: { looks: ['running'] },
    given: (one) => {
      const refused = { kind: 'status', status: 401 } as const;
      one.plant({ path: /\/pipelines\/\d+/, when: 'before', times: 9, fault: refused });
      return {};
    },
  },
  {
    when: 'it waits for an approval',
    reason: 'approval-needed',
    status: /^drawbridge: pending: needs \/ok-to-test [0-9a-f]{12}… \(all 40 digits\) from a member/,
    exit: 1,
    make: { outsider: true },
  },
  {
    when: 'it is superseded',
    reason: 'superseded',
    // What it wrote before the push: of the new commit it says nothing.
    status: 'drawbridge: pending: private tests are running (test-all)',
    exit: 1,
    make: { looks: ['running', 'success'] },
    given: (one, { sandbox }) => {
      const push = () => void sandbox.github.push({ repo: repository, branch: one.pull.branch, by: 'bob' });
      const act = { kind: 'act', act: push } as const;
      one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'before', nth: 2, fault: act });
      return {};
    },
  },
  {
    when: 'it is a draft',
    reason: 'draft',
    status: 'drawbridge: pending: draft pull request: tests start when it is ready for review',
    exit: 0,
    given: (one, cases) => {
      draft(one, cases);
      return {};
    },
  },
  {
    when: 'it is a draft, and no status holds it back',
    reason: 'draft',
    status: undefined,
    exit: 1,
    given: (one, cases) => {
      draft(one, cases);
      return { with: { 'status-context': '' } };
    },
  },
  {
    when: 'it was started with `wait: false`',
    reason: 'detached',
    status: 'drawbridge: pending: private tests are running; the verdict will follow (test-all)',
    exit: 0,
    make: { looks: ['running'] },
    given: () => ({ with: { wait: 'false' } }),
  },
  {
    when: 'a comment is no command',
    reason: 'no-command',
    status: undefined,
    exit: 0,
    given: (one, cases) => {
      const { number } = one.pull;
      const comment = cases.sandbox.github.comment(repository, number, 'mallory', 'How long does this take?');
      return on('issue_comment', 'created', { number, sender: 'mallory', comment }, one, cases);
    },
  },
  {
    when: 'a label is outside of the prefix',
    reason: 'label-without-prefix',
    status: undefined,
    exit: 0,
    make: { labels: ['bug'] },
    given: () => ({ action: 'labeled', label: 'bug', with: quickly }),
  },
  {
    when: 'the pull request was closed (cancel)',
    reason: 'cancel-done',
    status: undefined,
    exit: 0,
    given: (one, { sandbox }) => {
      sandbox.github.closePullRequest(repository, one.pull.number);
      return { action: 'closed', with: { mode: 'cancel' } };
    },
  },
  {
    when: 'something was pushed (trigger)',
    reason: 'triggered',
    status: undefined,
    exit: 0,
    make: { looks: ['running'] },
    given: (one, cases) => {
      const sha = cases.sandbox.github.push({ repo: repository, branch: 'main', by: 'bob' });
      return { ...on('push', null, { sender: 'bob', sha }, one, cases), with: { mode: 'trigger' } };
    },
  },
  {
    when: 'the hour has come (sweep)',
    reason: 'sweep-done',
    status: undefined,
    exit: 0,
    given: (one, cases) => ({ ...on('schedule', null, {}, one, cases), with: { mode: 'sweep' } }),
  },
];
