/** Every command and option, as a table: it is what the command line is read by, and what `--help` prints. */

/** One option. */
export interface Option {
  /** What stands for its value in the help; an option without one is a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeated?: boolean;
  /** The only values that it takes; the first is the default. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The options of a command, by name. */
export type Options = Readonly<Record<string, Option>>;

const values = {
  secrets: {
    value: 'path[#KEY,…]',
    repeated: true,
    help: 'a path in Vault, all its keys or some; a key is KEY[:base64|:plain][=NAME]; `path/**` takes what is below too',
  },
  'env-file': {
    value: 'file',
    repeated: true,
    help: 'variables from a `.env` file, where there is no Vault',
  },
} as const satisfies Options;

const masking = {
  plain: { value: 'NAME,…', repeated: true, help: 'variables that hold no secret, and may be shown' },
  placeholder: {
    value: 'form',
    choices: ['hash', 'testflinger'],
    help: 'what stands where a secret would: `**<hash>**`, or the six digits of Testflinger',
  },
} as const satisfies Options;

const vault = {
  'vault-url': { value: 'url', help: 'instead of VAULT_ADDR' },
  'vault-namespace': { value: 'name', help: 'instead of VAULT_NAMESPACE' },
  'vault-ca': { value: 'file', help: 'certificates in PEM form to trust, instead of VAULT_CACERT' },
  'vault-auth': {
    value: 'method',
    choices: ['found', 'token', 'approle', 'jwt'],
    help: 'how to log in; `found`: by the first of VAULT_TOKEN, VAULT_ROLE_ID, an ID token, ~/.vault-token',
  },
  'vault-mount': {
    value: 'path',
    help: 'where that log-in is mounted; default: VAULT_AUTH_PATH, else `jwt` or `approle`',
  },
  'vault-role': {
    value: 'name',
    help: 'the role for an ID token; default: VAULT_AUTH_ROLE, else that of the mount',
  },
  'vault-id-token': {
    value: 'VARIABLE',
    help: 'the variable that holds the ID token of GitLab; default: VAULT_ID_TOKEN',
  },
  'vault-audience': { value: 'text', help: 'the audience of the ID token that GitHub is asked for' },
  'vault-kv-version': {
    value: 'version',
    choices: ['probed', '1', '2'],
    help: 'the version of the secrets engine, where Vault does not say',
  },
} as const satisfies Options;

/**
 * What a proof is verified by. All of it is said on the command line, which the CI file writes; none comes from variables,
 * which whoever starts a pipeline may be able to set.
 */
const verification = {
  'gitlab-url': { value: 'url', help: 'the GitLab that runs this job; it is asked what the job is' },
  'repository-id': { value: 'number', help: 'the GitHub repository whose requests are taken' },
  'owner-id': { value: 'number', help: 'the organisation that owns it' },
  workflow: {
    value: 'ref,…',
    repeated: true,
    help: 'workflows that are trusted: owner/repository/.github/workflows/name.yml@refs/heads/main',
  },
  environment: { value: 'name', help: 'the GitHub environment that the job must have had' },
  event: {
    value: 'name,…',
    repeated: true,
    help: 'events that are trusted; default: all whose workflow no pull request can change',
  },
  issuer: {
    value: 'url',
    help: 'who signs the proof; default: https://token.actions.githubusercontent.com',
  },
  covers: {
    value: 'NAME,…',
    repeated: true,
    help: 'further variables that were sent: the input `variables`',
  },
  'branch-variable': { value: 'NAME', help: 'the input of that name; default: GITHUB_ENGINE_BRANCH_NAME' },
  'tests-variable': { value: 'NAME', help: 'the input of that name; default: TESTS_TO_RUN' },
  'known-tests': { value: 'id,…', repeated: true, help: 'the tests that there are; another one is an error' },
  'all-label': { value: 'word', help: 'what means all tests; default: test-all' },
  organization: { value: 'name', help: 'who caused the run must still be a member; needs a token of GitHub' },
  'github-token-variable': {
    value: 'VARIABLE',
    help: 'the variable that holds it; default: DRAWBRIDGE_GITHUB_TOKEN',
  },
  'github-api-url': { value: 'url', help: 'default: https://api.github.com' },
  proxy: { value: 'url', help: 'for all of this; HTTPS_PROXY and the like are not looked at' },
  'ca-certificate': {
    value: 'file',
    help: 'certificates in PEM form to trust for all of this; NODE_EXTRA_CA_CERTS is not looked at',
  },
} as const satisfies Options;

/** The names of these options. */
export type VerificationNames = keyof typeof verification;

/** All of them. */
export const verificationNames = Object.keys(verification) as readonly VerificationNames[];

const general = {
  help: { help: 'this page' },
} as const satisfies Options;

/** The options of `drawbridge exec`. */
export const execOptions = {
  ...values,
  file: {
    value: 'NAME[:base64][=path]',
    repeated: true,
    help: 'hand that variable over as a file, which is removed at the end; the variable holds its path',
  },
  missing: {
    value: 'what',
    choices: ['fail', 'empty', 'skip'],
    help: 'what becomes of a path, or a key asked for by name, that is not there',
  },
  existing: {
    value: 'what',
    choices: ['keep', 'overwrite', 'error'],
    help: 'what becomes of a variable that is set already',
  },
  'clean-env': { help: 'hand over only PATH, HOME, TERM, LANG and the like of the environment' },
  pass: {
    value: 'NAME,…',
    repeated: true,
    help: 'hand over these too, also with --clean-env; `PREFIX_*` for all that begin so',
  },
  mask: {
    value: 'when',
    choices: ['auto', 'always', 'never'],
    help: 'when to mask the output; `auto`: pipes and files, not a terminal',
  },
  ...masking,
  'dry-run': { help: 'say what the command would get, names and lengths, and start nothing' },
  json: { help: 'with --dry-run: for machines' },
  ...vault,
  verify: {
    help: 'verify the proof of the request first, by the options below; without one nothing is started',
  },
  ...verification,
  ...general,
} as const satisfies Options;

/** The options of `drawbridge verify`. */
export const verifyOptions = {
  ...verification,
  json: { help: 'the audit record and nothing else' },
  ...general,
} as const satisfies Options;

/** The options of `drawbridge mask`. */
export const maskOptions = {
  ...values,
  env: { value: 'NAME,…', repeated: true, help: 'variables of our own environment whose values are secrets' },
  ...masking,
  ...vault,
  ...general,
} as const satisfies Options;

/** The options of `drawbridge doctor`. */
export const doctorOptions = {
  'pull-request': { value: 'number', help: 'say whether it would cross, and who is in the way' },
  workflow: {
    value: 'file',
    help: 'the workflow whose step is looked at; default: the first that names a GitLab project',
  },
  repository: {
    value: 'owner/name',
    help: 'default: GITHUB_REPOSITORY, else that of the checkout one is in',
  },
  json: { help: 'for machines' },
  ...general,
} as const satisfies Options;

/** The options of `drawbridge report`. */
export const reportOptions = {
  verify: { help: 'verify the proof of the request first; there is no report without it' },
  ...verification,
  'github-url': { value: 'url', help: 'where the pages of GitHub are; default: https://github.com' },
  'status-context': { value: 'name', help: 'the input of that name; default: drawbridge' },
  'label-prefix': { value: 'text', help: 'the input of that name; default: test-' },
  'test-jobs': {
    value: 'id=name,…',
    repeated: true,
    help: "names of a test's jobs, `*` for any text, where they are not the usual ones; `none`: jobs show nothing of tests",
  },
  'gitlab-token-variable': {
    value: 'VARIABLE',
    help: 'the variable that holds a token of GitLab with `read_api`, to see `trigger:` jobs too',
  },
  'report-jobs': {
    value: 'name,…',
    repeated: true,
    help: 'all jobs of the pipeline that report, if there is more than this one: what became of them does not count',
  },
  'after-failure': {
    help: 'for a job with `when: on_failure`: GitLab has seen a failure, so a success is never told',
  },
  'deadline-minutes': { value: 'number', help: 'how long it is tried; default: 15' },
  secrets: {
    value: 'path#KEY',
    help: 'the token of GitHub, read from Vault, instead of --github-token-variable',
  },
  ...vault,
  ...general,
} as const satisfies Options;

/** The options of `drawbridge init`. What each must be, src/init/questions.ts says. */
export const initOptions = {
  event: {
    value: 'pull_request_target|workflow_run',
    help: 'how a pull request gets in: one file and an Actions policy, or two files and none',
  },
  repository: { value: 'owner/name', help: 'the public repository on GitHub' },
  'repository-id': { value: 'number', help: 'its number' },
  'owner-id': { value: 'number', help: 'that of its owner' },
  'default-branch': { value: 'name', help: 'its default branch; default: main' },
  'action-commit': { value: 'sha', help: 'the commit of Drawbridge to use, all 40 digits' },
  'gitlab-url': { value: 'url', help: 'where GitLab is; default: https://gitlab.com' },
  'gitlab-project': { value: 'path', help: 'the private project with the tests' },
  'gitlab-project-id': { value: 'number', help: 'its number' },
  tests: { value: 'id,…', help: 'the tests; each is a label, and a job in GitLab' },
  image: { value: 'name', help: 'the image in which they run; it has git and drawbridge' },
  'vault-url': { value: 'url', help: 'where Vault is' },
  'token-in': {
    value: 'environment|vault',
    help: 'where the token for GitLab is kept; default: environment, a secret on GitHub',
  },
  folder: { value: 'path', help: 'where the files are written, a checkout of the repository; default: .' },
  force: { help: 'write over files that are there' },
  'dry-run': { help: 'say what would be written and what is left to do, and write nothing' },
  json: { help: 'for machines: the files with their texts, and the steps' },
  ...general,
} as const satisfies Options;

/** A command: how it is used, in one line, and what for. */
interface Command {
  readonly usage: string;
  readonly what: string;
  readonly options: Options;
  /** What it takes from the environment, by variable. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What the doctor asks with. */
const doctorVariables = {
  GITHUB_TOKEN: 'a token of yours for GitHub, or GH_TOKEN; needed: `GITHUB_TOKEN=$(gh auth token)`',
  GITLAB_TOKEN: 'that of the action for GitLab; without it GitLab is not asked',
  MEMBERSHIP_TOKEN:
    'that for the members of the organisation; without it these are not asked for. Where the workflow gives a secret another name, that name',
} as const;

/** All commands. */
export const commands = {
  exec: {
    usage: 'drawbridge exec [options] -- command [argument…]',
    what: 'Starts a command with secrets from Vault, and masks them in its output.',
    options: execOptions,
  },
  mask: {
    usage: 'command | drawbridge mask [options]',
    what: 'Copies its input to its output, with secrets masked.',
    options: maskOptions,
  },
  verify: {
    usage: 'drawbridge verify [options]',
    what: 'Verifies in a job of GitLab that its pipeline was asked for by the trusted workflow on GitHub, and for what.',
    options: verifyOptions,
  },
  report: {
    usage: 'drawbridge report --verify [options]',
    what: 'Sets the commit status on GitHub from a job of GitLab, by what came of the other jobs of its pipeline.',
    options: reportOptions,
  },
  doctor: {
    usage: 'drawbridge doctor [options]',
    what: 'Looks at the set-up on GitHub, GitLab and Vault, changes nothing, and says what is wrong and what to do.',
    options: doctorOptions,
    variables: doctorVariables,
  },
  init: {
    usage: 'drawbridge init [options]',
    what: 'Writes the workflow, the file for GitLab and the roles for Vault, and says what is left to do; asks in a terminal.',
    options: initOptions,
  },
} as const satisfies Record<string, Command>;

/** The name of a command. */
export type CommandName = keyof typeof commands;

/** Whether a word is the name of a command. */
export const isCommand = (word: string): word is CommandName => Object.hasOwn(commands, word);

/** The page that `drawbridge --help` prints. */
export function overview(): string {
  const all = Object.values(commands).map(({ usage, what }) => `  ${usage}\n      ${what}`);
  return `${['Usage:', ...all, '', '`--help` after a command tells its options; `--version` the version.'].join('\n')}\n`;
}

/** The page that `drawbridge <command> --help` prints. */
export function helpOf(name: CommandName): string {
  const { usage, what, options, variables }: Command = commands[name];
  const rows = Object.entries(options).flatMap(([option, { value, choices, help, repeated }]) => [
    `  --${option}${value === undefined ? '' : ` ${choices?.join('|') ?? value}`}${repeated ? ' …' : ''}`,
    `      ${help}${choices === undefined ? '' : ` (default: ${choices[0]})`}`,
  ]);
  const taken = Object.entries(variables ?? {}).flatMap(([variable, help]) => [
    `  ${variable}`,
    `      ${help}`,
  ]);
  const environment = taken.length === 0 ? [] : ['', 'Environment:', '', ...taken];
  return `${[`Usage: ${usage}`, what, '', ...rows, ...environment].join('\n')}\n`;
}
