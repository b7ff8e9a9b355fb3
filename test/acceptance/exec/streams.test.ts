import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { until } from '../stage.ts';
import { entry, play, roomFor, start, withoutHashes } from './cli.ts';

const room = roomFor();
const file = room.file('.env', 'TOKEN=a-secret-value\nOTHER=another-secret\n');
const usual = ['exec', '--env-file', file] as const;
/** The processes that one has started; nothing where it is gone (proc(5), `children`). */
const childrenOf = (pid: number): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
};
/** Whether `yes`, its only child, sleeps: as long as it can write it does not (proc(5), `stat`). */
const waits = (pid: number): boolean => {
  const [child] = childrenOf(pid);
  return child !== undefined && readFileSync(`/proc/${child}/stat`, 'utf8').includes('(yes) S');
};
const sh = (script: string, ...more: string[]) => [...usual, ...more, '--', 'sh', '-c', script];

describe('the output of a child', () => {
  // teller#153: output held back to the end. varlock#770, actions/runner#161: a secret split over chunks and lines.
  it('comes as it is written, and a secret that comes in pieces is hidden', async () => {
    const run = start(
      room,
      sh('printf "name? "; read name; printf "hi $name a-sec"; sleep 0.2; printf "ret-value\\n"; cat'),
      {
        input: 'open',
      },
    );
    await run.shows('name? ');
    run.stdin.write('bob\n');
    await run.shows('hi bob ');
    run.stdin.end('the rest\nTOKEN=a-secret-value\n');
    const { exit, stdout, stderr } = await run.ended;
    // What idles shows three bytes at most, and no more.
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(/a-se|cret|value/);
    expect(withoutHashes(stdout)).toMatch(/^name\? hi bob (?:a-s)?\*\*\nthe rest\nTOKEN=\*\*\n$/);
  });

  it('keeps its streams apart, and lets it open them again by their names', async () => {
    const { exit, stdout, stderr } = await play(
      room,
      sh(
        'echo "out $TOKEN"; echo "err $TOKEN" > /dev/stderr; echo "more $TOKEN" > /dev/stdout; [ -p /dev/stdout ] && echo pipe',
      ),
    );
    expect([exit, withoutHashes(stdout), withoutHashes(stderr)]).toEqual([
      0,
      'out **\nmore **\npipe\n',
      'err **\n',
    ]);
  });

  it('keeps the order of both where they go to one place', () => {
    const script = 'for n in 1 2 3 4 5 6 7 8 9; do echo "$n $TOKEN"; echo "$n err" >&2; done';
    const ran = spawnSync('sh', ['-c', '"$@" 2>&1', 'sh', process.execPath, entry, ...sh(script)], {
      encoding: 'utf8',
    });
    const expected = Array.from({ length: 9 }, (_, n) => `${n + 1} **\n${n + 1} err\n`).join('');
    expect([ran.status, withoutHashes(ran.stdout), ran.stderr]).toEqual([0, expected, '']);
  });

  it('ends the child where nobody reads it any more, as in a pipeline of a shell', async () => {
    const child = spawn(process.execPath, [entry, ...sh('trap "" HUP; while :; do echo $TOKEN; done')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exit = await new Promise((resolve) => child.once('exit', resolve));
    expect(exit).toBe(141);
  });

  it('waits for its reader, but not against two signals', async () => {
    const child = spawn(process.execPath, [entry, ...sh('exec yes $TOKEN')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const exit = new Promise((resolve) => child.once('exit', resolve));
    // Nobody reads: the pipe is full soon, and the child waits for us.
    let waited = 0;
    const isStuck = () => {
      waited = waits(child.pid ?? -1) ? waited + 1 : 0;
      return waited === 10;
    };
    await until(isStuck, 'a pipe that is full');
    child.kill('SIGTERM');
    await until(() => childrenOf(child.pid ?? -1).length === 0, 'the end of the child');
    child.kill('SIGTERM');
    expect(await exit).toBe(143);
    child.stdout.destroy();
  });

  it('is left alone by --mask never, and with --placeholder has the other form', async () => {
    const script = 'echo $TOKEN; ls -l /proc/self/fd/1 | grep -c pipe-';
    const raw = await play(room, sh(script, '--mask', 'never'));
    expect(raw.stdout).toBe('a-secret-value\n0\n');
    const other = await play(room, sh('echo $TOKEN', '--placeholder', 'testflinger'));
    expect(other.stdout).toMatch(/^\*\*[0-9a-f]{6}\*\*\n$/);
  });
});

// What cannot be written must not look like an empty answer; nor what was cut short like all of it.
it('an end before its time is no success', async () => {
  const full = spawnSync('sh', [
    '-c',
    '"$@" > /dev/full',
    'sh',
    process.execPath,
    entry,
    ...usual,
    '--dry-run',
  ]);
  const run = start(room, ['mask', '--env-file', file], { input: 'open' });
  run.stdin.write('a-secret-value\n');
  await run.shows('**\n');
  run.signal('SIGINT');
  run.stdin.write('more\n');
  await run.shows('more\n');
  run.signal('SIGTERM');
  expect([full.status, (await run.ended).exit]).toEqual([1, 143]);
});

// sops#1626: a shell in between. Infisical/cli#118, chamber#173: the parent's environment leaks into the child.
describe('a child', () => {
  const printed = 'process.stdout.write(JSON.stringify([process.argv.slice(1), process.env]))';
  const env = {
    VAULT_ADDR: 'https://vault.example',
    VAULT_TOKEN: 's.own',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
    OWN_ID_TOKEN: 'a.b.c',
    FOO: 'foo',
    OTHER: 'own-of-other',
  };
  const seen = async (...more: string[]) => {
    const args = [
      ...usual,
      '--mask',
      'never',
      ...more,
      '--',
      process.execPath,
      '-e',
      printed,
      '$TOKEN `id` * ;',
      '--',
      '-x',
    ];
    const { stdout } = await play(room, args, { env });
    return JSON.parse(stdout) as [string[], Record<string, string>];
  };

  it('gets its arguments as they are, our environment without what leads to Vault, and what is set already stays', async () => {
    // Vault is not asked here; what would be shown to it is a way to Vault all the same.
    const [args, environment] = await seen('--vault-id-token', 'OWN_ID_TOKEN');
    expect(args).toEqual(['$TOKEN `id` * ;', '--', '-x']);
    const { PATH: _, HOME: __, TMPDIR: ___, ...others } = environment;
    expect(others).toEqual({ FOO: 'foo', TOKEN: 'a-secret-value', OTHER: 'own-of-other' });
  });

  it('or only what was named', async () => {
    const [, environment] = await seen('--clean-env', '--pass', 'FOO', '--existing', 'error');
    expect(Object.keys(environment).sort()).toEqual(['FOO', 'HOME', 'OTHER', 'PATH', 'TMPDIR', 'TOKEN']);
    expect(environment['OTHER']).toBe('another-secret');
  });
});

// 1Password/shell-plugins#413, varlock#268 and #770: masking that breaks terminal and colours.
describe('at a terminal', () => {
  /** util-linux's `script` gives a command a terminal of its own; where it is not there, its part is not played. */
  const script = ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path));
  /** Starts us there; gives what is shown, and how it ended. `typed` is asked at everything that is shown. */
  const onTerminal = (
    args: readonly string[],
    typed: (shown: string) => string | undefined = () => undefined,
  ) => {
    const quoted = [process.execPath, entry, ...args]
      .map((one) => `'${one.replaceAll("'", "'\\''")}'`)
      .join(' ');
    const child = spawn(script ?? '', ['-qec', `exec ${quoted}`, '/dev/null'], {
      stdio: 'pipe',
      env: { PATH: process.env['PATH'], HOME: room.path, TMPDIR: room.temporary, TERM: 'xterm-256color' },
    });
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text.replaceAll('\r', '');
      const keys = typed(shown);
      if (keys !== undefined) child.stdin.write(keys);
    });
    return new Promise<{ exit: number | null; shown: string }>((resolve) =>
      child.once('close', (exit) => resolve({ exit, shown })),
    );
  };
  const where =
    '[ -t 0 ] && echo in; [ -t 1 ] && echo out; [ -t 2 ] && echo err; echo "$TOKEN $FORCE_COLOR $CARGO_TERM_COLOR."';

  it.runIf(script !== undefined)(
    'auto leaves it as it is, and always masks and asks for colours',
    async () => {
      const auto = await onTerminal(sh(where));
      expect(auto).toEqual({ exit: 0, shown: 'in\nout\nerr\na-secret-value  .\n' });
      const always = await onTerminal(sh(where, '--mask', 'always'));
      expect([always.exit, withoutHashes(always.shown)]).toEqual([
        0,
        'drawbridge exec: the output is masked, so the command sees a pipe where there is a terminal\nin\n** 2 always.\n',
      ]);
    },
  );

  it.runIf(script !== undefined)('a key reaches the child once, and we end with its code', async () => {
    // Two signals of one kind can become one, so a key is pressed often.
    const times = 8;
    const counts = `n=0; trap 'n=$((n+1)); echo "heard $n"' INT; echo ready; while :; do read x && exit 9; done`;
    let pressed = 0;
    const { exit, shown } = await onTerminal(sh(counts), (text) => {
      if (!/(?:ready|heard \d+)\n$/.test(text)) return undefined;
      pressed += 1;
      return pressed > times ? '\n' : '\u0003';
    });
    expect(exit).toBe(9);
    expect(shown.match(/heard \d+/g)).toEqual(Array.from({ length: times }, (_, n) => `heard ${n + 1}`));
  });
});
