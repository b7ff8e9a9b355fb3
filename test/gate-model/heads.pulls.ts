/** The pull requests of one commit, and what they ask for by labels and files as it is meant: not by what the source makes of it. */
import type { LivePull, Person } from '../../src/facts/pull.ts';
import type { Random } from '../faults/random.ts';
import { alice, bot, commitOf, mallory } from '../gate/build.ts';
import { answerOf } from '../world/calls.ts';
import type { GitHubWorld } from '../world/github.ts';
import { type Area, type Heads, ids, type Label, type PullNumber } from './heads.steps.ts';
import type { Wish } from './heads.truth.ts';

/** By whom `/duplicate` opens its copies. */
export const maker = bot('github-actions[bot]', 41);

/** Where each pull request comes from. The names are written as somebody else may write them. */
export const origins: Record<
  PullNumber,
  { author: Person; repository: string; branch: string; baseBranch: string }
> = {
  1: { author: alice, repository: 'Acme/engine', branch: 'feature/x', baseBranch: 'main' },
  2: { author: alice, repository: 'acme/Engine', branch: 'feature/x', baseBranch: 'release/1' },
  3: { author: mallory, repository: 'mallory/engine', branch: 'patch-1', baseBranch: 'release/2' },
  4: { author: maker, repository: 'acme/engine', branch: 'ext/3-patch', baseBranch: 'release/3' },
};

/** The commit that all of them begin with. */
export const first = commitOf('a'.repeat(40));

/** They, as GitHub holds them. */
export interface ModelPulls {
  pull(number: number): LivePull;
  change(number: number, over: Partial<LivePull>): void;
  labelsOf(number: number): readonly Label[];
  relabel(number: number, now: readonly Label[]): void;
  /** A member approves the head. */
  approve(number: number): void;
  wishes(): ReadonlyMap<number, Wish>;
  filesOf(base: string): {
    readonly files: readonly { readonly path: string; readonly from: undefined }[];
    readonly complete: boolean;
  };
}

/** How somebody writes a name: in any case of letters. */
export const inAnyCase = (text: string, numbers: Random): string =>
  Array.from(text, (letter) => (numbers.next() < 0.5 ? letter.toUpperCase() : letter)).join('');

/** How somebody writes a label. */
export const labelOf = (label: Label, numbers: Random): string =>
  label === 'other' ? 'bug' : inAnyCase(`test-${label === 'unknown' ? 'nothing' : label}`, numbers);

/** As a sequence begins with them. */
export function createModelPulls(begin: Heads, github: GitHubWorld, numbers: Random): ModelPulls {
  const labels = new Map<number, Label[]>();
  const areas = new Map<number, readonly Area[]>();
  const approved = new Set<string>();
  for (const [nth, number] of begin.numbers.entries()) {
    labels.set(number, [...new Set(begin.labels[nth] ?? [])]);
    areas.set(number, begin.areas[nth] ?? []);
    const { author, repository, branch, baseBranch } = origins[number];
    github.pulls.set(number, {
      ...{ number, open: true, draft: false, author, base: 'acme/engine', baseBranch },
      head: { sha: first, branch, repository },
      labels: (labels.get(number) ?? []).map((one) => labelOf(one, numbers)),
    });
  }
  const pullOf = (number: number): LivePull => {
    const pull = github.pulls.get(number);
    if (!pull) throw new Error(`there is no #${number}`);
    return answerOf(pull);
  };

  const whole = new Set<string>(ids);
  /** What a pull request needs by its files. */
  const needed = (number: number): ReadonlySet<string> => {
    const changed = areas.get(number) ?? [];
    if (!begin.paths || changed.some((one) => one === 'workflow' || one === 'endless')) return whole;
    return new Set(changed.filter((one) => one !== 'page'));
  };
  const asked = (number: number): ReadonlySet<string> | undefined => {
    const chosen = (labels.get(number) ?? []).filter((one) => one !== 'other');
    if (chosen.length === 0) return needed(number);
    if (chosen.includes('unknown')) return undefined;
    return chosen.includes('all') ? whole : new Set(chosen);
  };
  const wishes = (): ReadonlyMap<number, Wish> =>
    new Map(
      begin.numbers.map((number) => {
        const { open, draft, head, author } = pullOf(number);
        const wish = {
          ...{ lives: open && (!draft || begin.drafts), head: head.sha },
          ...{ asks: asked(number), needs: needed(number) },
          through: (commit: string) => author === alice || approved.has(`${number} ${commit}`),
        };
        return [number, wish];
      }),
    );
  const filesOf = (base: string) => {
    const number = begin.numbers.find((one) => origins[one].baseBranch === base) ?? 0;
    const changed = areas.get(number) ?? [];
    const named: Record<Area, string> = {
      ...{ a: 'a/main.rs', b: 'b/main.rs', c: 'c/main.rs' },
      ...{ page: 'README.md', workflow: '.github/workflows/x.yml', endless: 'a/main.rs' },
    };
    return {
      files: changed.map((one) => ({ path: named[one], from: undefined })),
      complete: !changed.includes('endless'),
    };
  };

  const change = (number: number, over: Partial<LivePull>): void => {
    github.pulls.set(number, { ...pullOf(number), ...over });
  };
  const relabel = (number: number, now: readonly Label[]): void => {
    labels.set(number, [...new Set(now)]);
    change(number, { labels: [...new Set(now)].map((one) => labelOf(one, numbers)) });
  };
  return {
    ...{ change, relabel, wishes, filesOf, pull: pullOf },
    labelsOf: (number) => labels.get(number) ?? [],
    approve: (number) => void approved.add(`${number} ${pullOf(number).head.sha}`),
  };
}
