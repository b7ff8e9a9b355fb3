import { expect, it } from 'vitest';
import type { Person } from '../../src/facts/pull.ts';
import type { Cause, Crossing, Evidence } from '../../src/gate/decide.ts';
import { answerable } from '../../src/gate/rights.ts';
import * as b from './build.ts';

const pulled = (approved: boolean): Crossing => ({
  kind: 'pull-request',
  pull: b.livePull(),
  approval: approved ? b.approval() : undefined,
  byOutsider: false,
});
const byRef: Crossing = { kind: 'ref', event: b.refEvent() };
const command: Cause = b.byCommand({ command: { name: 'retest', all: false }, sender: b.writer(b.carol) });
const dispatch: Cause = { by: 'dispatch', sender: b.writer(b.carol) };
const again = [b.witness(b.alice)];

it.each<[string, Evidence, Crossing, readonly Person[]]>([
  ['who caused the event', b.evidence(), pulled(false), [b.bob]],
  [
    'who approved the commit, not who caused the event',
    b.evidence({ cause: b.byEvent(b.witness(b.mallory, false)) }),
    pulled(true),
    [b.dave],
  ],
  ['who gave the command', b.evidence({ cause: command }), pulled(false), [b.carol]],
  [
    'who gave the command, also where the commit is approved',
    b.evidence({ cause: command }),
    pulled(true),
    [b.carol],
  ],
  ['who started it by hand', b.evidence({ cause: dispatch }), pulled(true), [b.carol]],
  ['who pushed to a branch of the repository', b.refEvidence(), byRef, [b.bob]],
  ['and who started it again', b.evidence({ rerunners: again }), pulled(false), [b.bob, b.alice]],
  ['the same of a push', b.refEvidence({ rerunners: [b.writer(b.alice)] }), byRef, [b.bob, b.alice]],
  [
    'and who started it again, though it is approved',
    b.evidence({ rerunners: again }),
    pulled(true),
    [b.dave, b.alice],
  ],
  [
    'nobody for whom there is no account any more',
    b.evidence({ cause: b.byEvent(b.witness(null, false)), rerunners: [b.witness(null, false)] }),
    pulled(false),
    [],
  ],
  ['nobody where nothing crossed', { kind: 'none', reason: 'no-command' }, byRef, []],
  ['of what does not fit together, who caused it', b.evidence(), byRef, [b.bob]],
])('%s answers for the tests', (_, evidence, crossing, people) => {
  expect(answerable(evidence, crossing)).toEqual(people);
});
