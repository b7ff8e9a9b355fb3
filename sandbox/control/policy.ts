/** The Actions policy that goes with workflows of one's own. */
import { parsePolicy } from '../github/policy.ts';
import { Refusal } from './refusal.ts';
import type { OwnWorkflow } from './workflow.ts';

/** `default`: one that allows what the files use. */
export type AskedPolicy = 'default' | 'none' | { readonly text: string };

/** The policy; undefined: none. Throws a Refusal for a text that is none. */
export function policyOf(policy: AskedPolicy, own: readonly OwnWorkflow[]): unknown {
  if (policy === 'none') return undefined;
  if (policy !== 'default') {
    return ownPolicy(policy.text);
  }
  const events = [...new Set(own.flatMap(({ workflow }) => [...workflow.on.keys()]))];
  return {
    name: 'made by the sandbox',
    enforcement: 'active',
    conditions: { workflow_path: { include: own.map(({ path }) => path), exclude: [] } },
    rules: [{ type: 'restrict_action_events', parameters: { allowed_events: events } }],
  };
}

/** Checked before anything is changed. */
function ownPolicy(text: string): unknown {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'the policy is no JSON');
  }
  try {
    parsePolicy(policy);
  } catch (error) {
    throw new Refusal(
      422,
      `the policy is none that is played: ${error instanceof Error ? error.message : ''}`,
    );
  }
  return policy;
}

/** What there is to say of it. */
export function policySays(policy: AskedPolicy): string {
  if (policy === 'none') return "there is no Actions policy: GitHub's default holds";
  if (policy === 'default')
    return 'an Actions policy allows what the files listen to (docs/recipes.md, "Allow pull_request_target by a policy")';
  return 'the Actions policy is yours';
}

/** What these events need to be told without one. */
export const policyHint = (policy: AskedPolicy, events: readonly string[]): string[] =>
  policy === 'none' && events.includes('pull_request_target')
    ? [
        'pull_request_target is refused by that default in public repositories: leave --no-policy out, or give --policy',
      ]
    : [];
