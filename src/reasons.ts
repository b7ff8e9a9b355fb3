import { allowed, denied, undecided, waiting } from './reasons/gate.ts';
import { starting } from './reasons/gitlab.ts';
import { identity } from './reasons/identity.ts';
import { endings, pending } from './reasons/outcomes.ts';
import { proof } from './reasons/proof.ts';
import type { Reason } from './reasons/reason.ts';
import { reporting } from './reasons/report.ts';
import { duplicating, input, modes, selection } from './reasons/requests.ts';
import { secrets } from './reasons/vault.ts';

/**
 * Every reason that Drawbridge can give. A reason has a sentence for the person who reads the pull request and the
 * next thing to do. docs/troubleshooting.md is generated from this table; nothing else in the product words a refusal.
 */
export const reasons = {
  ...allowed,
  ...waiting,
  ...denied,
  ...undecided,
  ...selection,
  ...duplicating,
  ...modes,
  ...input,
  ...identity,
  ...starting,
  ...secrets,
  ...proof,
  ...endings,
  ...pending,
  ...reporting,
} as const satisfies Record<string, Reason>;

/** The code of a reason, as it appears in outputs, annotations and the audit line. */
export type ReasonCode = keyof typeof reasons;

/** What is known about a reason code. */
export const reasonOf = (code: ReasonCode): Reason => reasons[code];
