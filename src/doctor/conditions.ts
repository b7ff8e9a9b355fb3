/** Whether an `if:` leaves somebody without a status. Pure. */
import { type Found, warning, wrong } from './finding.ts';
import { modeOf, type Place, plainly, shownPath, type Use } from './workflow.ts';

/** What tells people apart in a condition: whom it leaves out gets no status, and a required one never comes. */
const byPerson =
  /github\.(?:triggering_)?actor|\.sender\b|author_association|\.user\.(?:login|type|id)\b|head\.repo|head_repository|\.fork\b/;
/** A label in a condition: the events without it are skipped, and with them the status. */
const byLabel = /\.labels?\b/;
const byDraft = /\.draft\b/;
const never = /^\s*(?:\$\{\{)?\s*(?:false|0|null|'')\s*(?:\}\})?\s*$/;

/** Names that say the same of everybody's pull request; those of the examples are among them. */
const harmless: readonly RegExp[] = [
  /^github\.(?:event_name|repository|repository_owner|repository_id|run_attempt)$/,
  /^github\.event\.(?:action|changes|changes\.base|issue\.pull_request|comment\.body)$/,
  /^github\.event\.(?:repository|inputs)\.[\w.-]+$|^inputs\.[\w-]+$/,
  /^github\.event\.workflow_run\.(?:run_attempt|event|name)$/,
  /^(?:contains|startswith|endswith|always|cancelled|success|true|false|null)$/,
];

/** Judges the conditions of a step, of its job, and of the jobs by which that is called. */
export function conditionFaults(use: Use): readonly Found[] {
  // These tell no verdict of their own.
  if (['doctor', 'sweep', 'cancel', 'trigger'].includes(modeOf(use))) return [];
  const places: readonly Place[] = [use, ...use.callers];
  return [
    ...ofCondition(use.step.condition, use, 'the step'),
    ...places.flatMap((place) => ofCondition(place.job.condition, place, 'the job')),
    ...places.filter(({ job }) => job.needs).map(waiting),
  ];
}

const waiting = ({ workflow }: Place): Found =>
  warning(
    `the job in ${shownPath(workflow.path)} waits for another (\`needs\`): where that fails, no status is written`,
    'Let the action have a job that waits for nothing.',
  );

function ofCondition(written: string, { workflow }: Place, part: string): readonly Found[] {
  const at = `${part} in ${shownPath(workflow.path)}`;
  if (never.test(written)) return [wrong(`${at} never runs: its \`if:\` is false`, 'Remove the `if:`.')];
  const condition = plainly(written);
  const by = byPerson.test(condition)
    ? 'by who somebody is'
    : byLabel.test(condition)
      ? 'by labels'
      : byDraft.test(condition)
        ? 'drafts'
        : forgotten(condition, [...workflow.events.keys()]);
  if (by !== undefined)
    return [
      wrong(
        `${at} leaves out ${by} (\`if:\`): no status is written then, and a required one never comes`,
        'Leave that to the action: it decides who crosses, and says why not. Take the `if:` of the example.',
      ),
    ];
  const names = condition.replace(/'(?:[^']|'')*'/g, '').match(/[a-z_][\w.*-]*/g) ?? [];
  return names.every((name) => harmless.some((one) => one.test(name)))
    ? []
    : [
        warning(
          `${at} has an \`if:\` that is not followed here: whom it leaves out gets no status`,
          'Take the `if:` of the example (examples/workflows), or none.',
        ),
      ];
}

const pushes = ['opened', 'synchronize', 'reopened'];

/** What a condition has forgotten that names events or actions one by one; undefined: nothing that is seen. */
function forgotten(condition: string, events: readonly string[]): string | undefined {
  const named = (name: string, operator: string) => {
    const found = condition.matchAll(new RegExp(`github\\.${name}\\s*${operator}\\s*'([\\w-]+)'`, 'g'));
    return [...found].map(([, one = '']) => one);
  };
  const ways = ['pull_request_target', 'workflow_run'].filter((event) => events.includes(event));
  const only = named('event_name', '==');
  const not = named('event_name', '!=');
  const isOut =
    (only.length > 0 && not.length === 0 && !only.some((event) => ways.includes(event))) ||
    (only.length === 0 && ways.length > 0 && ways.every((event) => not.includes(event)));
  if (ways.length > 0 && isOut) return 'pull requests';
  const actions = named('event\\.action', '==');
  const isChosen = actions.length > 0 && named('event\\.action', '!=').length === 0;
  return events.includes('pull_request_target') && isChosen && !pushes.every((one) => actions.includes(one))
    ? 'pushes'
    : undefined;
}
