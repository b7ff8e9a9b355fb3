import { expect, it } from 'vitest';
import { approvals } from './rows/approvals.ts';
import { copies } from './rows/copies.ts';
import { events } from './rows/events.ts';
import { forgeries } from './rows/forgeries.ts';
import { heads } from './rows/heads.ts';
import { people } from './rows/people.ts';
import { pushes } from './rows/pushes.ts';
import { refs } from './rows/refs.ts';
import { repeats } from './rows/repeats.ts';
import { reports } from './rows/reports.ts';
import { rights } from './rows/rights.ts';
import { runs } from './rows/runs.ts';
import { spending } from './rows/spending.ts';
import { together } from './rows/together.ts';
import { values } from './rows/values.ts';
import { openAttackStage } from './stage.ts';

const rows = [
  ...[heads, people, approvals, events, values, reports, runs, together],
  ...[pushes, refs, repeats, rights, spending, copies, forgeries],
];
const attacks = rows.flat().sort((a, b) => a.number - b.number);
const count = 56;

it(`all ${count} attacks are here, each once`, () => {
  expect(attacks.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
});

// `npm run test:attacks` prints one line for each, in this order.
for (const { number, title, play, scale } of attacks) {
  it(`attack ${number}: ${title}`, async () => {
    const stage = await openAttackStage(scale);
    try {
      await play(stage);
    } finally {
      await stage.sandbox.close();
    }
  });
}
