import fc from 'fast-check';

/** Everybody in the models. Whether they are members or may write changes with every sequence. */
export const logins = ['alice', 'bob', 'dora', 'wendy', 'mallory', 'renovate[bot]', 'other[bot]'] as const;
/** People, who can write comments that count. */
export const people = logins.slice(0, 5);
/** The bot that the models trust. */
export const trustedBot = 'renovate[bot]';

/** How a comment names a commit. */
export type Form = 'full' | 'short' | 'capitals' | 'talk' | 'second line';

/** Something that happens in the world. Numbers choose among what is there, the newest first. */
export type Step =
  /** `overtaken` by somebody whose push comes before GitHub makes the payload: its head is not its `after` then. */
  | {
      readonly do: 'push';
      readonly by: string;
      readonly again: number | undefined;
      readonly overtaken: string | undefined;
    }
  /** "Update branch": a merge of the default branch into the head, pushed by who presses the button. */
  | { readonly do: 'update'; readonly by: string }
  /** The branch is deleted and made again, at a commit that it had or at a new one; the pull request is reopened. */
  | { readonly do: 'recreate'; readonly by: string; readonly again: number | undefined }
  /** The default branch gets the commits of the branch. */
  | { readonly do: 'merge'; readonly by: string }
  /** Somebody tags a commit that the branch has had, or publishes a release for it. */
  | { readonly do: 'tag'; readonly by: string; readonly commit: number; readonly on: 'tag' | 'release' }
  | { readonly do: 'comment'; readonly by: string; readonly form: Form; readonly commit: number }
  | { readonly do: 'command'; readonly by: string; readonly text: string }
  | {
      readonly do: 'edit';
      readonly comment: number;
      readonly by: string;
      readonly form: Form;
      readonly commit: number;
      readonly atOnce: boolean;
    }
  | { readonly do: 'hide'; readonly comment: number; readonly by: string }
  | { readonly do: 'delete'; readonly comment: number }
  | { readonly do: 'member'; readonly who: string; readonly state: 'active' | 'pending' | 'absent' }
  | { readonly do: 'role'; readonly who: string; readonly role: 'write' | 'triage' | 'read' }
  | { readonly do: 'reopen'; readonly by: string }
  | { readonly do: 'label'; readonly by: string }
  | { readonly do: 'dispatch'; readonly by: string }
  | { readonly do: 'activity'; readonly shown: Shown }
  /** GitHub forgets an entry of the branch's activity. */
  | { readonly do: 'lose'; readonly entry: number };

/** How much of a branch's activity GitHub shows: it may lag, or be none of our business. */
export type Shown = 'all' | 'late' | 'later' | 'none' | 'hidden';

/** How a call to GitHub may fail. */
export type CallFault = 'forbidden' | 'moved' | 'not-found' | 'rate-limited' | 'unavailable' | 'unexpected';

/** A run for one of the events so far, and what happens between its calls. */
export interface Delivery {
  readonly do: 'run';
  /** Which event, the newest first. */
  readonly event: number;
  readonly rerunner: string | undefined;
  /** By which of the two ways in GitHub tells of what happened to the pull request. */
  readonly way: 'pull_request_target' | 'workflow_run';
  /** By `workflow_run`: who started the run again that ours follows, and an `actor` who did not cause it. */
  readonly followed: string | undefined;
  readonly actor: string | undefined;
  readonly approvals: 'comment' | 'none';
  /** How much of the activity is shown from now on; undefined: as before. */
  readonly shown: Shown | undefined;
  /** What happens before the nth call is answered. */
  readonly meanwhile: readonly { readonly call: number; readonly step: Step }[];
  readonly faults: readonly { readonly call: number; readonly kind: CallFault }[];
}

/** A world at its beginning, and what happens in it. */
export interface Sequence {
  readonly author: string;
  /** Who had pushed to the branch before the pull request was opened; the first one made it. */
  readonly pushers: readonly string[];
  readonly fork: boolean;
  readonly members: readonly string[];
  readonly writers: readonly string[];
  readonly steps: readonly (Step | Delivery)[];
}

const login = fc.constantFrom(...logins);
const person = fc.constantFrom(...people);
/** Alice and bob are among them three times out of four, so that many sequences come near to crossing. */
const some = fc
  .tuple(fc.subarray([...people]), fc.nat({ max: 3 }))
  .map(([chosen, luck]) => (luck === 0 ? chosen : [...new Set(['alice', 'bob', ...chosen])]));
/** Mostly somebody from outside. */
const stranger = fc.oneof({ weight: 2, arbitrary: fc.constant('mallory') }, { weight: 1, arbitrary: login });
/** Often somebody who is a member in most sequences. */
const often = fc.oneof(login, fc.constantFrom('alice', 'bob'));
const recent = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 3 }) },
);
const form = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Form>('full') },
  { weight: 1, arbitrary: fc.constantFrom<Form>('short', 'capitals', 'talk', 'second line') },
);
const is = <T extends Step['do']>(name: T) => fc.constant(name);

const shown = fc.constantFrom<Shown>('all', 'all', 'late', 'late', 'later', 'later', 'none', 'hidden');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: is('push'),
      by: often,
      again: fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 1 }),
      overtaken: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: stranger },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('update'), by: login }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: is('recreate'),
      by: often,
      // Mostly where it had ended: "Restore branch".
      again: fc.oneof(fc.constant(0), fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 1 })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('merge'), by: login }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: is('tag'), commit: recent },
      by: often,
      on: fc.constantFrom('tag' as const, 'release' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: is('comment'), by: person, form, commit: recent }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: is('command'), by: login, text: fc.constantFrom('/retest', '/test test-a') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: is('edit'),
      ...{ comment: recent, by: person, form, commit: recent, atOnce: fc.boolean() },
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('hide'), comment: recent, by: person }) },
  { weight: 1, arbitrary: fc.record({ do: is('delete'), comment: recent }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: is('member'),
      who: person,
      state: fc.constantFrom('active' as const, 'pending' as const, 'absent' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: is('role'),
      who: person,
      role: fc.constantFrom('write' as const, 'triage' as const, 'read' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: is('reopen'), by: login }) },
  { weight: 3, arbitrary: fc.record({ do: is('label'), by: login }) },
  { weight: 2, arbitrary: fc.record({ do: is('dispatch'), by: login }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: is('activity'),
      shown,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: is('lose'), entry: fc.nat({ max: 2 }) }) },
);

const kind = fc.constantFrom<CallFault>(
  ...(['forbidden', 'moved', 'not-found', 'rate-limited', 'unavailable', 'unexpected'] as const),
);
const call = fc.integer({ min: 1, max: 12 });
const delivery: fc.Arbitrary<Delivery> = fc.record({
  do: fc.constant('run' as const),
  event: recent,
  rerunner: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: login }),
  way: fc.constantFrom('pull_request_target' as const, 'workflow_run' as const),
  followed: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: login }),
  actor: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: login }),
  shown: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: shown }),
  approvals: fc.constantFrom('comment' as const, 'comment' as const, 'comment' as const, 'none' as const),
  meanwhile: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.record({ call, step }), { minLength: 1, maxLength: 2 }) },
  ),
  faults: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.record({ call, kind }), { minLength: 1, maxLength: 2 }) },
  ),
});

/** Sequences of events, pushes, comments, edits, changes of membership and rights, lags and faults. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  author: fc.oneof(stranger, fc.constantFrom('alice', 'bob')),
  pushers: fc.oneof(
    { weight: 2, arbitrary: fc.array(stranger, { minLength: 1, maxLength: 3 }) },
    { weight: 3, arbitrary: fc.array(fc.constantFrom('alice', 'bob'), { minLength: 1, maxLength: 2 }) },
  ),
  fork: fc.boolean(),
  members: some,
  writers: some,
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: step }, { weight: 2, arbitrary: delivery }), {
    minLength: 3,
    maxLength: 14,
  }),
});

/** The body of a comment. */
export function bodyOf(form: Form, commit: string): string {
  const word = '/ok-to-test';
  return {
    full: `${word} ${commit}`,
    short: `${word} ${commit.slice(0, 12)}`,
    capitals: `${word} ${commit.toUpperCase()}`,
    talk: `I would say ${word} ${commit}`,
    'second line': `Thanks!\n${word} ${commit}`,
  }[form];
}
