import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { decide, type RefEvidence } from '../../src/gate/decide.ts';
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
    const decision = decide(
      b.refEvidence({ event, sender, rerunners: rerunner ? [rerunner] : [] }),
      b.policy,
    );
    expect(b.said(decision)).toEqual([follows, b.head]);
    if (decision.decision === 'allowed') expect(decision.crossing).toEqual({ kind: 'ref', event });
  });
});

describe('a tag or release', () => {
  const reader = { sender: b.writer(b.bob, true, 'read') };
  it.each<[string, Partial<RefEvidence>, string]>([
    ['on a commit that is vouched for', { vouched: known(true) }, 'allowed member-with-write'],
    ['on one that nobody vouches for', { vouched: known(false) }, 'denied tag-off-branch'],
    ['on one of which it cannot be found out', { vouched: down }, 'undecided github-unavailable'],
    ['by a reader, on one that is vouched for', reader, 'denied sender-not-writer'],
    ['by a reader, on any other', { ...reader, vouched: known(false) }, 'denied sender-not-writer'],
    ['by a reader, where it cannot be found out', { ...reader, vouched: down }, 'denied sender-not-writer'],
    [
      'by somebody hidden, on one that nobody vouches for',
      { sender: b.writer(b.bob, hidden), vouched: known(false) },
      'undecided membership-hidden',
    ],
  ])('%s', (_, over, follows) => {
    for (const on of ['tag', 'release'] as const) {
      const decision = decide(b.refEvidence({ event: b.refEvent({ on, name: 'v1' }), ...over }), b.policy);
      expect(b.said(decision)).toEqual([follows, b.head]);
    }
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
