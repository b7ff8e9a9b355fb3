/** Puts the engines together, each behind its type. */
import { addNamespace, type Engine, type OwnEngines } from './mounts.ts';
import { approle } from './routes/approle.ts';
import { health } from './routes/health.ts';
import { jwt } from './routes/jwt.ts';
import { kv1 } from './routes/kv1.ts';
import { kv2 } from './routes/kv2.ts';
import { leases } from './routes/leases.ts';
import { mounts } from './routes/mounts.ts';
import { namespaces } from './routes/namespaces.ts';
import { policies } from './routes/policies.ts';
import { quotas } from './routes/quotas.ts';
import { rabbitmq } from './routes/rabbitmq.ts';
import { token } from './routes/token.ts';
import { wrapping } from './routes/wrapping.ts';

/** A kv mounted without a version is one without versions. */
const kv: Engine = (world, options) => (options?.['version'] === '2' ? kv2(world) : kv1(world));
/** There, so that whoever looks at the table of mounts sees it, and not imitated beyond that. */
const onlyListed: Engine = () => [];

/** What can be mounted by anybody, by its type. */
export const secretEngines = { kv, rabbitmq } as const;
export const loginEngines = { jwt, approle } as const;

const sys: Engine = (world) => [
  ...health(world),
  ...mounts(world, secretEngines, loginEngines),
  ...policies(world),
  ...namespaces(world, (path) => addNamespace(world, path, ownEngines)),
  ...leases(world),
  ...quotas(world),
  ...wrapping(world),
];

/** What every namespace has from the start. */
export const ownEngines: OwnEngines = { sys, token, cubbyhole: onlyListed, identity: onlyListed };
