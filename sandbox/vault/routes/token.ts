/** Tokens (Vault docs, "Token auth method (API)"). */
import { isRoot } from '../access.ts';
import { type Answer, type Backend, type Call, type Token, withData } from '../api.ts';
import { goDuration, list, seconds } from '../duration.ts';
import { badRequest, deadToken, refusal } from '../refusals.ts';
import { lookupShape } from '../shapes/token.ts';
import { byAccessor, type Issued, issueToken, livingToken, renew, revoke } from '../tokens.ts';
import type { World } from '../world.ts';
import { type CreationRole, createdRoles } from './token-roles.ts';

/** The caller's own token; a route that is not open has one. */
export function own({ token }: Call): Token {
  if (!token) throw deadToken();
  return token;
}

/** What a new or renewed token answers, with what Vault says where it lives shorter than was asked for. */
export function issued({ token, ttl, cutFrom }: Issued): Answer {
  const asked = cutFrom === undefined ? undefined : goDuration(cutFrom);
  const warnings =
    asked === undefined
      ? []
      : [
          `TTL of "${asked}" exceeded the effective max_ttl of "${goDuration(ttl)}"; TTL value is capped accordingly`,
        ];
  return { kind: 'usual', auth: { token, ttl }, warnings };
}

const WISHES = ['policies', 'ttl', 'explicit_max_ttl', 'period', 'num_uses', 'renewable', 'type', 'meta'];
const MORE = ['no_parent', 'no_default_policy', 'display_name', 'id'];

export function token(world: World): Backend {
  const roles = createdRoles();
  const now = () => world.now();

  const create = (call: Call, role?: CreationRole, orphan = false): Answer => {
    const { body, namespace, mount, whole } = call;
    const caller = own(call);
    const asked = list(body['policies']);
    role?.check([...asked, 'default']);
    const name = body['display_name'];
    const asRoot = isRoot(caller);
    const strange = asked.find((one) => !asRoot && !caller.policies.includes(one));
    if (!role && strange !== undefined) throw badRequest('child policies must be subset of parent');
    const policies = asked.length > 0 || role ? asked : caller.policies;
    const isOrphan = orphan || role?.orphan === true || (body['no_parent'] === true && asRoot);
    const most = role?.explicitMaxTtl || seconds(body['explicit_max_ttl']);
    return issued(
      issueToken(world, {
        namespace,
        mount,
        path: whole,
        policies,
        noDefaultPolicy: body['no_default_policy'] === true || (asked.length === 0 && asRoot),
        type: body['type'] === 'batch' ? 'batch' : 'service',
        ttl: seconds(body['ttl']),
        explicitMaxTtl: most,
        period: role?.period || seconds(body['period']),
        uses: Number(body['num_uses'] ?? 0),
        cidrs: role?.cidrs ?? [],
        meta: (body['meta'] as Record<string, string> | undefined) ?? null,
        displayName: typeof name === 'string' ? `token-${name}` : 'token',
        renewable: body['renewable'] !== false && role?.renewable !== false,
        ...(!isOrphan && { parent: caller.id }),
        ...(typeof body['id'] === 'string' && { id: body['id'] }),
      }),
    );
  };

  const renewed = (found: Token, increment: unknown): Answer => {
    if (found.type === 'batch') throw badRequest('batch tokens cannot be renewed');
    if (!found.renewable) throw badRequest('lease is not renewable');
    return issued(renew(world, found, seconds(increment)));
  };
  const named = ({ body }: Call): Token => {
    const found = livingToken(world, String(body['token'] ?? ''));
    if (!found) throw refusal(403, ['bad token']);
    return found;
  };
  const withAccessor = ({ body }: Call): Token => {
    const found = byAccessor(world, String(body['accessor'] ?? ''));
    if (!found) throw refusal(403, ['invalid accessor']);
    return found;
  };

  return [
    { path: /^lookup-self$/, read: (call) => withData(lookupShape(own(call), now())) },
    {
      path: /^renew-self$/,
      fields: ['increment'],
      write: (call) => renewed(own(call), call.body['increment']),
    },
    {
      path: /^revoke-self$/,
      fields: [],
      write: (call) => {
        if (own(call).type === 'batch') throw badRequest('batch tokens cannot be revoked');
        revoke(world, own(call).id);
        return undefined;
      },
    },
    { path: /^create$/, fields: [...WISHES, ...MORE], write: (call) => create(call) },
    {
      path: /^create-orphan$/,
      sudo: true,
      fields: [...WISHES, ...MORE],
      write: (call) => create(call, undefined, true),
    },
    {
      path: /^create\/(.+)$/,
      fields: [...WISHES, ...MORE],
      write: (call) => create(call, roles.named(call.caught[0] ?? '')),
    },
    ...roles.routes,
    { path: /^lookup$/, fields: ['token'], write: (call) => withData(lookupShape(named(call), now())) },
    {
      path: /^lookup-accessor$/,
      fields: ['accessor'],
      write: (call) => withData(lookupShape(withAccessor(call), now(), '')),
    },
    {
      path: /^renew$/,
      fields: ['token', 'increment'],
      write: (call) => renewed(named(call), call.body['increment']),
    },
    {
      path: /^revoke$/,
      fields: ['token'],
      write: ({ body }) => {
        revoke(world, String(body['token'] ?? ''));
        return undefined;
      },
    },
    {
      path: /^revoke-accessor$/,
      fields: ['accessor'],
      write: ({ body }) => {
        const found = byAccessor(world, String(body['accessor'] ?? ''));
        if (!found) return { kind: 'usual', warnings: ['No token found with this accessor'] };
        revoke(world, found.id);
        return undefined;
      },
    },
  ];
}
