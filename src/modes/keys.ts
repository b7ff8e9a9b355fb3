import type { LivePull } from '../gate/facts.ts';
import { requestFor } from '../pipeline/request.ts';
import { select } from '../selection/select.ts';
import type { Settings } from '../settings.ts';
import { subjectOf, twinCandidate } from './subject.ts';

/** What a run for a pull request asks GitLab for, as it is labelled now. */
export interface Asked {
  readonly tests: readonly string[];
  /** On the usual ref, and on the branch of the same name where there may be one. */
  readonly keys: readonly string[];
}

/**
 * The tests that the labels of a pull request choose, and the keys of the requests that a run for them may make.
 * None where its labels choose nothing that may be asked for. Pure.
 */
export function askedBy(pull: LivePull, settings: Settings): Asked | undefined {
  const selection = select(pull.labels, settings.selection);
  if (!selection.selected) return undefined;
  const { tests } = selection;
  const crossing = { kind: 'pull-request', pull, approval: undefined } as const;
  const subject = subjectOf(crossing, pull.head.sha, tests, settings.github.repository);
  const { ref, passAs, names, further } = settings.pipeline;
  const keyOn = (name: string, twin: boolean) =>
    requestFor(subject, { name, shown: name, twin }, passAs, names, further).key;
  const twin = twinCandidate(crossing);
  const keys = [keyOn(ref.ref ?? 'default', false), ...(twin === undefined ? [] : [keyOn(twin, true)])];
  return { tests, keys };
}
