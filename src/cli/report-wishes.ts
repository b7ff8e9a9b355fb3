/** What `drawbridge report` was asked for. Pure. */

import { type Asked, parseSecrets } from '../child/spec.ts';
import { safeTestId, variableName } from '../facts/alphabet.ts';
import { allowedUrl } from '../net/url.ts';
import type { JobRules, TestJobs } from '../report/test-jobs.ts';
import { loginOptions, type Wishes } from './gather.ts';
import type { Given, Read } from './options.ts';
import type { reportOptions } from './usage.ts';
import { type VerifyWishes, verifyWishes } from './verify-wishes.ts';

/** Everything that a report takes. */
export interface ReportWishes {
  readonly verify: VerifyWishes;
  /** The context of the commit status. */
  readonly context: string;
  /** The REST API of GitHub, without a slash at its end. */
  readonly apiUrl: string;
  /** Where the pages of GitHub are, to which the links of statuses lead, without a slash at its end. */
  readonly server: string;
  /** Where the token of GitHub is: a variable, or one key of one path in Vault. */
  readonly token:
    | { readonly from: 'variable'; readonly name: string }
    | ({ readonly from: 'vault' } & Wishes);
  /** The variable with a token of GitLab that sees `trigger:` jobs; undefined: the job's own token is all there is. */
  readonly gitlabToken: string | undefined;
  /** Names of the jobs that report, beside the one that runs this. */
  readonly reportJobs: readonly string[];
  /** Whether GitLab runs this because a job has failed. */
  readonly afterFailure: boolean;
  /** What decides which jobs are a test's. */
  readonly rules: JobRules;
  readonly deadlineMs: number;
}

/** GitHub takes no longer one for a context (GitHub docs, "REST API endpoints for commit statuses"). */
const contextForm = /^[^\p{Cc}]{1,255}$/u;
const jobName = /^[^\p{Cc}]{1,255}$/u;
const longestMinutes = 24 * 60;

/** Reads the options. Each line of `wrong` names its option. */
export function reportWishes(given: Given<keyof typeof reportOptions>): Read<ReportWishes> {
  const verify = verifyWishes(given);
  const wrong: string[] = verify.ok ? [] : [...verify.wrong];
  const apiUrl = (given.one('github-api-url') ?? 'https://api.github.com').replace(/\/+$/, '');
  const server = given.one('github-url') ?? (allowedUrl(apiUrl) ? serverOf(apiUrl) : '');
  if (given.one('github-url') !== undefined && !/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/?$/.test(server))
    wrong.push('--github-url must be like https://github.com');
  if (given.command !== undefined) wrong.push('takes no command: `drawbridge exec` starts one');
  if (!given.is('verify'))
    wrong.push('--verify is missing: what was not proven could turn any commit green, so it is not reported');
  if (given.all('known-tests').length === 0)
    wrong.push('--known-tests is missing: by it a report knows which tests `all` are');
  const context = given.one('status-context') ?? 'drawbridge';
  if (!contextForm.test(context)) wrong.push('--status-context must be one line of 1 to 255 characters');
  const prefix = given.one('label-prefix') ?? 'test-';
  if (!safeTestId.test(prefix)) wrong.push('--label-prefix must be letters, digits and . _ / : @ # + = -');
  const gitlabToken = given.one('gitlab-token-variable');
  if (gitlabToken !== undefined && !variableName.test(gitlabToken))
    wrong.push('--gitlab-token-variable must be the name of a variable');
  const reportJobs = given.all('report-jobs').flatMap((text) => text.split(',').map((name) => name.trim()));
  if (!reportJobs.every((name) => jobName.test(name)))
    wrong.push('--report-jobs must be names of jobs, each of 1 to 255 characters');
  const minutes = Number(given.one('deadline-minutes') ?? '15');
  if (!(minutes > 0 && minutes <= longestMinutes))
    wrong.push(`--deadline-minutes must be a number above 0 and at most ${longestMinutes}`);
  const secret = given.one('secrets');
  const asked = secret === undefined ? undefined : keyOf(secret, wrong);
  const tests = verify.ok ? (verify.value.knownTests ?? []) : [];
  const testJobs = testJobsIn(given.all('test-jobs'), tests, verify.ok ? wrong : []);
  if (!verify.ok || wrong.length > 0) return { ok: false, wrong };
  const selection = {
    ...{ prefix, allLabel: verify.value.allLabel, defaultTests: [] },
    tests: new Map(tests.map((id) => [id, id])),
  };
  const variable = given.one('github-token-variable') ?? 'DRAWBRIDGE_GITHUB_TOKEN';
  return {
    ok: true,
    value: {
      verify: verify.value,
      context,
      apiUrl,
      server: server.replace(/\/+$/, ''),
      token:
        asked === undefined
          ? { from: 'variable', name: variable }
          : { from: 'vault', asked: [asked], envFiles: [], ...loginOptions(given.one) },
      gitlabToken,
      reportJobs,
      afterFailure: given.is('after-failure'),
      rules: { selection, testJobs },
      deadlineMs: minutes * 60_000,
    },
  };
}

/**
 * Where the pages of GitHub are, of which this is the REST API: `https://api.github.com` has `https://github.com`, a
 * server of one's own `/api/v3` below it (GitHub docs, "Getting started with the REST API"; "Network access to GHE.com").
 */
function serverOf(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl);
  return `${protocol}//${host.replace(/^api\./, '')}`;
}

/** One token: one key of one path. */
function keyOf(text: string, wrong: string[]): Asked | undefined {
  const parsed = parseSecrets(text);
  if (!parsed.ok) wrong.push(`--secrets ${parsed.wrong}`);
  else if (parsed.value.kind === 'whole' || parsed.value.keys.length !== 1)
    wrong.push('--secrets must name one key, that of the token: path#KEY');
  return parsed.ok ? parsed.value : undefined;
}

/** `id=name,…`, given once for each test; or `none`. A name with a comma in it is reached by `*`. */
function testJobsIn(texts: readonly string[], tests: readonly string[], wrong: string[]): TestJobs {
  if (texts.length === 1 && texts[0] === 'none') return 'none';
  const table = new Map<string, readonly string[]>();
  for (const text of texts) {
    // An id may hold a `=` itself.
    const id = tests
      .filter((test) => text.startsWith(`${test}=`))
      .toSorted((a, b) => b.length - a.length)
      .at(0);
    if (id === undefined) {
      wrong.push('--test-jobs must begin with a test id of --known-tests and `=`');
      continue;
    }
    const names = text
      .slice(id.length + 1)
      .split(',')
      .map((name) => name.trim());
    if (table.has(id)) wrong.push('--test-jobs has a test twice');
    else if (!names.every((name) => jobName.test(name)))
      wrong.push('--test-jobs must have names of jobs after the `=`, each of 1 to 255 characters');
    table.set(id, names);
  }
  return table;
}
