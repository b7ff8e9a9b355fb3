import { describe, expect, it } from 'vitest';
import { until } from '../stage.ts';
import { play, roomFor, start } from './cli.ts';

const room = roomFor();
const file = room.file('.env', 'TOKEN=a-secret-value\nKUBE=YXBpVmVyc2lvbjogdjEK\n');
const usual = ['exec', '--env-file', file] as const;
const sh = (script: string, ...more: string[]) => [...usual, ...more, '--', 'sh', '-c', script];
const isGone = (pid: string) => {
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
};

// sops#840, #880 and #915, envconsul#90, aws-vault#453, varlock#812: signals that do not reach the child.
describe('a signal', () => {
  it('reaches the child, which ends in its own time and with its own code', async () => {
    const run = start(
      room,
      sh(
        'for s in USR1 USR2 HUP INT QUIT; do trap "echo heard-$s" $s; done; ' +
          'trap "echo heard-TERM; exit 42" TERM; echo ready; while :; do sleep 0.02; done',
      ),
    );
    await run.shows('ready');
    for (const name of ['USR1', 'USR2', 'HUP', 'INT', 'QUIT', 'TERM'] as const) {
      run.signal(`SIG${name}`);
      await run.shows(`heard-${name}`);
    }
    expect(await run.ended).toMatchObject({ exit: 42 });
  });

  it('reaches the children of a child too, and kills whom nothing holds; what was written for them is gone', async () => {
    const run = start(
      room,
      // The outer shell waits; only the signal to the group can end the inner sleep.
      sh(
        'sh -c \'echo $$; cat "$KUBE"; exec sleep 600\'; echo not-reached',
        '--file',
        'KUBE:base64=kube.yaml',
      ),
    );
    await run.shows('**\n');
    const [pid = ''] = run.stdout().split('\n');
    expect([room.left().length, isGone(pid)]).toEqual([1, false]);
    run.signal('SIGTERM');
    expect(await run.ended).toMatchObject({ exit: 143 });
    await until(() => isGone(pid), 'the end of the grandchild');
    expect(room.left()).toEqual([]);
  });

  // summon#106, #108 and #177: temporary files left behind.
  it('that kills the child ends us with the code of a shell, and files are gone all the same', async () => {
    const ended = await play(room, sh('ls -l "$KUBE" | cut -c1-10; kill -9 $$', '--file', 'KUBE:base64'));
    expect(ended).toMatchObject({ exit: 137, stdout: '-rw-------\n' });
    expect(room.left()).toEqual([]);
  });

  it('is not sent to anybody once the child has ended, and what it left behind does not hold us', async () => {
    const run = start(room, sh('(trap "" TERM; sleep 0.05; echo late; exec sleep 600) & echo $!; exit 3'));
    expect(await run.ended).toMatchObject({ exit: 3, stdout: expect.stringContaining('late') });
    const pid = run.stdout().split('\n')[0] ?? '';
    expect(isGone(pid)).toBe(false);
    process.kill(Number(pid), 'SIGKILL');
  });
});

describe('what a child has left behind', () => {
  // It holds the pipes, and never falls silent.
  const chatty = (exit: number) =>
    sh(
      `(trap "" TERM INT; while :; do echo noise; sleep 0.05; done) & echo "pid $!"; exit ${exit}`,
      '--file',
      'KUBE:base64',
    );
  const endIt = (stdout: string) => process.kill(Number(/pid (\d+)/.exec(stdout)?.[1]), 'SIGKILL');

  it('does not keep a signal from ending us, and an end before its time is no success', async () => {
    const runs = [0, 3].map((exit) => start(room, chatty(exit)));
    const ended = await Promise.all(
      runs.map(async (run) => {
        await run.shows('noise\nnoise\nnoise\n');
        run.signal('SIGTERM');
        return run.ended;
      }),
    );
    for (const { stdout } of ended) endIt(stdout);
    expect(ended.map(({ exit }) => exit)).toEqual([143, 3]);
    expect(room.left()).toEqual([]);
  });

  it('does not hold us for ever, however much it says', async () => {
    const ended = await play(room, chatty(3));
    endIt(ended.stdout);
    expect(ended).toMatchObject({ exit: 3, stderr: '' });
  });
});

// aws-vault#107, sops#627: lost exit codes.
describe('the exit code', () => {
  it.each([
    ['of the child', sh('exit 7'), 7, ''],
    ['the highest', sh('exit 255'), 255, ''],
    [
      'of what is not there',
      [...usual, '--', './nothing-here'],
      127,
      'drawbridge exec: `./nothing-here` was not found\n',
    ],
    [
      'of what may not be run',
      [...usual, '--', file],
      126,
      'drawbridge exec: the command may not be run: is it executable?\n',
    ],
    [
      'of too many variables',
      [...usual, '--mask', 'never', '--env-file', 'large.env', '--', 'true'],
      126,
      'drawbridge exec: the variables are too large together: hand the largest over with `--file`\n',
    ],
  ])('%s', async (_, args, exit, stderr) => {
    room.file(
      'large.env',
      Array.from({ length: 40 }, (__, n) => `L${n}=${'0123456789'.repeat(10_000)}${n}\n`).join(''),
    );
    expect(await play(room, args)).toEqual({ exit, stdout: '', stderr });
  });
});
