/** Secrets with versions (Vault docs, "KV secrets engine - version 2"). */
import { NotImitated } from '../../base/gaps.ts';
import { type Answer, type Backend, type Call, withData } from '../api.ts';
import { goDuration, seconds } from '../duration.ts';
import { absent, badRequest, refusal } from '../refusals.ts';
import { time } from '../shapes/time.ts';
import type { World } from '../world.ts';
import { keysBelow } from './keys.ts';

interface Version {
  data: Readonly<Record<string, unknown>> | null;
  readonly createdAt: number;
  deletedAt: number | undefined;
  destroyed: boolean;
}

interface Secret {
  readonly versions: Version[];
  readonly createdAt: number;
  updatedAt: number;
  customMetadata: Readonly<Record<string, string>> | null;
  deleteVersionAfter: number;
}

const warning = (text: string): Answer => ({ kind: 'usual', status: 404, warnings: [text] });
const wrongPath = (verb: 'get' | 'put'): Answer =>
  warning(
    `Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use. If using the OpenBao CLI, use 'bao kv ${verb}' for this operation.`,
  );

export function kv2(world: World): Backend {
  const secrets = new Map<string, Secret>();
  const nameIn = ({ caught }: Call): string => caught[0] ?? '';
  const made = (name: string): Secret => {
    const now = world.now();
    const fresh = {
      versions: [],
      createdAt: now,
      updatedAt: now,
      customMetadata: null,
      deleteVersionAfter: 0,
    };
    const secret = secrets.get(name) ?? fresh;
    secrets.set(name, secret);
    return secret;
  };
  const isGone = ({ destroyed, deletedAt }: Version) =>
    destroyed || (deletedAt !== undefined && deletedAt <= world.now());
  const shapeOf = (secret: Secret, version: Version) => ({
    created_time: time(version.createdAt),
    custom_metadata: secret.customMetadata,
    deletion_time: time(version.deletedAt),
    destroyed: version.destroyed,
    version: secret.versions.indexOf(version) + 1,
  });
  const add = (secret: Secret, data: Version['data']): Answer => {
    const createdAt = world.now();
    const life = secret.deleteVersionAfter;
    const deletedAt = life > 0 ? createdAt + life * 1000 : undefined;
    const version = { data, createdAt, deletedAt, destroyed: false };
    secret.versions.push(version);
    secret.updatedAt = createdAt;
    return withData(shapeOf(secret, version));
  };
  const versionsIn = (call: Call): Version[] => {
    const wanted = call.body['versions'];
    if (!Array.isArray(wanted) || wanted.length === 0) throw badRequest('No version number provided');
    const { versions = [] } = secrets.get(nameIn(call)) ?? {};
    return wanted.flatMap((number) => versions[Number(number) - 1] ?? []);
  };

  const read = (call: Call): Answer => {
    const name = nameIn(call);
    if (name.endsWith('/') && secrets.has(name.slice(0, -1)))
      throw refusal(500, ['1 error occurred:\n\t* could not find version data\n\n']);
    const secret = secrets.get(name);
    const wanted = call.query.get('version') ?? '0';
    if (!/^\d+$/.test(wanted))
      throw badRequest(
        `Field validation failed: error converting input for field "version": '' cannot parse value as 'int': strconv.ParseInt: invalid syntax`,
      );
    const version = wanted === '0' ? secret?.versions.at(-1) : secret?.versions[Number(wanted) - 1];
    if (!secret || !version) throw absent();
    const gone = isGone(version);
    const data = { data: gone ? null : version.data, metadata: shapeOf(secret, version) };
    return { kind: 'usual', status: gone ? 404 : 200, data };
  };

  const write = (call: Call): Answer => {
    const { data, options, ...others } = call.body as { data?: Version['data']; options?: { cas?: number } };
    if (data === undefined) throw badRequest('no data provided');
    const [other] = Object.keys(others);
    if (other !== undefined) throw new NotImitated(`the field \`${other}\` of a version`);
    const name = nameIn(call);
    if (options?.cas !== undefined && options.cas !== (secrets.get(name)?.versions.length ?? 0))
      throw badRequest('check-and-set parameter did not match the current version');
    return add(made(name), data);
  };

  const patch = (call: Call): Answer => {
    const secret = secrets.get(nameIn(call));
    const newest = secret?.versions.at(-1);
    if (!secret || !newest || isGone(newest)) throw absent();
    return add(
      secret,
      merged(newest.data ?? {}, (call.body['data'] ?? {}) as Version['data']) as Version['data'],
    );
  };

  const change =
    (to: (version: Version) => void) =>
    (call: Call): Answer => {
      for (const version of versionsIn(call)) to(version);
      return undefined;
    };
  const onlyVersions = { fields: ['versions'] };

  return [
    {
      path: /^data\/$/,
      read: () => {
        throw absent();
      },
      refuses: ['list'],
    },
    {
      path: /^data\/(.+)$/s,
      parameters: ['version'],
      refuses: ['list'],
      exists: (call) => secrets.has(nameIn(call)),
      read,
      write,
      patch,
      delete: (call) => {
        const newest = secrets.get(nameIn(call))?.versions.at(-1);
        if (newest && !isGone(newest)) newest.deletedAt = world.now();
        return undefined;
      },
    },
    {
      path: /^delete\/(.+)$/s,
      ...onlyVersions,
      write: change((version) => {
        version.deletedAt = world.now();
      }),
    },
    {
      path: /^undelete\/(.+)$/s,
      ...onlyVersions,
      write: change((version) => {
        version.deletedAt = undefined;
      }),
    },
    {
      path: /^destroy\/(.+)$/s,
      ...onlyVersions,
      write: change((version) => {
        Object.assign(version, { data: null, destroyed: true });
      }),
    },
    {
      path: /^metadata\/?(.*)$/s,
      fields: ['custom_metadata', 'delete_version_after'],
      exists: (call) => secrets.has(nameIn(call)),
      list: (call) => withData({ keys: keysBelow(secrets.keys(), nameIn(call)) }),
      read: (call) => {
        const secret = secrets.get(nameIn(call));
        if (!secret) throw absent();
        return withData(metadataShape(secret));
      },
      write: (call) => {
        const { custom_metadata, delete_version_after } = call.body;
        const secret = made(nameIn(call));
        if (custom_metadata !== undefined) secret.customMetadata = custom_metadata as Record<string, string>;
        secret.deleteVersionAfter = seconds(delete_version_after, secret.deleteVersionAfter);
        return undefined;
      },
      delete: (call) => {
        secrets.delete(nameIn(call));
        return undefined;
      },
    },
    {
      path: /^(?:data|metadata|delete|undelete|destroy)$/,
      read: () => warning('Non-listing operations on the root of a K/V v2 mount are not supported.'),
    },
    {
      path: /^config$/,
      read: () =>
        withData({
          cas_required: false,
          delete_version_after: '0s',
          max_versions: 0,
          metadata_cas_required: false,
        }),
    },
    { path: /^/, read: () => wrongPath('get'), write: () => wrongPath('put') },
  ];
}

function metadataShape(secret: Secret) {
  const { versions, createdAt, updatedAt } = secret;
  return {
    cas_required: false,
    created_time: time(createdAt),
    current_metadata_version: 0,
    current_version: versions.length,
    custom_metadata: secret.customMetadata,
    delete_version_after: goDuration(secret.deleteVersionAfter),
    max_versions: 0,
    metadata_cas_required: false,
    oldest_version: 0,
    updated_time: time(updatedAt),
    versions: Object.fromEntries(
      versions.map((version, index) => [
        String(index + 1),
        {
          created_time: time(version.createdAt),
          deletion_time: time(version.deletedAt),
          destroyed: version.destroyed,
        },
      ]),
    ),
  };
}

/** A merge patch (RFC 7386): null takes a field away. */
function merged(target: unknown, patch: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(patch)) return patch;
  const base: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete base[name];
    else base[name] = merged(base[name], value);
  }
  return base;
}
