import { safeRef } from '../facts/alphabet.ts';
import { ask } from '../facts/ask.ts';
import type { Fact } from '../facts/fact.ts';
import { type ChangedFile, type ChangedFiles, namesOf } from '../facts/files.ts';
import type { ReasonCode } from '../reasons.ts';

/**
 * What duplicating needs of GitHub, with a token that may write contents and pull requests. Each call throws a
 * ServiceFailure when GitHub did not do it. The github client satisfies it.
 */
export interface Duplication {
  /** The same as `filesOf` of a FileSource, by the token that has to write: it may be the only one that can read. */
  changedFiles(base: string, commit: string): Promise<ChangedFiles>;
  createBranch(branch: string, commit: string): Promise<void>;
  /** The commit of a branch; undefined when there is none. */
  branchHead(branch: string): Promise<string | undefined>;
  /** Branches whose names begin with a text, with their heads. */
  branchesLike(start: string): Promise<readonly { readonly name: string; readonly head: string }[]>;
  deleteBranch(branch: string): Promise<void>;
  /** Opens a draft pull request; gives its number. */
  openDraft(draft: Draft): Promise<number>;
}

/** A draft pull request: to merge `branch` into `base`, both of this repository. */
export interface Draft {
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/** Reads the pull request as it is now. */
export interface OriginalSource {
  pull(number: number): Promise<{ readonly head: { readonly sha: string }; readonly baseBranch: string }>;
}

/** What is asked for. `requester` is a GitHub login. */
export interface DuplicateRequest {
  readonly original: number;
  readonly commit: string;
  readonly requester: string;
  /** Whether an approval by comment counts here (`approvals`); if not, nobody is told to give one. */
  readonly approvable: boolean;
}

/** How it ended. */
export type Duplicated =
  | { readonly done: true; readonly branch: string; readonly pull: number }
  | {
      readonly done: false;
      readonly reason: ReasonCode;
      /** For `unsafe-value`: the branch, in whatever characters. */
      readonly branch?: string;
    };

/** The branch of a duplicate: `ext/pr-<n>-<first 12 digits of the commit>`. */
export const duplicateBranch = ({
  original,
  commit,
}: Pick<DuplicateRequest, 'original' | 'commit'>): string => `ext/pr-${original}-${commit.slice(0, 12)}`;

/** Files that decide what CI runs. A duplicate of a change to one of them would run it with the members' rights. */
const ciEntryPoints = [
  /^\.github\//,
  /^\.gitlab-ci\.ya?ml$/,
  /^\.gitlab\//,
  /^\.circleci\//,
  /^\.buildkite\//,
  /^\.woodpecker(\/|\.ya?ml$)/,
  /^\.(travis|drone|cirrus|appveyor)\.ya?ml$/,
  /^(azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)\.ya?ml$/,
  /^\.azure-pipelines\//,
  /^Jenkinsfile/,
  /^\.semaphore\//,
  /^\.teamcity\//,
  /(^|\/)action\.ya?ml$/,
];

/** Whether a change touches what CI runs, by either name of a renamed file. Pure. */
export const touchesCi = (files: readonly ChangedFile[]): boolean =>
  files.flatMap(namesOf).some((name) => ciEntryPoints.some((entry) => entry.test(name)));

/** What is asked here needs a token that may write, so a refusal is about that one. */
const asked = <T>(call: Promise<T>): Promise<Fact<T>> => ask(call, { forbidden: 'duplicate-token-lacks' });

/**
 * Copies one commit of an outsider's pull request to a branch of the repository and opens a draft pull request for
 * it. Exactly that commit: it is read back, and nothing is ever pushed to the branch again.
 */
export async function duplicateCommit(
  github: Duplication & OriginalSource,
  request: DuplicateRequest,
): Promise<Duplicated> {
  const no = (reason: ReasonCode): Duplicated => ({ done: false, reason });
  const { original, commit } = request;
  const branch = duplicateBranch(request);
  const live = await asked(github.pull(original));
  if (!live.known) return no(live.reason);
  const { head, baseBranch: base } = live.value;
  if (head.sha !== commit) return no('approval-stale');
  // Sent back to GitHub as it came.
  if (!safeRef.test(base)) return { done: false, reason: 'unsafe-value', branch: base };
  // Of the commit, not of the live head: a push in between must not clear a commit that nobody looked at.
  const files = await asked(github.changedFiles(base, commit));
  if (!files.known) return no(files.reason);
  if (!files.value.complete) return no('duplicate-list-cut');
  if (touchesCi(files.value.files)) return no('duplicate-touches-ci');
  const made = await makeBranch(github, branch, commit);
  if (made !== undefined) return no(made);
  const title = `Test of #${original}`;
  const pull = await asked(github.openDraft({ branch, base, title, body: draftBody(request) }));
  return pull.known ? { done: true, branch, pull: pull.value } : no(pull.reason);
}

/** Makes the branch unless it is there, and reads it back. Gives why it is not there with that commit. */
async function makeBranch(
  github: Duplication,
  branch: string,
  commit: string,
): Promise<ReasonCode | undefined> {
  const before = await asked(github.branchHead(branch));
  if (!before.known) return before.reason;
  if (before.value === undefined) {
    // GitHub may not take the commit of a fork for a branch: by then the files have been looked at.
    const byHand = { conflict: 'duplicate-by-hand', invalid: 'duplicate-by-hand' } as const;
    const meaning = { ...byHand, forbidden: 'duplicate-token-lacks' } as const;
    const created = await ask(github.createBranch(branch, commit), meaning);
    if (!created.known) return created.reason;
  }
  const now = await asked(github.branchHead(branch));
  if (!now.known) return now.reason;
  return now.value === commit ? undefined : 'duplicate-branch-differs';
}

const draftBody = ({ original, commit, requester, approvable }: DuplicateRequest): string =>
  [
    `This branch holds commit ${commit} of #${original}, so that it can be tested and merged.`,
    `Asked for by @${requester}. It is never synchronised: a newer commit of #${original} needs a new duplicate.`,
    '',
    approvable
      ? `Next: mark this pull request ready for review, then comment \`/ok-to-test ${commit}\` here.`
      : 'Next: mark this pull request ready for review.',
  ].join('\n');

/** What is said on the original once the draft is open. */
export const duplicatedAs = (pull: number, { commit, approvable }: DuplicateRequest): string =>
  approvable
    ? `Duplicated as #${pull}. Next: mark it ready for review and comment \`/ok-to-test ${commit}\` there.`
    : `Duplicated as #${pull}. Next: mark it ready for review.`;

/**
 * The commands that make the branch by hand, where GitHub does not accept a fork's commit for a new one. The command
 * then finds the branch, reads it back and opens the draft.
 */
export const byHand = (request: DuplicateRequest): string =>
  [
    'GitHub did not make the branch. In a clone of this repository, run:',
    '',
    '```',
    `git fetch origin pull/${request.original}/head`,
    `git push origin ${request.commit}:refs/heads/${duplicateBranch(request)}`,
    '```',
    '',
    `Then comment \`/duplicate ${request.commit}\` here once more: it takes that branch and opens the draft.`,
  ].join('\n');

/**
 * Deletes the branches that were made for a pull request and hold nothing but its commit. `refused`: the token may not list branches, as where
 * `/duplicate` is not in use.
 */
export async function removeDuplicates(
  github: Pick<Duplication, 'branchesLike' | 'deleteBranch'>,
  original: number,
): Promise<{ readonly removed: readonly string[]; readonly failed: number; readonly refused: boolean }> {
  const branches = await ask(github.branchesLike(`ext/pr-${original}-`));
  if (!branches.known) {
    const refused = branches.reason === 'github-forbidden';
    return { removed: [], failed: refused ? 0 : 1, refused };
  }
  const removed: string[] = [];
  let failed = 0;
  for (const { name, head } of branches.value) {
    // A colleague may have gone on from there, or have a branch of a like name.
    const digits = /^ext\/pr-\d+-([0-9a-f]{12})$/.exec(name)?.[1];
    if (digits === undefined || !head.startsWith(digits)) continue;
    const gone = await ask(github.deleteBranch(name));
    if (gone.known) removed.push(name);
    else failed += 1;
  }
  return { removed, failed, refused: false };
}
