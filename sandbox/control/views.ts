/** What the API tells of a pull request: GitHub's side, which all may see, and GitLab's, which outsiders may not. */
import { fullName, isPull, type PullRequest } from '../github/repository.ts';
import { repositoryOf } from '../github/world.ts';
import { currentJobs, pipelineStatus } from '../gitlab/state.ts';
import type { Scene } from '../scene.ts';
import type { RunView } from './runs.ts';

/** A pull request. */
export interface PullView {
  readonly number: number;
  readonly author: string;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  /** `branch`, or `owner/name:branch` of a fork. */
  readonly from: string;
  /** The head, 40 hex digits. */
  readonly sha: string;
  readonly labels: readonly string[];
  /** The newest of each context on the head. */
  readonly statuses: readonly StatusView[];
  readonly comments: readonly {
    readonly by: string;
    readonly body: string;
    readonly reactions: readonly string[];
  }[];
  /** Of GitLab: nobody on GitHub sees it. */
  readonly pipelines: readonly PipelineView[];
}

/** A commit status. */
export interface StatusView {
  readonly context: string;
  readonly state: string;
  readonly description: string;
}

/** A pipeline of the private project. */
export interface PipelineView {
  readonly id: number;
  readonly name: string;
  readonly ref: string;
  readonly status: string;
  /** `log` never leaves GitLab: it is here for whoever writes the CI file. */
  readonly jobs: readonly { readonly name: string; readonly status: string; readonly log: string }[];
}

/** All pull requests, by their numbers. */
export function pullViews(scene: Scene): PullView[] {
  const repo = repositoryOf(scene.sandbox.github.world, scene.repository);
  return [...repo.issues.values()].filter(isPull).map((pull) => viewOf(scene, pull));
}

function viewOf({ sandbox, repository }: Scene, issue: PullRequest): PullView {
  const { github, gitlab } = sandbox;
  const { head, draft } = issue.pull;
  const isFork = head.repo !== null && fullName(head.repo) !== repository;
  const statuses = new Map(
    github
      .statuses(repository, head.sha)
      .map(({ context, state, description }) => [
        context,
        { context, state, description: description ?? '' },
      ]),
  );
  return {
    number: issue.number,
    author: issue.author.login,
    state: issue.state,
    isDraft: draft,
    from: isFork && head.repo ? `${fullName(head.repo)}:${head.ref}` : head.ref,
    sha: head.sha,
    labels: issue.labels.map(({ name }) => name),
    statuses: [...statuses.values()],
    comments: issue.comments.map(({ author, body, reactions }) => ({
      by: author.login,
      body,
      reactions: reactions.map(({ content }) => content),
    })),
    // Its name is the key of the request, which names the pull request (docs/architecture.md, "Decisions").
    pipelines: [...gitlab.world.pipelines.values()]
      .filter(({ name }) => name?.startsWith(`${repository}#${issue.number}@`))
      .map((pipeline) => ({
        ...{ id: pipeline.id, name: pipeline.name ?? '', ref: pipeline.ref },
        status: pipelineStatus(pipeline),
        jobs: currentJobs(pipeline).map(({ plan, status, trace }) => ({
          name: plan.name,
          status,
          log: trace,
        })),
      })),
  };
}

/** What could be tried next, as words after `npm run sandbox --`; the first is what the pull request waits for. */
export function nextOf(pull: PullView | undefined, runs: readonly RunView[]): string[] {
  const held = runs.filter(({ outcome }) => outcome === 'waiting').map(({ id }) => `approve ${id}`);
  const running = runs
    .filter(({ isOver, outcome }) => !isOver && outcome === 'runs')
    .map(({ id }) => `cancel ${id}`);
  if (!pull) return [...held, ...running, 'open --as bob', 'show'];
  const { number, sha, statuses } = pull;
  const says = (words: RegExp) => statuses.some(({ description }) => words.test(description));
  const unknown = statuses.flatMap(({ description }) => /not known: ([\w.-]+)/.exec(description)?.[1] ?? []);
  const [last] = runs.filter(({ outcome, isOver }) => outcome === 'runs' && isOver).slice(-1);
  if (pull.state === 'closed') return [...held, ...running, `reopen ${number}`];
  if (pull.isDraft) return [...held, ...running, `ready ${number}`, `show ${number}`];
  return [
    ...held,
    ...running,
    ...(says(/\/ok-to-test/) ? [`comment ${number} '/ok-to-test ${sha}' --as carol`] : []),
    ...(says(/\/retest/) ? [`comment ${number} '/retest' --as carol`] : []),
    ...unknown.map((label) => `unlabel ${number} ${label}`),
    ...(last ? [`rerun ${last.id}`] : []),
    `push ${number}`,
    ...(pull.labels.includes('test-all') ? [] : [`label ${number} test-all`]),
    `show ${number}`,
  ];
}
