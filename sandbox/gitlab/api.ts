/** What the routes share. */
import type { Creation, CreationRequest } from './ci/create.ts';
import type { Engine } from './ci/engine.ts';
import type { World } from './world.ts';

/** What every handler works with. */
export interface Api {
  world: World;
  engine: Engine;
  create(request: CreationRequest): Promise<Creation>;
}
