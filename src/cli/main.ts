#!/usr/bin/env node
/** The entry of the command line: picks the command, and ends with its exit code. */
import { failed, signalCode, wrongUsage } from '../child/exit.ts';
import { systemClock } from '../clock.ts';
import { listen } from './hearing.ts';
import { type CliIo, say } from './io.ts';
import { nearest, readOptions } from './options.ts';
import { type CommandName, commands, execOptions, helpOf, isCommand, maskOptions, overview } from './usage.ts';
import { version } from './version.ts';

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
    io.stderr.write(`drawbridge: ${shown} no command; the nearest is \`${await nearest(word, Object.keys(commands))}\`\n`);
    return wrongUsage;
  }
  return word === 'exec' ? runExec(rest, io) : runMask(rest, io);
}

async function runExec(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(execOptions, args);
  if (!given.ok) return misused('exec', given.wrong, io);
  if (given.is('help')) return help('exec', io);
  const [{ execWishes }, { exec }] = await Promise.all([import('./wishes.ts'), import('./exec.ts')]);
  const wishes = execWishes(given);
  return wishes.ok ? exec(wishes.value, io, hearing) : misused('exec', wishes.wrong, io);
}

async function runMask(args: readonly string[], io: CliIo): Promise<number> {
  const given = await readOptions(maskOptions, args);
  if (!given.ok) return misused('mask', given.wrong, io);
  if (given.is('help')) return help('mask', io);
  const [{ maskWishes }, { maskInput }] = await Promise.all([import('./wishes.ts'), import('./mask-input.ts')]);
  const wishes = maskWishes(given);
  return wishes.ok ? maskInput(wishes.value, io, hearing) : misused('mask', wishes.wrong, io);
}

function help(name: CommandName, io: CliIo): number {
  io.stdout.write(helpOf(name));
  return 0;
}

function misused(name: CommandName, wrong: readonly string[], io: CliIo): number {
  say(io, name, [...wrong, `\`drawbridge ${name} --help\` tells the options`]);
  return wrongUsage;
}
