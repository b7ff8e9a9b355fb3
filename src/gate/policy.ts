/** What the maintainer decided about the gate. */

/** What the maintainer decided about who may cross. */
export interface GatePolicy {
  readonly organization: string;
  /** Whether a token was given for reading membership, apart from the job's own. */
  readonly membershipTokenGiven: boolean;
  /** Team slugs; membership of one of them is required when there are any. */
  readonly teams: readonly string[];
  /** Numeric ids of bots that count as members. */
  readonly trustedBots: readonly number[];
  readonly drafts: boolean;
  readonly approvals: 'comment' | 'none';
}
