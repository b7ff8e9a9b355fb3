import type { Account, Membership, Organization, RepositoryRole } from '../people.ts';
import { accountOf, organizationOf, type World } from '../world.ts';
import { deleteRepository } from './repositories.ts';

/** Verbs that make and change users, organisations and teams. All throw when a name is unknown. */
export function peopleVerbs(world: World) {
  const enroll = (login: string, type: Account['type'], id = world.nextId()): Account => {
    const account: Account = { id, login, type, createdAt: world.now() };
    world.accounts.set(login.toLowerCase(), account);
    return account;
  };

  return {
    /** A person or a bot; logins of bots end in `[bot]`. */
    addUser(login: string, options: { type?: 'User' | 'Bot'; id?: number } = {}): Account {
      return enroll(login, options.type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'), options.id);
    },

    /** An organisation; `basePermission` is what its members may do everywhere (GitHub's default: read). */
    addOrganization(login: string, options: { basePermission?: RepositoryRole | 'none' } = {}): Organization {
      const organization: Organization = {
        account: enroll(login, 'Organization'),
        members: new Map(),
        teams: new Map(),
        basePermission: options.basePermission ?? 'read',
      };
      world.organizations.set(login.toLowerCase(), organization);
      return organization;
    },

    /** Makes `login` a member, or changes the membership. Private unless `public`; `pending` is an invitation. */
    addMember(
      org: string,
      login: string,
      options: { role?: Membership['role']; state?: 'active' | 'pending'; public?: boolean } = {},
    ): void {
      organizationOf(world, org).members.set(login.toLowerCase(), {
        user: accountOf(world, login),
        role: options.role ?? 'member',
        state: options.state ?? 'active',
        public: options.public ?? false,
      });
    },

    /** `login` leaves the organisation, and with it all its teams. */
    removeMember(org: string, login: string): void {
      const organization = organizationOf(world, org);
      organization.members.delete(login.toLowerCase());
      for (const team of organization.teams.values()) team.members.delete(login.toLowerCase());
    },

    addTeam(org: string, slug: string): void {
      organizationOf(world, org).teams.set(slug, { slug, members: new Map() });
    },

    addTeamMember(
      org: string,
      slug: string,
      login: string,
      options: { role?: 'member' | 'maintainer'; state?: 'active' | 'pending' } = {},
    ): void {
      const team = organizationOf(world, org).teams.get(slug);
      if (!team) throw new Error(`${org} has no team ${slug}`);
      team.members.set(login.toLowerCase(), {
        user: accountOf(world, login),
        role: options.role ?? 'member',
        state: options.state ?? 'active',
      });
    },

    /**
     * Deletes an account with its memberships and repositories. What it wrote stays: by `ghost`, or with a null
     * user (`as: 'null'`), which GitHub's schemas allow.
     */
    deleteUser(login: string, options: { as?: 'ghost' | 'null' } = {}): void {
      const account = accountOf(world, login);
      account.gone = options.as ?? 'ghost';
      world.accounts.delete(login.toLowerCase());
      for (const organization of world.organizations.values())
        this.removeMember(organization.account.login, login);
      for (const repo of [...world.repositories.values()]) {
        repo.collaborators.delete(login.toLowerCase());
        if (repo.owner === account) deleteRepository(world, repo);
      }
    },
  };
}
