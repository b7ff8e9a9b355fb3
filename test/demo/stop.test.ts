import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Waits to be stopped, and says so. */
const program = [
  "const { whenStopped } = await import('./sandbox/demo/stop.ts');",
  'const stopped = whenStopped();',
  'const end = (how) => process.stdout.write(how, () => process.exit());',
  "stopped.addEventListener('abort', () => end('stopped'));",
  'setTimeout(() => end("still there"), 1500);',
  "process.stdout.write('up ');",
].join('');

/** What it prints when the shell between is killed, which hands on nothing. */
async function withoutParent(env: Record<string, string>): Promise<string> {
  const script = `node --input-type=module -e '${program.replaceAll("'", "'\\''")}'; true`;
  const shell = spawn('sh', ['-c', script], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  while (!output.includes('up')) await once(shell.stdout, 'data');
  shell.kill('SIGKILL');
  await once(shell, 'close');
  return output;
}

describe('the end of the process that started it', () => {
  it.concurrent('ends what npm has started', async () => {
    expect(await withoutParent({ npm_lifecycle_event: 'sandbox' })).toBe('up stopped');
  });

  it.concurrent('leaves alone what a script has put into the background', async () => {
    expect(await withoutParent({})).toBe('up still there');
  });

  it('finds no shell in between, which would keep signals to itself', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect([scripts.demo, scripts.sandbox]).toEqual([
      'exec node sandbox/demo/main.ts',
      'exec node sandbox/cli.ts',
    ]);
  });
});
