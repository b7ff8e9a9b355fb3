/** docs/sandbox.md: its commands are typed at a sandbox, and its tables are the program's own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands, tableOf } from '../../sandbox/cli/words.ts';
import { startControl } from '../sandbox/control/start.ts';
import { bare, blocksOf, checkedTable } from './pages.ts';

const page = 'docs/sandbox.md';
const typed = blocksOf(page)
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.trimEnd().split('\n'));
const before = 'npm run sandbox -- ';

const stage = await startControl();
const folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'));
const own = join(folder, 'my-workflow.yml');
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

describe('the page of the sandbox', () => {
  it('leads a newcomer from the first command to a gated run of a workflow of their own', async () => {
    const { type, send, scene } = stage;
    // As `npm run sandbox` has them when it is up.
    scene.openByMember('feature/fast-joins');
    scene.openByOutsider('improve-docs');
    const readme = readFileSync('examples/workflows/pull-request-target.yml', 'utf8');
    // The page copies it there.
    writeFileSync(own, readme);
    const workflow = { 'private-tests.yml': readme };
    expect((await send('/run', { ...post, body: JSON.stringify({ workflow }) })).status).toBe(200);

    const printed: string[] = [];
    for (const line of typed) {
      if (!line.startsWith(before)) continue;
      const sha = /head ([0-9a-f]{40})/.exec(printed.at(-1) ?? '')?.[1] ?? '';
      const words = line.slice(before.length).replace('<sha>', sha).replace('my-workflow.yml', own);
      printed.push(await type(words));
    }
    const [member, stranger, approved, run, last] = printed;
    expect(member).toContain('● drawbridge: pending, "passed: test-do-infra; all tests are needed to merge"');
    expect(stranger).toContain('drawbridge: pending, "needs /ok-to-test');
    expect(stranger).not.toContain('GitLab, private');
    expect(stranger).toMatch(
      /Next\n {2}npm run sandbox -- comment 4 '\/ok-to-test [0-9a-f]{40}' --as carol\n/,
    );
    expect(approved).toContain('✓ drawbridge: success, "private tests passed');
    expect(run).toContain('it alone holds GITLAB_TOKEN, MEMBERSHIP_TOKEN');
    expect(last).toContain('gate: allowed (all-members)');
    expect(last).toContain('✓ test-aws-infra: success');
  });

  it("has the README's commands", () => {
    const lines = blocksOf('README.md').flatMap(({ text }) => text.split('\n'));
    const inReadme = lines.filter((line) => line.startsWith(before));
    expect(inReadme.length).toBeGreaterThan(1);
    expect(inReadme.filter((line) => !typed.includes(line))).toEqual([]);
  });

  it('has only commands that are typed here or elsewhere', () => {
    const others = typed.filter((line) => !line.startsWith(before));
    expect(others).toEqual([
      'npm ci',
      'npm run sandbox',
      'cp examples/workflows/pull-request-target.yml my-workflow.yml',
    ]);
  });

  it('has each command, with its sentence and example', () => {
    const rows = checkedTable(page, 'commands').map(([command, what]) => [bare(command), what]);
    const table = commands.map((name) => tableOf(name as Parameters<typeof tableOf>[0]));
    expect(rows).toEqual(table.map(({ example, what }) => [example, what]));
  });
});

const post = { method: 'POST', headers: { authorization: 'Bearer the-token' } };
