/** What a run does with its word that is out of date. */
import { claimIn, pullIn } from './claim.ts';
import type { Speaker } from './line.ts';
import { isTooLittle } from './precedence.ts';
import { retell } from './retell.ts';
import { believed, historyOf, isOfRun, lookAt, type StandingPorts } from './standing.ts';
import type { StandingStatus } from './status.ts';

/** GitHub's clock and the runner's may differ by so much (ms); GitHub tells whole seconds. */
const skewMs = 5_000;

/**
 * A run that is out of date says no more. Where its word lies on the last word of another run of its pull request, that
 * is given back. Gives the pull request for which nobody else has spoken since this run has, or, where it has said
 * nothing, since it began (`since`, epoch ms); undefined where somebody has, or it could not be found out.
 */
export async function giveWay(
  ports: StandingPorts,
  { context, runUrl, requiresAll, pull }: Speaker,
  commit: string,
  since: number,
): Promise<number | undefined> {
  if (context === undefined) return undefined;
  const { github } = ports;
  const history = historyOf(github, commit);
  const all = await history;
  if (!all.known) return undefined;
  const ofContext = all.value.filter((one) => one.context === context);
  const { lines } = believed({ lines: ofContext, claimants: [] }, runUrl);
  const isOwn = isOfRun(runUrl);
  const isOf = (number: number | undefined) => (line: StandingStatus) =>
    !isOwn(line) && pullIn(line.targetUrl) === number;
  const said = lines.find(isOwn);
  if (!said) {
    const isSince = ({ at }: StandingStatus) => at >= since - skewMs;
    return lines.filter(isSince).some(isOf(pull)) ? undefined : pull;
  }
  // Another pull request's word, or a refusal, may lie on it: neither speaks for this one.
  const own = claimIn(said.targetUrl)?.pull;
  if (own === undefined) return undefined;
  const [first, newest] = [lines.findLastIndex(isOwn), lines.findIndex(isOwn)];
  // Whose pending word lies beneath this run's newest gives way to it in turn.
  const other = lines.find(
    (line, nth) => nth < first && isOf(own)(line) && (nth < newest || line.state !== 'pending'),
  );
  if (!other) return own;
  // Beneath the run's own newest word only a last word counts, by what was just asked.
  const liesOnLast = newest === 0;
  // Only a success may be for too little.
  if (!liesOnLast && other.state !== 'success') return undefined;
  // Its own pull request asks for something else by now, so that is read too.
  const claims = { ...ports.claims, own: undefined };
  const standing = await lookAt({ ...ports, claims }, commit, context, history);
  if (!standing.known) return undefined;
  const { claimants } = standing.value;
  if (isTooLittle(other, claimants, requiresAll)) return own;
  if (liesOnLast) await retell({ github, claims }, { commit, context, claimants }, said, other);
  return undefined;
}
