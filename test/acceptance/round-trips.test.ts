/** How long a member waits for a pipeline to be started: what is asked, and how often an answer has to be waited for. */
import { expect, it } from 'vitest';
import {
  atGate,
  compare,
  createPipeline,
  expectRequests,
  findByKey,
  readBranch,
  readProject,
  readPull,
  together,
  writeStatus,
} from './requests.ts';
import { openStage, until } from './stage.ts';
import { byRun, readList } from './workflow-run.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { faults, recorder } = sandbox;

/** One request: the nth of a service that matches. */
interface One {
  readonly service: 'github' | 'gitlab';
  readonly method?: string;
  readonly path: RegExp;
  readonly nth?: number;
}

const github = (path: RegExp, more: Partial<One> = {}): One => ({ service: 'github', path, ...more });
const gitlab = (path: RegExp): One => ({ service: 'gitlab', path });

/** Requests that are sent side by side, each group after the answers of the one before. */
const trips: readonly (readonly One[])[] = [
  [github(/\/statuses\?/), github(/\/pulls\/\d+$/), github(/\/memberships\/bob$/), github(/\/activity\?/)],
  [github(/\/statuses\//, { method: 'POST' }), gitlab(/\/branches\//), gitlab(/\/projects\/[^/]+$/)],
  [gitlab(/\/pipelines\?name=/), github(/\/pulls\/\d+$/, { nth: 2 })],
];

/** Where files choose the tests, they are asked for beside the gate's own questions. */
const compared = github(/\/compare\//);
const byFiles = { paths: 'test-do-infra: changes/**' };

const isAsked = ({ service, method, path, nth = 1 }: One): boolean =>
  recorder.of(service).filter((one) => path.test(one.path) && (method === undefined || one.method === method))
    .length >= nth;

/** No request of a group is answered before all of it have come: whoever waits for one to send another waits for ever. */
function holdTogether(group: readonly One[]): void {
  const act = () => until(() => group.every(isAsked), 'all requests of a round trip');
  for (const one of group) faults.plant({ nth: 1, ...one, when: 'before', fault: { kind: 'act', act } });
}

it.each([
  { by: 'pull_request_target', action: 'opened', more: 0 },
  { by: 'pull_request_target', action: 'reopened', more: 0 },
  { by: 'pull_request_target', action: 'synchronize', more: 0 },
  { by: 'pull_request_target', action: 'labeled', more: 0 },
  { by: 'workflow_run', action: 'requested', more: 1 },
] as const)('a member by $by, $action: three round trips before the start, and $more more', async (row) => {
  const branch = `feature/trips-${row.by}-${row.action}`;
  const ofFiles = row.action === 'reopened';
  const pull = scene.openByMember(branch, ofFiles ? [] : ['test-do-infra']);
  recorder.clear();
  const [gate = [], ...others] = trips;
  for (const group of [ofFiles ? [...gate, compared] : gate, ...others]) holdTogether(group);
  const way = row.by === 'workflow_run' ? byRun() : { action: row.action };
  const label = row.action === 'labeled' ? { label: 'test-do-infra' } : {};
  const story = await stage.play(pull, {
    ...{ ...way, ...label },
    with: { wait: 'false', 'settle-seconds': '0', ...(ofFiles && byFiles) },
  });

  expect(story.outputs['reason']).toBe('detached');
  const first = row.by === 'workflow_run' ? [readList(branch)] : [];
  const before = story.requests.slice(0, story.requests.indexOf(createPipeline));
  expectRequests({ requests: before }, [
    ...first,
    ofFiles ? together(compare, ...atGate(branch).together) : atGate(branch),
    together(writeStatus, `${readBranch(branch)} → 404`, readProject),
    together(findByKey, readPull),
  ]);
});
