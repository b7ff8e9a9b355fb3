import { parseAllDocuments } from 'yaml';
import { referencesIn } from './expand.ts';

/** A mapping read from YAML. */
export type Mapping = Record<string, unknown>;

/** `value` as a mapping; an empty one when it is none. */
export const mapping = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};

/** `value` as a list: itself, a list of one, or empty for null and undefined. */
export const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];

/** What of the variables the choice of jobs can depend on; `all` when something out of sight is included. */
export type Relevance = { kind: 'names'; names: ReadonlySet<string> } | { kind: 'all' };

// Text under these keys is only read when a job runs, or when a name is expanded, never when jobs are chosen.
const UNREAD = new Set(['script', 'before_script', 'after_script', 'name']);
const ELSEWHERE = ['remote', 'component', 'template', 'project'];

/**
 * Which variables may change the evaluation of these CI files: those that are mentioned outside of scripts and names.
 * Two evaluations that agree on them are the same, so commit, key and branch name need no new evaluation.
 */
export function relevantVariables(files: Readonly<Record<string, string>>): Relevance {
  const names = new Set<string>();
  let isElsewhere = false;
  const visit = (value: unknown): void => {
    if (typeof value === 'string') for (const name of referencesIn(value)) names.add(name);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'include') isElsewhere ||= includesElsewhere(inner);
        if (!UNREAD.has(key)) visit(inner);
      }
    }
  };
  for (const text of Object.values(files)) documentsIn(text).forEach(visit);
  return isElsewhere ? { kind: 'all' } : { kind: 'names', names };
}

/**
 * Whether the expansion of these files (includes, inputs, defaults) may differ with the variables: when an include
 * has rules or mentions a variable, or when a rule of `workflow` sets some.
 */
export function isExpansionVariable(files: Readonly<Record<string, string>>): boolean {
  const documents = Object.values(files).flatMap(documentsIn).map(mapping);
  return documents.some((document) => {
    const include = JSON.stringify(document['include'] ?? null);
    const rules = list(mapping(document['workflow'])['rules']);
    return /\$|"rules"/.test(include) || rules.some((rule) => mapping(rule)['variables'] !== undefined);
  });
}

function includesElsewhere(include: unknown): boolean {
  return list(include).some((entry) =>
    typeof entry === 'string' ? /^https?:/.test(entry) : ELSEWHERE.some((key) => key in mapping(entry)),
  );
}

/** The documents of a YAML file: a header, where there is one, and the configuration. None where it cannot be read. */
export function documentsIn(text: string): unknown[] {
  try {
    return [...parseAllDocuments(text, { logLevel: 'silent' })].map((document) =>
      document.toJS({ maxAliasCount: -1 }),
    );
  } catch {
    // Broken YAML: gitlab-ci-local will say so.
    return [];
  }
}
