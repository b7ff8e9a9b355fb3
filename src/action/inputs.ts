import { slug } from '../facts/alphabet.ts';
import type { GateEvent } from '../facts/event.ts';
import { contextOfRequireAll } from '../report/claim.ts';
import { markOf } from '../request/request.ts';
import type { Settings } from '../settings.ts';
import { readCertificates } from './certificates.ts';
import { type Need, readGitLab, readPipeline } from './gitlab-inputs.ts';
import { modeFor, modes } from './mode.ts';
import { readProof } from './proof-input.ts';
import { createReader, type Fault, type GetInput, type Reader, secret } from './read.ts';
import { readTestJobs } from './test-jobs.ts';
import { readRights, readSelection } from './tests-inputs.ts';
import { type FromVault, readVault } from './vault-inputs.ts';

/** The runner's own variables that the settings need. */
export interface RunnerFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly runId: string;
  readonly event: GateEvent;
}

/**
 * All inputs, and what is wrong with them. With any fault the settings hold harmless values in its place and are
 * good for nothing but saying so.
 */
export interface ReadInputs {
  readonly settings: Settings;
  readonly faults: readonly Fault[];
}

/**
 * INPUT_* → Settings. Every fault names its input, what is wrong and what to do. No value is ever repeated; of a map the
 * name that is meant is, as `shown`.
 */
export async function readInputs(get: GetInput, runner: RunnerFacts): Promise<ReadInputs> {
  const reader = createReader(get);
  const named = reader.choice('mode', ['auto', ...modes]);
  const pullRequest = readPullRequest(reader);
  const drafts = reader.boolean('drafts');
  const mode = named === 'auto' ? modeFor(runner.event, { pullRequest, drafts }) : named;
  const wait = reader.boolean('wait');
  const requireAll = reader.boolean('require-all');
  const statusContext = readStatusContext(reader, { mode, requireAll }, runner);
  const selection = await readSelection(reader);
  // It reads labels only: it needs no secret and knows no GitLab.
  const fromVault = mode === 'require-all' ? noVault : readVault(reader);
  const gitlab = mode === 'require-all' ? noGitLab : readGitLab(reader, needOf(mode, wait), fromVault);
  const pipeline = await readPipeline(reader);
  const proof = readProof(reader, gitlab, pipeline);
  const settings: Settings = {
    mode,
    github: readGitHub(reader, runner),
    gate: readGate(reader, runner, drafts),
    rights: await readRights(reader, selection),
    selection,
    testJobs: await readTestJobs(reader, selection),
    requireAll,
    settleMs: reader.number('settle-seconds', 'seconds', { least: 0, most: 600 }) * 1000,
    pullRequest,
    gitlab,
    vault: fromVault.access,
    wait,
    supersede: reader.boolean('supersede'),
    disclose: reader.choice('disclose', ['status', 'counts', 'jobs']),
    link: readLink(reader),
    comment: reader.boolean('comment'),
    auditFile: reader.text('audit-file'),
    pipeline: { ...pipeline, proof, mark: markOf(statusContext, runner.serverUrl) },
    statusContext,
    caCertificate: readCertificates(reader, 'ca-certificate'),
  };
  return { settings, faults: reader.faults };
}

function needOf(mode: Exclude<Settings['mode'], 'require-all'>, wait: boolean): Need {
  if (mode === 'cancel' || mode === 'sweep') return 'stop';
  return mode === 'trigger' || !wait ? 'start' : 'watch';
}

const noVault: FromVault = { tokens: {}, access: undefined, isFaulty: false };

const noGitLab: Settings['gitlab'] = {
  ...{ url: '', project: '' },
  ...{ token: undefined, triggerToken: undefined, creators: [] },
};

function readGate(reader: Reader, runner: RunnerFacts, drafts: boolean): Settings['gate'] {
  return {
    organization:
      reader.matching(
        'organization',
        slug,
        'must be the name of an organisation, as `acme`, and no address',
      ) ?? ownerOf(runner),
    membershipTokenGiven: reader.text('membership-token') !== undefined,
    teams: readTeams(reader),
    trustedBots: reader.list('trusted-bots', /^\d{1,15}$/, 'must be numeric ids between commas').map(Number),
    drafts,
    approvals: reader.choice('approvals', ['comment', 'none']),
  };
}

/** Empty, they would let in the whole organisation, which nobody writes a name of an input for. */
function readTeams(reader: Reader): readonly string[] {
  const name = 'teams';
  if (reader.isEmpty(name))
    reader.fault(name, 'is empty: name a team, or leave the input out for all members');
  const shape =
    'must be team slugs between commas, without the organisation (`platform`, not `acme/platform`)';
  return reader.list(name, slug, shape);
}

/** The check of mode `require-all` stands beside that of `run`, so the name of both cannot be the same. */
function readStatusContext(
  reader: Reader,
  { mode, requireAll }: Pick<Settings, 'mode' | 'requireAll'>,
  { event }: RunnerFacts,
): string | undefined {
  const name = 'status-context';
  const shape = 'must be at most 100 printable characters';
  const context = reader.matching(name, /^[\x20-\x7e]{1,100}$/, shape);
  if (context === undefined && event.kind === 'workflow-run' && (mode === 'run' || mode === 'require-all')) {
    const why = 'the job of a `workflow_run` belongs to the default branch';
    reader.fault(
      name,
      `is empty: ${why}, so without a commit status nothing is shown on the pull request; leave it out`,
    );
  }
  if (context === undefined) return context;
  const ending = contextOfRequireAll('');
  const isOfAll = context.endsWith(ending);
  // A pass for one test would stand where all are required.
  if (isOfAll && mode === 'run' && !requireAll)
    reader.fault(
      name,
      `must not end with \`${ending}\` unless \`require-all: true\`: who reads it relies on all`,
    );
  return mode !== 'require-all' || isOfAll ? context : contextOfRequireAll(context);
}

/** GitLab takes a number for a project in its API, and not in the address of a page. */
function readLink(reader: Reader): boolean {
  const link = reader.boolean('link');
  if (link && /^\d+$/.test(reader.text('gitlab-project') ?? ''))
    reader.fault('link', 'needs `gitlab-project` as a path (`group/project`): a number makes no address');
  return link;
}

function readPullRequest(reader: Reader): number | undefined {
  const text = reader.matching('pull-request', /^[1-9]\d{0,9}$/, 'must be the number of a pull request');
  return text === undefined ? undefined : Number(text);
}

const ownerOf = ({ repository }: RunnerFacts): string => repository.split('/')[0] ?? '';

function readGitHub(reader: Reader, runner: RunnerFacts): Settings['github'] {
  const token = secret(reader, 'github-token') ?? '';
  return {
    token,
    membershipToken: secret(reader, 'membership-token') ?? token,
    duplicateToken: secret(reader, 'duplicate-token') ?? token,
    apiUrl: runner.apiUrl,
    repository: runner.repository,
    runUrl: `${runner.serverUrl}/${runner.repository}/actions/runs/${runner.runId}`,
  };
}
