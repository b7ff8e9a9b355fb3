/** What a run says of a commit for others, in both contexts that a claim counts for. */
import type { LivePull } from '../facts/pull.ts';
import { contextOfRequireAll } from '../report/claim.ts';
import { type Leaving, type RestatePorts, release, withdraw } from '../report/restate.ts';
import { historyOf } from '../report/standing.ts';
import type { Ports } from './ports.ts';
import { claimsOfRequireAll, claimsOfTests, contextOfTests } from './speak.ts';

/** The status of the tests, and that of the check that all of them are selected; none without a context. */
function contextsOf(ports: Ports): readonly RestatePorts[] {
  const { settings, github, log } = ports;
  const context = contextOfTests(settings);
  if (context === undefined) return [];
  const requiresAll = settings.mode !== 'require-all' && settings.requireAll;
  return [
    { github, log, context, requiresAll, claims: claimsOfTests(ports) },
    {
      ...{ github, log, requiresAll: true },
      context: contextOfRequireAll(context),
      claims: claimsOfRequireAll(ports),
    },
  ];
}

/** Takes back what is green for fewer tests than somebody asks for by now. */
export async function withdrawAll(ports: Ports, commit: string): Promise<void> {
  const contexts = contextsOf(ports);
  const history = historyOf(ports.github, commit);
  await Promise.all(contexts.map((one) => withdraw(one, commit, history)));
}

/** The same for a commit that a pull request has left, or, without `leaving`, that one may have left unseen. */
export async function releaseAll(ports: Ports, commit: string, leaving?: Leaving): Promise<void> {
  const contexts = contextsOf(ports);
  const history = historyOf(ports.github, commit);
  await Promise.all(contexts.map((one) => release(one, commit, history, leaving)));
}

/** How a pull request that runs no tests has left its commit. Pure. */
export const leavingOf = ({ number, open }: LivePull): Leaving => ({
  pull: number,
  how: open ? 'draft' : 'closed',
});
