/** The story of a verification: what the job is, whether the request was signed, for which tests, and by whose run. */
import { safeTestId } from '../facts/alphabet.ts';
import { ask } from '../facts/ask.ts';
import type { Fact } from '../facts/fact.ts';
import type { OwnJob } from '../pipeline/own-job.ts';
import type { KeySource } from '../proof/keys.ts';
import { partNames } from '../proof/parts.ts';
import { alwaysSent } from '../proof/request.ts';
import { type ProofClaims, verifyProof } from '../proof/verify.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { hostileIn } from './hostile.ts';
import type { Failed } from './io.ts';
import type { VerifyWishes } from './verify-wishes.ts';

/** What is asked outside of the process. */
export interface VerifyPorts {
  /** Of GitLab, with the token of the job. Throws a ServiceFailure. */
  readonly job: () => Promise<OwnJob>;
  /** The issuer's. */
  readonly keys: KeySource;
  /** Whether the person of this id is a member of the organisation now; undefined where that is not asked. */
  readonly isMember: ((id: string) => Promise<Fact<boolean>>) | undefined;
}

/** A request that was proven. */
export interface Verified {
  readonly ok: true;
  /** Who asked, by GitHub's word; each value of a strict pattern. */
  readonly claims: ProofClaims;
  readonly job: OwnJob;
  /** What was asked for, by the names of the variables; just as it was signed. */
  readonly values: Readonly<Record<string, string>>;
  /** The tests among it, at least one. */
  readonly tests: readonly string[];
}

/** One that was not: the reason, and what is said of it. `said` holds nothing of the request but test ids. */
export interface Refused extends Failed {
  readonly reason: ReasonCode;
}

/** Refuses by a reason: its code, sentence and remedy in one line, and what there is to say beside. */
export function refused(reason: ReasonCode, ...beside: readonly string[]): Refused {
  const { sentence, remedy } = reasonOf(reason);
  return { ok: false, exit: 1, reason, said: [`${reason}: ${sentence}. ${remedy}`, ...beside] };
}

/** What a failed question about the job means, whatever GitLab calls it. */
const ofJob = {
  unauthorized: 'proof-job-refused',
  forbidden: 'proof-job-refused',
  'not-found': 'proof-job-refused',
  'rate-limited': 'proof-job-unavailable',
  unavailable: 'proof-job-unavailable',
  untrusted: 'proof-job-untrusted',
  conflict: 'proof-job-unreadable',
  invalid: 'proof-job-unreadable',
  moved: 'proof-job-unreadable',
  unexpected: 'proof-job-unreadable',
} as const satisfies Record<string, ReasonCode>;

/**
 * Refuses what stands against any verification before something is asked: an environment that may have changed us, and a
 * job without a token. Undefined where nothing does.
 */
export function standsAgainst(env: Readonly<Record<string, string | undefined>>): Refused | undefined {
  const hostile = hostileIn(env);
  if (hostile.length > 0) return refused('proof-hostile-environment', `set are: ${hostile.join(', ')}`);
  return env['CI_JOB_TOKEN'] ? undefined : refused('proof-job-token-missing');
}

/** Verifies what this job has received. Whatever cannot be found out is a refusal too, with a reason of its own. */
export async function verification(
  wishes: VerifyWishes,
  env: Readonly<Record<string, string | undefined>>,
  ports: VerifyPorts,
): Promise<Verified | Refused> {
  const against = standsAgainst(env);
  if (against) return against;
  const asked = await ask(ports.job(), ofJob);
  if (!asked.known) return refused(asked.reason);
  const job = asked.value;
  const received = receivedBy(env, [...namesOf(wishes), ...partNames]);
  const { project, ref, createdAt } = job;
  const proof = await verifyProof({ project, ref, createdAt, values: received }, wishes.policy, ports.keys);
  if (!proof.proven) return refused(proof.reason);
  const { claims } = proof;
  const values = receivedBy(env, namesOf(wishes));
  const tests = (values[wishes.testsVariable] ?? '').split(',');
  const strange = standsAgainstTests(tests, wishes);
  if (strange) return strange;
  const member = await ports.isMember?.(claims.actorId);
  if (member && !member.known) return refused(member.reason);
  if (member && !member.value) return refused('proof-actor');
  return { ok: true, claims, job, values, tests };
}

/** The variables that the proof covers, each once. */
const namesOf = ({ branchVariable, testsVariable, covers }: VerifyWishes): readonly string[] => [
  ...new Set([...alwaysSent, branchVariable, testsVariable, ...covers]),
];

/** Those of them that are there. */
function receivedBy(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const own = names.flatMap((name) => {
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(own);
}

/** A test that nobody knows would run no job, and so would none at all: both must not look like a success. */
function standsAgainstTests(tests: readonly string[], wishes: VerifyWishes): Refused | undefined {
  const { knownTests, allLabel } = wishes;
  if (tests.join('') === '') return refused('proof-tests-missing');
  const isKnown = (id: string) =>
    safeTestId.test(id) && (knownTests === undefined || id === allLabel || knownTests.includes(id));
  const unknown = tests.filter((id) => !isKnown(id));
  if (unknown.length === 0) return undefined;
  const shown = unknown.map((id) => (safeTestId.test(id) ? id : 'one that is no test id'));
  const known = [...new Set([...(knownTests ?? []), allLabel])].sort();
  return refused(
    'proof-tests-unknown',
    `not known: ${shown.join(', ')}`,
    ...(knownTests === undefined ? [] : [`known: ${known.join(', ')}`]),
  );
}
