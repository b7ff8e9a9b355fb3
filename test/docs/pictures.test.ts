/** The pictures of the pages show what summary and comment say now: they were made from these very texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, file, folder, type MadeFrom, views, withoutChance } from '../../scripts/made-from.ts';
import { commentOf, markerOf } from '../../src/report/comment.ts';
import type { Place } from '../../src/report/place.ts';
import type { Result } from '../../src/report/result.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { commit } from '../report/build.ts';
import { pages, pageText } from './pages.ts';

const madeFrom: MadeFrom = JSON.parse(readFileSync(file, 'utf8'));
const place: Place = {
  repositoryUrl: 'https://github.com/acme/engine',
  runUrl: 'https://github.com/acme/engine/actions/runs/9',
  ...{ organization: 'acme', teams: [], projectUrl: 'https://gitlab.example/acme/engine-tests' },
};
const marker = markerOf('drawbridge', place.runUrl);
const tests = ['test-aws-infra', 'test-do-infra'];
const on: Result = { decision: 'allowed', reason: 'running', commit, tests, pull: 3, pipelineId: 5 };
const failed: Result = {
  ...{ ...on, reason: 'pipeline-failed', verdict: 'failure', pipelineStatus: 'failed', reused: 'none' },
  ...{ durationSeconds: 989, queuedSeconds: 1, ranSeconds: 830, jobs: { done: 3, failed: 1, all: 3 } },
  ref: { name: 'fix-retries', shown: 'fix-retries', twin: true },
  testResults: { 'test-aws-infra': 'failed', 'test-do-infra': 'success' },
  testSeconds: { 'test-aws-infra': 602, 'test-do-infra': 721 },
  grounds: {
    rule: 'all-members',
    people: (['author', 'pusher', 'sender'] as const).map((part) => ({ part, login: 'bob' })),
  },
};

/** What is said now of what the pictures show. */
const now: Readonly<Record<string, () => string>> = {
  'comment-waiting': () =>
    commentOf({ decision: 'denied', reason: 'approval-needed', commit, pull: 3 }, place, marker),
  'comment-running': () =>
    commentOf(on, place, marker, {
      ...{ pipelineId: 5, status: 'running', since: 0, usualMs: 1_000_000 },
      jobs: { done: 2, failed: 0, all: 3 },
    }),
  'summary-failed': () => summaryOf(failed, [], place),
};

describe('a picture', () => {
  it.each(Object.entries(now))('%s was made from what is said now (else: npm run pictures)', (name, say) => {
    expect(madeFrom[name]?.text.trim()).toBe(withoutChance(say()).trim());
  });

  it('is the one that was made from it, in every view, and small', () => {
    expect(Object.keys(madeFrom).toSorted()).toEqual(Object.keys(now).toSorted());
    for (const [name, { pictures }] of Object.entries(madeFrom)) {
      expect(Object.keys(pictures)).toEqual(views.map(({ view }) => `${name}-${view}.png`));
      for (const [picture, digest] of Object.entries(pictures)) {
        const bytes = readFileSync(join(folder, picture));
        expect([picture, digestOf(bytes)]).toEqual([picture, digest]);
        expect(bytes.length).toBeLessThan(150 * 1024);
      }
    }
  });

  it('is shown by a page, and nothing else lies beside it', () => {
    const made = Object.values(madeFrom).flatMap(({ pictures }) => Object.keys(pictures));
    expect(readdirSync(folder).toSorted()).toEqual([...made, 'made-from.json'].toSorted());
    const texts = pages.map(pageText).join('\n');
    expect(made.filter((picture) => !texts.includes(`pictures/${picture}`))).toEqual([]);
  });
});

describe('what is left out of a comparison', () => {
  it('is what another run has others of, and no word', () => {
    const text = `${'a'.repeat(40)} \`aaaaaaa\` /runs/12 pipeline 5 [#5](/pipelines/5) #7 14:03 UTC, 1 h 05 min, 3 min 02 s, 40 s, 17 min`;
    expect(withoutChance(text)).toBe(
      '<commit> `<commit>` /runs/<run> pipeline <pipeline> [#<pull>](/pipelines/<pipeline>) #<pull> <hour>, <time>, <time>, <time>, <time>',
    );
    expect(withoutChance('1 of 2 private tests failed')).toBe('1 of 2 private tests failed');
  });
});
