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

/**
 * All inputs, and what is wrong with them. With any fault the settings hold harmless values in its place and are
 * good for nothing but saying so.
 */
export interface ReadInputs {
  readonly settings: Settings;
  readonly faults: readonly Fault[];
}

const slug = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/;
const testId = { pattern: safeTestId, shape: 'must consist of letters, digits and . _ / : @ # + = -' };
const refName = {
  pattern: /^(?!-)[A-Za-z0-9._/,:@#+=-]{1,255}$/,
  shape: 'must be the name of a branch or tag',
};

/** INPUT_* → Settings. Every fault names its input, what is wrong and what to do; no value is ever repeated. */
export async function readInputs(get: GetInput, runner: RunnerFacts): Promise<ReadInputs> {
  const reader = createReader(get);
  const mode = reader.choice('mode', ['run', 'require-all', 'cancel', 'trigger', 'sweep']);
  const wait = reader.boolean('wait');
  const settings: Settings = {
    mode,
    github: readGitHub(reader, runner),
    gate: readGate(reader, runner),
    rights: await readRights(reader),
    selection: await readSelection(reader),
    settleMs: reader.number('settle-seconds', 'seconds', { least: 0, most: 600 }) * 1000,
    pullRequest: readPullRequest(reader),
    gitlab:
      mode === 'require-all' ? noGitLab : readGitLab(reader, mode === 'trigger' || (mode === 'run' && !wait)),
    wait,
    supersede: reader.boolean('supersede'),
    disclose: reader.choice('disclose', ['status', 'counts', 'jobs']),
    auditFile: reader.text('audit-file'),
    pipeline: await readPipeline(reader),
    statusContext: readStatusContext(reader, mode),
    caCertificate: reader.matching('ca-certificate', pem, 'must be one or more certificates in PEM form'),
  };
  return { settings, faults: reader.faults };
}

/** `require-all` reads labels only: it needs no secret and knows no GitLab. */
const noGitLab: Settings['gitlab'] = { url: '', project: '', token: undefined, triggerToken: undefined };

function readGate(reader: Reader, runner: RunnerFacts): Settings['gate'] {
  return {
    organization:
      reader.matching('organization', slug, 'must be the name of an organisation') ?? ownerOf(runner),
    membershipTokenGiven: reader.text('membership-token') !== undefined,
    teams: reader.list('teams', slug, 'must be team slugs between commas'),
    trustedBots: reader.list('trusted-bots', /^\d{1,15}$/, 'must be numeric ids between commas').map(Number),
    drafts: reader.boolean('drafts'),
    approvals: reader.choice('approvals', ['comment', 'none']),
  };
}

/** The check of `require-all` stands beside that of `run`, so the default name of both cannot be the same. */
function readStatusContext(reader: Reader, mode: Settings['mode']): string | undefined {
  const shape = 'must be at most 100 printable characters';
  const context = reader.matching('status-context', /^[\x20-\x7e]{1,100}$/, shape);
  return mode === 'require-all' && context === 'drawbridge' ? 'drawbridge/require-all' : context;
}

function readPullRequest(reader: Reader): number | undefined {
  const text = reader.matching('pull-request', /^[1-9]\d{0,9}$/, 'must be the number of a pull request');
  return text === undefined ? undefined : Number(text);
}

async function readRights(reader: Reader): Promise<Settings['rights']> {
  const rows = await readMap(reader, 'who-may-run');
  if (rows === undefined) return undefined;
  const table = new Map<string, 'all' | readonly string[]>();
  for (const [row, value] of rows) {
    const tests = value.split(',').map((test) => test.trim());
    if (!slug.test(row)) reader.fault('who-may-run', 'names must be team slugs or roles');
    if (!tests.every((test) => testId.pattern.test(test)))
      reader.fault('who-may-run', `test ids ${testId.shape}`);
    table.set(row, value.trim() === 'all' ? 'all' : tests);
  }
  return table;
}

const pem = /^(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

const ownerOf = ({ repository }: RunnerFacts): string => repository.split('/')[0] ?? '';

function readGitHub(reader: Reader, runner: RunnerFacts): Settings['github'] {
  const token = reader.required('github-token', 'pass `${{ github.token }}`');
  return {
    token,
    membershipToken: secret(reader, 'membership-token') ?? token,
    duplicateToken: secret(reader, 'duplicate-token') ?? token,
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

function readGitLab(reader: Reader, triggerTokenIsEnough: boolean): Settings['gitlab'] {
  const triggerToken = secret(reader, 'gitlab-trigger-token');
  const token = secret(reader, 'gitlab-token');
  if (token === undefined && triggerToken === undefined) {
    reader.fault(
      'gitlab-token',
      'is missing: give an access token of the GitLab project with the scope `api`',
    );
  } else if (token === undefined && !triggerTokenIsEnough) {
    const why = 'is missing: a trigger token alone can neither watch nor cancel';
    reader.fault('gitlab-token', `${why}; add an access token, or set \`wait: false\` or \`mode: trigger\``);
  } else if (token === undefined && reader.text('gitlab-ref') === undefined) {
    reader.fault(
      'gitlab-ref',
      'is missing: a trigger token alone cannot read the default branch; name the ref',
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
