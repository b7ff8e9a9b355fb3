/** Bears with a server that does not know a token yet which another one has just given. */
import { repeatedly } from '../net/again.ts';
import type { Patience } from './patience.ts';
import type { Access } from './vault.ts';

/** How long a standby may lag after a change of the leader (docs/facts/vault.md, "Server"), ms; half is left to chance. */
const pauses = [250, 500, 1_000, 2_000];

/**
 * Asks again where a token is refused that was given a moment ago: OpenBao's standbys answer reads themselves. A refusal
 * costs no use of the token. What the leader does, renewals and revokes, is not repeated.
 */
export function bearingWithLag(access: Access, { clock, random, interrupted }: Patience): Access {
  const again = <T>(act: () => Promise<T>): Promise<T> =>
    repeatedly(act, {
      ...{ clock, interrupted },
      pauses: pauses.map((pause) => (pause * (1 + random())) / 2),
      longestWait: 2_000,
      mayPass: ({ refusal }) => refusal === 'token-dead',
      // The transport has asked again already.
      lasts: ({ refusal }) => refusal !== 'token-dead',
    });
  return {
    ...access,
    mountOf: (path) => again(() => access.mountOf(path)),
    read: (mount, path) => again(() => access.read(mount, path)),
    list: (mount, path) => again(() => access.list(mount, path)),
  };
}
