import { expect } from 'vitest';

/**
 * The requests of the example's stories, one word for each. `<head>`, `<pull>`, `<pipeline>`, `<key>` and `<time>`
 * stand for what differs from run to run; an answer that is no success is part of the line: `… → 404`.
 */
export const compare = 'github GET /repos/acme/engine/compare/main...<head>?per_page=1';
export const readPull = 'github GET /repos/acme/engine/pulls/<pull>';
export const readComments = 'github GET /repos/acme/engine/issues/<pull>/comments?per_page=100';
export const readStatuses = 'github GET /repos/acme/engine/commits/<head>/status?per_page=100';
export const readHistory = 'github GET /repos/acme/engine/commits/<head>/statuses?per_page=100';
export const writeStatus = 'github POST /repos/acme/engine/statuses/<head>';
export const membershipOf = (login: string) => `github GET /orgs/acme/memberships/${login}`;
/** Confirms that somebody without membership is none: the token sees the members, and there is such an organisation. */
export const confirmedNone = (login: string) => [
  `${membershipOf(login)} → 404`,
  `github GET /orgs/acme/members/${login} → 404`,
  'github GET /users/acme',
];
export const publicMembershipOf = (login: string) => `github GET /orgs/acme/public_members/${login}`;
export const roleOf = (login: string) => `github GET /repos/acme/engine/collaborators/${login}/permission`;
export const activityOf = (repository: string, branch: string) =>
  `github GET /repos/${repository}/activity?ref=${encodeURIComponent(`refs/heads/${branch}`)}&per_page=100`;

const project = '/api/v4/projects/acme%2Fengine-tests';
const newestFirst = 'order_by=id&sort=desc&per_page=100';
export const readOwner = 'gitlab GET /api/v4/personal_access_tokens/self';
export const readProject = `gitlab GET ${project}`;
export const readBranch = (name: string) =>
  `gitlab GET ${project}/repository/branches/${encodeURIComponent(name)}`;
export const findByKey = `gitlab GET ${project}/pipelines?name=<key>&${newestFirst}`;
export const findOthers = `gitlab GET ${project}/pipelines?updated_after=<time>&${newestFirst}`;
export const readDurations = `gitlab GET ${project}/pipelines?status=success&${newestFirst}`;
export const createPipeline = `gitlab POST ${project}/pipeline`;
export const triggerPipeline = `gitlab POST ${project}/trigger/pipeline`;
export const namePipeline = `gitlab PUT ${project}/pipelines/<pipeline>/metadata`;
export const look = `gitlab GET ${project}/pipelines/<pipeline>`;
/** For which request it was started. */
export const readVariables = `${look}/variables`;
/** Whose a pipeline is, and for which request it was started; all at once. */
export const identify = [look, readOwner, readVariables];
export const cancelPipeline = `gitlab POST ${project}/pipelines/<pipeline>/cancel`;

/** Requests that are under way at the same time: all of them come, in any order. */
export interface Together {
  readonly together: readonly string[];
}

/** All of these, in any order, before what comes next. */
export const together = (...lines: string[]): Together => ({ together: lines });

/** What the gate asks for a member's pull request, all at once. */
export const atGate = (branch: string): Together =>
  together(readPull, membershipOf('bob'), activityOf('acme/engine', branch));

/**
 * What goes on beside the watch of a new pipeline: it is found out what it replaces and whether it is still wanted, how
 * long such pipelines take, and, at once and a quarter of a minute later, whether another run has started the same.
 */
export const beside = [findOthers, readPull, readDurations, findByKey, findByKey];

/** A new pipeline is watched: the answer to its naming shows it running, and the next look sees its end. */
export const watch = together(look, ...beside);

/** The pull request is read again, and told that its tests are running. */
export const announce = [readPull, writeStatus];

/** Before a success of tests that are named: whether each of them ran. */
export const readJobs = together(`${look}/jobs?per_page=100`, `${look}/bridges?per_page=100`);

/** The new pipeline is announced and watched; the pull request is read again and told. */
export const toVerdict = [...announce, watch, readPull, writeStatus];
export const startToVerdict = [createPipeline, namePipeline, ...toVerdict];
/** The same to the success of tests that labels name. */
export const toSuccess = [...announce, watch, readJobs, readPull, writeStatus];
export const startToSuccess = [createPipeline, namePipeline, ...toSuccess];

/** What went to GitLab before what went to GitHub, where a run sees to a pipeline and to a status at the same time. */
export const gitlabFirst = (requests: readonly string[]): string[] =>
  requests.toSorted((a, b) => Number(b.startsWith('gitlab ')) - Number(a.startsWith('gitlab ')));

/** The same requests to another GitLab project of the group. */
export function inProject(name: string, expected: readonly (string | Together)[]): (string | Together)[] {
  const there = (line: string) => line.replace('acme%2Fengine-tests', `acme%2F${name}`);
  return expected.map((one) => (typeof one === 'string' ? there(one) : together(...one.together.map(there))));
}

/** All that was said of a commit, or of one that a push has left: looked at before each word and after it, beside whatever else goes on. */
const isLook = (line: string): boolean =>
  /^github GET \/repos\/acme\/engine\/commits\/[^/]+\/statuses\?per_page=100$/.test(line);

/** The requests without those looks, which are asserted by themselves. */
export const withoutLooks = (requests: readonly string[]): string[] =>
  requests.filter((line) => !isLook(line));

/** Between two words of a run there is a look at what stands, and before the first. */
export function expectLooksBetween(requests: readonly string[]): void {
  const told = requests.filter((line) => isLook(line) || line.startsWith(writeStatus));
  const blind = told.filter((line, nth) => line === writeStatus && !isLook(told[nth - 1] ?? ''));
  expect(blind).toEqual([]);
}

/**
 * Holds the requests of a story against the expected ones: every one, nothing else, and in this order but for the
 * groups. Within a group both sides are sorted, so that a difference is shown as one.
 */
export function expectRequests(
  { requests }: { readonly requests: readonly string[] },
  expected: readonly (string | Together)[],
): void {
  expectLooksBetween(requests);
  expectOrder(withoutLooks(requests), expected);
}

/** The same of requests among which those looks are not. */
export function expectOrder(requests: readonly string[], expected: readonly (string | Together)[]): void {
  const wanted: string[] = [];
  const made: string[] = [];
  for (const next of expected) {
    const group = typeof next === 'string' ? [next] : next.together;
    made.push(...requests.slice(wanted.length, wanted.length + group.length).toSorted(byText));
    wanted.push(...group.toSorted(byText));
  }
  made.push(...requests.slice(wanted.length));
  expect(made).toEqual(wanted);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
