/** The order in which the files of a run are started: what takes longest first, or one worker ends long after the other. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take eight seconds and more, the longest first. On a fresh clone vitest knows of no earlier
 * run and goes by the size of a file, which says nothing here: the attacks are 40 lines, and their rows lie elsewhere.
 */
export const longest: readonly string[] = [
  'attacks/attacks',
  'acceptance/voice',
  'acceptance/left-behind',
  'acceptance/exec/vault',
  'acceptance/exec/signals',
  'faults/faults',
  'acceptance/bridge/signals',
  'faults/dist',
  'acceptance/whose/own-names',
  'acceptance/bridge/post',
  'acceptance/whose/forged',
  'docs/e2e',
  'acceptance/vault',
  'acceptance/life/apart',
  'acceptance/template',
  'acceptance/vault-servers',
].map((name) => `${name}.test.ts`);

/** vitest's own order, in which files of one project stay together, with the longest of each project in front. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).toSorted((a, b) => rankOf(a) - rankOf(b)),
    );
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.indexOf(relative(import.meta.dirname, moduleId));
  return rank < 0 ? longest.length : rank;
}
