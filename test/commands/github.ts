import type { ChangedFile, Draft, Duplication, OriginalSource } from '../../src/commands/duplicate.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';

export const commit = 'a'.repeat(40);
export const other = 'b'.repeat(40);
export const branch = `ext/pr-42-${'a'.repeat(12)}`;
export const request = { original: 42, commit, requester: 'carol', approvable: true };

/** A GitHub for `/duplicate`: its branches, the live head of #42, and what was asked, in order. */
export interface FakeGitHub extends Duplication, OriginalSource {
  readonly done: string[];
  readonly branches: Map<string, string>;
  readonly drafts: Draft[];
  head: string;
  base: string;
}

/** What a test changes. A failure under a call's name is what that call throws, once or always. */
export interface Given {
  readonly files?: readonly ChangedFile[];
  readonly complete?: boolean;
  readonly branches?: Readonly<Record<string, string>>;
  readonly fails?: Readonly<Record<string, ServiceFailure | TypeError>>;
  /** What GitHub makes of a new branch. */
  readonly made?: string;
}

export const file = (path: string, from?: string): ChangedFile => ({ path, from });

export function github(given: Given = {}): FakeGitHub {
  const done: string[] = [];
  const branches = new Map(Object.entries(given.branches ?? {}));
  const drafts: FakeGitHub['drafts'] = [];
  const note = (call: string, what: string) => {
    done.push(`${call} ${what}`);
    const failure = given.fails?.[`${call} ${what}`] ?? given.fails?.[call];
    if (failure) throw failure;
  };
  const fake: FakeGitHub = {
    ...{ done, branches, drafts, head: commit, base: 'release/1.0' },
    pull: async (number) => {
      note('pull', `${number}`);
      return { head: { sha: fake.head }, baseBranch: fake.base };
    },
    changedFiles: async (pull) => {
      note('files', `${pull}`);
      return { files: given.files ?? [file('src/main.rs')], complete: given.complete ?? true };
    },
    createBranch: async (name, sha) => {
      note('create', name);
      branches.set(name, given.made ?? sha);
    },
    branchHead: async (name) => {
      note('head', name);
      return branches.get(name);
    },
    branchesLike: async (start) => {
      note('like', start);
      return [...branches.keys()].filter((name) => name.startsWith(start));
    },
    deleteBranch: async (name) => {
      note('delete', name);
      branches.delete(name);
    },
    openDraft: async (draft) => {
      note('draft', draft.branch);
      drafts.push(draft);
      return 77;
    },
  };
  return fake;
}
