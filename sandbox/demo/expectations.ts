import type { Expectation, Seen, SeenJob } from './story.ts';

const last = <T>(list: readonly T[]): T | undefined => list.at(-1);
const jobsOf = (seen: Seen): readonly SeenJob[] => seen.pipelines.flatMap(({ jobs }) => jobs);
const listed = (names: readonly string[]): string => names.join(', ') || 'none';

/** The last commit status is that; its description contains `words`, where given. */
export function statusIs(state: string, words = ''): Expectation {
  return {
    says: `status is ${state}${words && `: "${words}"`}`,
    holds: ({ statuses }) => last(statuses)?.state === state && !!last(statuses)?.description.includes(words),
    instead: ({ statuses }) => {
      const status = last(statuses);
      return status ? `${status.state}: "${status.description}"` : 'no status';
    },
  };
}

/** The step's process ended with that code. */
export const exitCodeIs = (code: number): Expectation => ({
  says: `job ends with ${code}`,
  holds: ({ runner }) => runner.exitCode === code,
  instead: ({ runner }) => (runner.exitCode === null ? 'killed' : String(runner.exitCode)),
});

/** One pipeline ran, with these test jobs and no other; what builds for them is not counted. */
export function testsThatRan(says: string, wanted: readonly string[]): Expectation {
  const ran = (seen: Seen) =>
    jobsOf(seen)
      .filter(({ name, trace }) => name.startsWith('test-') && trace.length > 0)
      .map(({ name }) => name)
      .sort();
  return {
    says,
    holds: (seen) => seen.pipelines.length === 1 && listed(ran(seen)) === listed([...wanted].sort()),
    instead: (seen) => `${seen.pipelines.length} pipelines, tests: ${listed(ran(seen))}`,
  };
}

/** Just these jobs failed. */
export function jobsThatFailed(wanted: readonly string[]): Expectation {
  const failed = (seen: Seen) =>
    jobsOf(seen)
      .filter(({ status }) => status === 'failed')
      .map(({ name }) => name);
  return {
    says: `only ${listed(wanted)} failed`,
    holds: (seen) => listed(failed(seen)) === listed(wanted),
    instead: (seen) => `failed: ${listed(failed(seen))}`,
  };
}

/** These jobs, and no others, ran more than once in the only pipeline. */
export function jobsThatRanAgain(wanted: readonly string[]): Expectation {
  const again = (seen: Seen) =>
    jobsOf(seen)
      .filter(({ runs }) => runs > 1)
      .map(({ name }) => name);
  return {
    says: `only ${listed(wanted)} ran again`,
    holds: (seen) => seen.pipelines.length === 1 && listed(again(seen)) === listed(wanted),
    instead: (seen) => `${seen.pipelines.length} pipelines, ran again: ${listed(again(seen))}`,
  };
}

/** The pipeline ran on the GitLab branch of that name, and its jobs were told so. */
export const twinUsed = (branch: string): Expectation => ({
  says: 'twin branch used',
  holds: ({ pipelines }) =>
    pipelines.length > 0 && pipelines.every((one) => one.ref === branch && one.toldTwin),
  instead: ({ pipelines }) => `ran on ${listed(pipelines.map(({ ref }) => ref))}`,
});

/** The only pipeline ended with that status. */
export const pipelineIs = (status: string): Expectation => ({
  says: `pipeline ${status}`,
  holds: ({ pipelines }) => pipelines.length === 1 && pipelines[0]?.status === status,
  instead: ({ pipelines }) => listed(pipelines.map((one) => one.status)),
});

/** There were private lines, and the public side has none of them. */
export const nothingLeaked: Expectation = {
  says: 'no private line reached GitHub',
  holds: ({ privateLines, leaked }) => privateLines > 0 && leaked.length === 0,
  instead: ({ privateLines, leaked }) =>
    privateLines === 0 ? 'there was no private line to look for' : leaked.join(' / '),
};

/** Neither GitLab nor Vault knows that anything happened. */
export const nobodyAsked: Expectation = {
  says: 'GitLab and Vault received no request',
  holds: ({ gitlabRequests, pipelines, vault }) =>
    gitlabRequests === 0 && pipelines.length === 0 && vault.requests === 0,
  instead: ({ gitlabRequests, vault }) => `${gitlabRequests} and ${vault.requests} requests`,
};

/** GitHub holds no token of GitLab's: it was read in Vault, which has got back what it lent. */
export const tokenFromVault: Expectation = {
  says: "GitLab's token came from Vault, and its own is dead",
  holds: ({ vault }) => vault.logIns > 0 && vault.lent === 0,
  instead: ({ vault }) => `${vault.logIns} log-ins, ${vault.lent} tokens alive`,
};

/** The tests got their secrets, after their proof was verified. */
export const secretsRead: Expectation = {
  says: 'the tests read their secrets in Vault',
  holds: ({ vault }) => vault.reads > 0,
  instead: ({ vault }) => `${vault.reads} reads`,
};

/** Vault was not even asked. */
export const noSecretRead: Expectation = {
  says: 'Vault received no request',
  holds: ({ vault }) => vault.requests === 0 && vault.reads === 0,
  instead: ({ vault }) => `${vault.requests} requests, ${vault.reads} reads`,
};

/** Nobody on GitHub is told anything. */
export const nothingTold: Expectation = {
  says: 'no status on GitHub',
  holds: ({ statuses }) => statuses.length === 0,
  instead: ({ statuses }) => `${statuses.length} statuses`,
};

/** Nothing runs any more, neither the action nor a job in GitLab. */
export const noProcessLeft: Expectation = {
  says: 'no process left',
  holds: ({ processesLeft }) => processesLeft === 0,
  instead: ({ processesLeft }) => `${processesLeft} still running`,
};
