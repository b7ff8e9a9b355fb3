/** Log-in of machines by two ids (Vault docs, "AppRole auth method (API)"). */
import { randomUUID } from 'node:crypto';
import { isWithin } from '../access.ts';
import { type Answer, type Backend, type Call, withData } from '../api.ts';
import { list, seconds } from '../duration.ts';
import { absent, badRequest, deadToken, refusal } from '../refusals.ts';
import { issueToken } from '../tokens.ts';
import type { World } from '../world.ts';
import { keysBelow } from './keys.ts';
import { isYes, TOKEN_FIELDS, tokenFieldsShape, wishOf } from './login-fields.ts';
import { issued } from './token.ts';

interface Role {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly id: string;
}

interface SecretId {
  readonly role: string;
  readonly expiresAt: number;
  /** 0: as many as one likes. */
  usesLeft: number;
}

const ROLE_FIELDS = ['bind_secret_id', 'secret_id_bound_cidrs', 'secret_id_num_uses', 'secret_id_ttl'];
const INVALID = 'invalid role or secret ID';

export function approle(world: World): Backend {
  const roles = new Map<string, Role>();
  const secretIds = new Map<string, SecretId>();
  const named = (call: Call): [string, Role | undefined] => {
    const name = call.caught[0] ?? '';
    return [name, roles.get(name)];
  };
  const needsSecretId = ({ fields }: Role) =>
    fields['bind_secret_id'] === undefined || isYes(fields['bind_secret_id']);

  const login = ({ body, namespace, mount, whole, from }: Call): Answer => {
    const { role_id, secret_id } = body as { role_id?: string; secret_id?: string };
    if (!role_id) throw refusal(500, ['missing role_id']);
    const [name, role] = [...roles].find(([, one]) => one.id === role_id) ?? [];
    if (name === undefined || !role) throw badRequest(INVALID);
    if (needsSecretId(role)) useSecretId(name, role, secret_id, from);
    const wish = wishOf(role.fields);
    if (!isWithin(from, wish.cidrs)) throw deadToken();
    const made = { namespace, mount, path: whole, meta: { role_name: name }, displayName: 'approle' };
    return issued(issueToken(world, { ...wish, ...made, alias: role.id }));
  };

  const useSecretId = (name: string, role: Role, given: string | undefined, from: string): void => {
    if (!given) throw badRequest('missing secret_id');
    const known = secretIds.get(given);
    if (known?.role !== name || known.expiresAt <= world.now()) throw badRequest(INVALID);
    if (!isWithin(from, list(role.fields['secret_id_bound_cidrs'])))
      throw badRequest(`source address "${from}" unauthorized by CIDR restrictions on the role: %!w(<nil>)`);
    if (known.usesLeft === 0) return;
    known.usesLeft -= 1;
    if (known.usesLeft === 0) secretIds.delete(given);
  };

  const makeSecretId = (call: Call, id: string): Answer => {
    const [name, role] = named(call);
    if (!role) throw refusal(404, [`role "${name}" does not exist`]);
    const uses = Number(role.fields['secret_id_num_uses'] ?? 0);
    const ttl = seconds(role.fields['secret_id_ttl']);
    const expiresAt = ttl > 0 ? world.now() + ttl * 1000 : Number.POSITIVE_INFINITY;
    secretIds.set(id, { role: name, expiresAt, usesLeft: uses });
    return withData({
      secret_id: id,
      secret_id_accessor: randomUUID(),
      secret_id_num_uses: uses,
      secret_id_ttl: ttl,
    });
  };

  return [
    {
      path: /^login\/?$/,
      open: true,
      fields: ['role_id', 'secret_id', 'role', 'jwt'],
      refuses: ['read'],
      write: login,
    },
    {
      path: /^role\/([^/]+)$/,
      fields: [...ROLE_FIELDS, ...TOKEN_FIELDS],
      exists: (call) => named(call)[1] !== undefined,
      write: (call) => {
        const [name, role] = named(call);
        roles.set(name, { id: role?.id ?? randomUUID(), fields: { ...role?.fields, ...call.body } });
        return undefined;
      },
      read: (call) => {
        const [, role] = named(call);
        if (!role) throw absent();
        return withData(roleShape(role, needsSecretId(role)));
      },
      delete: (call) => {
        roles.delete(named(call)[0]);
        return undefined;
      },
    },
    { path: /^role\/?$/, list: () => withData({ keys: keysBelow(roles.keys(), '') }) },
    {
      path: /^role\/([^/]+)\/role-id$/,
      read: (call) => {
        const [, role] = named(call);
        if (!role) throw absent();
        return withData({ role_id: role.id });
      },
    },
    { path: /^role\/([^/]+)\/secret-id$/, fields: [], write: (call) => makeSecretId(call, randomUUID()) },
    {
      path: /^role\/([^/]+)\/custom-secret-id$/,
      fields: ['secret_id'],
      write: (call) => makeSecretId(call, String(call.body['secret_id'])),
    },
  ];
}

const roleShape = ({ fields }: Role, bindSecretId: boolean) => ({
  bind_secret_id: bindSecretId,
  local_secret_ids: false,
  secret_id_bound_cidrs:
    fields['secret_id_bound_cidrs'] === undefined ? null : list(fields['secret_id_bound_cidrs']),
  secret_id_num_uses: Number(fields['secret_id_num_uses'] ?? 0),
  secret_id_ttl: seconds(fields['secret_id_ttl']),
  ...tokenFieldsShape(fields, 'default'),
});
