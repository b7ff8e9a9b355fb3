/** The people on whose word a run may cross. */
import type { Fact } from '../facts/fact.ts';
import type { Person } from '../facts/pull.ts';
import type { Role } from './roles.ts';

/** A person whose word counts for this run, and whether that person is a member now. */
export interface Witness {
  readonly person: Person | null;
  readonly member: Fact<boolean>;
}

/** A witness who must also have write access to the repository. */
export interface Writer extends Witness {
  readonly role: Fact<Role>;
}
