/** What `drawbridge init` has to know: each question, and which answers are taken. Pure. */
import { slug } from '../facts/alphabet.ts';
import { allowedUrl } from '../net/url.ts';

/** One question. Its name is that of the option, without the dashes. */
export interface Question {
  /** As it is asked in a terminal. */
  readonly ask: string;
  /** The only answers; in place of a form. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Every character that an answer may have. None of them means anything to a shell, in YAML between quotes, or in HCL. */
  readonly alphabet: RegExp;
  /** Whether an answer of these characters is one. */
  readonly fits: (text: string) => boolean;
  /** What an answer must be, as the rest of a sentence. */
  readonly must: string;
  /** What stands in the empty field of a terminal: an example, or what tells the answer. */
  readonly hint?: string;
  /** What is taken where nothing is said. */
  readonly usual?: string;
}

/** GitHub's own bounds (GitHub docs, "Username considerations"; a repository's name has 100 characters at most). */
const repositoryForm = /^([A-Za-z0-9-]{1,39})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/**
 * A branch that can stand in a filter of GitHub's, in the name of a workflow that is trusted, and behind `refs/heads/`: what git
 * allows beyond that is refused (git-check-ref-format(1)).
 */
const branchForm = /^(?![-./])(?!.*(?:\.\.|\/[./]|\.lock(?:\/|$)))[A-Za-z0-9._/-]{1,200}(?<![./])$/;

/** GitLab's full path of a project (GitLab docs, "Reserved project and group names", limitations). */
const projectForm = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/;

/** The name of an image, perhaps with its registry, tag and digest (distribution/reference, grammar). */
const imageForm =
  /^[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5}(?=\/))?(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** A label has 50 characters at most, and the ids travel together in one input (docs/facts/gitlab.md, "Values"). */
const longestLabel = 50;
const longestTests = 1000;

/** The test ids in an answer, in the order given. */
export const testsIn = (text: string): readonly string[] => text.split(',').map((one) => one.trim());

/** Labels of tests that a job of GitLab can be called like; two that GitHub takes for one are not two. */
function areTests(text: string): boolean {
  const tests = testsIn(text);
  const isOne = (test: string) => /^test-[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(test);
  return (
    tests.every((test) => isOne(test) && test.length <= longestLabel && test.toLowerCase() !== 'test-all') &&
    new Set(tests.map((test) => test.toLowerCase())).size === tests.length &&
    tests.join(',').length <= longestTests
  );
}

/** As the template takes one, and nothing that could be read as another address. */
const isUrl = (text: string): boolean =>
  /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:\/[A-Za-z0-9._-]+)*$/.test(text) &&
  allowedUrl(text) !== undefined;

const matches =
  (form: RegExp) =>
  (text: string): boolean =>
    form.test(text);

const isNumber = matches(/^[1-9]\d{0,19}$/);
const digits = /[0-9]/;
const pathCharacters = /[A-Za-z0-9._/-]/;
const urlCharacters = /[A-Za-z0-9._:/-]/;

/** All of them, in the order in which they are asked. */
export const questions = {
  event: {
    ask: 'How may a pull request get in?',
    choices: {
      pull_request_target: 'one file; a public repository needs an Actions policy that allows the event',
      workflow_run: 'two files, and no policy',
    },
    alphabet: /[a-z_]/,
    fits: matches(/^(?:pull_request_target|workflow_run)$/),
    must: 'must be pull_request_target (one file, with an Actions policy) or workflow_run (two files, without)',
  },
  repository: {
    ask: 'Which public repository on GitHub?',
    alphabet: pathCharacters,
    fits: (text) => repositoryForm.test(text) && slug.test(text.split('/')[0] ?? ''),
    must: 'must be like acme/engine, with its letters as GitHub shows them',
    hint: 'acme/engine',
  },
  'repository-id': {
    ask: 'The number of that repository?',
    alphabet: digits,
    fits: isNumber,
    must: 'must be the number that `gh api repos/OWNER/NAME --jq .id` tells',
    hint: '`gh api repos/OWNER/NAME --jq .id` tells it',
  },
  'owner-id': {
    ask: 'The number of its owner?',
    alphabet: digits,
    fits: isNumber,
    must: 'must be the number that `gh api repos/OWNER/NAME --jq .owner.id` tells',
    hint: '`gh api repos/OWNER/NAME --jq .owner.id` tells it',
  },
  'default-branch': {
    ask: 'Its default branch?',
    alphabet: pathCharacters,
    fits: matches(branchForm),
    must: 'must be the name of a branch: letters, digits and . _ / -, beginning with none of these but _',
    usual: 'main',
  },
  'action-commit': {
    ask: 'Which commit of Drawbridge?',
    alphabet: /[0-9a-f]/,
    fits: matches(/^[0-9a-f]{40}$/),
    must: 'must be all 40 digits that `gh api repos/drawbridge-ci/drawbridge/commits/v1 --jq .sha` tells',
    hint: '`gh api repos/drawbridge-ci/drawbridge/commits/v1 --jq .sha` tells it',
  },
  'gitlab-url': {
    ask: 'Where is GitLab?',
    alphabet: urlCharacters,
    fits: isUrl,
    must: 'must be like https://gitlab.com, without a slash at its end',
    usual: 'https://gitlab.com',
  },
  'gitlab-project': {
    ask: 'Which private project there?',
    alphabet: pathCharacters,
    fits: (text) => projectForm.test(text) && text.length <= 255,
    must: 'must be its path in full, like acme/engine-tests',
    hint: 'acme/engine-tests',
  },
  'gitlab-project-id': {
    ask: 'The number of that project?',
    alphabet: digits,
    fits: isNumber,
    must: 'must be the number on its page in GitLab (Settings > General, Project ID)',
    hint: 'Settings > General, Project ID',
  },
  tests: {
    ask: 'Which tests? Each is a label and a job',
    alphabet: /[A-Za-z0-9._, -]/,
    fits: areTests,
    must: 'must be like test-dns, test-aws: each begins with test-, has letters, digits and . _ -, 50 characters at most, and is there once; test-all is known without',
    hint: 'test-dns, test-aws',
  },
  image: {
    ask: 'In which image do they run?',
    alphabet: /[A-Za-z0-9._/:@-]/,
    fits: (text) => imageForm.test(text) && text.length <= 255,
    must: 'must be like registry.acme.example/engine-tests:1; it has git and drawbridge',
    hint: 'registry.acme.example/engine-tests:1, with git and drawbridge',
  },
  'vault-url': {
    ask: 'Where is Vault?',
    alphabet: urlCharacters,
    fits: isUrl,
    must: 'must be like https://vault.acme.example, without a slash at its end',
    hint: 'https://vault.acme.example',
  },
  'token-in': {
    ask: 'Where is the token for GitLab kept?',
    choices: {
      environment: 'a secret of the environment private-tests on GitHub',
      vault: 'in Vault, which the runner of GitHub must reach',
    },
    alphabet: /[a-z]/,
    fits: matches(/^(?:environment|vault)$/),
    must: 'must be environment (a secret on GitHub) or vault',
    usual: 'environment',
  },
} as const satisfies Record<string, Question>;

/** The name of a question. */
export type QuestionName = keyof typeof questions;

/** All names, in the order in which they are asked. */
export const questionNames = Object.keys(questions) as readonly QuestionName[];

/** What is wrong with an answer, as the rest of a sentence that begins with its name; undefined: nothing. */
export function faultOf(name: QuestionName, text: string): string | undefined {
  const { alphabet, fits, must }: Question = questions[name];
  const stranger = [...text].find((character) => !alphabet.test(character));
  if (stranger !== undefined) return `has ${shown(stranger)} in it; it ${must}`;
  return fits(text) ? undefined : must;
}

/** A text about a question, with the repository that was named in place of `OWNER/NAME`, once one was. */
export const naming = (text: string, repository: string | undefined): string =>
  repository === undefined || faultOf('repository', repository) !== undefined
    ? text
    : text.replace('OWNER/NAME', () => repository);

/** What is taken where nothing is said; undefined: it has to be said. */
export function usualFor(name: QuestionName): string | undefined {
  const { usual }: Question = questions[name];
  return usual;
}

/** One character that cannot stay: as it is, where it is of ASCII and can be seen. */
function shown(character: string): string {
  if (character === '`') return 'a back-tick';
  if (/^[!-~]$/.test(character)) return `\`${character}\``;
  if (character === ' ') return 'a blank';
  return /^\p{Cc}$/u.test(character) ? 'a control character' : 'a character that is not ASCII';
}
