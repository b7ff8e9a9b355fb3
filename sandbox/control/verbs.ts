/** Everything that can be asked of a running sandbox, as a table: the HTTP API, the command line and its help follow it. */

/** One field: of the JSON body, and an option or a word of the command line. */
export interface Field {
  /** `list` is given more than once; `pairs` as NAME=value; `files` are read where the command is typed. */
  readonly kind: 'number' | 'text' | 'flag' | 'list' | 'pairs' | 'files';
  /** A word without `--`, in this order. */
  readonly word?: true;
  readonly required?: true;
  readonly help: string;
}

/** One thing that can be asked: `POST /<name>` with its fields as JSON. */
export interface Verb {
  /** What it does, in one sentence. */
  readonly what: string;
  readonly example: string;
  readonly fields: Readonly<Record<string, Field>>;
}

const as = (who: string): Field => ({ kind: 'text', help: `who does it (default: ${who})` });
const pull: Field = { kind: 'number', word: true, required: true, help: 'number of the pull request' };
const run: Field = { kind: 'number', word: true, required: true, help: 'number of the run' };
const file: Field = { kind: 'list', help: 'path of a file that the commit changes' };
const author = 'its author';

/** The verbs by their names. */
export const verbs = {
  run: {
    what: 'Puts workflow files of your own in place of those that are there.',
    example: 'run my-workflow.yml',
    fields: {
      workflow: { kind: 'files', word: true, required: true, help: 'a workflow file; several are allowed' },
      'gitlab-ci': {
        kind: 'files',
        help: 'your .gitlab-ci.yml, or the folder of the GitLab project with it; default: one job for each of `tests`',
      },
      var: { kind: 'pairs', help: 'a variable of the repository, for `vars.NAME`' },
      policy: {
        kind: 'files',
        help: 'the Actions policy, as JSON; default: one that allows what the files use',
      },
      'no-policy': { kind: 'flag', help: 'no policy: GitHub then refuses pull_request_target' },
    },
  },
  open: {
    what: 'Opens a pull request; its branch is pushed first.',
    example: 'open --as mallory --fork --label test-do-infra',
    fields: {
      as: as('bob'),
      fork: {
        kind: 'flag',
        help: 'from a fork of theirs; needed for whoever may not push to the repository',
      },
      branch: { kind: 'text', help: 'the head branch (default: change-<n>)' },
      label: { kind: 'list', help: 'a label that it gets; set by alice where its author may not' },
      file,
      draft: { kind: 'flag', help: 'as a draft' },
      title: { kind: 'text', help: 'its title' },
    },
  },
  push: {
    what: 'Pushes one commit: to the branch of a pull request, or to a branch of the repository.',
    example: 'push 1',
    fields: {
      pull: { ...pull, required: undefined, help: 'number of the pull request whose branch gets it' },
      branch: { kind: 'text', help: 'instead of a pull request: a branch, such as main' },
      as: as("the pull request's author, or alice"),
      file,
      force: { kind: 'flag', help: 'rewrites the branch' },
    },
  },
  label: {
    what: 'Sets a label.',
    example: 'label 1 test-all',
    fields: { pull, name: { kind: 'text', word: true, required: true, help: 'the label' }, as: as('alice') },
  },
  unlabel: {
    what: 'Takes a label away.',
    example: 'unlabel 1 test-all',
    fields: { pull, name: { kind: 'text', word: true, required: true, help: 'the label' }, as: as('alice') },
  },
  comment: {
    what: 'Writes a comment.',
    example: "comment 1 '/retest'",
    fields: { pull, body: { kind: 'text', word: true, required: true, help: 'the text' }, as: as('alice') },
  },
  close: { what: 'Closes a pull request.', example: 'close 1', fields: { pull, as: as(author) } },
  reopen: { what: 'Opens a closed one again.', example: 'reopen 1', fields: { pull, as: as(author) } },
  draft: { what: 'Makes it a draft.', example: 'draft 1', fields: { pull, as: as(author) } },
  ready: { what: 'Ends the draft.', example: 'ready 1', fields: { pull, as: as(author) } },
  rerun: {
    what: 'Runs a workflow run again: the button "Re-run all jobs".',
    example: 'rerun 1700000042',
    fields: { run, as: as('alice') },
  },
  cancel: {
    what: 'Cancels a workflow run: the button "Cancel workflow".',
    example: 'cancel 1700000042',
    fields: { run, as: as('alice') },
  },
  approve: {
    what: 'Lets a held run of a first-time contributor start: "Approve and run".',
    example: 'approve 1700000042',
    fields: { run, as: as('alice') },
  },
  dispatch: {
    what: 'Starts a workflow by hand: the button "Run workflow".',
    example: 'dispatch --input pull-request=1',
    fields: {
      workflow: { kind: 'text', word: true, help: 'its file name (default: the only one that listens)' },
      input: { kind: 'pairs', help: 'an input' },
      as: as('alice'),
    },
  },
  schedule: { what: 'Lets the hour of `on: schedule` strike.', example: 'schedule', fields: {} },
  stop: { what: 'Stops the sandbox, as Ctrl-C does.', example: 'stop', fields: {} },
} as const satisfies Readonly<Record<string, VerbGiven>>;

/** As in the table: a field may be taken over from another and be no longer required. */
interface VerbGiven extends Omit<Verb, 'fields'> {
  readonly fields: Readonly<
    Record<string, Omit<Field, 'required'> & { readonly required?: true | undefined }>
  >;
}

/** The name of a verb. */
export type VerbName = keyof typeof verbs;

/** Whether a word is one. */
export const isVerb = (word: string): word is VerbName => Object.hasOwn(verbs, word);

/** The verb of that name, loosely typed. */
export const verbOf = (name: VerbName): Verb => verbs[name] as Verb;

/** What was asked, after `wishOf` has checked it. */
export interface Wish {
  number(name: string): number | undefined;
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  pairs(name: string): Readonly<Record<string, string>>;
  is(name: string): boolean;
}
