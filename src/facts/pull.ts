/** A pull request, its people, comments and pushes, as GitHub's API shows them now. */
/** An account on GitHub. `id` is the numeric id, which never changes; a login may. */
export interface Person {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

declare const sha: unique symbol;

/** A commit as GitHub names it: 40 lower-case hex digits. Only `isSha` makes one of a text. */
export type Sha = string & { readonly [sha]: true };

const shaPattern = /^[0-9a-f]{40}$/;

/** Whether a text is a full commit name: 40 lower-case hex digits. */
export const isSha = (text: string): text is Sha => shaPattern.test(text);

/** The pull request as GitHub's API shows it now. `null` where the account or repository is gone. */
export interface LivePull {
  readonly number: number;
  readonly open: boolean;
  readonly draft: boolean;
  readonly author: Person | null;
  readonly head: {
    readonly sha: Sha;
    readonly branch: string;
    /** `owner/name`, or null when the head repository was deleted. */
    readonly repository: string | null;
  };
  /** `owner/name` of the repository that the pull request is for. */
  readonly base: string;
  /** The branch of that repository that it is to be merged into. */
  readonly baseBranch: string;
  readonly labels: readonly string[];
}

/** One entry of a branch's activity: who moved it from where to where (REST: repository activities). */
export interface Push {
  readonly actor: Person | null;
  /** Zeros where the branch was made. */
  readonly before: Sha;
  readonly after: Sha;
  /** Whether it made the branch (`branch_creation`). */
  readonly creates: boolean;
}

/** A comment on the pull request as the API shows it now. Times are ISO 8601. */
export interface PullComment {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Person | null;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}
