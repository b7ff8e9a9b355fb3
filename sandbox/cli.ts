/** `npm run sandbox`: keeps the example up in real time until Ctrl-C, and prints how to talk to it. */
import { type FactsOfPull, guide } from './cli/guide.ts';
import { writeHandJob } from './cli/hand.ts';
import { painter } from './demo/screen.ts';
import { whenStopped } from './demo/stop.ts';
import { startSandbox } from './sandbox.ts';
import { exampleScene, type ScenePull } from './scene.ts';
import { vaultFor } from './vault-scene.ts';

const stopped = whenStopped();
const sandbox = await startSandbox();
const scene = exampleScene(sandbox);
const { repository, project } = scene;
const vault = await vaultFor(scene);

sandbox.gitlab.addBranch(project, 'feature/fast-joins');
const member = scene.openByMember('feature/fast-joins', ['test-aws-self-hosted', 'test-do-infra']);
const outsider = scene.openByOutsider('improve-docs');
// A classic token: short enough for a command line, and it does not expire after an hour as an App's does.
const personal = sandbox.github.issueToken({ kind: 'pat', login: 'alice', scopes: ['repo', 'read:org'] });
const hand = [member, outsider].map(({ number }) =>
  writeHandJob(scene.job(number, { with: { 'membership-token': personal } })),
);

const pull = ({ number, sha }: ScenePull, about: string): FactsOfPull => {
  const { script = '', summary = '' } = hand[number - 1] ?? {};
  return { number, sha, about, script, summary };
};
const facts = {
  github: sandbox.apiUrl,
  gitlab: sandbox.gitlab.url,
  issuer: sandbox.issuer.url,
  vault: vault.url,
  repository,
  project,
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
process.stdout.write(guide(facts, painter(process.stdout)));

if (!stopped.aborted)
  await new Promise((resolve) => stopped.addEventListener('abort', resolve, { once: true }));
// A person has read already what is not imitated.
for (const { world } of [sandbox.github, sandbox.gitlab, sandbox.vault]) world.gaps.take();
await sandbox.close();
for (const one of hand) one.remove();
process.stdout.write('\nStopped.\n', () => process.exit(0));
