/** Asks once more where GitHub does not know a token that was made a moment ago. */
import type { Clock } from '../clock.ts';
import { isForeignNo } from '../net/content.ts';
import type { Send } from '../net/transport.ts';

/** For so long (ms) after the run began a token may be too new, and so long a replica may need to hear of it. */
const newMs = 60_000;
const pauseMs = 3_000;

/**
 * Sends what was answered by 401 once more after a pause, in the first minute of a run: the step before may have made
 * the token, and a replica of GitHub may not know it yet (docs/facts/github.md, "Tokens"). Who is not let in has done
 * nothing, so that holds for every method. All requests of one token wait together, once.
 */
export function patientWithNew(send: Send, clock: Clock): Send {
  const begun = clock.now();
  let waited = false;
  let waiting: Promise<void> | undefined;
  return async (request) => {
    const final = waited || clock.now() - begun >= newMs;
    const answer = await send(request);
    if (final || answer.status !== 401 || isForeignNo(answer.status, answer.body)) return answer;
    waiting ??= clock.sleep(pauseMs).then(() => {
      waited = true;
    });
    await waiting;
    return send(request);
  };
}
