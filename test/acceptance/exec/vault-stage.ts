/** A Vault for the command line: the sandbox's own, or a real OpenBao, behind the sandbox's faults and record. */
import { serve } from '../../../sandbox/base/serve.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { exampleScene } from '../../../sandbox/scene.ts';
import { type VaultScene, vaultFor } from '../../../sandbox/vault-scene.ts';
import { playsOnOpenBao, startOpenBao } from '../../openbao.ts';

/** What a story with Vault stands on. */
export interface VaultStage {
  readonly sandbox: Sandbox;
  readonly vault: VaultScene;
  /** Where the command line asks. */
  readonly url: string;
  /** The tokens that log-ins gave and that still live, asked of the server. */
  living(): Promise<readonly string[]>;
  /** `METHOD path` of each request, in order. */
  asked(): readonly string[];
  close(): Promise<void>;
}

/** The servers that stories are played on. */
export const servers = [
  { name: "the sandbox's Vault", plays: true, start: () => undefined },
  { name: 'a real OpenBao', plays: playsOnOpenBao(), start: startOpenBao },
] as const;

/** Starts one of them, set up for the example. */
export async function startStage(server: (typeof servers)[number]): Promise<VaultStage> {
  const sandbox = await startSandbox();
  const real = await server.start();
  const vault = await vaultFor(exampleScene(sandbox), real);
  const given = new Set<string>();
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const body = request.body === null ? undefined : await request.text();
    const init = { method: request.method, headers: request.headers, ...(body !== undefined && { body }) };
    const answered = await (real === undefined
      ? sandbox.vault.app.request(pathname + search, init)
      : fetch(real.url + pathname + search, { ...init, redirect: 'manual' }));
    const text = await answered.text();
    if (/\/login$/.test(pathname) && answered.ok)
      given.add((JSON.parse(text) as { auth: { client_token: string } }).auth.client_token);
    const { status } = answered;
    return new Response(status === 204 ? null : text, {
      status,
      headers: { 'content-type': answered.headers.get('content-type') ?? 'application/json' },
    });
  };
  const { recorder, faults, clock } = sandbox;
  const front = await serve({ fetch: answer }, { service: 'vault', recorder, faults, clock });
  return {
    sandbox,
    vault,
    url: front.url,
    living: async () => {
      const lives = await Promise.all([...given].map((token) => vault.isAlive(token)));
      return [...given].filter((_, at) => lives[at]);
    },
    asked: () => recorder.of('vault').map(({ method, path }) => `${method} ${path}`),
    close: async () => {
      await front.close();
      await real?.stop();
      await sandbox.close();
    },
  };
}
