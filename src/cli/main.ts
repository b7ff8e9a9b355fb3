#!/usr/bin/env node
/** The entry of the command line: picks the command, and ends with its exit code. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import { failed, signalCode, wrongUsage } from '../child/exit.ts';
import { systemClock, whenAborted } from '../clock.ts';
import { exec } from './exec.ts';
import { listen } from './hearing.ts';
import { type CliIo, say } from './io.ts';
import { maskInput } from './mask-input.ts';
import { nearest, readOptions } from './options.ts';
import {
  type CommandName,
  commands,
  doctorOptions,
  execOptions,
  helpOf,
  initOptions,
  isCommand,
  maskOptions,
  overview,
  reportOptions,
  verifyOptions,
} from './usage.ts';
import { version } from './version.ts';
import { doctorWishes, execWishes, maskWishes } from './wishes.ts';

/** From the first moment on, so that no signal ends us between a log-in and its end. */
const hearing = listen();

async function main(args: readonly string[], io: CliIo): Promise<number> {
  const [word, ...rest] = args;
  if (word === undefined) {
    io.stderr.write(overview());
    return wrongUsage;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    io.stdout.write(overview());
    return 0;
  }
  if (word === '--version') {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  if (!isCommand(word)) {
    const shown = /^[a-z][a-z-]{0,29}$/.test(word) ? `\`${word}\` is` : 'that is';
    const near = await nearest(word, Object.keys(commands));
    const hint =
      near === undefined ? `there are ${Object.keys(commands).join(', ')}` : `the nearest is \`${near}\``;
    io.stderr.write(`drawbridge: ${shown} no command; ${hint}\n`);
    return wrongUsage;
  }
  // Node itself would print the environment of what it starts (Node docs, "Command-line API", NODE_DEBUG).
  if ((io.env['NODE_DEBUG'] ?? '') !== '') {
    say(io, word, [
      'NODE_DEBUG is set, and would print secrets: set it for the command alone, with `-- env NODE_DEBUG=…`',
    ]);
    return failed;
  }
  return runs[word](rest, io);
}

async function runVerify(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(verifyOptions, args);
  if (!given.ok) return misused('verify', given.wrong, io);
  if (given.is('help')) return help('verify', io);
  const { verifyCommand } = await import('./verify-wishes.ts');
  const wishes = verifyCommand(given);
  if (!wishes.ok) return misused('verify', wishes.wrong, io);
  const { verify } = await import('./verify.ts');
  return verify(wishes.value, io, hearing);
}

async function runReport(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(reportOptions, args);
  if (!given.ok) return misused('report', given.wrong, io);
  if (given.is('help')) return help('report', io);
  const { reportWishes } = await import('./report-wishes.ts');
  const wishes = reportWishes(given);
  if (!wishes.ok) return misused('report', wishes.wrong, io);
  // GitHub's SDK comes with it.
  const { report } = await import('./report.ts');
  return report(wishes.value, io, hearing);
}

const runs: Readonly<Record<CommandName, (args: readonly string[], io: CliIo) => Promise<number>>> = {
  exec: runExec,
  mask: runMask,
  verify: runVerify,
  report: runReport,
  doctor: runDoctor,
  init: runInit,
};

async function runInit(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(initOptions, args);
  if (!given.ok) return misused('init', given.wrong, io);
  if (given.is('help')) return help('init', io);
  const { initWishes } = await import('./init-wishes.ts');
  const wishes = initWishes(given);
  if (!wishes.ok) return misused('init', wishes.wrong, io);
  const { init } = await import('./init.ts');
  return init(wishes.value, io, hearing);
}

async function runExec(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(execOptions, args, true);
  if (!given.ok) return misused('exec', given.wrong, io);
  if (given.is('help')) return help('exec', io);
  const wishes = execWishes(given);
  return wishes.ok ? exec(wishes.value, io, hearing) : misused('exec', wishes.wrong, io);
}

async function runMask(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(maskOptions, args);
  if (!given.ok) return misused('mask', given.wrong, io);
  if (given.is('help')) return help('mask', io);
  const wishes = maskWishes(given);
  return wishes.ok ? maskInput(wishes.value, io, hearing) : misused('mask', wishes.wrong, io);
}

async function runDoctor(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(doctorOptions, args);
  if (!given.ok) return misused('doctor', given.wrong, io);
  if (given.is('help')) return help('doctor', io);
  const wishes = doctorWishes(given);
  if (!wishes.ok) return misused('doctor', wishes.wrong, io);
  // It brings the clients of GitHub and GitLab, which no other command needs.
  const { doctor } = await import('./doctor.ts');
  return doctor(wishes.value, io, hearing);
}

function help(name: CommandName, io: CliIo): number {
  io.stdout.write(helpOf(name));
  return 0;
}

function misused(name: CommandName, wrong: readonly string[], io: CliIo): number {
  say(io, name, [...wrong, `\`drawbridge ${name} --help\` tells the options`]);
  return wrongUsage;
}

/**
 * Ends with a fault of our own. Its message could hold anything, so only its kind and the places of our code are told; what
 * was written for a child goes when the process does.
 */
function giveUp(error: unknown): never {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const places = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  const lines = [`drawbridge: a fault of our own (${name}); please report it with these lines`, ...places];
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(failed);
}

process.on('uncaughtException', giveUp);
// A report of Node's, which NODE_OPTIONS can ask for, would hold our environment (Node docs, "Diagnostic report").
process.report.excludeEnv = true;
/** Whether something that was to be printed was not. Who reads our output may go before we do: that is no failure. */
let unwritten = false;
process.stderr.on('error', () => {});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  unwritten ||= error.code !== 'EPIPE';
});
const { env, stdin, stdout, stderr } = process;
main(process.argv.slice(2), { env, stdin, stdout, stderr, clock: systemClock, random: randomBytes }).then(
  (code) => {
    const end = (): never => {
      const signal = hearing.hurriedBy();
      if (code !== 0) process.exit(code);
      process.exit(signal !== undefined ? signalCode(signal, constants.signals) : unwritten ? failed : 0);
    };
    hearing.over();
    // Once everything is written, or nobody wants to wait for that: a kept connection would hold the process.
    stderr.write('', () => stdout.write('', end));
    void whenAborted(hearing.hurried).then(end);
  },
  giveUp,
);
