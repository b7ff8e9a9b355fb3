/** `only` and `except` (GitLab docs, "CI/CD YAML syntax reference"; GitLab's code, lib/gitlab/ci/build/policy). */
import { NotImitated } from '../../base/gaps.ts';
import { areChangesMet } from './changes.ts';
import { list, type Mapping, mapping } from './configuration.ts';
import type { Origin } from './origin.ts';

/** The two keywords. */
export const policies = ['only', 'except'] as const;
type Policy = (typeof policies)[number];

/** The expressions on variables of a job's `only` or `except`; gitlab-ci-local decides them. */
export const expressionsOf = (job: Mapping, policy: Policy): string[] =>
  list(mapping(job[policy])['variables']).map(String);

/**
 * Whether a job's `only` and `except` let it run: of `only` every kind must be met, of `except` none may be. `isTrue` says
 * whether the expression of that number holds.
 */
export function passes(
  job: Mapping,
  origin: Origin,
  isTrue: (policy: Policy, index: number) => boolean,
): boolean {
  const kinds = (policy: Policy) => kindsOf(job, policy, origin, (index) => isTrue(policy, index));
  return kinds('only').every(Boolean) && !kinds('except').some(Boolean);
}

function kindsOf(
  job: Mapping,
  policy: Policy,
  origin: Origin,
  isTrue: (index: number) => boolean,
): boolean[] {
  const given = job[policy];
  if (given === undefined) return [];
  const simple = typeof given === 'string' || Array.isArray(given);
  const { refs, variables, changes, kubernetes } = simple ? { refs: given } : mapping(given);
  if (kubernetes !== undefined) throw new NotImitated(`\`${policy}:kubernetes\``);
  return [
    ...(refs === undefined ? [] : [list(refs).some((ref) => isOf(String(ref), origin))]),
    ...(variables === undefined ? [] : [expressionsOf(job, policy).some((_, index) => isTrue(index))]),
    ...(changes === undefined ? [] : [areChangesMet(changes, origin)]),
  ];
}

/** One entry of `refs`: a kind of pipeline, a branch or tag, or a pattern for them, in this or another project. */
function isOf(entry: string, { source, ref, tag, path }: Origin): boolean {
  const [, pattern = '', project] = /^(\/.*\/[a-z]*|[^@]*)(?:@(.*))?$/s.exec(entry) ?? [];
  if (project !== undefined && project !== path) return false;
  if (pattern === (tag ? 'tags' : 'branches')) return true;
  if (pattern === source || pattern === plural(source)) return true;
  const [, expression, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(pattern) ?? [];
  return expression === undefined
    ? pattern === ref
    : new RegExp(expression, flags.includes('i') ? 'i' : '').test(ref);
}

/** `pushes`, `triggers`, `apis`, as Rails would say. */
const plural = (word: string): string => (word.endsWith('sh') ? `${word}es` : `${word}s`);
