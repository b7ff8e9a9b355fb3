/** What a token may do in Vault, as its web page asks it (docs/facts/vault.md, "What a token may do"). */
import * as v from 'valibot';
import type { Rights, RightsSource } from '../doctor/vault.ts';
import { readerOf } from '../net/shape.ts';
import type { VaultClientOptions } from './client.ts';
import { createCalls } from './node-vault.ts';

const paths = v.record(v.string(), v.object({ capabilities: v.array(v.string()) }));
const aclShape = v.object({
  data: v.object({
    root: v.optional(v.boolean(), false),
    exact_paths: v.optional(v.nullable(paths)),
    glob_paths: v.optional(v.nullable(paths)),
  }),
});
const read = readerOf('vault');

/** Asks Vault, or one namespace of it. */
export const createRights = ({ url, namespace, send }: VaultClientOptions): RightsSource => ({
  rights: async (token): Promise<Rights> => {
    const calls = createCalls({ url, namespace, token, send });
    const body = await calls.get('sys/internal/ui/resultant-acl', 'read');
    const { root, exact_paths: exact, glob_paths: globs } = read(aclShape, parsed(body)).data;
    return {
      root,
      paths: [
        ...Object.entries(exact ?? {}).map(([path, { capabilities }]) => ({ path, capabilities })),
        ...Object.entries(globs ?? {}).map(([path, { capabilities }]) => ({
          path: `${path}*`,
          capabilities,
        })),
      ],
    };
  },
});

/** What is no JSON, as a page of some proxy, is as little understood as another shape. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
