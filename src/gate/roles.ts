/** What somebody may do in the repository. */

/** How GitHub names what somebody may do in a repository (`role_name`; custom roles have other names). */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none' | 'other';

const writers: readonly Role[] = ['admin', 'maintain', 'write'];

/** Whether a role includes write. Custom roles are not recognised: their base role is not shown by this call. */
export const canWrite = (role: Role): boolean => writers.includes(role);
