import { BlockList } from 'node:net';
import type { Context } from 'hono';
import { capabilitiesOn } from './acl.ts';
import type { Call, Capability, Operation, Route, Rule, Token } from './api.ts';
import { deadToken, deniedByPolicy, refusal } from './refusals.ts';
import { livingToken } from './tokens.ts';
import type { World } from './world.ts';

/** The token as it was sent, in `X-Vault-Token` or as `Authorization: Bearer`. */
export const sentToken = (c: Context): string | undefined =>
  c.req.header('x-vault-token') ?? /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];

/** Who asks, where the token is good here: neither dead nor from another network. */
export function callerOf(world: World, sent: string | undefined, from: string): Token | undefined {
  const token = sent === undefined ? undefined : livingToken(world, sent);
  return token && isWithin(from, token.cidrs) ? token : undefined;
}

/** Whether an IPv4 address is in one of these networks, as `10.9.8.0/24` or an address; no networks: anywhere. */
export function isWithin(from: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const known = new BlockList();
  for (const network of networks) {
    const [address = '', bits = '32'] = network.split('/');
    known.addSubnet(address, Number(bits));
  }
  return known.check(from);
}

/** Whether a token may do everything, on every path. */
export const isRoot = ({ policies }: Token): boolean => policies.includes('root');

/** Every rule of a token's policies, in a namespace: there are none but in its own. */
export function rulesOf(token: Token, namespace = token.namespace): readonly Rule[] {
  if (token.namespace !== namespace) return [];
  return token.policies.flatMap((name) => namespace.policies.get(name)?.rules ?? []);
}

/** What a token may do on a path of a namespace: `root`, `deny`, or capabilities. For `asFolder` see acl.ts. */
export function capabilitiesOf(
  token: Token,
  namespace: Call['namespace'],
  path: string,
  asFolder = false,
): readonly string[] {
  if (isRoot(token)) return ['root'];
  return capabilitiesOn(rulesOf(token, namespace), path, asFolder);
}

/** Where a token asks about itself, the policies of its own namespace count, wherever it asks. */
const ABOUT_ITSELF = /^auth\/token\/(?:lookup|renew|revoke)-self$/;

/** Checks a call on a route that is not open. Throws 403 in its two forms, and 412 where a standby lags behind. */
export function permit(world: World, call: Call, route: Route): Token {
  const { token, whole } = call;
  if (!token) throw deadToken();
  // Every node knows the root's token; only what was made a moment ago may not have come here.
  if (token.expiresAt !== undefined && world.now() < token.createdAt + world.settings.lagMs)
    throw refusal(412, ['required index state not present']);
  const namespace = ABOUT_ITSELF.test(whole) ? token.namespace : call.namespace;
  const allowed = capabilitiesOf(token, namespace, whole, call.operation === 'list');
  if (allowed.includes('root')) return token;
  const needed = capabilityFor(call, route);
  if (!allowed.includes(needed) || (route.sudo && !allowed.includes('sudo'))) throw deniedByPolicy();
  return token;
}

const NAMED: Readonly<Record<Exclude<Operation, 'write'>, Capability>> = {
  read: 'read',
  delete: 'delete',
  list: 'list',
  patch: 'patch',
};

function capabilityFor(call: Call, route: Route): Capability {
  if (call.operation !== 'write') return NAMED[call.operation];
  return route.exists && !route.exists(call) ? 'create' : 'update';
}
