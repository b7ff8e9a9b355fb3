/** `npm test`: runs vitest with the arguments given, then says what the suite has cost, so that growth is seen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { costLine, processorSeconds, readStarts } from './cost.ts';
import { scratchFolder } from './scratch.ts';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const folder = scratchFolder();
const starts = join(folder, 'starts');
writeFileSync(starts, '');
// All that the tests and their processes make temporarily.
const temporary = join(folder, 'tmp');
mkdirSync(temporary);
const running = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, DRAWBRIDGE_STARTS: starts, TMPDIR: temporary },
});
// Ctrl-C reaches vitest too; what it has cost is told all the same.
process.on('SIGINT', () => {});
const [code] = await once(running, 'exit');
const told = readStarts(readFileSync(starts, 'utf8'));
rmSync(folder, { recursive: true });
const waitedFor = processorSeconds();
console.log(costLine(told.starts, waitedFor === undefined ? undefined : waitedFor + told.seconds));
process.exitCode = code ?? 1;
