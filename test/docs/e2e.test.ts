import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, expect, it } from 'vitest';
import { parseKeyValues } from '../../sandbox/runner/commands.ts';
import { startJob } from '../../sandbox/runner/job.ts';
import { systemClock } from '../../src/clock.ts';
import { fill } from './play.ts';
import { isOurs, parseWorkflow, type Step } from './workflows.ts';

/**
 * Plays .github/workflows/e2e.yml for a pull request: its scripts with bash, its `uses: ./` with the sandbox's runner.
 * Steps that only a real runner needs (checkout, Node, npm ci) are left out.
 */
const { sandbox: job } = parseWorkflow(readFileSync('.github/workflows/e2e.yml', 'utf8')).jobs;
const steps = (job?.steps ?? []).filter(({ uses, run }) => !uses?.startsWith('actions/') && run !== 'npm ci');

const temp = mkdtempSync(join(tmpdir(), 'drawbridge-e2e-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const values: Record<string, string> = {};
const remember = (id: string | undefined, outcome: string, outputs: Readonly<Record<string, string>>) => {
  if (id === undefined) return;
  values[`steps.${id}.outcome`] = outcome;
  for (const name of ['decision', 'reason', 'verdict']) values[`steps.${id}.outputs.${name}`] = '';
  for (const [name, value] of Object.entries(outputs)) values[`steps.${id}.outputs.${name}`] = value;
};

const filled = (map: Step['with']): Record<string, string> =>
  Object.fromEntries(Object.entries(map ?? {}).map(([name, value]) => [name, fill(value, values)]));

async function runScript({ id, run = '', env }: Step): Promise<string> {
  const output = join(temp, 'output');
  writeFileSync(output, '');
  const surroundings = {
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: output,
    GITHUB_REPOSITORY: 'drawbridge-ci/drawbridge',
    GITHUB_EVENT_NAME: 'pull_request',
  };
  // As the runner starts a script (GitHub docs, "Workflow syntax", shell). What it leaves running keeps no pipe of ours.
  const result = await execa('bash', ['-e', '-c', run], {
    env: { ...surroundings, ...filled(env) },
    reject: false,
    all: true,
  });
  expect(result.exitCode, result.all).toBe(0);
  const written = parseKeyValues(readFileSync(output, 'utf8'));
  expect(written.ok).toBe(true);
  remember(id, 'success', written.ok ? written.values : {});
  return result.all;
}

async function runAction({ id, with: inputs }: Step): Promise<string> {
  const result = await startJob({
    actionFolder: process.cwd(),
    with: filled(inputs),
    event: {
      name: 'pull_request',
      payload: { action: 'opened', sender: { id: 1, login: 'x', type: 'User' } },
    },
    repository: 'drawbridge-ci/drawbridge',
    actor: 'x',
    actorId: 1,
    githubUrl: 'https://github.com',
    // Nobody listens there: a pull request's event is refused without a question.
    githubApiUrl: 'http://127.0.0.1:9',
    githubToken: 'ghs_0123456789',
    clock: { ...systemClock, scale: 1, origin: Date.now(), iso: () => new Date().toISOString() },
  }).done;
  remember(id, result.exitCode === 0 ? 'success' : 'failure', result.outputs);
  return result.log;
}

it('starts the sandbox, crosses and is refused, and stops it', { timeout: 60_000 }, async () => {
  const logs = new Map<string, string>();
  const names = steps.map(({ name }) => name ?? '');
  const last = steps.at(-1);
  try {
    for (const step of steps.slice(0, -1))
      logs.set(step.name ?? '', isOurs(step) ? await runAction(step) : await runScript(step));
  } finally {
    if (last) await runScript(last);
  }
  expect(names).toEqual([
    'Start the sandbox',
    'An outsider waits, a member crosses',
    'The action itself',
    'It crossed, or it left GitLab alone',
    'Stop the sandbox',
  ]);
  expect(last?.if).toBe('always()');
  expect(logs.get('An outsider waits, a member crosses')).toMatch(
    /denied \(approval-needed\)[\s\S]*success: private tests passed/,
  );
  expect(logs.get('It crossed, or it left GitLab alone')).toContain(
    "decision 'denied', reason 'unsupported-event', verdict '', step 'failure'\npipelines for drawbridge-ci/drawbridge: 0",
  );
  // The sandbox says so when it is gone, and every process of it with it.
  const log = join(temp, 'sandbox.log');
  for (let tries = 0; tries < 100 && !readFileSync(log, 'utf8').includes('Stopped.'); tries += 1)
    await systemClock.sleep(50);
  expect(readFileSync(log, 'utf8')).toContain('Stopped.');
});
