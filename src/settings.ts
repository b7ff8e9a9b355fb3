import type { GatePolicy } from './gate/decide.ts';
import type { Wish } from './pipeline/choose.ts';
import type { RefRules } from './pipeline/ref.ts';
import type { VariableNames } from './pipeline/request.ts';
import type { WatchLimits } from './pipeline/watch.ts';
import type { SelectionRules } from './selection/select.ts';

/** What the action does (interface.md, input `mode`). */
export type Mode = 'run';

/** All inputs, validated. Made by `action/inputs.ts`; every part is handed only to the room that needs it. */
export interface Settings {
  readonly mode: Mode;
  readonly github: {
    readonly token: string;
    /** Falls back to `token`. */
    readonly membershipToken: string;
    /** Without a slash at the end; `GITHUB_API_URL`, so GitHub Enterprise Server works too. */
    readonly apiUrl: string;
    /** `owner/name`. */
    readonly repository: string;
    /** The public page of this run: what a commit status links to. */
    readonly runUrl: string;
  };
  readonly gate: GatePolicy;
  readonly selection: SelectionRules;
  readonly gitlab: {
    /** Without a slash at the end; may have a path. */
    readonly url: string;
    /** Path or numeric id. */
    readonly project: string;
    readonly triggerToken: string | undefined;
    readonly token: string | undefined;
  };
  readonly pipeline: {
    readonly ref: RefRules;
    readonly passAs: 'variables' | 'inputs';
    readonly names: VariableNames;
    readonly further: Readonly<Record<string, string>>;
    readonly limits: WatchLimits;
    readonly onRerun: Wish['onRerun'];
  };
  /** The context of the commit status; undefined: none is written. */
  readonly statusContext: string | undefined;
  /** PEM of further certificate authorities. */
  readonly caCertificate: string | undefined;
}
