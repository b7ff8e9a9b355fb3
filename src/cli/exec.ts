/** `drawbridge exec`: gathers secrets, hands them to a command, and leaves nothing behind. */
import { constants } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { type Decision, decideEnvironment } from '../child/environment.ts';
import { failed, signalCode } from '../child/exit.ts';
import { createMasks } from '../child/mask.ts';
import { inherited } from '../child/names.ts';
import { neededOf, withPlain } from '../child/sources.ts';
import { colours, type Way, wayOf } from '../child/streams.ts';
import { listing } from './dry-run.ts';
import { type PrivateFiles, privateFiles } from './files.ts';
import { type Gathered, gather, sayAbsent } from './gather.ts';
import type { Hearing } from './hearing.ts';
import { type CliIo, type Failed, logOf, say } from './io.ts';
import { goTogether, launch } from './launch.ts';
import { makePipe, type Pipe } from './pipe.ts';
import type { ExecWishes } from './wishes.ts';

/** Bytes of this run's key: as many as the hash has (RFC 2104, section 3). */
const keyLength = 32;

/** A shorter one, such as the `root` of a server for development, is a word of any text. */
const shortestProof = 8;

type Handed = Decision & { readonly ok: true };

/** Runs the command. Gives the exit code: the child's own, or ours. */
export async function exec(wishes: ExecWishes, io: CliIo, hearing: Hearing): Promise<number> {
  const files = privateFiles(io.env);
  // Also where a fault of our own ends us.
  process.once('exit', () => files.remove());
  const log = logOf(io, 'exec');
  // Here, and not in a job before: nothing binds what another process has found out to what this one does.
  if (wishes.verify !== undefined) {
    const { verifyFirst } = await import('./verified.ts');
    const verified = await verifyFirst(wishes.verify, io, hearing);
    const signal = interruptedBy(hearing);
    if (signal !== undefined) return signal;
    if (!verified.ok) return fail(verified, io);
  }
  const pipes = preparePipes(wishes, io, files);
  // Also where Vault is not asked in the end: it is a way to Vault whatever its name is.
  const environment = inherited(io.env, {
    clean: wishes.clean,
    pass: wishes.pass,
    used: [wishes.login.idToken],
  });
  const isKept = (name: string) => wishes.existing === 'keep' && Object.hasOwn(environment, name);
  const needed = neededOf(wishes.asked, isKept);
  const gathered = await gather(wishes, needed, io, log, hearing.interrupted);
  try {
    const signal = interruptedBy(hearing);
    if (signal !== undefined) return signal;
    const handed = gathered.ok ? decide(wishes, gathered, environment) : gathered;
    if (!handed.ok) return fail(handed, io);
    if (gathered.ok) for (const { path, keys } of gathered.nameless) sayNameless(io, path, keys);
    if (wishes.dryRun) {
      io.stdout.write(listing(handed.listed, wishes.json));
      return 0;
    }
    return await start(wishes, handed, files, await pipes, io, hearing);
  } finally {
    for (const pipe of await pipes) pipe.discard();
    await leave(files, gathered, io);
  }
}

/** What the child gets; or why it gets nothing. */
function decide(
  wishes: ExecWishes,
  { found, absent, proofs }: Gathered,
  environment: Readonly<Record<string, string>>,
): Handed | Failed {
  const { files, missing, existing, masking } = wishes;
  if (missing === 'fail' && absent.length > 0) {
    const said = absent.map((path) => `${sayAbsent(path)}, or choose with \`--missing\``);
    return { ok: false, exit: failed, said };
  }
  const decision = decideEnvironment({
    sources: withPlain(found, wishes.plain),
    files,
    inherited: environment,
    missing,
    existing,
    masking: masking !== 'never',
  });
  if (!decision.ok) return { ok: false, exit: failed, said: decision.faults };
  // What we have logged in with is no part of the child's environment, and could be read out of ours.
  const ours = proofs
    .filter(({ length }) => length >= shortestProof)
    .map((proof) => ({ name: 'the log-in', value: new TextEncoder().encode(proof) }));
  const masked = [...decision.masked, ...ours];
  return { ...decision, masked, variables: { ...environment, ...decision.variables } };
}

async function start(
  wishes: ExecWishes,
  handed: Handed,
  files: PrivateFiles,
  pipes: readonly Pipe[],
  io: CliIo,
  hearing: Hearing,
): Promise<number> {
  if (wishes.command === undefined) return failed;
  const written = files.write(handed.files);
  if (!written.ok) return fail(written, io);
  const stdout = wayOf(wishes.masking, {
    isTerminal: io.stdout.isTTY === true,
    secrets: handed.masked.length,
  });
  const stderr = wayOf(wishes.masking, {
    isTerminal: io.stderr.isTTY === true,
    secrets: handed.masked.length,
  });
  const environment = { ...handed.variables, ...written.paths };
  const hidden = [...(stdout === 'masked' ? [io.stdout] : []), ...(stderr === 'masked' ? [io.stderr] : [])];
  if (hidden.some(({ isTTY }) => isTTY === true)) {
    Object.assign(environment, colours(environment));
    say(io, 'exec', ['the output is masked, so the command sees a pipe where there is a terminal']);
  }
  const masks = createMasks(handed.masked, { key: io.random(keyLength), placeholder: wishes.placeholder });
  // A signal may have come while files were written. Node tells it at the end of a turn, so after the second turn at the
  // latest (libuv docs, "The I/O loop"); from here on the child hears it.
  await turn();
  await turn();
  const signal = interruptedBy(hearing);
  if (signal !== undefined) return signal;
  const launched = await launch(
    { command: wishes.command, environment, stdout, stderr, masks, pipes },
    io,
    hearing,
  );
  if (launched.said !== undefined) say(io, 'exec', [launched.said]);
  return launched.exit;
}

/** The exit code for the signal that has ended us before there was a child. */
function interruptedBy(hearing: Hearing): number | undefined {
  const signal = hearing.first();
  return signal === undefined ? undefined : signalCode(signal, constants.signals);
}

function fail({ exit, said }: Failed, io: CliIo): number {
  say(io, 'exec', said);
  return exit;
}

function sayNameless(io: CliIo, path: string, keys: number): void {
  const what =
    keys === 1
      ? '1 key cannot be the name of a variable and is'
      : `${keys} keys cannot be names of variables and are`;
  say(io, 'exec', [`${path}: ${what} left out; name it with \`#KEY=NAME\``]);
}

/** Makes the pipes that may be needed, while Vault is asked. */
async function preparePipes(wishes: ExecWishes, io: CliIo, files: PrivateFiles): Promise<readonly Pipe[]> {
  const wayOfStream = (isTerminal: boolean): Way => wayOf(wishes.masking, { isTerminal, secrets: 1 });
  const stdout = wayOfStream(io.stdout.isTTY === true);
  const stderr = wayOfStream(io.stderr.isTTY === true);
  const masked = [stdout, stderr].filter((way) => way === 'masked').length;
  if (masked === 0 || wishes.dryRun) return [];
  const names = ['out', 'err'].slice(0, goTogether({ stdout, stderr }) ? 1 : masked);
  try {
    const folder = files.folder();
    const made = await Promise.all(names.map((name) => makePipe(folder, `pipe-${name}`, io.env['PATH'])));
    return made.filter((pipe) => pipe !== undefined);
  } catch {
    // Nothing can be written here: Node's own serve.
    return [];
  }
}

/** Takes away what was there for the child alone. */
async function leave(files: PrivateFiles, gathered: Gathered | Failed, io: CliIo): Promise<void> {
  if (!files.remove()) say(io, 'exec', ['a file that was written for the command could not be removed']);
  if (gathered.ok && gathered.lease !== undefined && !(await gathered.lease.end()))
    say(io, 'exec', ['Vault did not confirm that the leases were ended: they end with their time']);
}
