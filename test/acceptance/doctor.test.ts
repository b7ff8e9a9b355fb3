import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { processorSeconds } from '../cost.ts';
import { openStage } from '../doctor/stage.ts';

const run = promisify(execFile);

it('the doctor, as a command and as a mode, through dist: quick, tells nothing private, changes nothing', async () => {
  const stage = await openStage('detached');
  const { scene, sandbox, env, vault } = stage;
  try {
    sandbox.recorder.clear();
    const before = processorSeconds() ?? 0;
    const { stdout } = await run(process.execPath, ['dist/cli/index.js', 'doctor'], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
    // Of the doctor and the sandbox together: the time on the wall is that of whatever else runs here, too.
    expect((processorSeconds() ?? 0) - before).toBeLessThan(5);
    expect(stdout).toContain('✓ the policies allow that read');
    expect(stdout).toMatch(/0 ✗ {2}0 \? {2}nothing stands in the way\n$/);

    const marker = 'wordsthatareprivate';
    sandbox.gitlab.world.marker = {
      text: marker,
      inPipelineNames: true,
      keep: ['content', 'encoding', 'visibility'],
    };
    const pull = scene.openByOutsider('theirs');
    const job = vault?.job(
      scene.job(pull.number, { job: { workflowPath: '.github/workflows/drawbridge.yml' } }),
    );
    if (job === undefined) throw new Error('no Vault');
    const more = { mode: 'doctor', 'pull-request': String(pull.number), tests: 'test-do-infra' };
    const { log, exitCode, summary } = await scene.run({ ...job, with: { ...job.with, ...more } }).done;
    expect(exitCode).toBe(1);
    expect(log).toContain('@mallory, its author, is no member');
    expect(summary).toContain('set-up-faulty');
    expect(log + summary + stdout).not.toContain(marker);

    const acts = sandbox.recorder.all().filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    expect(
      [...new Set(acts.map(({ service, method, path }) => `${service} ${method} ${path}`))].sort(),
    ).toEqual(['vault POST /v1/auth/jwt/login', 'vault POST /v1/auth/token/revoke-self']);
    expect(sandbox.vault.loggedIn()).toEqual([]);
  } finally {
    await stage.close();
  }
});
