/** Starts the child, without a shell between, and stays beside it until it has ended and its output is written. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { exitCodeOf, failed, type NotStarted, notStarted, signalCode } from '../child/exit.ts';
import type { Mask } from '../child/mask.ts';
import { passesOn } from '../child/signals.ts';
import type { Way } from '../child/streams.ts';
import { type Clock, whenAborted } from '../clock.ts';
import type { Hearing } from './hearing.ts';
import type { CliIo, Out } from './io.ts';
import { maskInto } from './masked.ts';
import type { Pipe } from './pipe.ts';

/** What to start. */
export interface Launch {
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** How each stream is handed over. */
  readonly stdout: Way;
  readonly stderr: Way;
  /** A mask for each stream. */
  readonly masks: () => Mask;
  /** For the streams that are masked, one each; fewer where the system has none. */
  readonly pipes: readonly Pipe[];
}

/** How it went: the exit code, and what is to be said where the child did not start. */
export interface Launched {
  readonly exit: number;
  readonly said?: string;
}

/** After the child has ended, its pipes are read until nothing came for this long, ms: a process that it left behind may hold them for ever. */
const quietMs = 300;

/** Whoever it left behind may also write for ever: after this long, ms, each short pause is the end. */
const patienceMs = 5_000;
const pauseMs = 20;

/** And so is this much, bytes: what the child itself had written was in the pipe, which holds no more (pipe(7), pipe-max-size). */
const pipeHolds = 1_048_576;

/** Starts the child and resolves when it is over. Signals of `hearing` go to it meanwhile. */
export async function launch(what: Launch, io: CliIo, hearing: Hearing): Promise<Launched> {
  const terminal = hasTerminal();
  const [program, ...args] = what.command;
  const { stdio, used } = stdioOf(what);
  let child: ChildProcess;
  // What is named here Node does not add by itself (nodejs/node, lib/child_process.js, copyProcessEnvToEnv).
  const env = { NODE_V8_COVERAGE: undefined, ...what.environment };
  try {
    // Without a terminal it leads a session, and so a group, of its own: a signal reaches its children too (setsid(2)).
    child = spawn(program, args, { env, stdio, detached: !terminal });
  } catch (error) {
    for (const pipe of what.pipes) pipe.discard();
    return failedStart(error, program);
  }
  const copies = streamsOf(child, what, used, io).map(({ from, to }) => ({
    from,
    to,
    done: maskInto(from, to, what.masks(), io.clock).catch(() => 'failed' as const),
  }));
  const stopTelling = hearing.tell((signal) => {
    if (passesOn(signal, terminal)) pass(child, signal, !terminal);
  });
  const end = await new Promise<Launched>((resolve) => {
    child.on('error', (error) => resolve(failedStart(error, program)));
    child.on('exit', (code, signal) => {
      // At once: from here on the number may be that of another process.
      stopTelling();
      resolve({ exit: exitCodeOf({ code, signal }, constants.signals) });
    });
  });
  const all = Promise.all(
    copies.map(({ from, to, done }) => {
      void cutWhenQuiet(from, to, done, io.clock);
      return done;
    }),
  );
  // Who wants us to end now waits neither for what the child has left behind nor for a reader that takes nothing.
  const cut = whenAborted(hearing.hurried).then(async () => {
    for (const { from } of copies) from.destroy();
    await io.clock.sleep(quietMs);
    return [];
  });
  const copied: readonly unknown[] = await Promise.race([all, cut]);
  for (const { from } of copies) from.destroy();
  const hurriedBy = hearing.hurriedBy();
  if (end.exit === 0 && hurriedBy !== undefined) return { exit: signalCode(hurriedBy, constants.signals) };
  if (end.exit === 0 && copied.includes('failed'))
    return { exit: failed, said: 'a part of the output could not be written' };
  return end;
}

function failedStart(error: unknown, program: string): Launched {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { exit, said }: NotStarted = notStarted(code, program);
  return { exit, said };
}

/** Whether we have a controlling terminal, whatever our streams are (POSIX.1-2024, XBD 10.1, /dev/tty). */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

/** Whether both are masked and go to the same place: then one pipe keeps the order of what is written to them. */
export const goTogether = ({ stdout, stderr }: Pick<Launch, 'stdout' | 'stderr'>): boolean => {
  if (stdout === 'raw' || stderr === 'raw') return false;
  const [out, err] = [fstatSync(1), fstatSync(2)];
  return out.dev === err.dev && out.ino === err.ino;
};

/** The child's stdio, and which pipe each stream has; without one Node makes it. */
function stdioOf(what: Launch): { stdio: StdioOptions; used: readonly [Pipe | undefined, Pipe | undefined] } {
  const [first, second] = what.pipes;
  const out = what.stdout === 'masked' ? first : undefined;
  const err = what.stderr === 'raw' ? undefined : goTogether(what) || what.stdout === 'raw' ? first : second;
  const end = (way: Way, pipe: Pipe | undefined) => (way === 'raw' ? 'inherit' : (pipe?.end ?? 'pipe'));
  return { stdio: ['inherit', end(what.stdout, out), end(what.stderr, err)], used: [out, err] };
}

function streamsOf(
  child: ChildProcess,
  what: Launch,
  [out, err]: readonly [Pipe | undefined, Pipe | undefined],
  io: CliIo,
): readonly { readonly from: Readable; readonly to: Out }[] {
  const stdout = what.stdout === 'raw' ? undefined : (out?.open() ?? child.stdout);
  const shared = out !== undefined && out === err;
  const stderr = what.stderr === 'raw' || shared ? undefined : (err?.open() ?? child.stderr);
  return [
    ...(stdout ? [{ from: stdout, to: io.stdout }] : []),
    ...(stderr ? [{ from: stderr, to: io.stderr }] : []),
  ];
}

/** Sends a signal to the child, or to its whole group. Who has gone meanwhile needs none. */
function pass(child: ChildProcess, signal: NodeJS.Signals, group: boolean): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(group ? -child.pid : child.pid, signal);
  } catch {
    // Nobody is left.
  }
}

/** Ends a stream that is still open but has fallen silent, so that what was held back of it is written. */
async function cutWhenQuiet(from: Readable, to: Out, done: Promise<unknown>, clock: Clock): Promise<void> {
  const over = new AbortController();
  void done.then(() => over.abort());
  // Of a pipe, and of what Node makes instead (Node docs, "socket.bytesRead").
  const read = (): number => (from as Readable & { readonly bytesRead?: number }).bytesRead ?? 0;
  const began = { at: clock.now(), read: read() };
  for (let before = -1; !over.signal.aborted; ) {
    const late = clock.now() - began.at >= patienceMs;
    const full = late && read() - began.read > pipeHolds;
    if ((read() === before || full) && from.readableLength === 0 && !to.writableNeedDrain)
      return void from.push(null);
    before = read();
    await clock.sleep(late ? pauseMs : quietMs, over.signal);
  }
}
