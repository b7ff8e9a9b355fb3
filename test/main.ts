/** `npm test`: runs vitest with the arguments given, then says what the suite has cost, so that growth is seen. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { costLine, processorSeconds } from './cost.ts';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'drawbridge-starts-'));
const starts = join(folder, 'starts');
writeFileSync(starts, '');
const running = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, DRAWBRIDGE_STARTS: starts },
});
// Ctrl-C reaches vitest too; what it has cost is told all the same.
process.on('SIGINT', () => {});
const [code] = await once(running, 'exit');
const started = readFileSync(starts, 'utf8').split('\n').length - 1;
rmSync(folder, { recursive: true });
console.log(costLine(started, processorSeconds()));
process.exitCode = code ?? 1;
