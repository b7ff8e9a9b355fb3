/** Actions policies: which events may start a workflow, and who may (GitHub docs, "About Actions policies"). */
import * as v from 'valibot';

/**
 * The body of "Create a repository Actions policy" (GitHub docs, "REST API endpoints for GitHub Actions policies";
 * google/go-github, github/actions_policies.go). What is not played here is refused: kinds of actors that have no
 * account, events that the sandbox does not know.
 */
const body = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  enforcement: v.picklist(['active', 'evaluate', 'disabled']),
  conditions: v.optional(
    v.strictObject({
      workflow_path: v.optional(
        v.strictObject({ include: v.array(v.string()), exclude: v.array(v.string()) }),
      ),
    }),
  ),
  rules: v.array(
    v.variant('type', [
      v.strictObject({
        type: v.literal('restrict_action_events'),
        parameters: v.strictObject({
          allowed_events: v.array(
            v.picklist([
              'issue_comment',
              'merge_group',
              'pull_request',
              'pull_request_target',
              'push',
              'release',
              'schedule',
              'workflow_dispatch',
              'workflow_run',
            ]),
          ),
        }),
      }),
      v.strictObject({
        type: v.literal('restrict_actions_actors'),
        parameters: v.strictObject({
          allowed_actors: v.array(v.strictObject({ id: v.number(), type: v.picklist(['User', 'Bot']) })),
        }),
      }),
    ]),
  ),
});

/** A policy of a repository, or one of a higher level that covers it. */
export type Policy = v.InferOutput<typeof body>;

/** Reads a policy. Throws when it is none, or has something that is not played. */
export function parsePolicy(given: unknown): Policy {
  const policy = v.parse(body, given);
  const { include = [], exclude = [] } = policy.conditions?.workflow_path ?? {};
  const strange = [...include.filter((path) => path !== '~ALL'), ...exclude].find((path) =>
    /[*?[\]~]/.test(path),
  );
  if (strange !== undefined) throw new Error(`the path ${strange} of a policy is not played`);
  return policy;
}

/** A run that is about to start. */
export interface Attempt {
  readonly path: string;
  readonly event: string;
  /** Ids of who caused the run and of who asked for this attempt. */
  readonly actors: readonly number[];
  readonly isPublic: boolean;
}

/**
 * GitHub's words when policies do not let a run start, else undefined. All policies that cover the file must allow it:
 * those of several levels add up (GitHub docs, "Control workflow execution"). Only an active one counts.
 *
 * The default policy blocks `pull_request_target` in public repositories that have no applicable event policy (GitHub
 * docs, "Securely using pull_request_target"). "Applicable" is read here as: it covers this file. That is the stricter
 * of two readings; by the other, one event policy in a repository would end the default one for all its files.
 */
export function refusalOf(
  policies: readonly Policy[],
  attempt: Attempt,
  isDefaultEnforced: boolean,
): string | undefined {
  const { path, event, actors, isPublic } = attempt;
  const rules = policies
    .filter((policy) => policy.enforcement === 'active' && covers(policy, path))
    .flatMap((policy) => policy.rules);
  const who = rules.flatMap((rule) =>
    rule.type === 'restrict_actions_actors' ? [rule.parameters.allowed_actors] : [],
  );
  // These words are in nobody's documentation; people report them. The run has no job then, hence no check.
  if (!who.every((allowed) => actors.every((id) => allowed.some((actor) => actor.id === id))))
    return 'Actor is not allowed to trigger Actions workflows.';

  const what = rules.flatMap((rule) =>
    rule.type === 'restrict_action_events' ? [rule.parameters.allowed_events] : [],
  );
  const isBlockedByDefault = isPublic && isDefaultEnforced && event === 'pull_request_target';
  const isAllowed =
    what.length > 0 ? what.every((allowed) => allowed.some((one) => one === event)) : !isBlockedByDefault;
  if (isAllowed) return undefined;
  return `Event '${event}' is not allowed to trigger Actions workflows. Workflow file: '${path}'.`;
}

/** An empty `include`, or `~ALL`, is every file; no condition at all, too. */
function covers({ conditions }: Policy, path: string): boolean {
  const { include = [], exclude = [] } = conditions?.workflow_path ?? {};
  if (exclude.includes(path)) return false;
  return include.length === 0 || include.includes('~ALL') || include.includes(path);
}
