import { describe, expect, it } from 'vitest';
import { unknown } from '../../src/facts/fact.ts';
import { decide } from '../../src/gate/decide.ts';
import * as b from './build.ts';

const hidden = unknown('membership-hidden');
const down = unknown('github-unavailable');

describe('a commit of the repository itself', () => {
  it.each([
    ['a member with write', b.writer(b.bob), undefined, 'allowed member-with-write'],
    [
      'a member with write, started again by one',
      b.writer(b.bob),
      b.writer(b.dave),
      'allowed member-with-write',
    ],
    ['a reader', b.writer(b.bob, true, 'read'), undefined, 'denied sender-not-writer'],
    ['a writer who is no member', b.writer(b.bob, false), undefined, 'denied sender-not-writer'],
    ['hidden', b.writer(b.bob, hidden), undefined, 'undecided membership-hidden'],
    ['of unknown rights', b.writer(b.bob, true, down), undefined, 'undecided github-unavailable'],
    [
      'a member, started again by an outsider',
      b.writer(b.bob),
      b.writer(b.mallory, false, 'read'),
      'denied sender-not-writer',
    ],
    [
      'a member, started again by somebody hidden',
      b.writer(b.bob),
      b.writer(b.dave, hidden),
      'undecided membership-hidden',
    ],
    [
      'an outsider, started again by a member',
      b.writer(b.mallory, false, 'read'),
      b.writer(b.dave),
      'denied sender-not-writer',
    ],
  ])('%s', (_, sender, rerunner, follows) => {
    const event = b.refEvent({ on: 'queue' });
    const decision = decide({ kind: 'ref', event, sender, rerunners: rerunner ? [rerunner] : [] }, b.policy);
    expect(b.said(decision)).toEqual([follows, b.head]);
    if (decision.decision === 'allowed') expect(decision.crossing).toEqual({ kind: 'ref', event });
  });
});

describe('nothing to decide on', () => {
  it.each([
    ['unsupported-event', 'denied unsupported-event'],
    ['no-command', 'not-run no-command'],
    ['label-without-prefix', 'not-run label-without-prefix'],
  ] as const)('%s', (reason, follows) => {
    expect(b.said(decide({ kind: 'none', reason }, b.policy))).toEqual([follows, undefined]);
  });
});
