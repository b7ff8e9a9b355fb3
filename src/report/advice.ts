/** What to do next, in words that do not scold, and the exact command to paste. */
import { nothingToDo } from '../reasons/reason.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { waitsForPerson } from './headline.ts';
import { linked, type Place, pipelineUrl } from './place.ts';
import type { Result } from './result.ts';
import { nextStep } from './status.ts';

/** What to do: a sentence, and where there is one the line to paste after it. */
export interface Advice {
  /** That nothing is wrong with the change, where that is known; undefined: it may be. */
  readonly comfort: string | undefined;
  /** Markdown; undefined: nothing. */
  readonly text: string | undefined;
  readonly command: string | undefined;
}

/** A command at the end of a remedy: it has a block of its own, which GitHub lets a person copy with one click. */
const atEnd = /(?:, then)? (comments?|with|comment) `(\/[a-z-]+(?: [0-9a-f]{40})?)`\.$/;

/** What a result asks for. Pure. */
export function adviceOn(result: Result, place: Place | undefined): Advice {
  const { reason, commit, pull } = result;
  const comfort = comfortFor(result);
  if (reason === 'pipeline-failed') return { comfort, ...afterFailure(result, place) };
  const remedy = nextStep(result);
  if (remedy === nothingToDo) return { comfort, text: undefined, command: undefined };
  if (waitsForPerson.includes(reason)) {
    const command = reason === 'retest-needed' ? '/retest' : commit && `/ok-to-test ${commit}`;
    if (command === undefined) return { comfort, text: remedy, command };
    const files = place && pull !== undefined ? `${place.repositoryUrl}/pull/${pull}/files` : undefined;
    const reads = reason === 'retest-needed' ? '' : ` reads ${linked('the change', files)}, then`;
    return { comfort, text: `${whom(place)}${reads} comments:`, command };
  }
  const [ending, verb, command] = atEnd.exec(remedy) ?? [];
  if (ending === undefined || command === undefined) return { comfort, text: remedy, command: undefined };
  const then = ending.startsWith(', then') ? ', then' : '';
  return { comfort, text: `${remedy.slice(0, -ending.length)}${then} ${verb}:`, command };
}

/** Whom to ask. A team is named and not called: each run would notify all of it. */
function whom(place: Place | undefined): string {
  if (!place) return 'A member with write access';
  const { organization, teams } = place;
  if (teams.length === 0) return `A member of \`${organization}\` with write access`;
  const names = teams.map((team) => `\`${organization}/${team}\``);
  return `A member of ${names.join(' or ')} with write access`;
}

function afterFailure({ pipelineId }: Result, place: Place | undefined): Omit<Advice, 'comfort'> {
  const url = place && pipelineUrl(place, pipelineId);
  const logs =
    url === undefined
      ? 'a maintainer can see the logs in GitLab'
      : `maintainers open ${linked(`pipeline ${pipelineId} in GitLab`, url)} (sign-in needed)`;
  return { text: `${logs}. To run the failed jobs again, a member comments:`, command: '/retest' };
}

/** Reasons of which it is the set-up, and nobody's change, that has to be mended. */
const setUp: readonly ReasonCode[] = ['bad-input', 'unsupported-event', 'gitlab-config-invalid'];

function comfortFor({ decision, reason, verdict }: Result): string | undefined {
  const { shows } = reasonOf(reason);
  if (waitsForPerson.includes(reason)) return 'Nothing has run yet, and nothing is wrong with this change.';
  if (setUp.includes(reason)) return 'Nothing is wrong with this change.';
  if (verdict === 'cancelled' || verdict === 'timed-out' || verdict === 'blocked' || verdict === 'lost')
    return 'This says nothing about the change.';
  if (shows === 'error' || decision === 'undecided')
    return 'Nothing has run, and this says nothing about the change.';
  return shows === 'failure' && verdict === undefined
    ? 'Nothing has run, and this says nothing about the change.'
    : undefined;
}
