import type { GatePolicy } from './gate/policy.ts';
import type { RightsTable } from './gate/rights.ts';
import type { Wish } from './pipeline/choose.ts';
import type { WatchLimits } from './pipeline/watch.ts';
import type { Disclose } from './report/jobs.ts';
import type { TestJobs } from './report/test-jobs.ts';
import type { RefRules } from './request/ref.ts';
import type { Passing } from './request/request.ts';
import type { SelectionRules } from './request/tests.ts';

/** What the action does (action.yml, "mode"). */
export type Mode = 'run' | 'require-all' | 'cancel' | 'trigger' | 'sweep' | 'doctor';

/** Where a token comes from: an input, or a key of a secret in Vault (`path` as `vault kv get` takes it). */
export type TokenSource =
  | { readonly from: 'input'; readonly value: string }
  | { readonly from: 'vault'; readonly path: string; readonly key: string };

/** How Vault is reached, and how the action logs in there. */
export interface VaultAccess {
  /** Without a slash at the end; may have a path. */
  readonly url: string;
  readonly namespace: string | undefined;
  /** Undefined: asked of Vault. */
  readonly kvVersion: 1 | 2 | undefined;
  readonly auth: VaultAuth;
}

/** Mounts have no slash at either end. `role` undefined: the mount's default role. */
export type VaultAuth =
  | {
      readonly method: 'jwt';
      readonly mount: string;
      readonly role: string | undefined;
      readonly audience: string;
    }
  | {
      readonly method: 'approle';
      readonly mount: string;
      readonly roleId: string;
      readonly secretId: string | undefined;
    }
  | { readonly method: 'token'; readonly token: string };

/** All inputs, validated. Made by `action/inputs.ts`; every part is handed only to the room that needs it. */
export interface Settings {
  readonly mode: Mode;
  readonly github: {
    readonly token: string;
    /** Falls back to `token`. */
    readonly membershipToken: string;
    /** For `/duplicate`; falls back to `token`. */
    readonly duplicateToken: string;
    /** Without a slash at the end; `GITHUB_API_URL`, so GitHub Enterprise Server works too. */
    readonly apiUrl: string;
    /** `owner/name`. */
    readonly repository: string;
    /** The public page of this run: what a commit status links to. */
    readonly runUrl: string;
  };
  readonly gate: GatePolicy;
  /** `who-may-run`; undefined: every member may run all. */
  readonly rights: RightsTable | undefined;
  readonly selection: SelectionRules;
  /** `require-all`: a pass for fewer than all tests is held back. */
  readonly requireAll: boolean;
  /** Which jobs of GitLab show that a test ran. */
  readonly testJobs: TestJobs;
  /** How long labels must have been left alone, ms. */
  readonly settleMs: number;
  /** The pull request of a `workflow_dispatch`. */
  readonly pullRequest: number | undefined;
  readonly gitlab: {
    /** Without a slash at the end; may have a path. */
    readonly url: string;
    /** Path or numeric id. */
    readonly project: string;
    readonly triggerToken: TokenSource | undefined;
    readonly token: TokenSource | undefined;
    /** Ids of users whose pipelines are ours too: those of tokens that were replaced. */
    readonly creators: readonly number[];
  };
  /** How Vault is reached; undefined where nothing is read there. */
  readonly vault: VaultAccess | undefined;
  /** `wait`: false when this run starts the pipeline and goes; a sweep reports the verdict. */
  readonly wait: boolean;
  readonly supersede: boolean;
  readonly disclose: Disclose;
  /** Where audit lines are appended. */
  readonly auditFile: string | undefined;
  readonly pipeline: Passing & {
    readonly ref: RefRules;
    readonly limits: WatchLimits;
    readonly onRerun: Wish['onRerun'];
  };
  /** The context of the commit status; undefined: none is written. */
  readonly statusContext: string | undefined;
  /** PEM of further certificate authorities. */
  readonly caCertificate: string | undefined;
}
