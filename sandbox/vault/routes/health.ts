/** What a server says of itself, to anybody (Vault docs, "/sys/health", "/sys/seal-status", "/sys/leader"). */
import type { Answer, Backend, Call } from '../api.ts';
import { badRequest } from '../refusals.ts';
import { unix } from '../shapes/time.ts';
import type { World } from '../world.ts';

export function health(world: World): Backend {
  const bare = (body: unknown, status = 200): Answer => ({ kind: 'bare', status, body });
  const isSealed = () => world.state.kind === 'sealed' || world.state.kind === 'uninitialised';
  const isInitialised = () => world.state.kind !== 'uninitialised';
  const cluster = () => ({
    cluster_name: `vault-cluster-${world.clusterId.slice(0, 8)}`,
    cluster_id: world.clusterId,
  });

  const usual = { active: 200, standby: 429, sealed: 503, uninitialised: 501 } as const;
  const codes = {
    active: 'activecode',
    standby: 'standbycode',
    sealed: 'sealedcode',
    uninitialised: 'uninitcode',
  };
  const statusFor = ({ query }: Call): number => {
    const { kind } = world.state;
    if (kind === 'standby' && query.get('standbyok') === 'true') return 200;
    return Number(query.get(codes[kind]) ?? usual[kind]);
  };
  const replication = () => (world.state.kind === 'active' ? 'disabled' : 'unknown');

  const sealStatus = () => ({
    type: 'shamir',
    initialized: isInitialised(),
    sealed: isSealed(),
    t: isInitialised() ? 1 : 0,
    n: isInitialised() ? 1 : 0,
    progress: 0,
    nonce: '',
    recovery_seal: false,
    version: world.settings.version,
    commit_date: '2026-10-26T20:32:27Z',
    migration: false,
    ...(!isSealed() && cluster()),
    storage_type: 'inmem',
  });

  return [
    {
      path: /^health$/,
      open: true,
      parameters: ['standbyok', ...Object.values(codes)],
      read: (call) => {
        if (call.namespace.path !== '') throw badRequest('operation unavailable in namespaces');
        return bare(
          {
            initialized: isInitialised(),
            sealed: isSealed(),
            standby: world.state.kind !== 'active',
            replication_performance_mode: replication(),
            replication_dr_mode: replication(),
            server_time_utc: unix(world.now()),
            version: world.settings.version,
            ...(!isSealed() && cluster()),
          },
          statusFor(call),
        );
      },
    },
    { path: /^seal-status$/, open: true, read: () => bare(sealStatus()) },
    {
      path: /^leader$/,
      open: true,
      read: () => {
        const { state } = world;
        if (state.kind !== 'standby') return bare({ ha_enabled: false });
        return bare({ ha_enabled: true, is_self: false, leader_address: state.leader });
      },
    },
    { path: /^init$/, open: true, read: () => bare({ initialized: isInitialised() }) },
    {
      path: /^seal$/,
      sudo: true,
      fields: [],
      write: () => {
        world.state = { kind: 'sealed' };
        return undefined;
      },
    },
    {
      path: /^unseal$/,
      open: true,
      fields: ['key'],
      write: ({ body }) => {
        if (body['key'] !== world.unsealKey)
          throw badRequest(
            'unable to retrieve stored keys: invalid key: failed to decrypt keys from storage: cipher: message authentication failed',
          );
        world.state = { kind: 'active' };
        return bare(sealStatus());
      },
    },
  ];
}
