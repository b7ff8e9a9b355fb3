/** Verbs that change what the server is doing. */
import type { World } from '../world.ts';

export function stateVerbs(world: World) {
  return {
    /** Every call but those about its health answers 503. */
    seal: (): void => {
      world.state = { kind: 'sealed' };
    },
    /** As a server is that nobody has set up: `sys/health` answers 501. */
    forgetInitialisation: (): void => {
      world.state = { kind: 'uninitialised' };
    },
    /** Ends sealing, a standby, and the lag. */
    activate: (): void => {
      world.state = { kind: 'active' };
      world.settings.lagMs = 0;
    },
    /**
     * A standby. It answers everything as long as it reaches its leader; else it answers what changes something with 307
     * to that address.
     */
    standBy: (leader: string, { reachesLeader = true }: { reachesLeader?: boolean } = {}): void => {
      world.state = { kind: 'standby', leader, reachesLeader };
    },
    /** For so many virtual ms a new token answers 412. */
    lag: (ms: number): void => {
      world.settings.lagMs = ms;
    },
  };
}
