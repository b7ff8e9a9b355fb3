/** What a command line wishes, read from its options. Pure. Every fault names its option. */
import type { Existing, Missing } from '../child/environment.ts';
import {
  type Asked,
  type AskedFile,
  type Parsed,
  parseFile,
  parseNames,
  parseSecrets,
} from '../child/spec.ts';
import { type Masking, maskings } from '../child/streams.ts';
import type { Wishes } from './gather.ts';
import { loginOptions } from './gather.ts';
import type { Given, Read } from './options.ts';
import { type doctorOptions, type execOptions, type maskOptions, verificationNames } from './usage.ts';
import { type VerifyWishes, verifyWishes } from './verify-wishes.ts';

/** How masks look. */
export type Placeholder = 'hash' | 'testflinger';

/** What `exec` was asked for. */
export interface ExecWishes extends Wishes {
  readonly files: readonly AskedFile[];
  readonly missing: Missing;
  readonly existing: Existing;
  readonly clean: boolean;
  readonly pass: readonly string[];
  readonly masking: Masking;
  readonly placeholder: Placeholder;
  readonly plain: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly command: readonly [string, ...string[]] | undefined;
  /** What has to be proven first; undefined where nothing has. */
  readonly verify: VerifyWishes | undefined;
}

/** What `mask` was asked for. */
export interface MaskWishes extends Wishes {
  /** Variables of our own environment. */
  readonly variables: readonly string[];
  readonly plain: readonly string[];
  readonly placeholder: Placeholder;
}

/** What `doctor` was asked for. */
export interface DoctorWishes {
  readonly pullRequest: string | undefined;
  readonly workflow: string | undefined;
  readonly repository: string | undefined;
  readonly json: boolean;
}

/** Collects what is wrong with options that hold something to parse. */
function parser() {
  const wrong: string[] = [];
  const parse = <T>(
    option: string,
    texts: readonly string[],
    read: (text: string) => Parsed<T>,
  ): readonly T[] =>
    texts.flatMap((text, at) => {
      const parsed = read(text);
      if (parsed.ok) return [parsed.value];
      wrong.push(`--${option}${texts.length > 1 ? ` (the ${at + 1}.)` : ''} ${parsed.wrong}`);
      return [];
    });
  return { wrong, parse };
}

/** The default is the first, which `one` gives where the option is not there. */
const choiceOf = <T extends string>(choices: readonly [T, ...T[]], given: string | undefined): T =>
  choices.find((choice) => choice === given) ?? choices[0];

const placeholders = ['hash', 'testflinger'] as const;

/** Reads the options of `exec`. */
export function execWishes(given: Given<keyof typeof execOptions>): Read<ExecWishes> {
  const { wrong, parse } = parser();
  const asked = parse<Asked>('secrets', given.all('secrets'), parseSecrets);
  const files = parse<AskedFile>('file', given.all('file'), parseFile);
  const pass = parse('pass', given.all('pass'), (text) => parseNames(text, true)).flat();
  const plain = parse('plain', given.all('plain'), (text) => parseNames(text, false)).flat();
  const twice = files.find(({ name }, at) => files.findIndex((one) => one.name === name) !== at);
  if (twice !== undefined) wrong.push(`--file names ${twice.name} twice`);
  const [first, ...rest] = given.command ?? [];
  const command = first === undefined || first === '' ? undefined : ([first, ...rest] as const);
  const dryRun = given.is('dry-run');
  // Node has put U+FFFD where an argument is no UTF-8: another file would be meant than the user means.
  if (given.command?.some((argument) => argument.includes('\uFFFD')))
    wrong.push('the command has an argument that is not UTF-8, and would not get it as it is');
  if (command === undefined && !dryRun) wrong.push('there is no command: it stands after `--`');
  const verify = given.is('verify') ? verifyWishes(given) : undefined;
  if (verify?.ok === false) wrong.push(...verify.wrong);
  // Else one who forgets the switch would believe that it was verified.
  if (verify === undefined)
    for (const name of verificationNames)
      if (given.all(name).length > 0) wrong.push(`--${name} belongs to --verify`);
  if (given.is('json') && !dryRun) wrong.push('--json belongs to --dry-run');
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    value: {
      asked,
      files,
      envFiles: given.all('env-file'),
      ...loginOptions(given.one),
      missing: choiceOf(['fail', 'empty', 'skip'], given.one('missing')),
      existing: choiceOf(['keep', 'overwrite', 'error'], given.one('existing')),
      clean: given.is('clean-env'),
      pass,
      masking: choiceOf(maskings, given.one('mask')),
      placeholder: choiceOf(placeholders, given.one('placeholder')),
      plain,
      dryRun,
      json: given.is('json'),
      command,
      verify: verify?.ok ? verify.value : undefined,
    },
  };
}

/** Reads the options of `mask`. */
export function maskWishes(given: Given<keyof typeof maskOptions>): Read<MaskWishes> {
  const { wrong, parse } = parser();
  const asked = parse<Asked>('secrets', given.all('secrets'), parseSecrets);
  const variables = parse('env', given.all('env'), (text) => parseNames(text, false)).flat();
  const plain = parse('plain', given.all('plain'), (text) => parseNames(text, false)).flat();
  const envFiles = given.all('env-file');
  if (given.command !== undefined)
    wrong.push('takes no command: it copies its input; `drawbridge exec` starts one');
  if (asked.length + variables.length + envFiles.length === 0 && wrong.length === 0)
    wrong.push('there is nothing to mask: give --secrets, --env-file or --env');
  if (wrong.length > 0) return { ok: false, wrong };
  const placeholder = choiceOf(placeholders, given.one('placeholder'));
  return { ok: true, value: { asked, envFiles, ...loginOptions(given.one), variables, plain, placeholder } };
}

/** Reads the options of `doctor`. */
export function doctorWishes(given: Given<keyof typeof doctorOptions>): Read<DoctorWishes> {
  const [pullRequest, repository] = [given.one('pull-request'), given.one('repository')];
  const wrong = [
    ...(pullRequest !== undefined && !/^[1-9]\d{0,9}$/.test(pullRequest)
      ? ['--pull-request must be the number of a pull request']
      : []),
    ...(repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository)
      ? ['--repository must be owner/name']
      : []),
    ...(given.command !== undefined ? ['takes no command'] : []),
  ];
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    value: { pullRequest, repository, workflow: given.one('workflow'), json: given.is('json') },
  };
}
