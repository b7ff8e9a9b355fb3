/** The sandbox that is kept up: the example in real time, its API for events, and how to talk to both. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createFaults } from '../base/faults.ts';
import { createRecorder } from '../base/record.ts';
import { type Served, serve } from '../base/serve.ts';
import { type Control, createControl } from '../control/app.ts';
import { wishOf } from '../control/wish.ts';
import type { Paint } from '../demo/text.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import { exampleScene, type Scene, type ScenePull } from '../scene.ts';
import { type VaultScene, vaultFor } from '../vault-scene.ts';
import { Fault } from './ask.ts';
import { typedIn, withFiles } from './files.ts';
import { type Found, leave } from './found.ts';
import { type FactsOfPull, guide } from './guide.ts';
import { type HandJob, writeHandJob } from './hand.ts';
import type { Body } from './words.ts';

/** How it is started. */
export interface Up {
  readonly port: number | undefined;
  /** What `run` takes; without a workflow the README's is there. */
  readonly body: Body;
  readonly stopped: AbortSignal;
  readonly write: (text: string) => void;
  readonly paint: Paint;
}

/** The README's workflow. */
const readme = { it: join(import.meta.dirname, '../../examples/workflows/pull-request-target.yml') };

/** Keeps a sandbox up until `stopped`, or until it is asked to stop. Throws a Fault for what cannot be started. */
export async function keepUp({ port, body, stopped, write, paint }: Up): Promise<void> {
  const sandbox = await startSandbox();
  const asked = new AbortController();
  const over = AbortSignal.any([stopped, asked.signal]);
  const tidying: (() => unknown)[] = [() => sandbox.close()];
  try {
    const scene = exampleScene(sandbox);
    const vault = await vaultFor(scene);
    const token = randomBytes(24).toString('base64url');
    const hear = (line: string) =>
      write(`${paint('faint', new Date().toISOString().slice(11, 19))} ${line}\n`);
    const control = createControl({ scene, token, hear, stop: () => asked.abort() });
    tidying.unshift(control.close);
    const says = load(control, body);
    const served = await listen(control, sandbox, port);
    tidying.unshift(served.close);
    tidying.unshift(found({ port: served.port, token, pid: process.pid }));
    write(exampleGuide(scene, vault, { url: served.url, token, says }, paint, tidying));
    if (!over.aborted)
      await new Promise((resolve) => over.addEventListener('abort', resolve, { once: true }));
    // A person has read already what is not imitated.
    for (const { world } of [sandbox.github, sandbox.gitlab, sandbox.vault]) world.gaps.take();
  } finally {
    for (const tidy of tidying) await tidy();
  }
  write('\nStopped.\n');
}

function found(one: Found): () => void {
  try {
    return leave(one);
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : 'the temporary folder cannot be written to');
  }
}

function load(control: Control, body: Body): readonly string[] {
  const isOwn = body['workflow'] !== undefined;
  try {
    const files = withFiles(isOwn ? body : { ...body, workflow: readme }, typedIn());
    return control.load(wishOf('run', isOwn ? files : { ...files, workflow: renamed(files['workflow']) }));
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : 'the files cannot be read');
  }
}

/** The one text, under the name that it has in a repository. */
const renamed = (files: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.values(Object(files)).map((text) => ['private-tests.yml', text]));

async function listen(control: Control, { clock }: Sandbox, port: number | undefined): Promise<Served> {
  const options = { service: 'control', recorder: createRecorder(), faults: createFaults(), clock } as const;
  try {
    return await serve(control.app, { ...options, ...(port !== undefined && { port }) });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    const why = isTaken ? 'is taken' : 'cannot be listened on';
    throw new Fault(`port ${port} ${why}: leave --port out, or name another one`);
  }
}

/** Two pull requests to play with, a script for each, and the page that says how. */
function exampleGuide(
  scene: Scene,
  vault: VaultScene,
  control: { readonly url: string; readonly token: string; readonly says: readonly string[] },
  paint: Paint,
  tidying: (() => unknown)[],
): string {
  const { sandbox, repository, project } = scene;
  sandbox.gitlab.addBranch(project, 'feature/fast-joins');
  const member = scene.openByMember('feature/fast-joins', ['test-aws-self-hosted', 'test-do-infra']);
  const outsider = scene.openByOutsider('improve-docs');
  // A classic token: short enough for a command line, and it does not expire after an hour as an App's does.
  const personal = sandbox.github.issueToken({ kind: 'pat', login: 'alice', scopes: ['repo', 'read:org'] });
  const handFor = ({ number }: ScenePull): HandJob => {
    const hand = writeHandJob(scene.job(number, { with: { 'membership-token': personal } }));
    tidying.push(hand.remove);
    return hand;
  };
  const pull = (of: ScenePull, about: string): FactsOfPull => {
    const { script, summary } = handFor(of);
    return { number: of.number, sha: of.sha, about, script, summary };
  };
  const facts = {
    github: sandbox.apiUrl,
    gitlab: sandbox.gitlab.url,
    issuer: sandbox.issuer.url,
    vault: vault.url,
    control,
    ...{ repository, project },
    tokens: {
      github: personal,
      gitlab: scene.tokens.gitlab,
      trigger: scene.tokens.trigger,
      vault: vault.rootToken,
    },
    pulls: [
      pull(member, "bob's, who is a member; two labels, and GitLab has a branch of the same name"),
      pull(outsider, "mallory's, who is no member"),
    ],
  } as const;
  return guide(facts, paint);
}
