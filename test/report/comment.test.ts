/** What the comment on a pull request says, state by state. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentOf, markerIn, markerOf } from '../../src/report/comment.ts';
import type { Place } from '../../src/report/place.ts';
import type { Result } from '../../src/report/result.ts';
import { anyResult, commit, passed } from './build.ts';

const place: Place = {
  repositoryUrl: 'https://github.com/acme/engine',
  runUrl: 'https://github.com/acme/engine/actions/runs/9',
  organization: 'acme',
  teams: [],
  projectUrl: undefined,
};
const marker = markerOf('drawbridge', place.runUrl);
const said = (result: Result, ...more: [typeof place?, Parameters<typeof commentOf>[3]?]) =>
  commentOf(result, more[0] ?? place, marker, more[1]).replaceAll(commit, '<commit>');
const on: Result = { decision: 'allowed', reason: 'running', commit, tests: ['dns', 'tls'], pull: 42 };

describe('the comment', () => {
  it('waits: whom to ask, and the exact line', () => {
    const waiting: Result = { decision: 'denied', reason: 'approval-needed', commit, pull: 42 };
    expect(said(waiting)).toMatchInlineSnapshot(`
      "<!-- drawbridge e366011a831f 9 -->
      ### ⏳ Waiting for a maintainer of acme · [\`aaaaaaa\`](https://github.com/acme/engine/commit/<commit>)

      Nothing has run yet, and nothing is wrong with this change. A member of \`acme\` with write access reads [the change](https://github.com/acme/engine/pull/42/files), then comments:

      \`\`\`
      /ok-to-test <commit>
      \`\`\`

      <sub>[run and how it was decided](https://github.com/acme/engine/actions/runs/9) · [what this means](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#approval-needed)</sub>
      "
    `);
    expect(said(waiting, { ...place, teams: ['platform', 'release'] })).toContain(
      'A member of `acme/platform` or `acme/release` with write access',
    );
  });

  it('is queued, and runs', () => {
    const since = Date.UTC(2026, 0, 1, 14, 3);
    const going = { pipelineId: 5, since, jobs: undefined, usualMs: undefined } as const;
    expect(said({ ...on, reason: 'starting' })).toMatchInlineSnapshot(`
      "<!-- drawbridge e366011a831f 9 -->
      ### ⏳ Private tests are queued · [\`aaaaaaa\`](https://github.com/acme/engine/commit/<commit>)

      Tests: \`dns, tls\`

      <sub>[run and how it was decided](https://github.com/acme/engine/actions/runs/9) · [what this means](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#starting)</sub>
      "
    `);
    expect(said(on, place, { ...going, status: 'pending' })).toContain('### ⏳ Private tests are queued');
    expect(
      said(on, place, {
        ...{ ...going, status: 'running', jobs: { done: 1, failed: 0, all: 3 }, usualMs: 2_400_000 },
      }),
    ).toMatchInlineSnapshot(`
      "<!-- drawbridge e366011a831f 9 -->
      ### ⏳ Private tests are running · [\`aaaaaaa\`](https://github.com/acme/engine/commit/<commit>)

      Since 14:03 UTC · 1 of 3 jobs done · usually 40 min

      Tests: \`dns, tls\`

      <sub>[run and how it was decided](https://github.com/acme/engine/actions/runs/9) · [what this means](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#running)</sub>
      "
    `);
  });

  it('has passed, and has failed', () => {
    const ended: Result = { ...passed, pull: 42 };
    expect(said(ended)).toMatchInlineSnapshot(`
      "<!-- drawbridge e366011a831f 9 -->
      ### ✅ Private tests passed · [\`aaaaaaa\`](https://github.com/acme/engine/commit/<commit>)

      Tests: \`test-aws, test-do\`

      <sub>[run and how it was decided](https://github.com/acme/engine/actions/runs/9)</sub>
      "
    `);
    const failed: Result = {
      ...{ ...ended, reason: 'pipeline-failed', verdict: 'failure' },
      jobs: { done: 3, failed: 1, all: 3 },
      testResults: { 'test-aws': 'failed', 'test-do': 'success' },
      testSeconds: { 'test-aws': 602, 'test-do': 2411 },
    };
    expect(
      said(failed, { ...place, projectUrl: 'https://gitlab.example/acme/tests' }),
    ).toMatchInlineSnapshot(`
      "<!-- drawbridge e366011a831f 9 -->
      ### ❌ 1 of 2 private tests failed · [\`aaaaaaa\`](https://github.com/acme/engine/commit/<commit>)

      | Test | Result | Time |
      |:--|:--|--:|
      | \`test-aws\` | ❌ failed | 10 min 02 s |
      | \`test-do\` | ✅ passed | 40 min 11 s |

      **Next** · Maintainers open [pipeline 5 in GitLab](https://gitlab.example/acme/tests/-/pipelines/5) (sign-in needed). To run the failed jobs again, a member comments:

      \`\`\`
      /retest
      \`\`\`

      <sub>[run and how it was decided](https://github.com/acme/engine/actions/runs/9) · [what this means](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-failed)</sub>
      "
    `);
  });

  it.each<[string, Partial<Result>]>([
    ['🛑 The private pipeline was cancelled', { reason: 'pipeline-canceled', verdict: 'cancelled' }],
    ['⏭️ A newer run has taken over', { reason: 'superseded', verdict: 'superseded' }],
    ['⚠️ GitLab could not be reached', { reason: 'error-budget', verdict: 'lost' }],
    ['⚠️ GitHub could not be reached', { reason: 'github-unavailable', decision: 'undecided' }],
    ['⏳ The selected tests passed; #7 asks for more', { reason: 'more-tests-asked', asksMore: 7 }],
  ])('%s', (heading, more) => expect(said({ ...on, ...more })).toContain(`\n### ${heading}`));

  it('says what does not speak against the change', () => {
    expect(said({ ...on, reason: 'error-budget', verdict: 'lost' })).toContain(
      'This says nothing about the change.',
    );
    expect(said({ ...on, reason: 'pipeline-failed', verdict: 'failure' })).not.toContain('nothing');
  });

  it('begins with its marker, holds no name that somebody chose, and calls nobody', () => {
    fc.assert(
      fc.property(anyResult, fc.stringMatching(/^[a-z]{12}$/), (result, name) => {
        const named: Result = {
          ...result,
          ...{ passedOver: name, unknownLabels: [name], knownLabels: [name] },
          ref: { name, shown: name, twin: true },
          grounds: { rule: undefined, people: [{ part: 'author', login: name }] },
        };
        const body = commentOf(named, place, marker);
        expect(markerIn(body)).toEqual(marker);
        expect(body).not.toContain(name);
        // Outside of code nothing calls a person, a team or an issue.
        expect(body.replace(/`[^`]*`/g, '')).not.toMatch(/(?<![\w/])@\w/);
      }),
    );
  });
});

describe('the marker', () => {
  it('tells the check and the run', () => {
    expect(markerIn(`<!-- drawbridge ${marker.check} 9 -->\nx`)).toEqual(marker);
    expect(markerOf('other', place.runUrl).check).not.toBe(marker.check);
    expect(markerOf(undefined, place.runUrl).check).not.toBe(marker.check);
  });

  it.each([
    'nothing',
    ` <!-- drawbridge ${'a'.repeat(12)} 9 -->`,
    `x\n<!-- drawbridge ${'a'.repeat(12)} 9 -->`,
    `<!-- drawbridge ${'A'.repeat(12)} 9 -->`,
    `<!-- drawbridge ${'a'.repeat(12)} 9 --> x`,
    `<!-- drawbridge ${'a'.repeat(12)} -->`,
  ])('is not in %j', (body) => expect(markerIn(body)).toBeUndefined());
});
