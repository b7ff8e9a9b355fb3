/** The requests that a pull request asks for as it is labelled now, by their keys. */
import type { LivePull } from '../facts/pull.ts';
import type { RefRules } from './ref.ts';
import { keyOf, type Passing } from './request.ts';
import { type SelectionRules, select } from './tests.ts';
import { wantedBy } from './wanted.ts';

/** A request that a run may make, and where: `ref` undefined is the project's default branch. */
export interface AskedRequest {
  readonly key: string;
  readonly ref: string | undefined;
}

/** What a run for a pull request asks GitLab for. */
export interface Asked {
  readonly tests: readonly string[];
  /** Whether they are all there are. */
  readonly all: boolean;
  /** On the usual ref, and on the branch of the same name where there may be one. */
  readonly requests: readonly AskedRequest[];
}

/** Whether a name is the key of a request that is asked for. */
export const asksFor = (asked: Asked | undefined, name: string | undefined): boolean =>
  asked?.requests.some(({ key }) => key === name) === true;

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
  const on = (ref: string | undefined, twin: boolean): AskedRequest => {
    const name = ref ?? 'default';
    return { ref, key: keyOf(wanted, { name, shown: name, twin }, pipeline) };
  };
  const twins = wanted.twin === undefined ? [] : [on(wanted.twin, true)];
  return { tests: selected.tests, all: selected.all, requests: [on(pipeline.ref.ref, false), ...twins] };
}
