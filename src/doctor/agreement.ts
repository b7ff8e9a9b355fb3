/** Whether several steps that use the action know of each other. Pure. */
import { type Found, orWell, wrong } from './finding.ts';
import { quoted, type Use } from './workflow.ts';

/** Inputs that make a request or decide about it: where two steps differ, one does not know what the other has done. */
const shared: readonly string[] = [
  ...['organization', 'teams', 'trusted-bots', 'approvals', 'who-may-run', 'drafts'],
  ...['label-prefix', 'tests', 'test-jobs', 'paths', 'default-tests', 'all-label'],
  ...['gitlab-url', 'gitlab-project', 'gitlab-ref', 'twin-branches', 'pass-as', 'variables'],
  ...['branch-variable', 'tests-variable', 'status-context', 'proof'],
];

/** Which inputs differ between the steps that use the action, for the check `agreement`. Pure. */
export function agreement(uses: readonly Use[]): readonly Found[] {
  const steps = uses.filter(({ step }) => step.with['gitlab-project'] !== undefined);
  const names = shared.filter(
    (name) => new Set(steps.map(({ step }) => (step.with[name] ?? '').trim())).size > 1,
  );
  if (steps.length < 2) return orWell([], 'one step alone asks GitLab');
  return orWell(
    names.length > 0
      ? [
          wrong(
            `steps differ in ${quoted(names)}: one does not know what another has started`,
            'Give them all the same value; a step that is for something else has a `status-context` and a project of its own.',
          ),
        ]
      : [],
    `${steps.length} steps agree`,
  );
}
