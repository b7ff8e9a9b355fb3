import type { SandboxClock } from '../../clock.ts';
import type { Creation, CreationRequest } from '../create.ts';
import type { Engine } from '../engine.ts';
import type { Instance } from '../environment.ts';
import type { World } from '../world.ts';

/** What the routes share. */
export interface Service {
  world: World;
  clock: SandboxClock;
  instance: Instance;
  engine: Engine;
  create(request: CreationRequest): Promise<Creation>;
}
