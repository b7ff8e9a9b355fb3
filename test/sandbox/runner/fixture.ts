import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { scaledClock } from '../../../sandbox/clock.ts';
import type { JobOptions } from '../../../sandbox/runner/job.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const INPUTS = `
  github-token: { default: '\${{ github.token }}' }
  organization: { default: '\${{ github.repository_owner }}' }
  pull-request: { default: '\${{ github.event.pull_request.number }}' }
  two words: { default: 'a b' }
  drafts: { default: false }
  no-default: { description: none, required: true }
  old-name: { deprecationMessage: use the new one }`;

/** Writes an action whose main (and post, where given) are these programs, and gives its folder. */
export function writeAction(main: string, post?: string, more = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-action-'));
  folders.push(folder);
  const runs = `runs:\n  using: node24\n  main: main.mjs\n${post === undefined ? '' : '  post: post.mjs\n'}${more}`;
  writeFileSync(join(folder, 'action.yml'), `name: fixture\ninputs:${INPUTS}\n${runs}`);
  writeFileSync(join(folder, 'main.mjs'), main);
  if (post !== undefined) writeFileSync(join(folder, 'post.mjs'), post);
  return folder;
}

/** A job of a made-up repository. */
export function jobOf(actionFolder: string, more: Partial<JobOptions> = {}): JobOptions {
  return {
    actionFolder,
    with: {},
    event: {
      name: 'pull_request_target',
      payload: {
        pull_request: { number: 42, head: { ref: 'topic' }, base: { ref: 'main' } },
        repository: { id: 74, owner: { id: 65 } },
      },
    },
    repository: 'octo/engine',
    actor: 'mona',
    actorId: 9,
    githubUrl: 'http://127.0.0.1:1',
    githubApiUrl: 'http://127.0.0.1:1/api/v3',
    githubToken: 'ghs_secret.token-1',
    clock: scaledClock(100),
    ...more,
  };
}
