/** Git's own server of fetches, behind HTTP (gitprotocol-http(5)). */
import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** Nothing of this machine's git may reach a repository: neither its configuration nor a repository around it. */
export const gitEnvironment = (): Record<string, string | undefined> => ({
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
});

/** Answers `GET …/info/refs?service=git-upload-pack`: what there is to fetch of the bare repository in `folder`. */
export async function advertise(folder: string, request: Request): Promise<Response> {
  const refs = await uploadPack(folder, request, ['--advertise-refs'], Buffer.alloc(0));
  return answer('advertisement', [packetLine('# service=git-upload-pack\n'), Buffer.from('0000'), refs]);
}

/** Answers `POST …/git-upload-pack`: what somebody wants of it. */
export async function fetchPack(folder: string, request: Request): Promise<Response> {
  const sent = Buffer.from(await request.arrayBuffer());
  const asked = request.headers.get('content-encoding') === 'gzip' ? gunzipSync(sent) : sent;
  return answer('result', [await uploadPack(folder, request, [], asked)]);
}

const answer = (what: string, body: readonly Buffer[]): Response =>
  new Response(Buffer.concat(body), {
    headers: { 'content-type': `application/x-git-upload-pack-${what}`, 'cache-control': 'no-cache' },
  });

/** Four hex digits of length, which count too (gitprotocol-common(5)). */
const packetLine = (line: string): Buffer =>
  Buffer.from(`${(line.length + 4).toString(16).padStart(4, '0')}${line}`);

/** Throws where git had nothing to say. What it refuses is part of its answer. */
async function uploadPack(
  folder: string,
  request: Request,
  options: readonly string[],
  input: Buffer,
): Promise<Buffer> {
  const version = request.headers.get('git-protocol');
  const child = spawn('git', ['upload-pack', '--stateless-rpc', ...options, folder], {
    env: { ...gitEnvironment(), ...(version && { GIT_PROTOCOL: version }) },
  });
  // It may be content before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [output, complaint] = await Promise.all([buffer(child.stdout), text(child.stderr)]);
  if (output.length === 0) throw new Error(`git upload-pack: ${complaint}`);
  return output;
}
