/** Where the process for an entry of the action comes from: a new one, or one that has run others before. */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isWarm, type Running, runWarm, type Start } from '../warm/warm.ts';

const PRELOAD = fileURLToPath(new URL('./scaled-time.mjs', import.meta.url));

// A test that fails half-way must not leave an action running for ever.
const running = new Set<Running>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const isBuilt = (path: string) => /\/dist\/\w+\/index\.js$/.test(path);
/** Node or OpenSSL reads such a variable while it starts. */
const isOfNode = (name: string) => /^(NODE|SSL_CERT)_/.test(name);

/** Starts `node --import scaled-time entry`. An entry of `dist` may get a warm process, unless Node is told how to start. */
export function startProcess(start: Start): Running {
  const isOurs = isBuilt(start.path);
  if (isOurs) count(start.path);
  const mayBeWarm = isOurs && !Object.keys(start.env).some(isOfNode);
  const child = mayBeWarm && isWarm() ? runWarm(start) : spawnNew(start);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

const spawnNew = ({ path, env, cwd }: Start) =>
  spawn(process.execPath, ['--import', PRELOAD, path], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });

/** `npm test` says how often the built action was started: one line for each start goes to the file that it names. */
export function count(entry: string): void {
  const file = process.env['DRAWBRIDGE_STARTS'];
  if (file !== undefined) appendFileSync(file, `${entry}\n`);
}
