/** Accounts, organisations with their teams, and what somebody may do in a repository. */

/** GitHub's repository roles, weakest first. Custom roles are left out. */
export const roles = ['read', 'triage', 'write', 'maintain', 'admin'] as const;
export type RepositoryRole = (typeof roles)[number];

/** A user, a bot or an organisation. A deleted account stays in old records: as `ghost`, or as a null user. */
export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Bot' | 'Organization';
  createdAt: number;
  gone?: 'ghost' | 'null';
}

export interface Membership {
  user: Account;
  /** A billing manager pays, and is no member (GitHub docs, "Adding a billing manager to your organization"). */
  role: 'admin' | 'member' | 'billing_manager';
  state: 'active' | 'pending';
  public: boolean;
}

export interface TeamMembership {
  user: Account;
  role: 'member' | 'maintainer';
  state: 'active' | 'pending';
}

export interface Team {
  slug: string;
  members: Map<string, TeamMembership>;
}

export interface Organization {
  account: Account;
  members: Map<string, Membership>;
  teams: Map<string, Team>;
  /** What every active member may do with every repository of the organisation. */
  basePermission: RepositoryRole | 'none';
}

export interface Collaborator {
  user: Account;
  role: RepositoryRole;
  /** A pending invitation gives no right at all. */
  state: 'active' | 'pending';
}
