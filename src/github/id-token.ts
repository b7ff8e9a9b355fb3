/** Asks GitHub for the ID tokens of a job, by which it proves who it is (docs/facts/runner.md, "ID tokens"). */
import * as v from 'valibot';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import type { Send } from '../net/transport.ts';
import { read } from './read.ts';

/** Where a job with `id-token: write` asks, and what it shows (GitHub docs, "OpenID Connect reference"). */
export interface IdTokenRequest {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL`: it has a query already. */
  readonly requestUrl: string;
  readonly requestToken: string;
  readonly audience: string;
  readonly send: Send;
}

const answerShape = v.object({ value: v.pipe(v.string(), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)) });

/** Gives a function that asks for a fresh token at each call. It rejects with a ServiceFailure. */
export function createIdTokens({
  requestUrl,
  requestToken,
  audience,
  send,
}: IdTokenRequest): () => Promise<string> {
  return async () => {
    const url = `${requestUrl}${requestUrl.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
    try {
      const answer = await send({ method: 'GET', url, headers: { authorization: `Bearer ${requestToken}` } });
      if (answer.status !== 200) throw refusedBy('github', answer, []);
      return read(answerShape, JSON.parse(answer.body)).value;
    } catch (thrown) {
      throw asServiceFailure('github', thrown);
    }
  };
}
