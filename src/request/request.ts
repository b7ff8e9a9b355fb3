/** One request for one pipeline: what is sent, and the key by which it is found again. */
import { createHash } from 'node:crypto';
import type { Subject } from './subject.ts';
import { needsNone } from './tests.ts';
import type { Origin, Wanted } from './wanted.ts';

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

/** How values are passed to GitLab. */
export interface Passing {
  readonly passAs: 'variables' | 'inputs';
  readonly names: VariableNames;
  /** Whether what is sent is proven (`proof`): a pipeline that was started without a proof is none of these. */
  readonly proof: boolean;
  /** The maintainer's own, by name. */
  readonly further: Readonly<Record<string, string>>;
  /** What tells the keys of one check from those of another in the same GitLab project (`markOf`). */
  readonly mark: string;
}

/** One request for one pipeline, complete: what is sent, and the key by which it is found again. */
export interface PipelineRequest {
  readonly key: string;
  readonly ref: TargetRef;
  readonly passAs: Passing['passAs'];
  /** Variables or inputs, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** What is sent each time, beside the two values whose names the maintainer chooses, and the parts of a proof. */
export const alwaysSent: readonly string[] = [
  'GITHUB_COMMIT_ID',
  'FORCE_CHECKOUT_CUSTOM_BRANCH',
  'GITHUB_PULL_REQUEST',
  'GITHUB_REPOSITORY_FULL_NAME',
  'DRAWBRIDGE_KEY',
];

/** What names a pipeline in GitLab at most (GitLab docs, "workflow:name"). */
const longestName = 255;

/**
 * The request for a subject. Throws a RangeError where no test is asked for, which a project could take for all of
 * them, and when the key would be too long to be a pipeline's name.
 */
export function requestFor(subject: Subject, ref: TargetRef, passing: Passing): PipelineRequest {
  const { names, further, passAs } = passing;
  if (needsNone(subject)) throw new RangeError('a request needs a test');
  const key = keyOf(subject, ref, passing);
  return {
    key,
    ref,
    passAs,
    values: {
      ...further,
      [names.branch]: subject.branch,
      [names.tests]: subject.tests.join(','),
      GITHUB_COMMIT_ID: subject.commit,
      FORCE_CHECKOUT_CUSTOM_BRANCH: String(ref.twin),
      GITHUB_PULL_REQUEST: typeof subject.origin === 'number' ? String(subject.origin) : '',
      GITHUB_REPOSITORY_FULL_NAME: subject.repository,
      DRAWBRIDGE_KEY: key,
    },
  };
}

/**
 * `owner/repo#42@<sha40>:<12 hex>`, a part of the public contract. Equal requests have equal keys whatever the
 * attempt, so a re-run finds the pipeline of the run before. Throws a RangeError when it is too long.
 */
export function keyOf(wanted: Wanted, ref: TargetRef, passing: Passing): string {
  const { passAs, proof, names, further, mark } = passing;
  const { repository, origin, commit, branch } = wanted;
  const asked = {
    ...{
      tests: wanted.tests.join(','),
      ref: ref.shown,
      twin: ref.twin,
      passAs,
      names,
      further: sorted(further),
    },
    ...(proof && { proof }),
    // Two branches or tags may stand for one commit; a pull request and a queue have one each.
    ...((origin === 'push' || origin === 'tag') && { branch }),
  };
  const from = typeof origin === 'number' ? `#${origin}` : `!${origin}`;
  const key = `${repository}${from}@${commit}:${mark}${digest(asked, 8)}`;
  if (key.length > longestName) throw new RangeError('the request key is longer than a pipeline name may be');
  return key;
}

/**
 * The first four digits of a key's twelve: two workflows with different commit statuses, and repositories of one name
 * on two servers, may share a GitLab project, and neither may take the other's pipelines for its own. `server` is the
 * address of GitHub. Pure.
 */
export const markOf = (statusContext: string | undefined, server: string): string =>
  digest({ statusContext, server }, 4);

/** What a key tells of its request. */
export interface ReadKey {
  /** `owner/name`. */
  readonly repository: string;
  readonly origin: Origin;
  readonly commit: string;
  readonly mark: string;
}

const keyPattern =
  /^([\w.-]+\/[\w.-]+)(?:#([1-9]\d{0,14})|!(queue|push|tag))@([0-9a-f]{40}):([0-9a-f]{4})[0-9a-f]{8}$/;

/** What the pattern holds where it matches: a number, or in its place where else the request comes from. */
type KeyParts = readonly [
  ...[whole: string, repository: string, number: string | undefined, from: 'queue' | 'push' | 'tag'],
  ...[commit: string, mark: string],
];

/** Reads a pipeline's name as a key; undefined for any other text. Pure. */
export function readKey(name: string | undefined): ReadKey | undefined {
  const read = keyPattern.exec(name ?? '');
  if (!read) return undefined;
  const [, repository, number, from, commit, mark] = read as unknown as KeyParts;
  return { repository, origin: number === undefined ? from : Number(number), commit, mark };
}

/** The first hex digits of SHA-256 over what was asked. Nothing private goes in: the key is shown in audits. */
const digest = (asked: object, digits: number): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, digits);

const sorted = (values: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
