/** Whom the doctor looks at, and what it asks with. */
import type { Clock } from '../clock.ts';
import type { Settings } from '../settings.ts';
import type { CheckName } from './checks.ts';
import type { CrossingPorts } from './crossing.ts';
import type { Found } from './finding.ts';
import type { Environment, SecretNames } from './job.ts';
import type { UsualPermissions } from './permissions.ts';
import type { Policy } from './policy.ts';
import type { GitLabSource } from './project.ts';
import type { RequiredCheck, Writer } from './required.ts';
import type { Visit } from './vault.ts';
import type { WorkflowFile } from './workflow.ts';

/** What one part of the doctor has found, by check. */
export type Section = Partial<Record<CheckName, readonly Found[]>>;

/** The repository, as the token sees it. */
export interface Repository {
  readonly id: number;
  readonly ownerId: number;
  /** `owner/name`, in the letters that GitHub's ID tokens have. */
  readonly fullName: string;
  readonly isPublic: boolean;
  readonly defaultBranch: string;
  /** An archived one takes no status. */
  readonly isArchived: boolean;
  readonly isAdmin: boolean;
  /** Whether whoever asks may write; undefined: GitHub does not say. */
  readonly mayPush: boolean | undefined;
  /** Of a classic token; undefined: GitHub tells nothing of this one. */
  readonly scopes: readonly string[] | undefined;
}

/** What GitHub is asked beside what the gate asks. Each rejects with a ServiceFailure. */
export interface SetUpSource {
  settings(): Promise<Repository>;
  /** Undefined: 404. */
  policies(): Promise<readonly Policy[] | undefined>;
  /** Those of the default branch. */
  workflowFiles(): Promise<readonly WorkflowFile[]>;
  requiredChecks(branch: string): Promise<readonly RequiredCheck[]>;
  labels(): Promise<readonly string[]>;
  environment(name: string): Promise<Environment | undefined>;
  /** Names of the secrets; undefined: the asker may not know. */
  secretNames(environments: readonly string[]): Promise<SecretNames | undefined>;
  usualPermissions(): Promise<UsualPermissions>;
  /** Who wrote a status on the newest head that has it; empty: none of them has. */
  writers(context: string): Promise<readonly Writer[]>;
  /** Reads what the action reads with this token: pull requests, statuses. */
  reads(branch: string): Promise<void>;
}

/** What is wrong with an input; the values of inputs are never repeated. */
export interface InputFault {
  readonly input: string;
  readonly wrong: string;
}

/** Whom the doctor looks at. */
export interface Patient {
  readonly settings: Settings;
  readonly faults: readonly InputFault[];
  /** False: the settings are good for nothing but saying so. */
  readonly isSound: boolean;
  /** Inputs whose values are not at hand, and where they would be looked for. */
  readonly absent: ReadonlyMap<string, string>;
  /** Undefined: they are read from the default branch. */
  readonly files: readonly WorkflowFile[] | undefined;
  readonly github: CrossingPorts['github'] & SetUpSource;
  /** Undefined: it is a GitHub Enterprise Server, which has no Actions policies (docs/facts/github.md). */
  readonly hasPolicies: boolean;
  /** With an access token. */
  gitlab(token: string): GitLabSource;
  /** Undefined where nothing is read in Vault; it answers once, before GitLab is asked. */
  readonly vault: (() => Promise<Visit>) | undefined;
  /** Why Vault is not asked here, where it would be in a run. */
  readonly vaultElsewhere: boolean;
  readonly clock: Clock;
  readonly interrupted: AbortSignal;
}
