import { ask } from '../facts/ask.ts';
import { type Fact, isUnknown, known } from '../facts/fact.ts';
import { sameName } from '../facts/names.ts';
import type { Person } from '../facts/pull.ts';
import type { Crossing, Evidence } from './decide.ts';
import type { MembershipAnswer } from './members.ts';
import type { Role } from './roles.ts';

/** `who-may-run`: team slug or role → test ids, or `all`. Rights add up: the most generous matching rows win. */
export type RightsTable = ReadonlyMap<string, 'all' | readonly string[]>;

/** What one person may run. */
export type Rights = 'all' | readonly string[];

/** The calls that tell which rows are about a person. Each throws a ServiceFailure without a usable answer. */
export interface RightsSource {
  role(login: string): Promise<Role>;
  teamMembership(organization: string, team: string, login: string): Promise<MembershipAnswer>;
}

/** Roles from the least to the most; a row for one of them is also about the ones after it. */
const ladder: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin'];

/** The role that a row of the table names; undefined for the others, which name teams. */
const roleIn = (row: string): Role | undefined => ladder.find((role) => sameName(role, row));

/** The rights of a person who has a role and is in some of the teams. Pure. */
export function rightsOf(table: RightsTable, role: Role, teams: readonly string[]): Rights {
  const rows = [...table].filter(([row]) => {
    const least = roleIn(row);
    return least ? ladder.indexOf(role) >= ladder.indexOf(least) : teams.some((team) => sameName(team, row));
  });
  const rights = rows.map(([, tests]) => tests);
  if (rights.includes('all')) return 'all';
  return [...new Set(rights.flat())];
}

/** The tests that a person's rights do not cover. Asking for all tests takes the right to all. Pure. */
export const beyondRights = (tests: readonly string[], rights: Rights): readonly string[] =>
  rights === 'all' ? [] : tests.filter((test) => !rights.includes(test));

/** Reads what one person may run, with one round trip. */
export async function readRights(
  source: RightsSource,
  organization: string,
  table: RightsTable,
  person: Person,
): Promise<Fact<Rights>> {
  const teams = [...table.keys()].filter((row) => roleIn(row) === undefined);
  const hidden = { forbidden: 'team-hidden', 'not-found': 'team-hidden', moved: 'team-hidden' } as const;
  const [role, ...memberships] = await Promise.all([
    ask(source.role(person.login)),
    ...teams.map((team) => ask(source.teamMembership(organization, team, person.login), hidden)),
  ]);
  const active = teams.filter((_, n) => {
    const membership = memberships[n];
    return membership?.known && membership.value === 'active';
  });
  const rights = rightsOf(table, role.known ? role.value : 'none', active);
  // Rows only add up, so nothing that is unknown can take this away.
  if (rights === 'all') return known(rights);
  return [role, ...memberships].find(isUnknown) ?? known(rights);
}

/** The people on whose word a run crosses, and whose rights (`who-may-run`) therefore bound the tests. Pure. */
export function answerable(evidence: Evidence, crossing: Crossing): readonly Person[] {
  if (evidence.kind === 'none') return [];
  const rerunners = evidence.rerunners.map(({ person }) => person);
  if (evidence.kind === 'ref') return people(evidence.sender.person, ...rerunners);
  const { cause } = evidence;
  const approver = crossing.kind === 'pull-request' ? crossing.approval?.approver : undefined;
  // A label or push under an approval is anybody's; the approver answers for it. A command is its giver's own.
  return people(cause.by === 'event' ? (approver ?? cause.sender.person) : cause.sender.person, ...rerunners);
}

const people = (...all: (Person | null | undefined)[]): readonly Person[] =>
  all.filter((person) => person !== null && person !== undefined);
