/** Whether GitLab knows the tests that can be chosen. Nothing of GitLab's text is shown. Pure. */
import type { Fact } from '../facts/fact.ts';
import { shownList } from '../facts/shown.ts';
import { isNamed, type JobRules, jobNamesOf } from '../report/test-jobs.ts';
import type { CiFile } from './ci-file.ts';
import { type Found, judged, orWell, warning, well, wrong } from './finding.ts';
import { noFile } from './passing.ts';

/** Judges whether GitLab knows the tests that can be chosen. */
export function templateFound(file: Fact<CiFile | undefined>, rules: JobRules): readonly Found[] {
  const { tests: listed, allLabel } = rules.selection;
  return judged(file, 'what the CI file says', (ci) => {
    if (ci === undefined) return [noFile];
    if (listed === undefined)
      return [warning('`tests` is not set, so there is nothing to compare', 'List the tests in `tests`.')];
    const tests = [...new Set(listed.values())].filter((id) => id !== allLabel);
    if (ci.known !== undefined) return knownFound(ci.known, tests);
    const silent =
      rules.testJobs === 'none'
        ? []
        : tests.filter((test) => !ci.jobs.some((job) => isNamed(job, jobNamesOf(test, rules))));
    if (silent.length === 0) return [well('each test has its job in the CI file')];
    return [
      ci.includes
        ? warning(
            'the template is not included, and some jobs come from files that are not read here',
            'Include the template: it compares its `known-tests` with what is asked for.',
          )
        : wrong(
            `the CI file has no job for ${shownList(silent)}: all tests together can never pass`,
            'Name the jobs of a test like its id, or say in `test-jobs` which they are.',
          ),
    ];
  });
}

function knownFound(there: readonly string[], wanted: readonly string[]): readonly Found[] {
  const missing = wanted.filter((id) => !there.includes(id));
  const more = there.filter((id) => !wanted.includes(id)).length;
  return orWell(
    [
      ...(missing.length > 0
        ? [
            wrong(
              `the template does not know ${shownList(missing)}`,
              'Add them to its `known-tests`, or take them out of `tests`.',
            ),
          ]
        : []),
      ...(more > 0
        ? [
            wrong(
              `the template knows ${more} more test${more === 1 ? '' : 's'} than \`tests\` lists`,
              'Give both the same list: nobody can choose those.',
            ),
          ]
        : []),
    ],
    'the template is included, and knows the same tests',
  );
}
