/** What is to be verified, read from the options that `verify`, `exec --verify` and `report` share. Pure. */
import { safeTestId, slug, variableName } from '../facts/alphabet.ts';
import { allowedUrl } from '../net/url.ts';
import type { ProofPolicy } from '../proof/verify.ts';
import type { Given, Read } from './options.ts';
import type { VerificationNames, verifyOptions } from './usage.ts';

/** What one command line wants to be proven. None of it comes from the environment. */
export interface VerifyWishes {
  /** Of GitLab, without a slash at its end. */
  readonly gitlabUrl: string;
  readonly policy: ProofPolicy;
  /** Names of variables that were sent beside the usual ones. */
  readonly covers: readonly string[];
  readonly branchVariable: string;
  readonly testsVariable: string;
  /** Test ids; undefined where none are listed: then every id is taken. */
  readonly knownTests: readonly string[] | undefined;
  /** The id that means all tests. */
  readonly allLabel: string;
  /** Whose member the actor of the proof has to be; undefined where that is not asked. */
  readonly member: MemberWish | undefined;
  readonly proxy: string | undefined;
  /** A file of certificates in PEM form. */
  readonly certificates: string | undefined;
}

/** What `drawbridge verify` was asked for. */
export interface VerifyCommand {
  readonly wishes: VerifyWishes;
  /** The audit record alone is written to the output, whatever came of it. */
  readonly json: boolean;
}

/** Where it is asked who is a member, and with what. */
export interface MemberWish {
  readonly organization: string;
  /** The variable that holds GitHub's token. */
  readonly tokenVariable: string;
  readonly apiUrl: string;
}

/**
 * Events whose workflow no pull request can change: of the default branch, of the queue, or of a branch or tag that
 * somebody with write has pushed (GitHub docs, "Events that trigger workflows").
 */
const usualEvents: readonly string[] = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'workflow_dispatch',
  'push',
  'merge_group',
  'release',
  'schedule',
];

/**
 * Events of which the pull request itself brings the workflow: they run on its merge branch (GitHub docs, "Events that trigger
 * workflows"). What it says there is called with, a trusted workflow that can be called may believe.
 */
const ofPullRequest: readonly string[] = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
];

/** What an option must look like, and how that is said. */
type Form = readonly [fits: (text: string) => boolean, must: string];

const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const forms = {
  url: [
    (text) => allowedUrl(text) !== undefined && !/[?#]/.test(text),
    'must begin with https://, or for a server on this machine http://, and hold no password, query or `#`',
  ],
  number: [matches(/^[1-9]\d{0,19}$/), 'must be the number that GitHub has given it, not its name'],
  // By its file and ref, or pinned to a commit; without patterns, and without what would part two of them.
  workflow: [
    matches(
      /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+\/\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml@(?:refs\/(?:heads|tags)\/[A-Za-z0-9._/:@#+=-]+|[0-9a-f]{40})$/,
    ),
    'must be like acme/engine/.github/workflows/drawbridge.yml@refs/heads/main, each in full',
  ],
  environment: [matches(/^[^\p{Cc}]{1,255}$/u), 'must be one line'],
  event: [
    (text) => /^[a-z][a-z_]{0,49}$/.test(text) && !ofPullRequest.includes(text),
    'must be names of events, and not `pull_request` or one of its reviews, whose workflow the pull request itself can change',
  ],
  variable: [matches(variableName), 'must be the name of a variable'],
  test: [matches(safeTestId), 'must be test ids: letters, digits and . _ / : @ # + = -'],
  organization: [matches(slug), 'must be the login of an organisation'],
  proxy: [
    matches(/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/?$/),
    'must be like http://proxy.example:3128, without a password',
  ],
} as const satisfies Record<string, Form>;

/** Of github.com (GitHub docs, "OpenID Connect reference"). */
const githubIssuer = 'https://token.actions.githubusercontent.com';

const needed: readonly VerificationNames[] = ['gitlab-url', 'repository-id', 'owner-id', 'workflow'];

/** Reads the options. Each line of `wrong` names its option. */
export function verifyWishes(given: Given<VerificationNames>): Read<VerifyWishes> {
  const wrong: string[] = [];
  const check = (
    name: VerificationNames,
    texts: readonly string[],
    [fits, must]: Form,
  ): readonly string[] => {
    if (!texts.every(fits)) wrong.push(`--${name} ${must}`);
    return texts;
  };
  const one = (name: VerificationNames, form: Form): string | undefined => {
    const text = given.one(name);
    if (text !== undefined) check(name, [text], form);
    return text;
  };
  const list = (name: VerificationNames, form: Form): readonly string[] =>
    check(
      name,
      given.all(name).flatMap((text) => text.split(',').map((part) => part.trim())),
      form,
    );
  for (const name of needed) if (given.all(name).length === 0) wrong.push(`--${name} is missing`);
  const organization = one('organization', forms.organization);
  const events = list('event', forms.event);
  const knownTests = list('known-tests', forms.test);
  const tokenVariable = one('github-token-variable', forms.variable) ?? 'DRAWBRIDGE_GITHUB_TOKEN';
  const apiUrl = (one('github-api-url', forms.url) ?? 'https://api.github.com').replace(/\/+$/, '');
  const gitlabUrl = one('gitlab-url', forms.url) ?? '';
  const value: VerifyWishes = {
    gitlabUrl: gitlabUrl.replace(/\/+$/, ''),
    policy: {
      issuer: (one('issuer', forms.url) ?? githubIssuer).replace(/\/+$/, ''),
      repositoryId: one('repository-id', forms.number) ?? '',
      ownerId: one('owner-id', forms.number) ?? '',
      workflows: list('workflow', forms.workflow),
      events: events.length > 0 ? events : usualEvents,
      environment: one('environment', forms.environment),
    },
    covers: list('covers', forms.variable),
    branchVariable: one('branch-variable', forms.variable) ?? 'GITHUB_ENGINE_BRANCH_NAME',
    testsVariable: one('tests-variable', forms.variable) ?? 'TESTS_TO_RUN',
    knownTests: knownTests.length > 0 ? knownTests : undefined,
    allLabel: one('all-label', forms.test) ?? 'test-all',
    member: organization === undefined ? undefined : { organization, tokenVariable, apiUrl },
    proxy: one('proxy', forms.proxy),
    certificates: given.one('ca-certificate'),
  };
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, value };
}

/** Reads the options of `verify`. */
export function verifyCommand(given: Given<keyof typeof verifyOptions>): Read<VerifyCommand> {
  const read = verifyWishes(given);
  if (given.command !== undefined)
    return { ok: false, wrong: ['takes no command: `drawbridge exec --verify` starts one'] };
  return read.ok ? { ok: true, value: { wishes: read.value, json: given.is('json') } } : read;
}
