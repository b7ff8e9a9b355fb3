/** ID tokens of the job, by which it proves to others who it is (docs/facts/runner.md, "ID tokens"). */
import * as v from 'valibot';
import { ServiceFailure } from '../net/failure.ts';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import type { Send } from '../net/transport.ts';

const answer = v.object({ value: v.pipe(v.string(), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)) });

/**
 * Asks the runner's token service for a token with this audience, a fresh one at each call. `env`: the runner's variables;
 * a job without `id-token: write` has not those that are needed.
 * Rejects with a ServiceFailure of GitHub: `id-token-not-allowed` where the job may not ask, `unexpected` where the answer
 * is no token.
 */
export function idTokenFrom(
  env: Readonly<Record<string, string | undefined>>,
  audience: string,
  send: Send,
): () => Promise<string> {
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  return async () => {
    if (url === '' || bearer === '') throw notAllowed;
    const asked = { method: 'GET', url: `${url}&audience=${encodeURIComponent(audience)}` };
    const response = await send({ ...asked, headers: { authorization: `Bearer ${bearer}` } }).catch(
      (thrown: unknown) => {
        throw asServiceFailure('github', thrown);
      },
    );
    if (response.status !== 200) throw refusedBy('github', response, []);
    const read = v.safeParse(answer, JSON.parse(response.body || 'null'));
    if (!read.success) throw unreadable;
    return read.output.value;
  };
}

const failed = (
  facts: Pick<ConstructorParameters<typeof ServiceFailure>[0], 'kind' | 'refusal' | 'status'>,
) => new ServiceFailure({ service: 'github', mayHaveActed: false, ...facts });

const notAllowed = failed({ kind: 'forbidden', status: undefined, refusal: 'id-token-not-allowed' });
const unreadable = failed({ kind: 'unexpected', status: 200 });
