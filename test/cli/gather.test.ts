import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, it } from 'vitest';
import { gather } from '../../src/cli/gather.ts';
import { systemClock } from '../../src/clock.ts';

const room = mkdtempSync(join(tmpdir(), 'gather-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const nowhere = new Writable();
const io = {
  env: {},
  stdin: Readable.from([]),
  stdout: nowhere,
  stderr: nowhere,
  clock: systemClock,
  random: (bytes: number) => new Uint8Array(bytes),
};
const login = {
  url: undefined,
  namespace: undefined,
  certificates: undefined,
  method: 'found',
  mount: undefined,
  role: undefined,
  idToken: 'VAULT_ID_TOKEN',
  audience: undefined,
} as const;

/** What files with these bytes give: variables, or what is said. */
async function found(...files: (Buffer | string | undefined)[]): Promise<readonly string[]> {
  const envFiles = files.map((bytes, at) => {
    const file = join(room, `${at}.env`);
    rmSync(file, { force: true });
    if (bytes !== undefined) writeFileSync(file, bytes);
    return file;
  });
  const wishes = { asked: [], envFiles, login, kvVersion: undefined };
  const log = { info: () => {}, warning: () => {} };
  const gathered = await gather(wishes, [], io, log, new AbortController().signal);
  return gathered.ok ? gathered.found.map(({ name, value }) => `${name}=${value}`) : gathered.said;
}

it.each<[string, (Buffer | string | undefined)[], string[]]>([
  ['variables', ['A=alpha\n# no\nexport B="be ta"\n', 'C=c'], ['A=alpha', 'B=be ta', 'C=c']],
  ['nothing, where nothing is said', ['\n# A=alpha\n'], []],
  ['what Windows writes in front is no part of a name', ['\uFEFFA=alpha\r\n'], ['A=alpha']],
  ['which file is not there', ['A=a', undefined], ['--env-file (the 2.): the file cannot be read']],
  [
    'another form is refused',
    ['TOKEN: alpha\n'],
    ['--env-file: the file has no variables; its lines are `NAME=value`'],
  ],
  [
    'another encoding is refused, and no byte of it shown',
    [Buffer.from('\uFEFFA=alpha\n', 'utf16le')],
    ['--env-file: the file has a name that is none of a variable; its lines are `NAME=value`'],
  ],
  [
    'a name that reaches the terminal is refused',
    ['\u001b[31mA=alpha\n'],
    ['--env-file: the file has a name that is none of a variable; its lines are `NAME=value`'],
  ],
])('a file of variables gives %s', async (_, files, expected) => {
  expect(await found(...files)).toEqual(expected);
});
