import { describe, expect, it, vi } from 'vitest';
import { type Program, startProgram } from './child.ts';

/** What was killed is gone as soon as the system comes to it; what was left behind stays. */
const nothingLeft = (demo: Program) => vi.waitFor(() => expect(demo.left()).toEqual([]), { timeout: 5_000 });

describe('npm run demo', () => {
  it('plays all stories to their good ends, keeps private lines in GitLab, and leaves nothing behind', async () => {
    const demo = startProgram('sandbox/demo/main.ts', { COLUMNS: '160' });
    expect(await demo.ended, demo.output()).toBe(0);
    const output = demo.output();
    expect(output).not.toContain('\u001B');
    expect(checksOf(output)).toEqual([
      [
        '✓ status is success',
        '✓ job ends with 0',
        '✓ only the two selected tests ran',
        '✓ twin branch used',
        '✓ the tests read their secrets in Vault',
        "✓ GitLab's token came from Vault, and its own is dead",
        '✓ no private line reached GitHub',
        '✓ no process left',
      ],
      [
        '✓ status is failure',
        '✓ job ends with 1',
        '✓ all four tests ran',
        '✓ only test-scaleway-infra failed',
        "✓ GitLab's token came from Vault, and its own is dead",
        '✓ no private line reached GitHub',
        '✓ no process left',
      ],
      [
        '✓ GitLab and Vault received no request',
        '✓ status is pending: "needs /ok-to-test"',
        '✓ job ends with 1',
        '✓ no process left',
      ],
      [
        '✓ status is success',
        '✓ job ends with 0',
        '✓ only the selected test ran',
        "✓ GitLab's token came from Vault, and its own is dead",
        '✓ no private line reached GitHub',
        '✓ no process left',
      ],
      [
        '✓ status is success',
        '✓ job ends with 0',
        '✓ pipeline success',
        '✓ only test-do-infra ran again',
        "✓ GitLab's token came from Vault, and its own is dead",
        '✓ no private line reached GitHub',
        '✓ no process left',
      ],
      [
        '✓ GitLab and Vault received no request',
        '✓ status is failure: "test-do-infar"',
        '✓ job ends with 1',
        '✓ no process left',
      ],
      [
        '✓ pipeline canceled',
        '✓ no process left',
        '✓ status is failure: "cancelled"',
        '✓ job ends with 1',
        "✓ GitLab's token came from Vault, and its own is dead",
        '✓ no private line reached GitHub',
      ],
      [
        '✓ pipeline failed',
        '✓ only drawbridge-verify, test-aws-self-hosted, test-aws-infra, test-do-infra, test-scaleway-infra failed',
        '✓ Vault received no request',
        '✓ no status on GitHub',
        '✓ no process left',
      ],
    ]);
    const rows = output.split('\n').map((line) => line.split(' │ '));
    const shown = rows.filter((cells) => /account 4711|assertion failed/.test(cells[2] ?? ''));
    expect(shown).toHaveLength(10);
    for (const [log, status] of shown) expect(`${log}${status}`).not.toMatch(/4711|assertion/);
    expect(output.trim().split('\n').at(-1)).toMatch(
      /^✓ All 8 stories came out as they should \(\d+\.\d s\)/,
    );
    await nothingLeft(demo);
  });

  it('ends 1 when a story does not come out as it should, and says what was seen instead', async () => {
    const demo = startProgram('test/demo/broken.ts');
    expect(await demo.ended, demo.output()).toBe(1);
    const output = demo.output();
    expect(output).toContain('✗ status is success (but: failure: "private tests failed (test-do-infra)")');
    expect(output).toContain('✗ twin branch used (but: ran on main)');
    expect(output).toContain('✗ the story can be played (but: the set-up broke)');
    expect(output).toContain('✓ status is pending');
    expect(output).toMatch(/\n✗ Not as it should be: stories 1, 2 of 3 \(\d+\.\d s\)\.\n$/);
    await nothingLeft(demo);
  });

  it('stops at Ctrl-C in the middle of a story, and leaves nothing behind', async () => {
    const demo = startProgram('sandbox/demo/main.ts', { COLUMNS: '80' });
    await demo.waitFor(/━━ 2 of 8/);
    demo.interrupt();
    expect(await demo.ended, demo.output()).toBe(1);
    expect(demo.output()).not.toContain('3 of 8');
    await nothingLeft(demo);
  });

  it('stops where a story itself waits for something', async () => {
    const demo = startProgram('test/demo/waiting.ts');
    await demo.waitFor(/━━ 1 of 1/);
    demo.interrupt();
    expect(await demo.ended, demo.output()).toBe(1);
    await nothingLeft(demo);
  });
});

/** For each story the checks at its end, one text for each. */
function checksOf(output: string): string[][] {
  return output
    .split('━━ ')
    .slice(1)
    .map((story) => story.split('\n\n').find((part) => /^[✓✗] /.test(part)) ?? '')
    .map((part) => part.trim().split(/\s{3,}|\n/));
}
