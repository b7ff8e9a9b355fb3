import { expect, it } from 'vitest';
import type { Fault } from '../../sandbox/base/faults.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import { type Case, openCases } from '../acceptance/bridge/cases.ts';
import { ownScript, scriptFiles } from '../acceptance/scripts.ts';
import { exploring } from '../properties.ts';
import { type Random, random } from './random.ts';

/** Time-outs on the network run so much faster than real: a silence of 15 s takes a second and a half. */
const networkScale = 10;
/** Each start of dist costs half a second: the thousands are played in memory (npm run test:faults). */
const { numRuns: runs } = exploring(30);
const atOnce = 4;
const leastTruths = 0.95;

const cases = await openCases();
const { faults, github, gitlab, recorder } = cases.sandbox;

type Planted = { readonly fault: Fault; readonly when: 'before' | 'after' };

const kinds = (numbers: Random): readonly Planted[] => [
  ...(['before', 'after'] as const).flatMap((when): Planted[] => [
    { when, fault: { kind: 'drop' } },
    { when, fault: { kind: 'html' } },
    { when, fault: { kind: 'silence' } },
    ...[500, 502, 503, 504].map((status): Planted => ({ when, fault: { kind: 'status', status } })),
  ]),
  { when: 'after', fault: { kind: 'half-body' } },
  { when: 'before', fault: { kind: 'status', status: 429 } },
  {
    when: 'before',
    fault: { kind: 'status', status: 429, headers: { 'retry-after': String(1 + numbers.below(40)) } },
  },
  { when: 'before', fault: { kind: 'delay', ms: 20_000 } },
];

const scripts = { passes: 'exit 0', fails: 'exit 1' };

/** How a project names its pipelines: by the key, in a way of its own, or not at all. */
const namings = [
  "workflow:\n  name: '$DRAWBRIDGE_KEY'\n",
  "workflow:\n  name: 'tests on $CI_COMMIT_BRANCH'\n",
  '',
];
const files = (script: string, naming: string) => ({
  '.gitlab-ci.yml': `${naming}unit:\n  ${ownScript('unit')}\n`,
  ...scriptFiles({ unit: script }),
});

/**
 * The first pipeline of each script takes real seconds to make, which are minutes in the sandbox's time: longer than
 * GitLab works on a request whose caller has gone. These come before any fault.
 */
async function warmUp(): Promise<void> {
  for (const naming of namings)
    for (const script of Object.values(scripts))
      await startByEve(cases.make({ files: files(script, naming) }));
}

/** A pipeline that somebody else of the project starts, with values like ours. */
const startByEve = ({ project }: Case) =>
  gitlab.startPipeline(project, {
    user: 'eve',
    variables: { TESTS_TO_RUN: 'test-all', DRAWBRIDGE_KEY: 'x' },
  });

/** Somebody else's pipeline, which has passed, gets the name of ours as soon as ours has it. */
async function plantStranger(one: Case): Promise<number> {
  const { id } = await startByEve(one);
  gitlab.hold(id, 'success');
  const act = () => {
    const name = one.pipelines().find((ours) => ours.id !== id)?.name;
    if (name) gitlab.renamePipeline(id, name);
  };
  one.plant({
    method: 'PUT',
    path: /\/pipelines\/\d+\/metadata$/,
    when: 'before',
    fault: { kind: 'act', act },
  });
  return id;
}

/** What has become of the token since an earlier run, if there was one: its user is told where it is another one. */
function renewed(one: Case, how: 'rotated' | 'replaced'): Readonly<Record<string, string>> {
  if (how === 'rotated') return { 'gitlab-token': gitlab.rotateToken(one.tokens.gitlab) };
  const creators = String(gitlab.world.users.get('drawbridge-bot')?.id);
  gitlab.revokeToken(one.tokens.gitlab);
  const token = one.addToken({ scopes: ['api'], user: 'other-bot' });
  return { 'gitlab-token': token, 'gitlab-creators': creators };
}

/** Plants one or two faults at any requests of a run; gives what was planted, for the message of a failure. */
function plantFaults(one: Case, numbers: Random): string {
  const planted = Array.from({ length: 1 + numbers.below(2) }, () => {
    const { fault, when } = numbers.pick(kinds(numbers));
    const nth = 1 + numbers.below(11);
    const atGitLab = numbers.next() < 0.7;
    if (atGitLab) one.plant({ path: /.*/, when, nth, fault });
    else {
      const path = new RegExp(
        `${one.pull.sha}|/pulls/${one.pull.number}$|/pulls\\?.*${encodeURIComponent(one.pull.branch)}&`,
      );
      faults.plant({ service: 'github', path, when, nth: 1 + (nth % 6), fault });
    }
    return `${atGitLab ? 'gitlab' : 'github'} ${nth} ${when} ${JSON.stringify(fault)}`;
  });
  return planted.join(', ');
}

interface Told {
  readonly planted: string;
  readonly isTrue: boolean;
  readonly seen: string;
}

async function play(seed: number): Promise<Told> {
  const numbers = random(seed);
  const passes = numbers.next() < 0.6;
  const naming = namings[seed % namings.length] ?? '';
  const one = cases.make({ files: files(passes ? scripts.passes : scripts.fails, naming) });
  const theirs = seed % 4 === 0 ? await plantStranger(one) : undefined;
  // Every sixth after another run, whose verdict stands, with a token that is another one since.
  const before = seed % 6 === 1 ? await one.play() : undefined;
  const given = before ? renewed(one, numbers.pick(['rotated', 'replaced'])) : {};
  // All runs of an hour share one budget of GitHub's, and here an hour has very many.
  github.liftLimits();
  const planted = plantFaults(one, numbers);
  // Every second by the other way in.
  const by = seed % 2 === 0 ? 'workflow_run' : 'pull_request_target';
  const story = await one.play({ by, with: given, job: { networkScale } });

  const statuses = one
    .pipelines()
    .filter(({ id }) => id !== theirs)
    .map(pipelineStatus);
  const state = github.statuses(cases.scene.repository, one.pull.sha).at(-1)?.state;
  const seen = `${story.outputs['reason']}, exit ${story.exitCode}, status ${state}, pipelines ${statuses.join()}`;
  expect(statuses.length, `${planted}: ${seen}`).toBeLessThanOrEqual(1);
  expect(
    statuses.filter((status) => !isEnded(status)),
    `${planted}: ${seen}`,
  ).toEqual([]);
  if (state === 'success' || story.exitCode === 0)
    expect(statuses, `${planted}: ${seen}`).toEqual(['success']);
  const expected = passes ? ['success', 0] : ['failure', 1];
  return { planted, seen, isTrue: [state, story.exitCode].join() === expected.join() };
}

it(`${runs} runs of the built action, each with one fault or two: at most one pipeline, never a false green`, async () => {
  await warmUp();
  const told: Told[] = [];
  let next = 0;
  const worker = async () => {
    while (next < runs) {
      next += 1;
      told.push(await play(9_000 + next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));

  const untrue = told.filter(({ isTrue }) => !isTrue);
  const truths = (runs - untrue.length) / runs;
  console.log(`${runs} runs of dist with faults: the true verdict in ${(100 * truths).toFixed(0)} %`);
  expect(truths, untrue.map(({ planted, seen }) => `${planted} → ${seen}`).join('\n')).toBeGreaterThanOrEqual(
    leastTruths,
  );
  expect(recorder.of('gitlab').length).toBeGreaterThan(runs * 8);
}, 600_000);
