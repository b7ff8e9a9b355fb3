import { isLoopback } from '../net/url.ts';
import { isReserved, variableName } from '../pipeline/reserved.ts';
import { type SelectionRules, safeTestId, safeValue } from '../selection/select.ts';
import type { Settings } from '../settings.ts';
import { readMap } from './maps.ts';
import { createReader, type Fault, type GetInput, type Reader } from './read.ts';

/** The runner's own variables that the settings need. */
export interface RunnerFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly runId: string;
}

/** All inputs validated, or everything that is wrong with them. */
export type ReadInputs =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const slug = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/;
const testId = { pattern: safeTestId, shape: 'must consist of letters, digits and . _ / : @ # + = -' };
const refName = {
  pattern: /^(?!-)[A-Za-z0-9._/,:@#+=-]{1,255}$/,
  shape: 'must be the name of a branch or tag',
};

/** INPUT_* → Settings. Every fault names its input, what is wrong and what to do; no value is ever repeated. */
export async function readInputs(get: GetInput, runner: RunnerFacts): Promise<ReadInputs> {
  const reader = createReader(get);
  const settings: Settings = {
    mode: reader.choice('mode', ['run']),
    github: readGitHub(reader, runner),
    gate: {
      organization:
        reader.matching('organization', slug, 'must be the name of an organisation') ?? ownerOf(runner),
      membershipTokenGiven: reader.text('membership-token') !== undefined,
      teams: reader.list('teams', slug, 'must be team slugs between commas'),
      trustedBots: reader
        .list('trusted-bots', /^\d{1,15}$/, 'must be numeric ids between commas')
        .map(Number),
      drafts: reader.boolean('drafts'),
      approvals: reader.choice('approvals', ['comment', 'none']),
    },
    selection: await readSelection(reader),
    gitlab: readGitLab(reader),
    pipeline: await readPipeline(reader),
    statusContext: reader.matching(
      'status-context',
      /^[\x20-\x7e]{1,100}$/,
      'must be at most 100 printable characters',
    ),
    caCertificate: reader.matching('ca-certificate', pem, 'must be one or more certificates in PEM form'),
  };
  return reader.faults.length === 0 ? { ok: true, settings } : { ok: false, faults: reader.faults };
}

const pem = /^(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

const ownerOf = ({ repository }: RunnerFacts): string => repository.split('/')[0] ?? '';

function readGitHub(reader: Reader, runner: RunnerFacts): Settings['github'] {
  const token = reader.required('github-token', 'pass `${{ github.token }}`');
  return {
    token,
    membershipToken: reader.text('membership-token') ?? token,
    apiUrl: runner.apiUrl,
    repository: runner.repository,
    runUrl: `${runner.serverUrl}/${runner.repository}/actions/runs/${runner.runId}`,
  };
}

async function readSelection(reader: Reader): Promise<SelectionRules> {
  const tests = await readMap(reader, 'tests');
  for (const [label, id] of tests ?? []) {
    if (!testId.pattern.test(label) || !testId.pattern.test(id)) {
      reader.fault('tests', `labels and test ids ${testId.shape}`);
    }
  }
  return {
    prefix: reader.required('label-prefix', 'labels that begin with it choose tests'),
    tests,
    defaultTests: reader.list('default-tests', testId.pattern, testId.shape),
    allLabel: reader.matching('all-label', testId.pattern, testId.shape) ?? 'test-all',
  };
}

function readGitLab(reader: Reader): Settings['gitlab'] {
  const triggerToken = secret(reader, 'gitlab-trigger-token');
  const token = secret(reader, 'gitlab-token');
  if (token === undefined) {
    const why =
      triggerToken === undefined
        ? 'nothing can be started without a token'
        : 'a trigger token alone cannot watch';
    reader.fault(
      'gitlab-token',
      `is missing: ${why}; give an access token of the project with the scope \`api\``,
    );
  }
  return {
    url: readUrl(reader, 'gitlab-url'),
    project: reader.required(
      'gitlab-project',
      'give the path (`group/project`) or the id of the GitLab project',
    ),
    triggerToken,
    token,
  };
}

/** A secret goes into a header or a body: no spaces or control characters, as a pasted line end would bring. */
const secret = (reader: Reader, name: string): string | undefined =>
  reader.matching(name, /^[\x21-\x7e]+$/, 'must be one word without spaces or line ends');

function readUrl(reader: Reader, name: string): string {
  const text = reader.required(name, 'give the address of the server');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits =
    url !== undefined &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (text !== '' && !fits)
    reader.fault(name, 'must be an https URL without user, query or fragment (http only on loopback)');
  return text.replace(/\/+$/, '');
}

async function readPipeline(reader: Reader): Promise<Settings['pipeline']> {
  const names = {
    branch:
      reader.matching('branch-variable', variableName, 'must be the name of a variable') ??
      'GITHUB_ENGINE_BRANCH_NAME',
    tests:
      reader.matching('tests-variable', variableName, 'must be the name of a variable') ?? 'TESTS_TO_RUN',
  };
  return {
    ref: {
      ref: reader.matching('gitlab-ref', refName.pattern, refName.shape),
      twinPatterns: reader.list(
        'twin-branches',
        /^[A-Za-z0-9._/*-]+$/,
        'must be branch names, `*` for any text',
      ),
    },
    passAs: reader.choice('pass-as', ['variables', 'inputs']),
    names,
    further: await readFurther(reader, Object.values(names)),
    limits: {
      timeoutMs: reader.minutes('timeout-minutes', 24 * 60),
      errorBudgetMs: reader.minutes('error-budget-minutes', 24 * 60),
      onBlocked: reader.choice('on-blocked', ['fail', 'wait']),
    },
    onRerun: reader.choice('on-rerun', ['retry-failed', 'new']),
  };
}

async function readFurther(
  reader: Reader,
  taken: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const further = (await readMap(reader, 'variables')) ?? new Map<string, string>();
  for (const [name, value] of further) {
    if (!variableName.test(name)) reader.fault('variables', 'names must be letters, digits and _');
    else if (isReserved(name) || taken.includes(name))
      reader.fault('variables', `the name ${name} is reserved; choose another`);
    if (!safeValue.test(value))
      reader.fault('variables', 'values must consist of letters, digits and . _ / , : @ # + = -');
  }
  return Object.fromEntries(further);
}
