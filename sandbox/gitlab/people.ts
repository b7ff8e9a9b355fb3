/** Who is on the instance, with which role, and the tokens that speak for them. */

const ROLES = ['guest', 'reporter', 'developer', 'maintainer', 'owner'] as const;
/** What a member may do in a project; each role includes the ones before it. */
export type Role = (typeof ROLES)[number];

/** Whether `role` is `least` or more. */
export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** A person or a bot of the GitLab instance. */
export interface User {
  id: number;
  username: string;
  name: string;
  admin: boolean;
}

/** A personal, group or project access token, bound here to one project and one role. */
export interface AccessToken {
  token: string;
  id: number;
  projectId: number;
  user: User;
  scopes: ('api' | 'read_api' | 'write_repository')[];
  role: Role;
  /** A fine-grained token lacks this permission, such as `create_pipeline`. */
  missing: string | undefined;
  state: 'active' | 'revoked' | 'expired';
  createdAt: number;
  /** How many days it lives; undefined: GitLab sets no end. */
  days: number | undefined;
}

/** A pipeline trigger token; pipelines that it starts run as its owner. */
export interface TriggerToken {
  token: string;
  id: number;
  projectId: number;
  owner: User;
  role: Role;
  state: 'active' | 'revoked';
}
