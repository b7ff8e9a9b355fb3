/** Who acts, and whether GitHub lets them. */
import { atLeast, roleOf } from '../github/access.ts';
import type { Account, RepositoryRole } from '../github/people.ts';
import { fullName, type Repository } from '../github/repository.ts';
import type { World } from '../github/world.ts';
import { Refusal } from './refusal.ts';

/** Whoever may do everything in the example's repository: an owner of the organisation. */
export const owner = 'alice';

/** The people of a world, as to what they may do in a repository. */
export function createPeople(world: World, repo: Repository) {
  return {
    /** The account of a person. Throws a Refusal with 404 that names those that there are. */
    personOf(login: string): Account {
      const account = world.accounts.get(login.toLowerCase());
      if (account?.type === 'User') return account;
      const people = [...world.accounts.values()].filter(({ type }) => type === 'User');
      throw new Refusal(404, `there is no ${login}; there are ${people.map((one) => one.login).join(', ')}`);
    },

    /** Throws a Refusal with 403 where the role of a person is too weak. `what` completes "GitHub does not let mallory …". */
    must(person: Account, least: RepositoryRole, what: string, where: Repository = repo): void {
      const role = roleOf(world, where, person);
      if (atLeast(role, least)) return;
      const mayOther = world.accounts.get(owner);
      const isHelp = mayOther !== undefined && atLeast(roleOf(world, where, mayOther), least);
      const hint = isHelp ? `; --as ${owner} may` : `; --as ${where.owner.login} may`;
      const has = `${person.login} has the role ${role} in ${fullName(where)}`;
      throw new Refusal(
        403,
        `GitHub does not let ${person.login} ${what}: ${has}, and it takes ${least}${hint}`,
      );
    },
  };
}
