/** Whom the run of an event speaks for, and with whose voice. */
import { isOnRequest } from '../facts/event.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { LivePull } from '../facts/pull.ts';
import { contextOfRequireAll, contextOnRequest, type Tests } from '../report/claim.ts';
import type { Speaker } from '../report/line.ts';
import type { ClaimRules } from '../report/standing.ts';
import { type Voice, type VoicePorts, voiceOf } from '../report/voice.ts';
import { liveSelection, neededBy } from '../request/live-selection.ts';
import type { Recheck } from '../request/recheck.ts';
import { covers, type Selected, selectIds } from '../request/tests.ts';
import { commentOf } from './comments.ts';
import type { Ports } from './ports.ts';

/**
 * The speaker of a run. One on request has a context of its own: it must not turn the required status green. Where no
 * status is to be written, the mode says so.
 */
export function speakerOf({ settings, run }: Pick<Ports, 'settings' | 'run'>): Speaker {
  const { statusContext, pullRequest, github, mode } = settings;
  const { event } = run;
  const pull = 'number' in event ? event.number : event.kind === 'dispatch' ? pullRequest : undefined;
  // What a release starts is nobody's required check.
  const context = mode === 'trigger' ? undefined : statusContext;
  const onRequest = isOnRequest(run.event);
  return {
    pull,
    context: onRequest && context !== undefined ? contextOnRequest(context) : context,
    runUrl: github.runUrl,
    requiresAll: mode === 'require-all' || (settings.requireAll && !onRequest),
  };
}

/**
 * What has to be covered for a pull request: what it asks for by its labels or files, with `require-all` all that its
 * files need too. Undefined where that cannot be run.
 */
export async function wantedTests(
  { settings, github }: Pick<Ports, 'settings' | 'github'>,
  pull: LivePull,
): Promise<Fact<Tests | undefined>> {
  const selection = await liveSelection(github, pull, settings.selection);
  if (!selection.known) return selection;
  const { value } = selection;
  if (!value.selected) return known(undefined);
  const { requireAll, selection: rules } = settings;
  if (!requireAll || rules.paths === undefined) return known(testsOf(value));
  // One that is green for another pull request would be green for this one too, whose files may need more.
  const needed = await neededBy(github, pull, rules);
  if (!needed.known) return needed;
  return known(
    testsOf(covers(value, needed.value) ? value : selectIds([...value.tests, ...needed.value.tests], rules)),
  );
}

const testsOf = ({ tests, all }: Selected): Tests => ({ ids: tests, all });

/** The same for the check that all are selected: nothing is asked of who has all, or all that the files need. */
async function lackingTests(
  { settings, github }: Pick<Ports, 'settings' | 'github'>,
  pull: LivePull,
): Promise<Fact<Tests | undefined>> {
  const [selection, needed] = await Promise.all([
    liveSelection(github, pull, settings.selection),
    neededBy(github, pull, settings.selection),
  ]);
  if (!selection.known) return selection;
  if (!needed.known) return needed;
  const { value } = selection;
  return known(value.selected && covers(value, needed.value) ? nothing : undefined);
}

const nothing: Tests = { ids: [], all: false };

/** How claimants are judged for the status that the tests of labels have. */
export const claimsOfTests = (ports: Pick<Ports, 'settings' | 'github'>): ClaimRules => ({
  context: contextOfTests(ports.settings),
  drafts: ports.settings.gate.drafts,
  wants: (pull) => wantedTests(ports, pull),
});

/** The context of the tests that labels choose, whatever the mode. */
export const contextOfTests = ({ mode, statusContext }: Ports['settings']): string | undefined =>
  mode === 'require-all' ? statusContext?.slice(0, -contextOfRequireAll('').length) : statusContext;

/** The same for the check that all of them are selected: nothing covers who asks for fewer. */
export const claimsOfRequireAll = (ports: Pick<Ports, 'settings' | 'github'>): ClaimRules => ({
  ...claimsOfTests(ports),
  wants: (pull) => lackingTests(ports, pull),
});

/** How claimants are judged for the status of a run. */
function claimsFor(ports: Pick<Ports, 'settings' | 'github' | 'run'>, { pull }: Speaker): ClaimRules {
  if (ports.settings.mode === 'require-all') return claimsOfRequireAll(ports);
  const rules = { ...claimsOfTests(ports), own: pull };
  // Where a command names the tests, nobody's labels ask for more.
  return isOnRequest(ports.run.event) ? { ...rules, wants: async () => known(nothing) } : rules;
}

/** The voice of a run, whose words stand while they hold. */
export const voiceFor = (
  ports: Ports & Pick<VoicePorts, 'onUntold'>,
  holds?: Recheck,
  speaker: Speaker = speakerOf(ports),
): Voice =>
  voiceOf(
    { ...ports, claims: claimsFor(ports, speaker), comment: commentOf(ports, speaker) },
    speaker,
    holds,
  );
