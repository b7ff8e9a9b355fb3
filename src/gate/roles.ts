/** What somebody may do in the repository. */

/** How GitHub names what somebody may do in a repository (`role_name`; custom roles have other names). */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none' | 'other';

const writers: readonly Role[] = ['admin', 'maintain', 'write'];

/** Whether a role includes write. A custom role has a name of its own, and its holder is no writer here. */
export const canWrite = (role: Role): boolean => writers.includes(role);
