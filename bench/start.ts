/**
 * How fast the built action is at its first request, beside a bare Node script that makes the same request with the
 * global fetch; what it loads by then; and how large the bundles are.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type HandJob, writeHandJob } from '../sandbox/cli/hand.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene } from '../sandbox/scene.ts';
import { type Figure, median } from './figure.ts';

const root = join(import.meta.dirname, '..');
const pairs = 15;

/** The figures of a start. Spawns about thirty short processes. */
export async function startFigures(): Promise<readonly Figure[]> {
  const server = await listen();
  const sandbox = await startSandbox();
  const scene = exampleScene(sandbox);
  const pull = scene.openByMember('feature/bench');
  const hand = writeHandJob({ ...scene.job(pull.number), githubApiUrl: server.url });
  try {
    const ours: number[] = [];
    const bare: number[] = [];
    await timeToRequest(server, hand.script);
    for (let pair = 0; pair < pairs; pair++) {
      bare.push(await timeToRequest(server, bareScript(server.url)));
      ours.push(await timeToRequest(server, hand.script));
    }
    const ratios = ours.map((ms, n) => ms / (bare[n] ?? Number.NaN));
    return [
      { name: 'start to first request, bare script', value: median(bare), unit: 'ms' },
      { name: 'start to first request, built action', value: median(ours), unit: 'ms' },
      { name: 'ratio, median of pairs', value: median(ratios), unit: '', budget: 1.4 },
      ...(await loadFigures(hand)),
      ...bundleFigures(),
    ];
  } finally {
    hand.remove();
    server.close();
    await sandbox.close();
  }
}

interface Server {
  readonly url: string;
  /** Resolves with the time (performance.now) at which the next request arrives. */
  arrival(): Promise<number>;
  close(): void;
}

/** Answers 404 to everything, so a run ends at the gate. */
async function listen(): Promise<Server> {
  let tell: ((at: number) => void) | undefined;
  const server = createServer((_, response) => {
    tell?.(performance.now());
    tell = undefined;
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrival: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** ms from the start of a process (`sh` script, or the arguments of node) to its first request. */
async function timeToRequest(server: Server, what: string | readonly string[]): Promise<number> {
  const arrival = server.arrival();
  const begun = performance.now();
  const child =
    typeof what === 'string'
      ? spawn('sh', [what], { stdio: 'ignore' })
      : spawn('sh', ['-c', 'exec env -i "$0" "$@"', process.execPath, ...what], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const at = await arrival;
  await ended;
  return at - begun;
}

const bareScript = (url: string): readonly string[] => [
  '--input-type=module',
  '-e',
  `await fetch('${url}/repos/acme/engine/pulls/1', { headers: { authorization: 'token x' } })`,
];

/** Chunks of SDKs that a run which is refused at the gate has no use for. */
async function loadFigures(hand: HandJob): Promise<readonly Figure[]> {
  const preload =
    "import{registerHooks}from'node:module';import{appendFileSync}from'node:fs';" +
    "registerHooks({load(u,c,n){appendFileSync(process.env.LOADED,u+'\\n');return n(u,c)}})";
  const loaded = `${hand.summary}.loaded`;
  const script = readFileSync(hand.script, 'utf8')
    .replace('env -i', `env -i LOADED='${loaded}'`)
    .replace(
      `'${process.execPath}'`,
      `'${process.execPath}' '--import' 'data:text/javascript,${encodeURIComponent(preload).replaceAll("'", '%27')}'`,
    );
  await new Promise((resolve) => spawn('sh', ['-c', script], { stdio: 'ignore' }).once('exit', resolve));
  const files = readFileSync(loaded, 'utf8')
    .split('\n')
    .filter((url) => url.includes('/dist/'));
  if (!files.some((url) => url.endsWith('/main/index.js'))) throw new Error('the loads were not seen');
  const sdk = files.filter(
    (url) =>
      /gitbeaker|node-vault/i.test(readFileSync(new URL(url), 'utf8').slice(0, 200_000)) &&
      !url.endsWith('/main/index.js'),
  );
  return [
    {
      name: 'chunks of GitLab or Vault loaded by a run refused at the gate',
      value: sdk.length,
      unit: '',
      budget: 0,
    },
  ];
}

function bundleFigures(): readonly Figure[] {
  return ['main', 'post', 'cli'].flatMap((entry) => {
    const folder = join(root, 'dist', entry);
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    const first = statSync(join(folder, 'index.js')).size;
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return [
      { name: `dist/${entry}: loaded at once`, value: Math.round(first / 1024), unit: 'KiB' },
      { name: `dist/${entry}: with chunks loaded on demand`, value: Math.round(total / 1024), unit: 'KiB' },
    ];
  });
}
