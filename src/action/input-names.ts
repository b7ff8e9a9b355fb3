/** Which inputs there are: a name that `action.yml` does not know is an error. */
import type { Fault } from './read.ts';

/** Names of all inputs; a test holds them against action.yml. */
export const inputNames: readonly string[] = [
  'mode',
  'github-token',
  'membership-token',
  'organization',
  'teams',
  'trusted-bots',
  'approvals',
  'who-may-run',
  'duplicate-token',
  'pull-request',
  'drafts',
  'label-prefix',
  'tests',
  'test-jobs',
  'paths',
  'default-tests',
  'all-label',
  'require-all',
  'settle-seconds',
  'gitlab-url',
  'gitlab-project',
  'gitlab-ref',
  'twin-branches',
  'gitlab-trigger-token',
  'gitlab-token',
  'gitlab-creators',
  'vault-url',
  'vault-namespace',
  'vault-auth',
  'vault-mount',
  'vault-role',
  'vault-audience',
  'vault-role-id',
  'vault-secret-id',
  'vault-token',
  'vault-secrets',
  'vault-kv-version',
  'pass-as',
  'proof',
  'variables',
  'branch-variable',
  'tests-variable',
  'wait',
  'supersede',
  'disclose',
  'audit-file',
  'timeout-minutes',
  'error-budget-minutes',
  'on-blocked',
  'on-rerun',
  'status-context',
  'ca-certificate',
];

/**
 * Faults for the inputs that are unknown, each with the nearest name: a mistyped `team:` would open the gate to everybody
 * in the organisation. `env` are the runner's variables, in which each input is `INPUT_<NAME>` (GitHub docs, "Metadata
 * syntax", inputs). The library that measures distances loads only where there is one to measure.
 */
export async function unknownInputs(env: NodeJS.ProcessEnv): Promise<readonly Fault[]> {
  return unknownNames(
    Object.keys(env).flatMap((name) => /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase() ?? []),
  );
}

/** The same for names as a workflow file has them, in small letters. */
export async function unknownNames(given: readonly string[]): Promise<readonly Fault[]> {
  const unknown = given.filter((name) => !inputNames.includes(name));
  if (unknown.length === 0) return [];
  const { default: leven } = await import('leven');
  return unknown.map((name) => {
    const [nearest = ''] = inputNames.toSorted((a, b) => leven(name, a) - leven(name, b));
    // The name is the maintainer's own; one with other characters is not repeated.
    const input = /^[a-z0-9_-]{1,60}$/.test(name) ? name : 'an input';
    return { input, wrong: `is no input of this action; the nearest is \`${nearest}\`` };
  });
}
