import { describe, expect, it } from 'vitest';
import { closing, opening, storyBody, storyHead, widthForColumns } from '../../sandbox/demo/render.ts';
import { stories } from '../../sandbox/demo/stories.ts';
import { sample, samplePipeline, screen } from './samples.ts';

const checks = [
  { says: 'status is failure', ok: true },
  { says: 'no process left', ok: false, instead: '1 still running' },
];
const body = (width: number, seen = sample) => storyBody({ seen, checks }, screen(width));

describe('a story on the screen', () => {
  it('shows the three sides next to each other at 140 columns', () => {
    expect(body(140)).toMatchInlineSnapshot(`
      "Runner's log (public)                        │ Commit status (public)                │ GitLab's own view (private)
      ─────────────────────────────────────────────┼───────────────────────────────────────┼──────────────────────────────────────────────────────
      Run drawbridge-ci/drawbridge@v1              │ ● drawbridge: pending                 │ ✗ pipeline #4711: failed
      ▸ with: 2 inputs (folded)                    │   private tests are running (test-a,  │   name acme/engine#1@0123456789abcdef0123456789abcdef
      gate: allowed                                │   test-b)                             │        01234567:0123456789ab
      Error: private tests failed (test-a,         │ ✗ drawbridge: failure                 │   ref  feature/x (twin branch)
      test-b).                                     │   private tests failed (test-a,       │ ✓ build-engine: success
      ✗ exit code 1                                │   test-b)                             │   ┊ twin branch feature/x tests engine branch
                                                   │                                       │   ┊ feature/x
                                                   │                                       │ ✓ test-a: success
                                                   │                                       │   ┊ account 1, cluster private-a.internal.example.com
                                                   │                                       │ ✗ test-b: failed
                                                   │                                       │   ┊ assertion failed in private test test-b

      ✓ status is failure   ✗ no process left (but: 1 still running)
      "
    `);
  });

  it('shows them below each other at 80 columns', () => {
    expect(body(80)).toMatchInlineSnapshot(`
      "Runner's log (public)
        Run drawbridge-ci/drawbridge@v1
        ▸ with: 2 inputs (folded)
        gate: allowed
        Error: private tests failed (test-a, test-b).
        ✗ exit code 1

      Commit status (public)
        ● drawbridge: pending
          private tests are running (test-a, test-b)
        ✗ drawbridge: failure
          private tests failed (test-a, test-b)

      GitLab's own view (private)
        ✗ pipeline #4711: failed
          name acme/engine#1@0123456789abcdef0123456789abcdef01234567:0123456789ab
          ref  feature/x (twin branch)
        ✓ build-engine: success
          ┊ twin branch feature/x tests engine branch feature/x
        ✓ test-a: success
          ┊ account 1, cluster private-a.internal.example.com
        ✗ test-b: failed
          ┊ assertion failed in private test test-b

      ✓ status is failure   ✗ no process left (but: 1 still running)
      "
    `);
  });

  it('is never wider than the screen, and tells the same at every width', () => {
    const words = (text: string) => text.replace(/[│┊┼─\s]/g, '');
    const all = [...words(body(80))].sort().join('');
    for (let width = 80; width <= 160; width += 1) {
      const lines = body(width).split('\n');
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
      expect([...words(body(width))].sort().join('')).toBe(all);
    }
    expect(body(widthForColumns)).toContain('┼');
    expect(body(widthForColumns - 1)).not.toContain('┼');
  });

  it('says so where GitLab, or the commit, has nothing to show', () => {
    const text = body(80, { ...sample, statuses: [], pipelines: [], gitlabRequests: 0 });
    expect(text).toContain('  no pipeline\n  no request came in\n');
    expect(text).toContain('  no commit status\n');
    expect(body(80, { ...sample, pipelines: [], gitlabRequests: 3 })).toContain('3 requests came in');
  });

  it('shows a process that was killed, and a pipeline that is not over', () => {
    const text = body(80, {
      ...sample,
      runner: { log: [], exitCode: null },
      pipelines: [{ ...samplePipeline, status: 'canceling', toldTwin: false, name: null, jobs: [] }],
    });
    expect(text).toContain('✗ killed');
    expect(text).toContain('● pipeline #4711: canceling\n    name none\n    ref  feature/x\n');
  });

  it('shows only why, when it could not be played', () => {
    const failed = [{ says: 'the story can be played', ok: false, instead: 'no such file' }];
    expect(storyBody({ checks: failed }, screen(80))).toBe('✗ the story can be played (but: no such file)\n');
  });
});

describe('around the stories', () => {
  it('begins with what happens and where', () => {
    const [first] = opening(4, 20, screen(80)).split('\n');
    expect(first).toBe('Drawbridge demo: 4 stories with the built action, in a sandbox on 127.0.0.1.');
  });

  it.each(stories)('introduces "$heading" in one sentence', (story) => {
    const [, heading, ...tale] = storyHead(story, { index: 2, count: 4, pull: 7 }, screen(80)).split('\n');
    expect(heading).toMatch(/^━━ 2 of 4: .* ━+$/);
    expect(heading).toHaveLength(80);
    expect(tale.join(' ').trim()).toMatch(/^\w+, .* pull request #7 .*[^.]\.$/);
  });

  it('ends with the result', () => {
    expect(closing(4, [], 3.14, screen(80))).toBe(
      '\n✓ All 4 stories came out as they should (3.1 s). Next: npm run sandbox\n',
    );
    expect(closing(4, [2], 3, screen(120))).toBe('\n✗ Not as it should be: story 2 of 4 (3.0 s).\n');
    expect(closing(4, [2, 4], 3, screen(120))).toContain('stories 2, 4 of 4');
  });
});
