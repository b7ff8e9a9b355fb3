/** Whether a workflow that has secrets brings in the code of a pull request. Pure. */
import { type Found, warning, wrong } from './finding.ts';
import {
  callersOf,
  isOurs,
  type Place,
  plainly,
  privileged,
  type Step,
  shownPath,
  type Texts,
  type Use,
  type Workflow,
} from './workflow.ts';

/** What names the code of a pull request, in an expression, a variable of the runner, or a reference. */
const foreign =
  /pull_request\.(?:head|number|merge_commit_sha|diff_url|patch_url)|github[._]head_ref|refs\/pull\/|\bpull\/[$\d]|workflow_run\.(?:head_|pull_requests)|issue\.(?:number|pull_request\.)|github\.event\.(?:number|after)\b/;
/** References that are never somebody else's: plain ones, and those of the base. */
const own =
  /^(?:[^$]*|\$\{\{\s*(?:github\.(?:sha|ref|ref_name|base_ref|workflow_sha|repository)|github\.event\.(?:repository\.(?:default_branch|full_name)|pull_request\.base\.(?:sha|ref)))\s*\}\})$/;
/** Commands that bring in files of a repository. */
const fetches =
  /\bgit\b[^\n]*\b(?:fetch|pull|clone|checkout|switch|worktree|merge|reset|cherry-pick|apply|am)\b|\bgh\s+(?:repo\s+clone|run\s+download)\b|\b(?:tarball|zipball|archive)\b|\.(?:diff|patch|tar\.gz|zip)\b/;
const ofPull = /\bgh\s+pr\s+(?:checkout|diff)\b|\bgh\s+co\b/;

const isCheckout = (uses: string): boolean => /checkout|clone/i.test(uses);

/** Each workflow with secrets; one that is called has the events of those that call it. */
export function checkoutFaults(uses: readonly Use[], all: readonly Workflow[]): readonly Found[] {
  const inUse = new Set(uses.map(({ job }) => job));
  const isPrivileged = ({ events }: Workflow) => privileged.some((event) => events.has(event));
  return all
    .filter((one) => isPrivileged(one) || callersOf(one, all).some(({ workflow }) => isPrivileged(workflow)))
    .flatMap((workflow) => {
      const at = shownPath(workflow.path);
      const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step, workflow })));
      const brought = steps.map((one) => broughtBy(one.step, one));
      if (brought.includes('foreign'))
        return [
          wrong(
            `${at} checks out the code of a pull request where there are secrets`,
            'Do that in a workflow on `pull_request`, which has none.',
          ),
        ];
      const beside = steps.some(({ job, step }) => inUse.has(job) && isCheckout(step.uses));
      return [
        ...(brought.includes('unseen')
          ? [
              warning(
                `${at} checks out what an expression names that is not followed here, where there are secrets`,
                'See that it is never the code of a pull request; write a branch of your own as it is.',
              ),
            ]
          : []),
        ...(beside
          ? [
              warning(
                `${at} checks something out beside the action, which needs no checkout`,
                'Move that step to another job.',
              ),
            ]
          : []),
      ];
    });
}

/** What a step brings in. `unseen`: that hangs on a value which is not followed. */
function broughtBy(step: Step, { workflow, job }: Place): 'nothing' | 'foreign' | 'unseen' {
  const variables = { ...workflow.env, ...job.env, ...step.env };
  if (step.uses !== '') {
    if (isOurs(step)) return 'nothing';
    if (/download-artifact/i.test(step.uses)) return step.with['run-id'] === undefined ? 'nothing' : 'unseen';
    const texts = [step.with['ref'] ?? '', step.with['repository'] ?? ''].map((text) => text.trim());
    if (texts.some((text) => foreign.test(filled(text, variables)))) return 'foreign';
    return isCheckout(step.uses) && !texts.every((text) => own.test(plainly(text))) ? 'unseen' : 'nothing';
  }
  const script = step.run.toLowerCase();
  if (ofPull.test(script)) return 'foreign';
  return fetches.test(script) && foreign.test(filled(step.run, variables)) ? 'foreign' : 'nothing';
}

/** A text, and behind it the values of the variables that it names. */
function filled(text: string, variables: Texts): string {
  const named = Object.entries(variables).filter(([name]) => text.includes(name));
  return plainly([text, ...named.map(([, value]) => value)].join('\n'));
}
