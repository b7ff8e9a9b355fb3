import { randomBytes } from 'node:crypto';
import { createGaps, type Gaps } from '../base/gaps.ts';
import type { AccessToken, TriggerToken, User } from './people.ts';
import type { JobProcess, Pipeline, Report } from './pipeline.ts';
import type { Project } from './project.ts';

/** Settings of the whole instance. */
export interface InstanceSettings {
  /** API calls for each minute; more answer 429. */
  callsPerMinute: number;
  version: string;
}

/** The state behind the fake GitLab; tests may read and change it. */
export interface World {
  /** Where the instance is reached, as jobs are told: `https://host/prefix`, no slash at the end. */
  url: string;
  /** Virtual milliseconds. */
  now(): number;
  nextId(): number;
  projects: Map<number, Project>;
  pipelines: Map<number, Pipeline>;
  accessTokens: AccessToken[];
  triggerTokens: TriggerToken[];
  users: Map<string, User>;
  settings: InstanceSettings;
  processes: JobProcess[];
  /** What a test wants for the next pipeline. */
  nextReport: Report;
  /** What every answer carries. */
  marker: Marker | undefined;
  /** What servers outside of this machine would serve, by address: CI files that are included by `remote`. */
  elsewhere: Map<string, string>;
  /** What was asked for that is not imitated. */
  gaps: Gaps;
}

/** A text planted into every answer, to prove that nothing of it gets out on the other side. */
export interface Marker {
  text: string;
  /** False where pipelines are looked up by their key: in their names and in the variable that holds it. */
  inPipelineNames: boolean;
  /** Keys left as they are, besides the closed ones. */
  keep: readonly string[];
}

/** An empty world. `now` gives virtual milliseconds. */
export function createWorld(now: () => number, url: string): World {
  let id = 1000 + randomBytes(2).readUInt16BE();
  return {
    url,
    now,
    nextId: () => id++,
    projects: new Map(),
    pipelines: new Map(),
    accessTokens: [],
    triggerTokens: [],
    users: new Map(),
    settings: { callsPerMinute: Number.POSITIVE_INFINITY, version: '18.6.0-ee' },
    processes: [],
    nextReport: { kind: 'real' },
    marker: undefined,
    elsewhere: new Map(),
    gaps: createGaps('GitLab'),
  };
}

/** The project of that id or path, which the test must have added. */
export function projectOf(world: World, which: string | number): Project {
  const found = [...world.projects.values()].find(
    (one) => one.id === which || one.path.toLowerCase() === String(which).toLowerCase(),
  );
  return found ?? unknown('project', which);
}

/** The pipeline of that id, which must be there. */
export const pipelineOf = (world: World, id: number): Pipeline =>
  world.pipelines.get(id) ?? unknown('pipeline', id);

/** What a verb says when a test names something that is not there. Throws, always. */
export function unknown(kind: string, which: string | number): never {
  throw new Error(`The sandbox's GitLab has no ${kind} ${which}.`);
}

/** The user of that name; made when there is none. */
export function userNamed(world: World, username: string): User {
  const known = world.users.get(username);
  if (known) return known;
  const user = { id: world.nextId(), username, name: username, admin: username === 'root' };
  world.users.set(username, user);
  return user;
}
