import { fits } from '../facts/wildcard.ts';
import type { TargetRef } from './request.ts';

/** A branch of the GitLab project. `sha` is its head, 40 hex digits; private. */
export interface Branch {
  readonly protected: boolean;
  readonly sha: string;
}

/** How the ref is chosen. */
export interface RefRules {
  /** The configured `gitlab-ref`; undefined means the project's default branch. */
  readonly ref: string | undefined;
  /** Patterns (`*` is any text) of protected branches that may serve as twin. */
  readonly twinPatterns: readonly string[];
}

/** Reads what the choice needs. Each call throws a ServiceFailure when GitLab gave no usable answer. */
export interface Refs {
  /** undefined: GitLab answered 404, so there is no such branch. */
  branch(name: string): Promise<Branch | undefined>;
  /** The commit of a tag; undefined: there is no such tag. */
  tag(name: string): Promise<string | undefined>;
  defaultBranch(): Promise<string>;
}

/** The ref of a run and, where it was read on the way, its head. */
export interface ChosenRef {
  readonly ref: TargetRef;
  readonly head: string | undefined;
  /** The branch's public name, where GitLab's branch of that name is protected and no pattern lets it serve. */
  readonly passedOver: string | undefined;
}

/**
 * The GitLab branch to run on: the one named like the pull request's branch where it exists and may be used, else the
 * configured or default one. `branchName` is undefined for forks: an outsider's branch name must never choose among
 * private branches (docs/security.md, attack 22). Throws the ServiceFailure of a call that told nothing: only a 404
 * means that there is no such branch.
 */
export async function chooseRef(
  refs: Pick<Refs, 'branch' | 'defaultBranch'>,
  branchName: string | undefined,
  rules: RefRules,
): Promise<ChosenRef> {
  const [twin, configured] = await Promise.all([
    branchName === undefined ? undefined : refs.branch(branchName),
    rules.ref === undefined ? refs.defaultBranch() : rules.ref,
  ]);
  if (twin && branchName !== undefined && mayBeTwin(branchName, twin, rules)) {
    return {
      ref: { name: branchName, shown: branchName, twin: true },
      ...{ head: twin.sha, passedOver: undefined },
    };
  }
  return {
    ref: { name: configured, shown: rules.ref ?? 'default', twin: false },
    head: undefined,
    // A run that goes to that very branch passes nothing over.
    passedOver: twin && branchName !== configured ? branchName : undefined,
  };
}

/**
 * The commit of the configured ref or of the default branch, by its name; undefined where there is none, and where a
 * branch and a tag share the configured one: GitLab starts nothing on such a name (docs/facts/gitlab.md, "Branches and tags"),
 * and whoever may make branches could choose what counts as the tag's head. Throws as `chooseRef` does.
 */
export async function headOf(
  refs: Pick<Refs, 'branch' | 'tag'>,
  name: string,
  { ref }: Pick<RefRules, 'ref'>,
): Promise<string | undefined> {
  if (ref === undefined) return (await refs.branch(name))?.sha;
  const [branch, tag] = await Promise.all([refs.branch(name), refs.tag(name)]);
  return branch && tag !== undefined ? undefined : (branch?.sha ?? tag);
}

const mayBeTwin = (name: string, branch: Branch, { twinPatterns }: RefRules): boolean =>
  !branch.protected || twinPatterns.some((pattern) => fits(pattern, name));
