import { describe, expect, it } from 'vitest';
import { patientWithNew } from '../../src/github/new-token.ts';
import type { HttpResponse } from '../../src/net/transport.ts';
import { virtualClock } from '../world/clock.ts';

const refusal = '{"message":"Bad credentials"}';

/** Requests at some times (ms) with a token that GitHub knows from another time on. */
async function asked(times: readonly number[], knownFrom: number, body = refusal) {
  const clock = virtualClock();
  const sent: number[] = [];
  const send = patientWithNew(async ({ url }): Promise<HttpResponse> => {
    sent.push(clock.elapsed());
    const known = clock.elapsed() >= knownFrom;
    return { status: known ? 200 : 401, headers: new Map(), body: known ? '{}' : body, url };
  }, clock);
  const answers = times.map(async (at) => {
    await clock.sleep(at);
    return (await send({ method: 'POST', url: 'https://api.github.com/' })).status;
  });
  return { answers: await Promise.all(answers), sent };
}

describe('a 401 in the first minute of a run', () => {
  it('is no answer yet: the token may be new', async () => {
    expect(await asked([0], 1_000)).toEqual({ answers: [200], sent: [0, 3_000] });
  });

  it('is one when it is given again, and then for all that follows', async () => {
    expect(await asked([0, 5_000], 90_000)).toEqual({ answers: [401, 401], sent: [0, 3_000, 5_000] });
  });

  it('is waited out together', async () => {
    expect(await asked([0, 1_000, 2_999], 2_999)).toEqual({
      answers: [200, 200, 200],
      sent: [0, 1_000, 2_999, 3_000, 3_000],
    });
  });

  it('of a gateway is another thing, and left to others', async () => {
    expect(await asked([0], 1_000, '<html>')).toEqual({ answers: [401], sent: [0] });
  });
});

it('later a 401 is an answer', async () => {
  expect(await asked([60_000], 61_000)).toEqual({ answers: [401], sent: [60_000] });
});
