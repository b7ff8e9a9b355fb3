import type { Service } from './record.ts';

/** What may go wrong with one call. */
export type Fault =
  /** This answer instead of the real one. The body is JSON with a message unless given. */
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string; contentType?: string }
  /** The socket is destroyed, nothing is answered. */
  | { kind: 'drop' }
  /** Content-Length of the whole body, half of it sent, then the socket is destroyed. */
  | { kind: 'half-body' }
  /** 200 with an HTML page, as a proxy or a sign-in page answers. */
  | { kind: 'html' }
  /** Never answers; the socket stays open until `close()`. */
  | { kind: 'silence' }
  /** Waits so many virtual ms, then goes on. */
  | { kind: 'delay'; ms: number }
  /** The real answer, its JSON body changed. The server always acts, also when planted `before`. */
  | { kind: 'mutate'; change: (body: unknown) => unknown }
  /** Changes the world's state, then goes on. */
  | { kind: 'act'; act: () => void | Promise<void> };

/** A fault, and the calls that it meets. */
export interface PlantedFault {
  service: Service;
  /** Upper case; any method when left out. */
  method?: string;
  /** Tried on path and query, as sent. */
  path: RegExp;
  /** `before`: the server has not acted on the call. `after`: it has, and then the answer is lost or replaced. */
  when: 'before' | 'after';
  /** First matching call that it meets, counted from planting (from 1); default 1. */
  nth?: number | 'every';
  /** How many calls it meets, from the `nth` on. Default 1; with `every` as many as come. */
  times?: number;
  fault: Fault;
}

/** The faults that one call meets, in the order of planting. */
export interface MetFaults {
  before: Fault[];
  after: Fault[];
}

/** The faults of a sandbox. */
export interface Faults {
  plant(fault: PlantedFault): void;
  clear(): void;
  /** For `serve`: counts this call on every fault that matches, and gives those that it meets. */
  meet(service: Service, method: string, path: string): MetFaults;
}

/** No faults yet. One is shared by all services of a sandbox. */
export function createFaults(): Faults {
  let planted: Array<PlantedFault & { seen: number }> = [];
  return {
    plant: (fault) => {
      // The flags g and y make a RegExp remember where it stopped, so that every second call would be missed.
      const path = new RegExp(fault.path.source, fault.path.flags.replace(/[gy]/g, ''));
      planted.push({ ...fault, path, seen: 0 });
    },
    clear: () => {
      planted = [];
    },
    meet: (service, method, path) => {
      const met: MetFaults = { before: [], after: [] };
      for (const p of planted) {
        if (p.service !== service || (p.method ?? method) !== method || !p.path.test(path)) continue;
        p.seen += 1;
        if (isDue(p, p.seen)) met[p.when].push(p.fault);
      }
      return met;
    },
  };
}

function isDue({ nth = 1, times }: PlantedFault, call: number): boolean {
  if (nth === 'every') return call <= (times ?? Number.POSITIVE_INFINITY);
  return call >= nth && call < nth + (times ?? 1);
}
