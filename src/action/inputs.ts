import { safeTestId, slug } from '../facts/alphabet.ts';
import { markOf } from '../request/request.ts';
import type { SelectionRules } from '../request/tests.ts';
import type { Settings } from '../settings.ts';
import { readGitLab, readPipeline } from './gitlab-inputs.ts';
import { readMap } from './maps.ts';
import { readPaths } from './paths-input.ts';
import { createReader, type Fault, type GetInput, type Reader, secret } from './read.ts';

/** The runner's own variables that the settings need. */
export interface RunnerFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly runId: string;
  /** The name of the event, as the runner gives it. */
  readonly event: string;
}

/**
 * All inputs, and what is wrong with them. With any fault the settings hold harmless values in its place and are
 * good for nothing but saying so.
 */
export interface ReadInputs {
  readonly settings: Settings;
  readonly faults: readonly Fault[];
}

const testId = { pattern: safeTestId, shape: 'must consist of letters, digits and . _ / : @ # + = -' };

/** INPUT_* → Settings. Every fault names its input, what is wrong and what to do; no value is ever repeated. */
export async function readInputs(get: GetInput, runner: RunnerFacts): Promise<ReadInputs> {
  const reader = createReader(get);
  const mode = reader.choice('mode', ['run', 'require-all', 'cancel', 'trigger', 'sweep']);
  const wait = reader.boolean('wait');
  const statusContext = readStatusContext(reader, mode, runner);
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
    pipeline: { ...(await readPipeline(reader)), mark: markOf(statusContext, runner.serverUrl) },
    statusContext,
    caCertificate: reader.matching('ca-certificate', pem, 'must be one or more certificates in PEM form'),
  };
  return { settings, faults: reader.faults };
}

/** `require-all` reads labels only: it needs no secret and knows no GitLab. */
const noGitLab: Settings['gitlab'] = {
  ...{ url: '', project: '' },
  ...{ token: undefined, triggerToken: undefined, creators: [] },
};

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
function readStatusContext(
  reader: Reader,
  mode: Settings['mode'],
  { event }: RunnerFacts,
): string | undefined {
  const name = 'status-context';
  const shape = 'must be at most 100 printable characters';
  const context = reader.matching(name, /^[\x20-\x7e]{1,100}$/, shape);
  if (context === undefined && event === 'workflow_run' && (mode === 'run' || mode === 'require-all')) {
    const why = 'the job of a `workflow_run` belongs to the default branch';
    reader.fault(
      name,
      `is empty: ${why}, so without a commit status nothing is shown on the pull request; leave it out`,
    );
  }
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
  const token =
    secret(reader, 'github-token') ?? reader.required('github-token', 'pass `${{ github.token }}`');
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
  const prefix = reader.required('label-prefix', 'labels that begin with it choose tests');
  const allLabel = reader.matching('all-label', testId.pattern, testId.shape) ?? 'test-all';
  const tests = await readMap(reader, 'tests');
  for (const [label, id] of tests ?? []) {
    if (!testId.pattern.test(label) || !testId.pattern.test(id)) {
      reader.fault('tests', `labels and test ids ${testId.shape}`);
    } else if (!label.startsWith(prefix) && label !== allLabel) {
      reader.fault('tests', 'each label must begin with `label-prefix`, or it can never choose its test');
    }
  }
  const listed = tests !== undefined && !reader.faults.some(({ input }) => input === 'tests');
  const known = listed ? [...tests.values(), allLabel] : undefined;
  const paths = await readPaths(reader, known);
  return {
    ...{ prefix, tests, allLabel },
    defaultTests: readDefaultTests(reader, known, allLabel),
    ...(paths && { paths }),
  };
}

/** What no label means. As with `/test`, it must be `known` where the tests are listed at all. */
function readDefaultTests(
  reader: Reader,
  known: readonly string[] | undefined,
  allLabel: string,
): SelectionRules['defaultTests'] {
  const name = 'default-tests';
  if (reader.text(name) === undefined) return [allLabel];
  const ids = reader.list(name, testId.pattern, testId.shape);
  // Else a pull request without labels would be green with nothing tested.
  if (ids.length === 0) reader.fault(name, 'must name at least one test');
  const strange = ids.findIndex((id) => testId.pattern.test(id) && known?.includes(id) === false);
  if (strange >= 0) {
    const shape = 'must be test ids that `tests` lists, or the one of `all-label`';
    reader.fault(name, `${shape}; item ${strange + 1} is neither`);
  }
  return ids;
}
