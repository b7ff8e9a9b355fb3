import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { liveSelection, neededBy, orAll } from '../../src/request/live-selection.ts';
import type { SelectionRules } from '../../src/request/tests.ts';
import { everyKind, githubFailure, head, livePull } from '../gate/build.ts';
import { pathsOf } from './build.ts';

const plain: SelectionRules = {
  ...{ prefix: 'test-', tests: undefined, defaultTests: ['usual'], allLabel: 'test-all' },
};
const rules: SelectionRules = { ...plain, paths: pathsOf({ dns: ['dns/**'] }) };
const all = { selected: true, tests: ['test-all'], all: true } as const;

/** GitHub, where one file is changed; notes what it was asked. */
function github() {
  const asked: string[] = [];
  return {
    asked,
    filesOf: async (base: string, commit: string) => {
      asked.push(`${base}...${commit}`);
      return { files: [{ path: 'dns/zone.tf', from: undefined }], complete: true };
    },
  };
}

describe('what a pull request asks for now', () => {
  it.each<[string, string[], SelectionRules, string[], string[]]>([
    ['files, against its base branch', ['bug'], rules, ['dns'], [`next...${head}`]],
    ['a label alone', ['test-aws'], rules, ['test-aws'], []],
    ['the label for all', ['test-all'], rules, ['test-all'], []],
    ['the default tests without `paths`', ['bug'], plain, ['usual'], []],
  ])('%s', async (_, labels, by, tests, asked) => {
    const source = github();
    const selection = await liveSelection(source, livePull({ labels, baseBranch: 'next' }), by);
    expect(selection).toMatchObject({ known: true, value: { selected: true, tests } });
    expect(source.asked).toEqual(asked);
  });

  it('a label that is not known wins over files too', async () => {
    const listed = { ...rules, tests: new Map([['test-dns', 'dns']]) };
    const selection = await liveSelection(github(), livePull({ labels: ['test-x'] }), listed);
    expect(selection).toMatchObject({ known: true, value: { selected: false, reason: 'unknown-label' } });
  });

  it('what its files need, whatever its labels choose', async () => {
    const pull = livePull({ labels: ['test-aws'] });
    expect(await neededBy(github(), pull, rules)).toMatchObject({ value: { tests: ['dns'] } });
    expect(await neededBy(github(), pull, plain)).toEqual(known(all));
  });

  it.each(everyKind)(
    'files that cannot be read (%s): not known, and all for who starts tests',
    async (kind) => {
      const failing = { filesOf: () => Promise.reject(githubFailure(kind)) };
      const selection = await liveSelection(failing, livePull(), rules);
      expect(selection).toMatchObject({ known: false, reason: expect.stringMatching(/^github-/) });
      expect(orAll(selection, rules)).toEqual(all);
      expect(orAll(unknown('github-forbidden'), rules)).toEqual(all);
    },
  );
});
