import { join } from 'node:path';
import type { Run } from './github/actions/run.ts';
import type { RunDetails } from './github/shapes/run.ts';
import { repositoryOf } from './github/world.ts';
import { exampleEngine } from './gitlab/example.ts';
import { pipelineStatus } from './gitlab/state.ts';
import type { RunningJob } from './runner/job.ts';
import { startJob } from './runner/job.ts';
import type { JobOptions, MainEnd } from './runner/options.ts';
import type { Sandbox } from './sandbox.ts';

/** A pull request of the example. */
export interface ScenePull {
  readonly number: number;
  /** The head when it was opened, 40 hex digits. */
  readonly sha: string;
  readonly branch: string;
}

/** The files of a push by their paths; null takes one away. Without it a push adds a file that has no meaning. */
export type ScenePush = Record<string, string | null>;

/** What a job of the example may be told besides the usual. */
export interface SceneJob {
  /** The event that brings the pull request here; default `pull_request_target`. */
  readonly by?: 'pull_request_target' | 'workflow_run';
  /** Default `opened`, or `requested` of a run. */
  readonly action?: string;
  readonly sender?: string;
  readonly label?: string;
  /** What `workflow_run` says about the run, where it is not what GitHub would say. */
  readonly run?: RunDetails;
  /** A payload made earlier, as a re-run has; default: made now. */
  readonly payload?: JobOptions['event']['payload'];
  readonly with?: Readonly<Record<string, string>>;
  readonly job?: Partial<JobOptions>;
}

/**
 * The example: the organisation acme with the members alice, bob and carol, the outsider mallory, the public
 * repository acme/engine on GitHub and the private project acme/engine-tests on GitLab.
 */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly repository: string;
  readonly project: string;
  readonly tokens: {
    /** What `${{ github.token }}` would be: sees no members. */
    readonly job: string;
    readonly membership: string;
    readonly gitlab: string;
    readonly trigger: string;
  };
  /** Opens a pull request of a member from a branch of the repository. */
  openByMember(branch: string, labels?: readonly string[], author?: string, files?: ScenePush): ScenePull;
  /** Opens a pull request of mallory from her fork. */
  openByOutsider(branch: string, labels?: readonly string[]): ScenePull;
  /** The example's inputs, for `with:`. */
  inputs(): Record<string, string>;
  /** The job for an event of a pull request; default `opened` by its author. It runs on the default branch. */
  job(number: number, options?: SceneJob): JobOptions;
  /** The job of a run that GitHub's Actions service started. Throws for one whose jobs do not run. */
  jobOf(run: Run, options?: Pick<SceneJob, 'with' | 'job'>): JobOptions;
  /**
   * Starts a job. Its post is started only where something is left for it to do, or where the job says so itself: each
   * start costs time, and a post that finds nothing says nothing.
   */
  run(job: JobOptions): RunningJob;
  /** The same for the job of an event of a pull request. */
  start(number: number, options?: SceneJob): RunningJob;
}

/**
 * Whether post has something to do. Main says `done` where it ended as it should, `uncancelled` of a pipeline that may
 * still run, `unclear` of a start of which it does not know what became, and `vault` of a token that it holds
 * (src/action/post.ts).
 */
export const hasLeft = ({ signal, state }: MainEnd): boolean =>
  signal !== null ||
  state['done'] === undefined ||
  (state['vault'] ?? 'no') !== 'no' ||
  Object.entries(state).some(
    ([name, value]) =>
      (name.startsWith('uncancelled') && value === 'true') || (name.startsWith('unclear') && value !== 'no'),
  );

/** While a pipeline is being stopped, post is started as ever: the time that this takes belongs to the real order. */
const isStopping = ({ world }: Sandbox['gitlab']): boolean =>
  [...world.pipelines.values()].some((pipeline) => pipelineStatus(pipeline) === 'canceling');

const actionFolder = join(import.meta.dirname, '..');

/** Sets the example up in a sandbox. */
export function exampleScene(sandbox: Sandbox): Scene {
  const { github, gitlab } = sandbox;
  const repository = 'acme/engine';
  const project = 'acme/engine-tests';
  github.addOrganization('acme');
  for (const login of ['alice', 'bob', 'carol', 'mallory']) github.addUser(login);
  for (const login of ['alice', 'bob', 'carol']) github.addMember('acme', login);
  github.addMember('acme', 'alice', { role: 'admin' });
  github.addRepository(repository);
  for (const login of ['bob', 'carol']) github.setCollaborator(repository, login, 'write');
  github.fork(repository, 'mallory');
  gitlab.addProject({ path: project, files: exampleEngine() });
  const tokens = {
    job: github.issueToken({
      kind: 'actions',
      permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
      repositories: [repository],
    }),
    membership: github.issueToken({ kind: 'app', permissions: { members: 'read' }, lifetime: 86_400 }),
    gitlab: gitlab.addAccessToken({ project, scopes: ['api'], role: 'developer', user: 'drawbridge-bot' }),
    trigger: gitlab.addTriggerToken(project),
  };
  const inputs = () => ({
    'gitlab-url': gitlab.url,
    'gitlab-project': project,
    'gitlab-token': tokens.gitlab,
    'membership-token': tokens.membership,
  });
  const open = (
    author: string,
    headRepo: string,
    branch: string,
    labels: readonly string[],
    files?: ScenePush,
  ): ScenePull => {
    const sha = github.push({ repo: headRepo, branch, by: author, ...(files && { files }) });
    const { number } = github.openPullRequest({
      repo: repository,
      author,
      headRepo,
      branch,
      labels: [...labels],
    });
    return { number, sha, branch };
  };
  let runs = 0;
  const common = (actor: string, options: SceneJob) => ({
    // Who has said a word is known by its run, so that no two have the same number.
    runId: ++runs,
    actionFolder,
    with: { ...inputs(), ...options.with },
    repository,
    actor,
    actorId: github.world.accounts.get(actor.toLowerCase())?.id ?? 0,
    githubUrl: 'https://github.com',
    githubApiUrl: sandbox.apiUrl,
    githubToken: tokens.job,
    clock: sandbox.clock,
    secrets: Object.values(tokens),
  });
  const job = (number: number, options: SceneJob = {}): JobOptions => {
    const { by = 'pull_request_target', label, run } = options;
    const { action = by === 'workflow_run' ? 'requested' : 'opened' } = options;
    const { defaultBranch, refs, issues } = repositoryOf(github.world, repository);
    const sender = options.sender ?? run?.actor ?? issues.get(number)?.author.login ?? '';
    const cause = { sender: run?.triggering_actor ?? sender, run: { actor: sender, ...run } };
    const details = { repo: repository, number, ...cause, ...(label && { label }) };
    const ref = `refs/heads/${defaultBranch}`;
    return {
      ...common(sender, options),
      event: { name: by, payload: options.payload ?? { ...github.event(by, action, details) } },
      ref,
      sha: refs.get(ref) ?? '',
      ...options.job,
    };
  };
  const jobOf: Scene['jobOf'] = (run, options = {}) => {
    const { outcome, message, event, payload, actor, triggeringActor, ref, sha } = run;
    if (outcome !== 'runs') throw new Error(`${run.workflow.path} is ${outcome}: ${message ?? ''}`);
    return {
      ...common(actor, options),
      event: { name: event, payload: { ...payload } },
      triggeringActor,
      runId: run.id,
      runAttempt: run.attempt,
      ref,
      sha,
      workflowPath: run.workflow.path,
      ...options.job,
    };
  };
  const run: Scene['run'] = (given) =>
    startJob({ post: (main) => hasLeft(main) || isStopping(gitlab), ...given });
  return {
    sandbox,
    repository,
    project,
    tokens,
    openByMember: (branch, labels = [], author = 'bob', files = undefined) =>
      open(author, repository, branch, labels, files),
    openByOutsider: (branch, labels = []) => open('mallory', 'mallory/engine', branch, labels),
    inputs,
    job,
    jobOf,
    run,
    start: (number, options) => run(job(number, options)),
  };
}
