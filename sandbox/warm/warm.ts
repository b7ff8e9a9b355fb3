/** Processes that run programs one after another (process.mjs), seen from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** What is run, and all that it sees of the world. */
export interface Start {
  /** Absolute path of a bundled program. */
  readonly path: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Whether `process.exit(code)` is how it ends as it should. Else a process that does so runs nothing more. */
  readonly mayFail?: boolean;
}

/** As much of a ChildProcess as it takes to run one. */
export interface Running {
  readonly pid?: number | undefined;
  readonly stdout: Readable;
  readonly stderr: Readable;
  kill(signal: NodeJS.Signals): void;
  once(event: 'exit', heard: (code: number | null, signal: NodeJS.Signals | null) => void): unknown;
  once(event: 'error', heard: (error: Error) => void): unknown;
}

/** One that is run by a process of ours. */
export interface RunningWarm extends Running {
  /** Whether its process may run another, known a moment after its end. */
  readonly rested: Promise<boolean>;
}

interface Process {
  readonly child: ChildProcess & { stdout: Readable; stderr: Readable };
  readonly gone: Promise<unknown>;
}

const PROGRAM = fileURLToPath(new URL('./process.mjs', import.meta.url));

/** Whether it is wanted: `npm test` sets it, since it starts the same two programs a thousand times. */
export const isWarm = (): boolean => process.env['SANDBOX_WARM'] === '1';

/** Those that have nothing to do, by the program that they have run. They run no other. */
const free = new Map<string, Process[]>();

/**
 * Runs a program on a process that has nothing to do, or on a new one. To whoever asks it looks like a process of its own:
 * with its pipes, its signals and its end.
 */
export function runWarm(start: Start): RunningWarm {
  const idle = free.get(start.path) ?? [];
  free.set(start.path, idle);
  const found = idle.pop() ?? newProcess(idle);
  const running = runOn(found, start);
  void running.rested.then((isFree) => isFree && idle.push(found));
  return running;
}

function newProcess(idle: Process[]): Process {
  // It tells there what it has cost.
  const file = process.env['DRAWBRIDGE_STARTS'];
  const child = spawn(process.execPath, [PROGRAM], {
    env: file === undefined ? {} : { DRAWBRIDGE_STARTS: file },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }) as Process['child'];
  const gone = new Promise((resolve) => child.once('exit', resolve));
  void gone.then(() => idle.splice(0, idle.length, ...idle.filter((one) => one.child !== child)));
  return { child, gone };
}

function runOn({ child, gone }: Process, start: Start): RunningWarm {
  const mark = randomUUID();
  const events = new EventEmitter();
  let isOver = false;
  // A signal may come late, and end what is run next.
  let isSignalled = false;
  const end = (code: number | null, signal: NodeJS.Signals | null) => {
    isOver = true;
    events.emit('exit', code, signal);
  };
  child.once('exit', end);
  const [out, err] = [partOf(child.stdout, mark), partOf(child.stderr, mark)];
  const ended = Promise.all([out.marked, err.marked]).then(([code]) => {
    child.off('exit', end);
    if (isSignalled) child.kill('SIGKILL');
    end(code, null);
  });
  const freed = new Promise<void>((resolve) => {
    child.once('message', ({ error }: Heard) => {
      if (error === undefined) return resolve();
      // It is not the program that has failed.
      child.kill('SIGKILL');
      events.emit('error', new Error(error));
    });
  });
  const rested = Promise.race([gone.then(() => false), Promise.all([ended, freed]).then(() => !isSignalled)]);
  child.send({ args: [], ...start, mark });
  return Object.assign(events, {
    pid: child.pid,
    stdout: out.part,
    stderr: err.part,
    rested,
    kill: (signal: NodeJS.Signals) => {
      if (isOver) return;
      isSignalled = true;
      child.kill(signal);
    },
  });
}

/** What a process says: that it is free, or why it could not run anything. */
interface Heard {
  readonly error?: string;
}

/** What a stream holds until `\0<mark> <exit code>\n`, or until its end; `marked` is that code. */
function partOf(stream: Readable, mark: string): { part: Readable; marked: Promise<number> } {
  const part = new PassThrough();
  const beginning = Buffer.from(`\0${mark} `);
  let held = Buffer.alloc(0);
  const marked = new Promise<number>((resolve) => {
    const read = (chunk: Buffer) => {
      const bytes = Buffer.concat([held, chunk]);
      const at = bytes.indexOf(beginning);
      const code = at < 0 ? null : /^\d+(?=\n)/.exec(bytes.toString('latin1', at + beginning.length));
      // What may be the beginning of a mark is held back.
      const zero = at < 0 ? bytes.lastIndexOf(0) : at;
      const sure = zero < 0 ? bytes.length : zero;
      part.write(bytes.subarray(0, sure));
      held = bytes.subarray(sure);
      if (code === null) return;
      stop();
      part.end();
      resolve(Number(code[0]));
    };
    const close = () => part.end(held);
    const stop = () => {
      stream.off('data', read);
      stream.off('close', close);
      part.off('close', broken);
    };
    const broken = () => {
      stop();
      stream.destroy();
    };
    stream.on('data', read);
    stream.once('close', close);
    part.once('close', broken);
  });
  return { part, marked };
}
