/** How much slower the executable without Node starts than the script does, where it has been built. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene } from '../sandbox/scene.ts';
import { vaultFor } from '../sandbox/vault-scene.ts';
import { executable, playsExecutable } from '../test/executable.ts';
import { type Figure, median } from './figure.ts';

const script = [process.execPath, join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')];
const pairs = 15;

/** The figures of a start alone, and of one that loads what asks Vault. Spawns about sixty short processes. */
export async function executableFigures(): Promise<readonly Figure[]> {
  if (!playsExecutable()) return [];
  const sandbox = await startSandbox();
  try {
    const vault = await vaultFor(exampleScene(sandbox));
    const env = {
      PATH: process.env['PATH'],
      HOME: join('/', randomUUID()),
      VAULT_ADDR: vault.url,
      VAULT_TOKEN: vault.rootToken,
    };
    const reading = ['exec', '--secrets', 'functional-tests', '--', 'true'];
    return [
      ...(await compared('`drawbridge --version`', ['--version'], env)),
      ...(await compared('`drawbridge exec` with Vault', reading, env)),
    ];
  } finally {
    await sandbox.close();
  }
}

async function compared(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<readonly Figure[]> {
  const ofScript: number[] = [];
  const ofExecutable: number[] = [];
  await timeOf([executable().file, ...args], env);
  for (let pair = 0; pair < pairs; pair++) {
    ofScript.push(await timeOf([...script, ...args], env));
    ofExecutable.push(await timeOf([executable().file, ...args], env));
  }
  const ratios = ofExecutable.map((ms, n) => ms / (ofScript[n] ?? Number.NaN));
  return [
    { name: `${name}, script`, value: median(ofScript), unit: 'ms' },
    { name: `${name}, executable`, value: median(ofExecutable), unit: 'ms' },
    { name: 'ratio, median of pairs', value: median(ratios), unit: '', budget: 1.3 },
  ];
}

/** ms from the start of a process to its end. Throws where it fails. */
async function timeOf([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const begun = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  await new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve(code) : reject(new Error(`exit code ${code}`)))),
  );
  return performance.now() - begun;
}
