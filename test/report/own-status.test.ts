/** What a job of a pipeline may say of it, whatever stands. */
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../../src/reasons.ts';
import { digestOf } from '../../src/report/claim.ts';
import { amendmentOf, type OwnRequest, sayingOf } from '../../src/report/own-status.ts';
import type { StandingStatus } from '../../src/report/status.ts';
import { commit } from './build.ts';

const request: OwnRequest = {
  ...{ server: 'https://github.com', repository: 'acme/engine', commit, pull: 42 },
  ...{ ending: '0123456789ab', tests: ['dns'], all: false },
};
const dns = digestOf({ ids: ['dns'], all: false });
const page = 'https://github.com/acme/engine/actions/runs/7';
const own = `${page}?pr=42&key=0123456789ab&tests=${dns}&full=1`;
const notFull = own.replace('full=1', 'full=0');
const newer = own.replace('0123456789ab', 'bbbbbbbbbbbb');
const claiming = own.replace('&key=0123456789ab', '');
const other = own.replace('pr=42', 'pr=43');
const closed = `${page}?pr=42`;
const detached = 'private tests are running; the verdict will follow (dns)';

let at = 0;
const line = (state: StandingStatus['state'], targetUrl: string, description = 'words'): StandingStatus => {
  at += 1;
  return { context: 'drawbridge', state, targetUrl, description, at };
};
const verdict = (reason: ReasonCode) => ({ decision: 'allowed', reason, commit, tests: ['dns'] }) as const;
const passed = verdict('pipeline-success');
const failed = verdict('pipeline-failed');
const passedLine = 'private tests passed (dns)';
const failedLine = 'private tests failed (dns)';

/** In one line. `lines` stand, newest first. */
function says(result: typeof passed | typeof failed, lines: readonly StandingStatus[], alone = true): string {
  const saying = sayingOf(result, lines, request, alone);
  if (saying.act === 'nothing') return saying.because;
  const { state, description, targetUrl } = saying.line;
  return `${saying.becomes}: ${state} ${description} ${targetUrl}`;
}

describe('over its own words', () => {
  const left = `left: pending ${detached} ${own}`;
  it.each<[string, typeof passed | typeof failed, StandingStatus[], boolean, string]>([
    ['a pass', passed, [line('pending', own)], true, `told: success ${passedLine} ${own}`],
    ['a failure', failed, [line('pending', own)], true, `told: failure ${failedLine} ${own}`],
    [
      'a failure, of whoever claims too',
      failed,
      [line('pending', own)],
      false,
      `told: failure ${failedLine} ${own}`,
    ],
    ['a pass over a failure', passed, [line('failure', own)], true, `told: success ${passedLine} ${own}`],
    [
      'a pass over a word of ours that is lost',
      passed,
      [line('error', own)],
      true,
      `told: success ${passedLine} ${own}`,
    ],
    ['a failure over a pass', failed, [line('success', own)], true, `told: failure ${failedLine} ${own}`],
    ['the same again', passed, [line('success', own, passedLine)], true, 'said'],
    ['the same failure again', failed, [line('failure', own, failedLine)], true, 'said'],
    [
      'a pass in other words',
      passed,
      [line('success', own, 'x')],
      true,
      `told: success ${passedLine} ${own}`,
    ],
    ['a pass that others claim too, and that stands', passed, [line('success', own, 'x')], false, 'said'],
    ['a pass that others claim too', passed, [line('pending', own)], false, 'left'],
    ['a pass that others claim too, over a failure', passed, [line('failure', own)], false, left],
    ['a pass for fewer than all', passed, [line('pending', notFull)], true, 'left'],
    [
      'a pass that was for fewer once',
      passed,
      [line('pending', own), line('pending', notFull)],
      true,
      'left',
    ],
    [
      'fewer than all, of a newer run',
      passed,
      [line('pending', own), line('pending', notFull.replace('42', '43'))],
      true,
      `told: success ${passedLine} ${own}`,
    ],
    [
      'a pass after a job that took it along',
      passed,
      [line('failure', `${own}#5`)],
      true,
      `told: success ${passedLine} ${own}`,
    ],
  ])('%s', (_, result, lines, alone, expected) => expect(says(result, lines, alone)).toBe(expected));
});

describe('over the words of others nothing', () => {
  it.each<[string, StandingStatus[], string]>([
    ['where nothing stands', [], 'not-ours'],
    ['a newer request', [line('pending', newer), line('pending', own)], 'not-ours'],
    [
      'a run that has claimed, and has made no request yet',
      [line('pending', claiming), line('pending', own)],
      'not-yet',
    ],
    ['that has failed before it made one', [line('failure', claiming)], 'not-ours'],
    ['another pull request', [line('pending', other), line('pending', own)], 'not-ours'],
    [
      'another pull request that has claimed',
      [line('pending', other.replace('&key=0123456789ab', ''))],
      'not-ours',
    ],
    ['a close', [line('failure', closed), line('pending', own)], 'not-ours'],
    ['a push', [line('success', page), line('pending', own)], 'not-ours'],
    ['another tool', [line('success', ''), line('pending', own)], 'not-ours'],
    ['tests of another digest', [line('pending', own.replace(dns, 'cccccccccccc'))], 'not-ours'],
    [
      'all tests, where some were asked for',
      [line('pending', own.replace(`tests=${dns}`, 'tests=all'))],
      'not-ours',
    ],
    ['a link that leads elsewhere', [line('pending', own.replace('github.com', 'github.evil'))], 'not-ours'],
    ['a link into another repository', [line('pending', own.replace('acme', 'mallory'))], 'not-ours'],
    ['a link with more in it', [line('pending', own.replace('/7?', '/7/x?'))], 'not-ours'],
  ])('%s', (_, lines, expected) => {
    expect(says(passed, lines)).toBe(expected);
    expect(says(failed, lines)).toBe(expected);
  });
});

it('all tests, asked for one by one, are all or some to the action', () => {
  const every: OwnRequest = { ...request, all: true };
  for (const link of [own, own.replace(`tests=${dns}`, 'tests=all')])
    expect(sayingOf(passed, [line('pending', link)], every, true)).toMatchObject({
      act: 'say',
      becomes: 'told',
    });
});

describe('what lies beneath a line that was written', () => {
  const seen = line('pending', own, detached);
  const said = { state: 'success', description: passedLine, targetUrl: own } as const;
  const saidFailure = { state: 'failure', description: failedLine, targetUrl: own } as const;
  const top = line('success', own, passedLine);
  const topFailure = line('failure', own, failedLine);
  const amends = (what: typeof said | typeof saidFailure, lines: readonly StandingStatus[]): string => {
    const amendment = amendmentOf(what, seen, lines, request);
    if (!amendment) return 'nothing';
    const { state, description, targetUrl } = amendment.line;
    return `${amendment.becomes}: ${state} ${description} ${targetUrl}`;
  };
  const waits = 'private tests are running; the verdict will follow';
  it.each<[string, StandingStatus[], string, string]>([
    ['what it was written over', [seen], 'nothing', 'nothing'],
    ['its own run', [line('pending', own), seen], 'nothing', 'nothing'],
    ['a newer run', [line('pending', newer), seen], ...both(`not-ours: pending ${waits} ${newer}`)],
    [
      'a newer run that has claimed',
      [line('pending', claiming), seen],
      ...both(`not-ours: pending ${waits} ${claiming}`),
    ],
    [
      'the pass of a newer run: anybody can have written it',
      [line('success', newer), seen],
      ...both(`not-ours: pending ${waits} ${newer}`),
    ],
    [
      'a link that leads elsewhere',
      [line('success', newer.replace('github.com', 'x.example')), seen],
      ...both('nothing'),
    ],
    [
      'another pull request',
      [line('pending', other), seen],
      `left: pending ${waits} (dns) ${own}`,
      'nothing',
    ],
    ['another one that was not let through', [line('pending', `${page}?pr=43`), seen], ...both('nothing')],
    ['what was there before', [seen, line('pending', newer), line('pending', other)], ...both('nothing')],
  ])('%s', (_, beneath, success, failure) => {
    expect(amends(said, [top, ...beneath])).toBe(success);
    expect(amends(saidFailure, [topFailure, ...beneath])).toBe(failure);
  });

  it('is left to whoever has spoken since, and where a list lags', () => {
    expect(amends(said, [line('pending', newer), top, line('pending', other), seen])).toBe('nothing');
    expect(amends(said, [seen])).toBe('nothing');
  });
});

function both(text: string): [string, string] {
  return [text, text];
}
