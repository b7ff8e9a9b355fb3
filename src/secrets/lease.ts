/** Keeps what has a lease alive for as long as it is needed, and ends it. */
import { ask } from '../facts/ask.ts';
import { repeatedly } from '../net/again.ts';
import { patient } from './patience.ts';
import type { KeptLease } from './secrets.ts';
import { type SecretPorts, type Session, say } from './session.ts';
import type { Lease, Life } from './vault.ts';

/** Renewed when this part of its time is over, so that there is time for some tries. */
const renewAfter = 2 / 3;

/** Keeps leases, and the token that they hang on. Renews in the background until `end()`. */
export function keep(ports: SecretPorts, session: Session, leases: readonly Lease[]): KeptLease {
  const { access, issued } = session;
  const over = new AbortController();
  let ending: Promise<boolean> | undefined;

  void prolongToken();
  for (const lease of leases) void prolong(lease, () => access.renewLease(lease.id));

  return {
    end: () => {
      over.abort();
      ending ??= session.end(leases);
      return ending;
    },
  };

  /** How long a token that was handed over lives, only its renewal tells. One that cannot be renewed is left alone. */
  async function prolongToken(): Promise<void> {
    const life = issued ?? (await ask(access.renew()));
    if (!('known' in life)) return prolong(life, access.renew);
    if (life.known) await prolong(life.value, access.renew);
  }

  async function prolong(first: Life, renew: () => Promise<Life>): Promise<void> {
    let life = first;
    while (life.renewable && life.ttlMs > 0) {
      const wait = life.ttlMs * renewAfter;
      await ports.clock.sleep(wait, over.signal);
      if (over.signal.aborted) return;
      const next = await ask(repeatedly(renew, patient(ports)));
      if (over.signal.aborted) return;
      if (!next.known) return say(ports.log, next.reason);
      // It has come to its longest time: what is left now, in whole seconds, was left before.
      if (next.value.ttlMs <= life.ttlMs - wait + 1_000) return say(ports.log, 'vault-not-renewable');
      life = next.value;
    }
  }
}
