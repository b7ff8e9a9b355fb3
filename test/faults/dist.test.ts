import { expect, it } from 'vitest';
import type { Fault } from '../../sandbox/base/faults.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/world.ts';
import { type Case, openCases } from '../acceptance/bridge/cases.ts';
import { type Random, random } from './random.ts';

/** Time-outs on the network run so much faster than real: a silence of 15 s takes a second and a half. */
const networkScale = 10;
const runs = 60;
const atOnce = 4;
const leastTruths = 0.95;

const cases = await openCases();
const { faults, github, recorder } = cases.sandbox;

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

/** Without `workflow: name`, so that the sandbox decides once for each script which jobs there are. */
const files = (script: string) => ({ '.gitlab-ci.yml': `unit:\n  script: ['${script}']\n` });

/**
 * The first pipeline of each script takes real seconds to make, which are minutes in the sandbox's time: longer than
 * GitLab works on a request whose caller has gone. These two come before any fault.
 */
const warmUp = () =>
  Promise.all(Object.values(scripts).map((script) => cases.make({ files: files(script) }).play()));

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
  const one = cases.make({ files: files(passes ? scripts.passes : scripts.fails) });
  const planted = plantFaults(one, numbers);
  // Every second by the other way in.
  const by = seed % 2 === 0 ? 'workflow_run' : 'pull_request_target';
  const story = await one.play({ by, job: { networkScale } });

  const statuses = one.pipelines().map(pipelineStatus);
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
});
