/** Whether the Actions policies let the events of our workflows start. */
import type { Fact } from '../facts/fact.ts';
import { type Found, judged, orWell, unknowable, untold, warning, wrong } from './finding.ts';
import { shownPath, type Use } from './workflow.ts';

/** A policy as GitHub lists it, of the repository or of a level above (docs/facts/github.md, "Actions policies"). */
export interface Policy {
  readonly enforcement: string;
  /** Paths of workflow files, or patterns; an empty list is all of them. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Undefined: it has no rule about events. */
  readonly events: readonly string[] | undefined;
  readonly restrictsActors: boolean;
  /** False: the list has not told its rules. */
  readonly complete: boolean;
}

/** What the judgement needs to know. */
export interface PolicyFacts {
  /** Undefined: 404, which says that there is none, or that the asker may not know. */
  readonly policies: Fact<readonly Policy[] | undefined>;
  readonly isPublic: boolean;
  /** Whether the asker is an administrator, who is told of policies. */
  readonly isAdmin: boolean;
  /** Whether the default policy is enforced by now. */
  readonly isDefaultEnforced: boolean;
  /** Whether this GitHub has policies: a server of one's own has none yet. */
  readonly hasPolicies: boolean;
}

/** When the default policy began to block (GitHub changelog of 2026-09-17), epoch ms. */
export const defaultEnforcedFrom = Date.parse('2026-12-02T00:00:00Z');

const where = 'Settings > Actions > Policies';
const how = `Under ${where} add a policy for the file, whose *Restrict events* lists every event of it (docs/recipes.md, "Allow pull_request_target by a policy").`;

/** Judges each file with each of its events. Pure. */
export function policyFound(uses: readonly Use[], facts: PolicyFacts): readonly Found[] {
  const workflows = [...new Map(uses.map(({ workflow }) => [workflow.path, workflow])).values()];
  const targets = workflows.filter(({ events }) => events.has('pull_request_target'));
  if (!facts.hasPolicies) return orWell([], 'this GitHub has no Actions policies');
  const { policies } = facts;
  const hidden = policies.known
    ? policies.value === undefined && !facts.isAdmin
    : policies.reason === 'github-forbidden';
  if (hidden) return [hiddenFound(targets.length > 0 && facts.isPublic, facts.isDefaultEnforced)];
  return judged(policies, 'which Actions policies there are', (listed = []) =>
    orWell(
      workflows.flatMap(({ path, events }) =>
        [...events.keys()].flatMap((event) => faultsOf(path, event, listed, facts)),
      ),
      'all events of the workflows may start them',
    ),
  );
}

function hiddenFound(blocks: boolean, isEnforced: boolean): Found {
  const said = 'only an administrator is told of Actions policies';
  const todo = `Let an administrator run \`drawbridge doctor\`, or look under ${where}.`;
  if (!blocks) return untold(said, todo);
  const since = isEnforced ? 'since' : 'from';
  return unknowable(
    `${said}, and without one GitHub refuses \`pull_request_target\` in public repositories ${since} 2026-12-02`,
    todo,
  );
}

function faultsOf(
  path: string,
  event: string,
  listed: readonly Policy[],
  { isPublic, isDefaultEnforced }: PolicyFacts,
): readonly Found[] {
  const at = shownPath(path);
  const active = listed.filter(({ enforcement }) => enforcement === 'active');
  const covering = active.map((policy) => ({ policy, covers: covers(policy, path) }));
  if (covering.some(({ policy, covers: is }) => is === undefined || (is && !policy.complete)))
    return [
      unknowable(
        `a policy has patterns or rules that are not read here; \`${event}\` of ${at}`,
        `Look under ${where}.`,
      ),
    ];
  const rules = covering.flatMap(({ policy, covers: is }) => (is ? [policy] : []));
  const lists = rules.flatMap(({ events }) => (events === undefined ? [] : [events]));
  const byDefault = lists.length === 0 && isPublic && event === 'pull_request_target';
  return [
    ...(lists.some((events) => !events.includes(event))
      ? [
          wrong(
            `an Actions policy refuses \`${event}\` of ${at}`,
            `Add \`${event}\` to the events of that policy, under ${where}.`,
          ),
        ]
      : []),
    ...(byDefault && isDefaultEnforced
      ? [wrong(`GitHub's default policy refuses \`pull_request_target\` of ${at}`, how)]
      : []),
    ...(byDefault && !isDefaultEnforced
      ? [warning(`GitHub will refuse \`pull_request_target\` of ${at} from 2026-12-02`, how)]
      : []),
    ...(rules.some(({ restrictsActors }) => restrictsActors) && event === 'pull_request_target'
      ? [
          warning(
            `an Actions policy lets only some people start ${at}: the others get no status at all`,
            'See that whoever opens pull requests is among them.',
          ),
        ]
      : []),
  ];
}

/** Whether a policy is about a file; undefined where that depends on a pattern, whose rules are not written down. */
function covers({ include, exclude }: Policy, path: string): boolean | undefined {
  const isPattern = (one: string) => one !== '~ALL' && /[*?[\]{}!]/.test(one);
  if (exclude.includes(path)) return false;
  if (exclude.some(isPattern)) return undefined;
  if (include.length === 0 || include.includes('~ALL') || include.includes(path)) return true;
  return include.some(isPattern) ? undefined : false;
}
