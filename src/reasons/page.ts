/** Where a reason is explained: the one place that makes the link to the page of reasons. */
import type { ReasonCode } from '../reasons.ts';

/** The page of this project that has a heading for each reason, with its code as the anchor. */
const page = 'https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md';

/** The address of what is written about a reason. Pure. */
export const pageOf = (code: ReasonCode): string => `${page}#${code}`;
