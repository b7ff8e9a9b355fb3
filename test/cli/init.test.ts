import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { init } from '../../src/cli/init.ts';
import { initWishes } from '../../src/cli/init-wishes.ts';
import { readOptions } from '../../src/cli/options.ts';
import { initOptions } from '../../src/cli/usage.ts';
import { systemClock } from '../../src/clock.ts';
import { planFor } from '../../src/init/plan.ts';
import { answersWith, usual } from '../init/build.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const flags = Object.entries(usual).map(([name, value]) => `--${name}=${value}`);
const calm = new AbortController().signal;
const hearing = {
  ...{ interrupted: calm, hurried: calm, first: () => undefined, hurriedBy: () => undefined },
  ...{ tell: () => () => {}, over: () => {} },
};

/** Runs it where nobody can be asked. */
async function run(...args: readonly string[]) {
  const given = await readOptions(initOptions, [`--folder=${folder}`, ...args]);
  const wishes = given.ok ? initWishes(given) : given;
  if (!wishes.ok) throw new Error(wishes.wrong.join());
  const said = { stdout: '', stderr: '' };
  const to = (name: keyof typeof said) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        said[name] += String(chunk);
        done();
      },
    });
  const io = {
    ...{ env: {}, stdin: Readable.from([]), clock: systemClock },
    ...{ stdout: to('stdout'), stderr: to('stderr'), random: (bytes: number) => new Uint8Array(bytes) },
  };
  return { exit: await init(wishes.value, io, hearing), ...said };
}

it('writes what the answers come to, and says what is left to do', async () => {
  const { exit, stdout, stderr } = await run(...flags);
  expect([exit, stderr]).toEqual([0, '']);
  for (const { path, text } of planFor(answersWith()).files)
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
  expect(stdout).toMatchInlineSnapshot(`
    "Written:

      .github/workflows/private-tests.yml           the workflow, for the default branch
      drawbridge-setup/gitlab/.gitlab-ci.yml        for the root of the private project
      drawbridge-setup/vault/functional-tests.hcl   the policy of the tests
      drawbridge-setup/vault/functional-tests.json  the role of the tests
      drawbridge-setup/github/environment.json      the environment: limited to branches that are named
      drawbridge-setup/github/policy.json           the Actions policy: this file, these events
      drawbridge-setup/github/ruleset.json          the rule: the status drawbridge, from GitHub Actions
      drawbridge-setup/.gitignore                   this folder is not for the public repository

    1. GitLab: the project acme/engine-tests
       - Put drawbridge-setup/gitlab/.gitlab-ci.yml into its root, and beside it a script tests/functional.sh, which gets the name of its test.
       - The image registry.acme.example/engine-tests:1 has to have git and drawbridge (https://github.com/drawbridge-ci/drawbridge/blob/main/docs/install.md).
       - Settings > General > Visibility: private. Settings > CI/CD > General pipelines: clear "Project-based pipeline visibility".
       - Settings > CI/CD > Variables > Minimum role to use pipeline variables: no one allowed. By the API it is ci_pipeline_variables_minimum_override_role: no_one_allowed.
       - Settings > Repository > Protected branches: the default branch, with Developers among those who may merge.
       - Settings > Access tokens: a token with the role Developer and the scope api. A trigger token is not used with a proof: revoke those that nobody else needs.

    2. Vault: who may read what
       - Set VAULT_ADDR=https://vault.acme.example and a token that may write policies. Leave out the mounts that are there.
       - The secrets of the tests are the keys of secret/functional-tests. \`vault kv put\` stores the first, here NAME with the value of that variable, and replaces all that is there: set the variable before, and take \`vault kv patch\` in its place for each further one.

         vault auth enable -path=gitlab jwt
         vault write auth/gitlab/config oidc_discovery_url=https://gitlab.com bound_issuer=https://gitlab.com
         vault policy write functional-tests drawbridge-setup/vault/functional-tests.hcl
         vault write auth/gitlab/role/functional-tests - < drawbridge-setup/vault/functional-tests.json
         printf %s "$NAME" | vault kv put secret/functional-tests NAME=-

    3. GitHub: the environment private-tests and its secrets
       - Paste these one by one: each \`gh secret set\` asks for the value, and takes the next line for it.
       - MEMBERSHIP_TOKEN is a fine-grained token whose resource owner is the organisation, with Members: read and nothing else.

         gh api --method PUT repos/acme/engine/environments/private-tests --input drawbridge-setup/github/environment.json
         gh api --method POST repos/acme/engine/environments/private-tests/deployment-branch-policies -f name=main -f type=branch
         gh secret set GITLAB_TOKEN --repo acme/engine --env private-tests
         gh secret set MEMBERSHIP_TOKEN --repo acme/engine --env private-tests

    4. GitHub: the Actions policy
       - Public repositories refuse pull_request_target without one. A policy of the organisation has to allow it too.

         gh api --method POST repos/acme/engine/actions/policies --input drawbridge-setup/github/policy.json

    5. GitHub: a label for each test

         gh label create test-aws-infra --repo acme/engine
         gh label create test-aws-self-hosted --repo acme/engine
         gh label create test-do-infra --repo acme/engine
         gh label create test-all --repo acme/engine

    6. GitHub: the workflow
       - Merge it into main: what is elsewhere does not run with the secrets.

         git add .github/workflows/private-tests.yml

    7. GitHub: the rule, when the first pull request is green
       - Require the status, not the job: GitHub counts a skipped job as passed. Let code owners review .github/.

         gh api --method POST repos/acme/engine/rulesets --input drawbridge-setup/github/ruleset.json

    8. What is left: the doctor says it
       - It changes nothing. With GITLAB_TOKEN and MEMBERSHIP_TOKEN in the environment it tries those too.

         GITHUB_TOKEN=$(gh auth token) drawbridge doctor --repository acme/engine
    "
  `);
});

it('names every flag that is missing where nobody can be asked, and writes nothing', async () => {
  const { exit, stdout, stderr } = await run('--event=workflow_run', '--image=debian');
  expect([exit, stdout, readdirSync(folder)]).toEqual([2, '', []]);
  const named = stderr
    .split('\n')
    .map((line) => /^drawbridge init: (--[a-z-]+) is missing; it must be /.exec(line)?.[1]);
  expect(named).toEqual([
    ...['--repository', '--repository-id', '--owner-id', '--action-commit', '--gitlab-project'],
    ...['--gitlab-project-id', '--tests', '--vault-url', undefined],
  ]);
});

it('tells machines the same, with the texts, and nothing else', async () => {
  const { exit, stdout } = await run(...flags, '--json', '--dry-run');
  expect([exit, readdirSync(folder)]).toEqual([0, []]);
  expect(JSON.parse(stdout)).toEqual({ done: 'dry-run', ...planFor(answersWith()) });
  const written = await run(...flags, '--json');
  expect(JSON.parse(written.stdout)).toMatchObject({ done: 'written' });
});

it('tells without writing', async () => {
  const { exit, stdout } = await run(...flags, '--dry-run');
  expect([exit, readdirSync(folder)]).toEqual([0, []]);
  expect(stdout).toMatch(/^Would be written:\n/);
});

it('refuses to write over a file, tried or not, and does with --force', async () => {
  expect((await run(...flags)).exit).toBe(0);
  const again = await run(...flags);
  expect([again.exit, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain(
    'drawbridge init: .github/workflows/private-tests.yml exists; --force writes over it\n',
  );
  expect(again.stderr).toMatch(/drawbridge init: nothing was written\n$/);
  expect((await run(...flags, '--dry-run')).exit).toBe(1);
  rmSync(join(folder, 'drawbridge-setup'), { recursive: true });
  expect([(await run(...flags)).exit, existsSync(join(folder, 'drawbridge-setup'))]).toEqual([1, false]);
  expect((await run(...flags, '--force')).exit).toBe(0);
  expect(existsSync(join(folder, 'drawbridge-setup/gitlab/.gitlab-ci.yml'))).toBe(true);
});
