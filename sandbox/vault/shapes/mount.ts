import type { Mount } from '../api.ts';
import type { ServerSettings } from '../world.ts';

/** Engines that the server itself brings and never withdraws: nothing is said of their support. */
const OWN = [
  'cubbyhole',
  'identity',
  'system',
  'token',
  'ns_system',
  'ns_cubbyhole',
  'ns_identity',
  'ns_token',
];

/** An entry of the mount table, without its path. */
export function mountShape(mount: Mount, settings: ServerSettings) {
  const isAuth = mount.path.startsWith('auth/');
  return {
    accessor: mount.accessor,
    config: {
      default_lease_ttl: mount.defaultTtl,
      force_no_cache: false,
      max_lease_ttl: mount.maxTtl,
      ...(isAuth && { token_type: 'default-service' }),
    },
    ...(!OWN.includes(mount.type) && { deprecation_status: 'supported' }),
    description: mount.description,
    external_entropy_access: false,
    local: mount.type === 'cubbyhole',
    options: mount.options,
    plugin_version: '',
    running_plugin_version: `v${settings.version}+builtin.bao`,
    running_sha256: '',
    seal_wrap: false,
    type: mount.type,
    uuid: mount.uuid,
  };
}
