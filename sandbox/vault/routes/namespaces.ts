/** Namespaces (OpenBao docs, "/sys/namespaces"). */
import { type Backend, type Call, type Namespace, withData } from '../api.ts';
import { absent } from '../refusals.ts';
import type { World } from '../world.ts';

/** `make` adds a namespace with its own mounts, by its whole path. */
export function namespaces(world: World, make: (path: string) => Namespace): Backend {
  const pathOf = ({ namespace, caught }: Call) => `${namespace.path}${caught[0]}/`;
  const lock = (locked: boolean) => (call: Call) => {
    // Without a name it is the one that the request is made in.
    const found = call.caught[0] === undefined ? call.namespace : world.namespaces.get(pathOf(call));
    if (!found) throw absent();
    found.locked = locked;
    return undefined;
  };
  return [
    { path: /^namespaces\/api-lock\/lock(?:\/(.+))?$/, fields: [], write: lock(true) },
    {
      path: /^namespaces\/([^/]+)$/,
      fields: [],
      write: (call) => withData(namespaceShape(world.namespaces.get(pathOf(call)) ?? make(pathOf(call)))),
      read: (call) => {
        const found = world.namespaces.get(pathOf(call));
        if (!found) throw absent();
        return withData(namespaceShape(found));
      },
    },
  ];
}

const namespaceShape = ({ id, path, uuid, locked }: Namespace) => ({
  custom_metadata: {},
  id,
  locked,
  path,
  tainted: false,
  uuid,
});
