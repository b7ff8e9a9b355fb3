/** Asks once more where GitLab no longer takes a token that was rotated while it was used. */
import { isForeignNo } from '../net/content.ts';
import { serviceFailureAs } from '../net/failure.ts';
import type { HttpRequest, Send } from '../net/transport.ts';

const header = 'private-token';

/** So often a token is fetched that turns out to be the refused one: the store may hear of a rotation later than GitLab. */
const mostInVain = 3;

/**
 * Sends what GitLab answers by its own 401 once more with the token that `another` gives then, if that is another one; from
 * then on everything is sent with it. Who is not let in has done nothing, so that holds for every method. `another` rejects
 * with a ServiceFailure where there is none to be had: then the 401 stands.
 */
export function withRotated(send: Send, another: () => Promise<string | undefined>): Send {
  let newest: string | undefined;
  let fetching: Promise<string | undefined> | undefined;
  let inVain = 0;
  const replacementOf = async (refused: string): Promise<string | undefined> => {
    if (newest !== undefined && newest !== refused) return newest;
    if (inVain === mostInVain) return undefined;
    fetching ??= another()
      .catch(serviceFailureAs(undefined))
      .finally(() => {
        fetching = undefined;
      });
    const found = await fetching;
    if (found === undefined || found === refused) {
      inVain += 1;
      return undefined;
    }
    newest = found;
    return found;
  };
  return async (request) => {
    const own = request.headers?.[header];
    if (own === undefined) return send(request);
    const used = newest ?? own;
    const answer = await send(carrying(request, used));
    if (answer.status !== 401 || isForeignNo(answer.status, answer.body)) return answer;
    const replacement = await replacementOf(used);
    return replacement === undefined ? answer : send(carrying(request, replacement));
  };
}

const carrying = (request: HttpRequest, token: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, [header]: token },
});
