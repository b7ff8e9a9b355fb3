/** The requests that a pull request asks for as it is labelled now, by their keys. */
import type { LivePull } from '../facts/pull.ts';
import type { RefRules } from './ref.ts';
import { keyOf, type Passing } from './request.ts';
import { needsNone, type Selection } from './tests.ts';
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
  readonly pipeline: Passing & { readonly ref: RefRules };
}

/** By the live selection of a pull request; undefined where that is nothing, or may not be asked for. Pure. */
export function askedBy(
  pull: LivePull,
  selected: Selection,
  { github, pipeline }: KeyRules,
): Asked | undefined {
  if (!selected.selected || needsNone(selected)) return undefined;
  const wanted = wantedBy(pull, selected, github.repository);
  const on = (ref: string | undefined, twin: boolean): AskedRequest => {
    const name = ref ?? 'default';
    return { ref, key: keyOf(wanted, { name, shown: name, twin }, pipeline) };
  };
  const twins = wanted.twin === undefined ? [] : [on(wanted.twin, true)];
  return { tests: selected.tests, all: selected.all, requests: [on(pipeline.ref.ref, false), ...twins] };
}
