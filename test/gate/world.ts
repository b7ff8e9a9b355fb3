import type { Role } from '../../src/gate/approval.ts';
import type { LivePull, Person, PullComment, Push } from '../../src/gate/facts.ts';
import type { MembershipAnswer } from '../../src/gate/membership.ts';
import type { GateSource } from '../../src/gate/source.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import { alice, bob, carol, comment, dave, livePull, mallory } from './build.ts';

type Answer<T> = T | ServiceFailure;

/** What GitHub knows. By login; whoever is not named is no member and may read. */
export interface World {
  readonly pull: Answer<LivePull>;
  readonly members: Readonly<Record<string, Answer<MembershipAnswer>>>;
  /** Whom the list of members shows; the default follows `members`. */
  readonly listed: Readonly<Record<string, Answer<boolean>>>;
  /** Whether the organisation exists. */
  readonly organization: Answer<boolean>;
  readonly publicMembers: Readonly<Record<string, Answer<boolean>>>;
  /** By `team/login`. */
  readonly teams: Readonly<Record<string, Answer<MembershipAnswer>>>;
  readonly people: Readonly<Record<string, Answer<Person | null>>>;
  readonly roles: Readonly<Record<string, Answer<Role>>>;
  readonly pushes: Answer<readonly Push[]>;
  readonly comments: Answer<readonly PullComment[]>;
  /** The comment of the event. */
  readonly comment: Answer<PullComment | undefined>;
  readonly edited: Answer<boolean>;
}

/** GitHub that answers from a world. `rounds` are the calls, grouped by those that went out together. */
export interface FakeGitHub extends GateSource {
  readonly rounds: readonly (readonly string[])[];
  readonly calls: readonly string[];
}

/** Alice, Bob, Carol and Dave are members who may write. */
export const world = (over: Partial<World> = {}): World => ({
  pull: livePull(),
  members: { alice: 'active', bob: 'active', carol: 'active', dave: 'active' },
  listed: {},
  organization: true,
  publicMembers: {},
  teams: {},
  people: { alice, bob, carol, dave, mallory },
  roles: { alice: 'write', bob: 'write', carol: 'write', dave: 'write' },
  pushes: [],
  comments: [],
  comment: comment(),
  edited: false,
  ...over,
});

export function github(given: World): FakeGitHub {
  const rounds: string[][] = [];
  let open: string[] | undefined;
  const answer = <T>(call: string, value: Answer<T>): Promise<T> => {
    if (open === undefined) {
      open = [];
      rounds.push(open);
      setImmediate(() => {
        open = undefined;
      });
    }
    open.push(call);
    // All that is asked before anything is answered is one round trip.
    return new Promise((resolve, reject) =>
      setImmediate(() => (value instanceof ServiceFailure ? reject(value) : resolve(value))),
    );
  };
  return {
    rounds,
    get calls() {
      return rounds.flat();
    },
    pull: (number) => answer(`pull ${number}`, given.pull),
    person: (login) => answer(`person ${login}`, given.people[login] ?? null),
    organizationMembership: (org, login) =>
      answer(`member ${org} ${login}`, given.members[login] ?? 'absent'),
    listedMember: (org, login) =>
      answer(`listed ${org} ${login}`, given.listed[login] ?? given.members[login] === 'active'),
    organizationExists: (org) => answer(`organization ${org}`, given.organization),
    publicMember: (org, login) => answer(`public ${org} ${login}`, given.publicMembers[login] ?? false),
    teamMembership: (org, team, login) =>
      answer(`team ${org}/${team} ${login}`, given.teams[`${team}/${login}`] ?? 'absent'),
    role: (login) => answer(`role ${login}`, given.roles[login] ?? 'read'),
    pushes: (repository, branch) => answer(`pushes ${repository} ${branch}`, given.pushes),
    comments: (pull) => answer(`comments ${pull}`, given.comments),
    comment: (id) => answer(`comment ${id}`, given.comment),
    edited: ({ id }) => answer(`edited ${id}`, given.edited),
  };
}
