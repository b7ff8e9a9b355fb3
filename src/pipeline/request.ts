import { createHash } from 'node:crypto';

/** Where a pipeline runs. `shown` may be printed: a configured name, the twin's public name, or `default`. */
export interface TargetRef {
  readonly name: string;
  readonly shown: string;
  /** Whether it is a GitLab branch of the same name as the pull request's branch. */
  readonly twin: boolean;
}

/** Names that the maintainer chose for the two values that jobs look at first. */
export interface VariableNames {
  readonly branch: string;
  readonly tests: string;
}

/** What a request comes from: a pull request by its number, or a commit of the repository itself. */
export type Origin = number | 'queue' | 'push' | 'tag';

/** What a pipeline is asked to test. All values have passed `safeValue`. */
export interface Subject {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly origin: Origin;
  /** 40 hex digits. */
  readonly commit: string;
  /** The branch; for a fork the commit, because a fork's ref moves (interface.md, "What GitLab receives"). */
  readonly branch: string;
  readonly tests: readonly string[];
}

/** One request for one pipeline, complete: what is sent, and the key by which it is found again. */
export interface PipelineRequest {
  readonly key: string;
  readonly ref: TargetRef;
  readonly passAs: 'variables' | 'inputs';
  /** Variables or inputs, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** What names a pipeline in GitLab at most (GitLab docs, "workflow:name"). */
const longestName = 255;

/**
 * The request for a subject. Equal requests have equal keys whatever the attempt, so a re-run finds the pipeline of
 * the run before. Throws a RangeError when the key would be too long to be a pipeline's name.
 */
export function requestFor(
  subject: Subject,
  ref: TargetRef,
  passAs: 'variables' | 'inputs',
  names: VariableNames,
  further: Readonly<Record<string, string>>,
): PipelineRequest {
  const tests = subject.tests.join(',');
  const key = requestKey(
    subject,
    // Two branches or tags may stand for one commit; a pull request and a queue have one each.
    digest({
      ...{ tests, ref: ref.shown, twin: ref.twin, passAs, names, further: sorted(further) },
      ...((subject.origin === 'push' || subject.origin === 'tag') && { branch: subject.branch }),
    }),
  );
  return {
    key,
    ref,
    passAs,
    values: {
      ...further,
      [names.branch]: subject.branch,
      [names.tests]: tests,
      GITHUB_COMMIT_ID: subject.commit,
      FORCE_CHECKOUT_CUSTOM_BRANCH: String(ref.twin),
      GITHUB_PULL_REQUEST: typeof subject.origin === 'number' ? String(subject.origin) : '',
      GITHUB_REPOSITORY_FULL_NAME: subject.repository,
      DRAWBRIDGE_KEY: key,
    },
  };
}

/** What the keys of all requests of one pull request begin with: `owner/repo#42`. */
export const familyOf = (repository: string, origin: Origin): string =>
  typeof origin === 'number' ? `${repository}#${origin}` : `${repository}!${origin}`;

/** The pull request that a key of this repository is for; undefined for any other text. Pure. */
export function pullOfKey(key: string, repository: string): number | undefined {
  const family = `${repository}#`;
  const number = key.startsWith(family) ? /^([1-9]\d{0,14})@/.exec(key.slice(family.length))?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}

/** `owner/repo#42@<sha40>:<12 hex>`: the form is part of the public contract (interface.md). */
function requestKey({ repository, origin, commit }: Subject, digest: string): string {
  const key = `${familyOf(repository, origin)}@${commit}:${digest}`;
  if (key.length > longestName) throw new RangeError('the request key is longer than a pipeline name may be');
  return key;
}

/** The first 12 hex digits of SHA-256 over what was asked. Nothing private goes in: the key is shown in audits. */
const digest = (asked: object): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 12);

const sorted = (values: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
