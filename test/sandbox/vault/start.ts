/** A Vault without a socket, on a clock that a test moves. */
import { scaledClock } from '../../../sandbox/clock.ts';
import { createVault } from '../../../sandbox/vault/vault.ts';

export function startVault() {
  let passed = 0;
  const vault = createVault({ clock: { ...scaledClock(1), now: () => Date.now() + passed } });
  return {
    vault,
    pass: (ms: number) => {
      passed += ms;
    },
    /** Asks below `/v1/`; gives the status, where it leads to, and the errors or the data. */
    ask: async (method: string, path: string, token = vault.rootToken, body?: unknown) => {
      const answer = await vault.app.request(`/v1/${path}`, {
        method,
        headers: { 'x-vault-token': token },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const said = text === '' ? {} : (JSON.parse(text) as { errors?: string[]; data?: unknown });
      const location = answer.headers.get('location');
      return [answer.status, location ?? said.errors?.join() ?? said.data ?? ''] as const;
    },
  };
}
