import { afterAll, expect, vi } from 'vitest';
import type { PlantedFault } from '../../../sandbox/base/faults.ts';
import type { Recorded } from '../../../sandbox/base/record.ts';
import type { GitLab } from '../../../sandbox/gitlab/gitlab.ts';
import type { Pipeline } from '../../../sandbox/gitlab/pipeline.ts';
import type { ProjectSettings } from '../../../sandbox/gitlab/project.ts';
import type { Status } from '../../../sandbox/gitlab/status.ts';
import type { RunningJob } from '../../../sandbox/runner/job.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/sandbox.ts';
import {
  exampleScene,
  type Scene,
  type SceneJob,
  type ScenePull,
  type ScenePush,
} from '../../../sandbox/scene.ts';
import { expectNothingPrivate, formsOf, publicText } from '../leaks.ts';
import { ownScript, scriptFiles } from '../scripts.ts';
import { type Story, tellStory } from '../story.ts';

/** What a case needs to be otherwise than usual. */
export interface CaseOptions {
  /** Files of its GitLab project; usually one job that passes. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Partial<ProjectSettings>;
  /** What GitLab reports of its pipelines, look by look; the last one stays. Without it the jobs run for real. */
  readonly looks?: readonly Status[];
  readonly labels?: readonly string[];
  /** Of its GitLab project; usually `main`. */
  readonly defaultBranch?: string;
  /** What its pull request changes, path → text, null for a file that goes; not for an outsider's. */
  readonly changes?: ScenePush;
  /** A pull request of mallory's, from her fork. */
  readonly outsider?: boolean;
}

/**
 * One pull request, one GitLab project and tokens of its own: what belongs to a case is known by them, so that
 * many cases can run side by side in one sandbox. In its stories the project is called as in the example.
 */
export interface Case {
  readonly project: string;
  readonly pull: ScenePull;
  readonly tokens: Scene['tokens'];
  /** Plants a fault on calls to this case's own project; `path` is what follows `/projects/<project>`. */
  plant(fault: Omit<PlantedFault, 'service' | 'path'> & { readonly path: RegExp }): void;
  pipelines(): Pipeline[];
  /** A further access token of its project. */
  addToken(wanted: Omit<Parameters<GitLab['addAccessToken']>[0], 'project'>): string;
  /** Nobody below maintainer may push to a branch of its project. */
  protect(branch: string): void;
  /** Its project gets another path. */
  move(path: string): void;
  start(options?: SceneJob): { readonly job: RunningJob; told(): Promise<Story> };
  /** Starts the built action and tells how it went; nothing private may be in the story. */
  play(options?: SceneJob): Promise<Story>;
}

/** One sandbox for all cases of a test file. */
export interface Cases {
  readonly sandbox: Sandbox;
  readonly scene: Scene;
  make(options?: CaseOptions): Case;
}

/** The CI file of a project with one job, whose script it is given. */
export const oneJob = (script = 'exit 0', more = ''): Record<string, string> => ({
  '.gitlab-ci.yml': `workflow:\n  name: '$DRAWBRIDGE_KEY'\n${more}unit:\n  ${ownScript('unit')}\n`,
  ...scriptFiles({ unit: script }),
});

/** Stands in every free string of every answer of GitLab's; none of its forms may be anywhere in a story. */
export const marker = 'Zq7fMark4e1 "ü&';

/** The part of the marker that is the same in text, JSON and URL. */
export const markerWord = 'Zq7fMark4e1';

/** Nothing of the marker is in what a story shows, nor in what GitHub was sent, headers and all. */
export function expectNoMarker(story: Story): void {
  const headers = story.recorded.filter(({ service }) => service === 'github').map((one) => one.headers);
  const text = `${publicText(story)}\n${JSON.stringify(headers)}`;
  const forms = [...formsOf(marker), ...formsOf(markerWord)];
  expect(forms.filter((form) => text.includes(form))).toEqual([]);
}

/** Longer than any test: a pipeline whose reports are scripted starts no job. */
const never = 10_000_000;

/** Opens a sandbox with the marker in GitLab's answers; closed when the tests of the file are over. */
export async function openCases(options: SandboxOptions = {}): Promise<Cases> {
  // Cases run side by side, and a machine may have other work: a slow one is no failure.
  vi.setConfig({ testTimeout: 120_000 });
  const sandbox = await startSandbox({ scale: 50, ...options });
  afterAll(() => sandbox.close());
  const scene = exampleScene(sandbox);
  // By its branch a run tells whether a pipeline is one for its own request.
  sandbox.gitlab.plantMarker(marker, { keep: ['ref'] });
  let count = 0;
  return {
    sandbox,
    scene,
    make: (wanted = {}) => {
      count += 1;
      return makeCase(scene, `case-${count}`, wanted);
    },
  };
}

function makeCase(scene: Scene, name: string, wanted: CaseOptions): Case {
  const { github, gitlab, recorder, faults } = scene.sandbox;
  const { files = oneJob(), settings = {}, defaultBranch = 'main', looks, labels = [] } = wanted;
  const project = `acme/${name}`;
  const encoded = encodeURIComponent(project);
  const waits = looks === undefined ? {} : { createdMs: never };
  const added = gitlab.addProject({
    ...{ path: project, files, defaultBranch },
    settings: { ...waits, ...settings },
  });
  const tokens = tokensOf(scene, project);
  const branch = `feature/${name}`;
  const pull = wanted.outsider
    ? scene.openByOutsider(branch, labels)
    : scene.openByMember(branch, labels, 'bob', wanted.changes);
  const pipelines = () => [...gitlab.world.pipelines.values()].filter((one) => one.project === added);

  const plant: Case['plant'] = ({ path, ...fault }) =>
    faults.plant({ service: 'gitlab', ...fault, path: new RegExp(`/projects/${encoded}${path.source}`) });
  if (looks !== undefined) {
    const act = () => {
      const newest = pipelines().at(-1);
      if (newest?.report.kind === 'real') gitlab.scriptStatuses([...looks], newest.id);
    };
    const creation = { method: 'POST', path: /\/(trigger\/)?pipeline$/, nth: 'every' } as const;
    plant({ ...creation, when: 'after', fault: { kind: 'act', act } });
  }

  const start: Case['start'] = (options = {}) => {
    const before = recorder.all().length;
    const known = new Set(pipelines());
    const statusesBefore = github.statuses(scene.repository).length;
    const given = {
      'gitlab-project': project,
      'gitlab-token': tokens.gitlab,
      'membership-token': tokens.membership,
      ...options.with,
    };
    const job = scene.start(pull.number, {
      ...options,
      with: given,
      job: { githubToken: tokens.job, secrets: Object.values(tokens), ...options.job },
    });
    const words = Object.entries(given).filter(([input]) => input.endsWith('-token'));
    const mine = [...Object.values(tokens), ...words.map(([, word]) => word)].filter(
      (word) => word.trim() !== '',
    );
    const told = async (): Promise<Story> => {
      const result = await job.done;
      const recorded = recorder.all().slice(before).filter(isOf(encoded, mine));
      const story = tellStory({
        pull,
        result,
        recorded,
        pipelines: pipelines().filter((pipeline) => !known.has(pipeline)),
        statuses: github
          .statuses(scene.repository)
          .slice(statusesBefore)
          .filter(({ sha }) => sha === pull.sha),
      });
      expectNothingPrivate(story, { ...scene, tokens });
      expectNoMarker(story);
      return {
        ...story,
        requests: story.requests.map((line) => line.replace(encoded, 'acme%2Fengine-tests')),
      };
    };
    return { job, told };
  };
  return {
    ...{ project, pull, tokens, plant, pipelines, start },
    addToken: (wanted) => gitlab.addAccessToken({ project, ...wanted }),
    protect: (branch) => gitlab.protectBranch(project, branch),
    move: (path) => gitlab.moveProject(project, path),
    play: (options) => start(options).told(),
  };
}

const isOf =
  (project: string, words: readonly string[]) =>
  ({ path, headers, body }: Recorded): boolean => {
    const { authorization = '', 'private-token': token = '' } = headers;
    return (
      path.includes(`/${project}`) || words.some((word) => `${authorization} ${token} ${body}`.includes(word))
    );
  };

function tokensOf({ sandbox: { github, gitlab }, repository }: Scene, project: string): Scene['tokens'] {
  const permissions = { contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const;
  return {
    job: github.issueToken({ kind: 'actions', permissions, repositories: [repository] }),
    membership: github.issueToken({ kind: 'app', permissions: { members: 'read' }, lifetime: 86_400 }),
    gitlab: gitlab.addAccessToken({ project, scopes: ['api'], role: 'developer', user: 'drawbridge-bot' }),
    trigger: gitlab.addTriggerToken(project),
  };
}
