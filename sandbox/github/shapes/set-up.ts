/** The shapes of what an administrator sets up: environments, secrets, rules, policies. */
import type { Policy } from '../policy.ts';
import { fullName, type Repository, type SetUp } from '../repository.ts';
import { iso, type World } from '../world.ts';
import { nodeId } from './account.ts';
import { apiOf, pageOf } from './repository.ts';

type Branches = SetUp['environments'] extends Map<string, infer B> ? B : never;

/** Schema environment. */
export function environmentShape(world: World, repo: Repository, name: string, branches: Branches) {
  const made = iso(repo.createdAt);
  return {
    id: repo.id,
    node_id: nodeId('EN', repo.id),
    name,
    url: `${apiOf(world, repo)}/environments/${name}`,
    html_url: `${pageOf(world, repo)}/deployments/activity_log?environments_filter=${name}`,
    created_at: made,
    updated_at: made,
    protection_rules:
      branches === 'any' ? [] : [{ id: repo.id, node_id: nodeId('GA', repo.id), type: 'branch_policy' }],
    deployment_branch_policy:
      branches === 'any'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches === 'named' },
  };
}

/** Schema actions-secret. */
export const secretShape = (repo: Repository, name: string) => ({
  name,
  created_at: iso(repo.createdAt),
  updated_at: iso(repo.createdAt),
});

/** Schema repository-rule-detailed: the statuses that a ruleset requires, none where it requires none. */
export function rulesShape(repo: Repository): object[] {
  const { required } = repo.setUp;
  if (required.length === 0) return [];
  return [
    {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        do_not_enforce_on_create: false,
        required_status_checks: required.map(({ context, integration }) => ({
          context,
          ...(integration !== undefined && { integration_id: integration }),
        })),
      },
      ruleset_source_type: 'Repository',
      ruleset_source: fullName(repo),
      ruleset_id: repo.id,
    },
  ];
}

/** An Actions policy, as its list has it (GitHub docs, "REST API endpoints for GitHub Actions policies"). */
export function policyShape(world: World, repo: Repository, policy: Policy, n: number) {
  const href = `${apiOf(world, repo)}/actions/policies/${n + 1}`;
  return {
    id: n + 1,
    name: policy.name,
    target: 'actions',
    source_type: 'Repository',
    source: fullName(repo),
    enforcement: policy.enforcement,
    conditions: policy.conditions ?? {},
    rules: policy.rules,
    node_id: nodeId('APO', repo.id),
    _links: { self: { href } },
    created_at: iso(repo.createdAt),
    updated_at: iso(repo.createdAt),
  };
}
