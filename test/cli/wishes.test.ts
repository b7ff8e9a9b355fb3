import { expect, it } from 'vitest';
import { readOptions } from '../../src/cli/options.ts';
import { execOptions, maskOptions } from '../../src/cli/usage.ts';
import { execWishes, maskWishes } from '../../src/cli/wishes.ts';

async function wishes(...args: string[]) {
  const given = await readOptions(execOptions, args);
  if (!given.ok) throw new Error(given.wrong.join());
  const read = execWishes(given);
  return read.ok ? read.value : read.wrong;
}

async function wishesOfMask(...args: string[]) {
  const given = await readOptions(maskOptions, args);
  if (!given.ok) throw new Error(given.wrong.join());
  const read = maskWishes(given);
  return read.ok ? read.value : read.wrong;
}

it('has the usual wishes where nothing is said', async () => {
  expect(await wishes('--', 'ls', '-l')).toEqual({
    asked: [],
    files: [],
    envFiles: [],
    login: {
      url: undefined,
      namespace: undefined,
      certificates: undefined,
      method: 'found',
      mount: undefined,
      role: undefined,
      idToken: 'VAULT_ID_TOKEN',
      audience: undefined,
    },
    kvVersion: undefined,
    missing: 'fail',
    existing: 'keep',
    clean: false,
    pass: [],
    plain: [],
    masking: 'auto',
    placeholder: 'hash',
    dryRun: false,
    json: false,
    command: ['ls', '-l'],
    verify: undefined,
  });
});

it('reads each option', async () => {
  const args = [
    '--secrets=a#B',
    '--secrets=c',
    '--file=F=x',
    '--env-file=e',
    '--missing=skip',
    '--existing=error',
    '--clean-env',
    '--pass=A,B_*',
    '--pass=C',
    '--plain=R',
    '--mask=always',
    '--placeholder=testflinger',
    '--dry-run',
    '--json',
    '--vault-url=https://v',
    '--vault-namespace=n',
    '--vault-ca=c.pem',
    '--vault-auth=jwt',
    '--vault-mount=m',
    '--vault-role=r',
    '--vault-id-token=T',
    '--vault-audience=a',
    '--vault-kv-version=2',
  ];
  expect(await wishes(...args)).toMatchObject({
    asked: [{ path: 'a' }, { path: 'c' }],
    files: [{ name: 'F', path: 'x' }],
    envFiles: ['e'],
    login: {
      url: 'https://v',
      namespace: 'n',
      certificates: 'c.pem',
      method: 'jwt',
      mount: 'm',
      role: 'r',
      idToken: 'T',
      audience: 'a',
    },
    kvVersion: 2,
    missing: 'skip',
    existing: 'error',
    clean: true,
    pass: ['A', 'B_*', 'C'],
    plain: ['R'],
    masking: 'always',
    placeholder: 'testflinger',
    dryRun: true,
    json: true,
    command: undefined,
  });
});

it.each<[string[], string[]]>([
  [[], ['there is no command: it stands after `--`']],
  [['--'], ['there is no command: it stands after `--`']],
  [
    ['--', 'rm', 'caf\uFFFD'],
    ['the command has an argument that is not UTF-8, and would not get it as it is'],
  ],
  [['--json', '--', 'ls'], ['--json belongs to --dry-run']],
  [['--file=A', '--file=A=x', '--', 'ls'], ['--file names A twice']],
  [
    ['--secrets=a', '--secrets=/b', '--pass=a b', '--plain=A*', '--', 'ls'],
    [
      '--secrets (the 2.) has a slash too many, or a `.` or `..`, in its path',
      '--pass must be names of variables, with commas between',
      '--plain must be names of variables, with commas between',
    ],
  ],
])('%j', async (args, wrong) => {
  expect(await wishes(...args)).toEqual(wrong);
});

it('mask needs something to hide, and takes no command', async () => {
  expect(await wishesOfMask('--env=A,B', '--vault-kv-version=1')).toMatchObject({
    variables: ['A', 'B'],
    kvVersion: 1,
    plain: [],
  });
  expect(await wishesOfMask()).toEqual(['there is nothing to mask: give --secrets, --env-file or --env']);
  expect(await wishesOfMask('--env=A', '--', 'ls')).toEqual([
    'takes no command: it copies its input; `drawbridge exec` starts one',
  ]);
});
