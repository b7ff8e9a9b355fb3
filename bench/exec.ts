/**
 * How much later a command starts under `drawbridge exec`, beside a bare Node script that asks Vault the same in the same
 * order and then starts the same command. What both share, round trips and the command itself, is measured with both.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene } from '../sandbox/scene.ts';
import { vaultFor } from '../sandbox/vault-scene.ts';
import { type Figure, median } from './figure.ts';

const entry = join(import.meta.dirname, '..', 'dist', 'cli', 'index.js');
const pairs = 15;

/** The figures of a start of a command. Spawns about sixty short processes. */
export async function execFigures(): Promise<readonly Figure[]> {
  const sandbox = await startSandbox();
  try {
    const vault = await vaultFor(exampleScene(sandbox));
    const env = { VAULT_ADDR: vault.url, VAULT_TOKEN: vault.rootToken, HOME: join('/', randomUUID()) };
    const timeOf = async (args: readonly string[]): Promise<number> => {
      const begun = performance.now();
      const child = spawn(process.execPath, args, {
        env: { PATH: process.env['PATH'], ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout.resume();
      await new Promise((resolve, reject) =>
        child.once('exit', (code) => (code === 0 ? resolve(code) : reject(new Error(`exit code ${code}`)))),
      );
      return performance.now() - begun;
    };
    const ours = () => timeOf([entry, 'exec', '--secrets', 'functional-tests', '--', 'true']);
    await ours();
    const asked = sandbox.recorder.of('vault').map(({ method, path }) => [method, path]);
    const script = `for (const [method, path] of ${JSON.stringify(asked)}) await fetch(process.env.VAULT_ADDR + path, { method, headers: { 'x-vault-token': process.env.VAULT_TOKEN } }).then((answer) => answer.text());
process.exitCode = (await import('node:child_process')).spawnSync('true').status`;
    const bare = () => timeOf(['--input-type=module', '-e', script]);
    const masked: number[] = [];
    const plain: number[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      plain.push(await bare());
      masked.push(await ours());
    }
    return [
      {
        name: 'a command that reads Vault and starts another, bare script',
        value: median(plain),
        unit: 'ms',
      },
      { name: 'the same by `drawbridge exec`, masked', value: median(masked), unit: 'ms' },
      {
        name: 'ratio, median of pairs',
        value: median(masked.map((ms, n) => ms / (plain[n] ?? Number.NaN))),
        unit: '',
        budget: 1.5,
      },
    ];
  } finally {
    await sandbox.close();
  }
}
