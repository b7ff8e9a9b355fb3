/** The keys of the requests that a pull request asks for, as it is labelled now. */
import type { LivePull } from '../facts/pull.ts';
import type { RefRules } from './ref.ts';
import { keyOf, type Passing } from './request.ts';
import { type SelectionRules, select } from './tests.ts';
import { wantedBy } from './wanted.ts';

/** What a run for a pull request asks GitLab for. */
export interface Asked {
  readonly tests: readonly string[];
  /** On the usual ref, and on the branch of the same name where there may be one. */
  readonly keys: readonly string[];
}

/** What decides about keys. */
export interface KeyRules {
  /** `owner/name`. */
  readonly github: { readonly repository: string };
  readonly selection: SelectionRules;
  readonly pipeline: Passing & { readonly ref: RefRules };
}

/** Undefined where the labels choose nothing that may be asked for. Pure. */
export function askedBy(pull: LivePull, { github, selection, pipeline }: KeyRules): Asked | undefined {
  const selected = select(pull.labels, selection);
  if (!selected.selected) return undefined;
  const wanted = wantedBy(pull, selected, github.repository);
  const keyOn = (name: string, twin: boolean) => keyOf(wanted, { name, shown: name, twin }, pipeline);
  const twins = wanted.twin === undefined ? [] : [keyOn(wanted.twin, true)];
  return { tests: selected.tests, keys: [keyOn(pipeline.ref.ref ?? 'default', false), ...twins] };
}
