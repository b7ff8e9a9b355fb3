/** Whose status it is: what the contexts and the links of a check are. */
import { describe, expect, it } from 'vitest';
import {
  claimIn,
  claimingUrl,
  contextOfRequireAll,
  contextOnRequest,
  isAwaited,
  pullIn,
  refusingUrl,
  runIn,
  standingIn,
  takingAlong,
} from '../../src/report/claim.ts';
import type { StandingStatus } from '../../src/report/status.ts';

const url = 'https://github.com/acme/engine/actions/runs/9';
const claim = claimingUrl(url, { pull: 42, tests: 'all', full: true });
const status = (context: string, over: Partial<StandingStatus> = {}): StandingStatus => ({
  ...{ context, state: 'pending', targetUrl: url, description: '', at: 1_000 },
  ...over,
});

it('a key is named by the digest at its end, and by no other digits', () => {
  const named = (key?: string) => claimingUrl(url, { pull: 1, tests: 'all', full: true }, key);
  expect(named('acme/engine#1@abc:0123456789ab')).toContain('&key=0123456789ab&');
  for (const key of [undefined, '', 'acme:0123456789ab/engine#1', 'acme/engine#1@abc'])
    expect(named(key)).not.toContain('key=');
});

it.each([
  ['a claim', claim, 42, url],
  ['a refusal', refusingUrl(url, 7), 7, url],
  ['a pipeline that was taken along', takingAlong(claim, 100), 42, url],
  ['a push’s page', url, undefined, url],
  ['a push’s pipeline that was taken along', takingAlong(url, 100), undefined, url],
  ['nothing', '', undefined, ''],
])('whom and which run a link speaks for: %s', (_, link, pull, run) => {
  expect([pullIn(link), runIn(link)]).toEqual([pull, run]);
});

it('a link without its tests claims nothing', () => expect(claimIn(`${url}?pr=42&full=1`)).toBeUndefined());

describe('the contexts', () => {
  it('beside that of the tests are its own, with another ending each', () => {
    expect([contextOnRequest('drawbridge'), contextOfRequireAll('drawbridge')]).toEqual([
      ...['drawbridge/test', 'drawbridge/require-all'],
    ]);
  });

  it('have one status each that stands: the newest', () => {
    const [other, newest, older] = [status('ci'), status('drawbridge'), status('drawbridge', { at: 1 })];
    expect(standingIn([other, newest, older], 'drawbridge')).toBe(newest);
    expect(standingIn([other], 'drawbridge')).toBeUndefined();
  });
});

describe('a run on request is waited for', () => {
  it.each<[string, readonly StandingStatus[], string | undefined, boolean]>([
    ['its status is pending', [status('drawbridge/test')], 'drawbridge', true],
    ['nothing stands', [], 'drawbridge', false],
    ['its status is older', [status('drawbridge/test', { at: 999 })], 'drawbridge', false],
    ['it is over', [status('drawbridge/test', { state: 'success', at: 2_000 })], 'drawbridge', false],
    ['only the required check is pending', [status('drawbridge')], 'drawbridge', false],
    ['no status is written', [status('undefined/test')], undefined, false],
  ])('%s: %#', (_, statuses, context, expected) => {
    expect(isAwaited(statuses, context, 1_000)).toBe(expected);
  });
});
