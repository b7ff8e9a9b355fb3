/** An answer that is no JSON is a failure of Vault, and no fault of ours. */
import { expect, it } from 'vitest';
import { createRights } from '../../src/vault/rights.ts';

it.each(['<html>', '', '{"data":7}'])('%j', async (body) => {
  const send = async () => ({ status: 200, headers: {}, body });
  const rights = createRights({ url: 'https://vault', send: send as never, namespace: undefined as never });
  await expect(rights.rights('hvs.x')).rejects.toMatchObject({ service: 'vault', kind: 'unexpected' });
});
