/** Roles by which tokens are created (Vault docs, "Token auth method (API)", "Create/Update token role"). */
import type { Backend } from '../api.ts';
import { list, seconds } from '../duration.ts';
import { badRequest } from '../refusals.ts';

/** What a role says of the tokens that are made by it. */
export interface CreationRole {
  readonly orphan: boolean;
  readonly renewable: boolean;
  readonly explicitMaxTtl: number;
  readonly period: number;
  readonly cidrs: readonly string[];
  /** Throws 400 for policies that are not allowed. */
  check(policies: readonly string[]): void;
}

/** The roles of one mount of tokens. */
export function createdRoles(): { named(name: string): CreationRole; readonly routes: Backend } {
  const roles = new Map<string, CreationRole>();
  return {
    named: (name) => {
      const role = roles.get(name);
      if (!role) throw badRequest(`unknown role ${name}`);
      return role;
    },
    routes: [
      {
        path: /^roles\/([^/]+)$/,
        fields: [
          'allowed_policies',
          'orphan',
          'renewable',
          'token_explicit_max_ttl',
          'token_period',
          'token_bound_cidrs',
        ],
        write: ({ caught, body }) => {
          roles.set(caught[0] ?? '', {
            orphan: body['orphan'] === true,
            renewable: body['renewable'] !== false,
            explicitMaxTtl: seconds(body['token_explicit_max_ttl']),
            period: seconds(body['token_period']),
            cidrs: list(body['token_bound_cidrs']),
            check: among([...list(body['allowed_policies']), 'default'].sort()),
          });
          return undefined;
        },
      },
    ],
  };
}

const among =
  (allowed: readonly string[]) =>
  (policies: readonly string[]): void => {
    if (policies.every((one) => allowed.includes(one))) return;
    const print = (names: readonly string[]) => `[${names.map((name) => JSON.stringify(name)).join(' ')}]`;
    throw badRequest(
      `token policies (${print(policies.toSorted())}) must be subset of the role's allowed policies (${print(allowed)}) or glob policies ([])`,
    );
  };
