/** Leases (Vault docs, "/sys/leases"). */
import { type Answer, type Backend, type Call, withData } from '../api.ts';
import { goDuration, seconds } from '../duration.ts';
import { badRequest } from '../refusals.ts';
import { time } from '../shapes/time.ts';
import type { Lease, World } from '../world.ts';

export function leases(world: World): Backend {
  const renewals = new Map<string, number>();
  const idIn = ({ body }: Call): string => {
    const id = String(body['lease_id'] ?? '');
    if (id === '') throw badRequest('lease_id must be specified');
    return id;
  };
  const living = (call: Call, otherwise: string): Lease => {
    const lease = world.leases.get(idIn(call));
    if (!lease || lease.expiresAt <= world.now()) throw badRequest(otherwise);
    return lease;
  };

  const renew = (call: Call): Answer => {
    const lease = living(call, 'lease not found');
    if (!lease.renewable) throw badRequest('lease is not renewable');
    const now = world.now();
    const asked = seconds(call.body['increment']) || lease.ttl;
    const most = Math.ceil((lease.issuedAt + lease.maxTtl * 1000 - now) / 1000);
    const ttl = Math.min(asked, most);
    lease.expiresAt = now + ttl * 1000;
    renewals.set(lease.id, now);
    const warnings =
      ttl < asked
        ? [
            `TTL of "${goDuration(asked)}" exceeded the effective max_ttl of "${goDuration(ttl)}"; TTL value is capped accordingly`,
          ]
        : [];
    return { kind: 'usual', lease: { id: lease.id, seconds: ttl, renewable: true }, warnings };
  };

  const lookup = (call: Call): Answer => {
    const lease = living(call, 'invalid lease');
    const renewed = renewals.get(lease.id);
    return withData({
      expire_time: time(lease.expiresAt),
      id: lease.id,
      issue_time: time(lease.issuedAt),
      last_renewal: renewed === undefined ? null : time(renewed),
      path: lease.id.replace(/\/[^/]*$/, ''),
      renewable: lease.renewable,
      ttl: Math.floor((lease.expiresAt - world.now()) / 1000),
    });
  };

  return [
    { path: /^leases\/renew$/, fields: ['lease_id', 'increment'], write: renew },
    { path: /^leases\/lookup$/, fields: ['lease_id'], write: lookup },
    {
      path: /^leases\/revoke$/,
      fields: ['lease_id', 'sync'],
      write: (call) => {
        world.leases.delete(idIn(call));
        return undefined;
      },
    },
  ];
}
