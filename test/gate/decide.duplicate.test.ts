import { expect, it } from 'vitest';
import { unknown } from '../../src/facts/fact.ts';
import { decideDuplicate } from '../../src/gate/decide.ts';
import * as b from './build.ts';

const cause = b.byCommand({ command: { name: 'duplicate', commit: b.head } });

it.each([
  ['a member', b.witness(b.bob), 'allowed member-with-write'],
  ['an outsider', b.witness(b.mallory, false), 'denied rerunner-not-member'],
  ['somebody hidden', b.witness(b.bob, unknown('membership-hidden')), 'undecided membership-hidden'],
])('a duplicate that is asked for again by %s', (_, rerunner, follows) => {
  const { decision, reason } = decideDuplicate(b.evidence({ cause, rerunners: [rerunner] }));
  expect(`${decision} ${reason}`).toBe(follows);
});
