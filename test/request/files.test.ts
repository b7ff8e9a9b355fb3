import { describe, expect, it } from 'vitest';
import type { ChangedFile } from '../../src/facts/files.ts';
import { selectByFiles } from '../../src/request/files.ts';
import { needsNone } from '../../src/request/tests.ts';
import { pathsOf } from './build.ts';

const rules = {
  prefix: 'test-',
  allLabel: 'test-all',
  tests: new Map([
    ['test-dns', 'dns'],
    ['test-aws', 'aws'],
  ]),
  defaultTests: ['dns'],
  paths: pathsOf({ dns: ['dns/**', '!**/*.md'], aws: ['aws/**', 'shared/*'], 'test-all': ['core/**'] }),
};
const file = (path: string, from?: string): ChangedFile => ({ path, from });
const all = { tests: ['test-all'], all: true };
const none = { tests: [], all: false };
const only = (id: string) => ({ tests: [id], all: false });

describe('the tests that files need', () => {
  it.each<[string, readonly ChangedFile[], { tests: readonly string[]; all: boolean }]>([
    ['documentation alone: none', [file('README.md'), file('dns/README.md')], none],
    ['nothing changed: none', [], none],
    ['one file of many', [file('README.md'), file('dns/zone.tf')], only('dns')],
    ['each test of both', [file('shared/x'), file('dns/zone.tf')], { tests: ['aws', 'dns'], all: true }],
    ['a file that all tests are about', [file('core/x'), file('dns/zone.tf')], all],
    ['a file that came from a folder of a test', [file('old/zone.tf', 'dns/zone.tf')], only('dns')],
    ['a file that went to a folder of a test', [file('dns/zone.tf', 'old/zone.tf')], only('dns')],
    [
      'a file that went from one test to another',
      [file('dns/x.tf', 'aws/x.tf')],
      { tests: ['aws', 'dns'], all: true },
    ],
    ['a workflow', [file('.github/workflows/ci.yml')], all],
    ['anything below .github', [file('README.md'), file('.github/CODEOWNERS')], all],
    ['a workflow that went elsewhere', [file('docs/ci.yml', '.github/workflows/ci.yml')], all],
    ['a submodule in place of .github', [file('.github')], all],
    ['a name that only looks like it', [file('.github.md'), file('docs/.github/x')], none],
  ])('%s', (_, files, expected) => {
    const selected = selectByFiles({ files, complete: true }, rules);
    expect(selected).toEqual({ selected: true, ...expected });
    expect(needsNone(selected)).toBe(expected.tests.length === 0);
  });

  it.each([[[]], [[file('README.md')]]])('a list that was cut means all: %j', (files) =>
    expect(selectByFiles({ files, complete: false }, rules)).toEqual({ selected: true, ...all }),
  );

  it('what `default-tests` says is not asked', () =>
    expect(selectByFiles({ files: [file('x')], complete: true }, { ...rules, tests: undefined })).toEqual({
      selected: true,
      ...none,
    }));
});
