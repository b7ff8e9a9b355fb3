/** Whether GitLab knows the tests that can be chosen, and runs them behind the check. Nothing of GitLab's text is shown. Pure. */
import type { Fact } from '../facts/fact.ts';
import { shownList } from '../facts/shown.ts';
import { isNamed, type JobRules, jobNamesOf } from '../report/test-jobs.ts';
import type { CiFile, CiJob, Template } from './ci-file.ts';
import { type Found, judged, orWell, warning, well, wrong } from './finding.ts';
import { given, includeFaults, listed } from './include.ts';
import { noFile, type Sending } from './passing.ts';

/** Judges whether GitLab knows the tests that can be chosen, by the template or by the jobs of the file. */
export function templateFound(
  file: Fact<CiFile | undefined>,
  rules: JobRules,
  sending: Sending,
): readonly Found[] {
  return judged(file, 'what the CI file says', (ci) => {
    if (ci === undefined) return [noFile];
    const { template } = ci;
    const faults = template === undefined ? [] : includeFaults(template, sending, ci.templates);
    const { tests: labels, allLabel } = rules.selection;
    if (labels === undefined)
      return [
        ...faults,
        warning('`tests` is not set, so there is nothing to compare', 'List the tests in `tests`.'),
      ];
    const tests = [...new Set(labels.values())].filter((id) => id !== allLabel);
    if (template === undefined) return withoutTemplate(ci, tests, rules);
    return orWell(
      [...faults, ...knownFaults(template, tests, allLabel), ...jobFaults(ci, tests, rules)],
      'the template is included, unchangeable, and knows the same tests',
    );
  });
}

function withoutTemplate(ci: CiFile, tests: readonly string[], rules: JobRules): readonly Found[] {
  const silent = silentIn(ci, tests, rules);
  if (silent.length === 0) return [well('each test has its job in the CI file')];
  return [
    ci.others
      ? warning(
          'the template is not included, and some jobs come from files that are not read here',
          'Include the template: it compares its `known-tests` with what is asked for.',
        )
      : noJobs(silent),
  ];
}

/** The tests that have no job in the file. */
const silentIn = (ci: CiFile, tests: readonly string[], rules: JobRules): readonly string[] =>
  rules.testJobs === 'none' ? [] : tests.filter((test) => jobsOf(ci, test, rules).length === 0);

const jobsOf = ({ jobs }: CiFile, test: string, rules: JobRules): readonly CiJob[] =>
  jobs.filter(({ name }) => isNamed(name, jobNamesOf(test, rules)));

const noJobs = (silent: readonly string[]): Found =>
  wrong(
    `the CI file has no job for ${shownList(silent)}: all tests together can never pass`,
    'Name the jobs of a test like its id, or say in `test-jobs` which they are.',
  );

function knownFaults(template: Template, wanted: readonly string[], allLabel: string): readonly Found[] {
  const there = listed(given(template, 'known-tests'));
  const all = given(template, 'all-tests');
  const missing = wanted.filter((id) => !there.includes(id));
  const more = there.filter((id) => !wanted.includes(id) && id !== all).length;
  return [
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
    ...(all === allLabel
      ? []
      : [
          wrong(
            'the template has another word for all tests: `all-tests` is not the input `all-label`',
            'Give both the same word.',
          ),
        ]),
  ];
}

/** The job of the template that checks the proof, and hands over secrets; and that for builds, which has none. */
const checked = '.drawbridge-test';
const building = '.drawbridge-build';

/** Keys that stand in place of the check, where a job sets them. */
const ofTheCheck = ['script', 'before_script', 'rules'];

/** Whether the job of each test is one of the template's, as it was made. Of other files' jobs nothing is known. */
function jobFaults(ci: CiFile, tests: readonly string[], rules: JobRules): readonly Found[] {
  if (rules.testJobs === 'none') return [];
  const silent = ci.others ? [] : silentIn(ci, tests, rules);
  const faulty = (fault: (job: CiJob, test: string) => boolean) =>
    tests.filter((test) => jobsOf(ci, test, rules).some((job) => fault(job, test)));
  const beside = faulty(({ extended, commands }) => {
    const isKnown = !ci.others || extended.length === 0;
    const isOurs = extended.includes(checked) || extended.includes(building);
    return !isOurs && isKnown && !/\bdrawbridge\b[^\n]*--verify\b/.test(commands);
  });
  const replaced = faulty(
    ({ extended, keys }) => extended.includes(checked) && keys.some((key) => ofTheCheck.includes(key)),
  );
  const unchosen = faulty(
    ({ extended, chosenBy }, test) => extended.includes(checked) && !choosesOnly(chosenBy, test),
  );
  return [
    ...(silent.length > 0 ? [noJobs(silent)] : []),
    ...(beside.length > 0
      ? [
          wrong(
            `the job of ${shownList(beside)} does not extend \`${checked}\`: nothing checks the proof there`,
            `Let it extend \`${checked}\`, which verifies and then runs DRAWBRIDGE_RUN.`,
          ),
        ]
      : []),
    ...(replaced.length > 0
      ? [
          wrong(
            `the job of ${shownList(replaced)} replaces a part of the check (${ofTheCheck.join(', ')})`,
            'Leave these to the template; DRAWBRIDGE_RUN is what the job runs.',
          ),
        ]
      : []),
    ...(unchosen.length > 0
      ? [
          wrong(
            `DRAWBRIDGE_TEST of the job of ${shownList(unchosen)} does not name that test alone`,
            'Write its id between `/,` and `,/`, with a backslash before each `.` and `/` of it.',
          ),
        ]
      : []),
  ];
}

/** Whether a pattern begins and ends at the commas of the list, and, where it is one id, is that of the test. */
function choosesOnly(pattern: string | undefined, test: string): boolean {
  const inner = /^\/,(.+),\/$/.exec(pattern ?? '')?.[1];
  if (inner === undefined) return false;
  // Anything more than an id is the maintainer's own way to name several.
  return !/^(?:[\w:@#=,.-]|\\.)+$/.test(inner) || inner.replaceAll('\\', '') === test;
}
