import { expect, it } from 'vitest';
import { commands, helpOf, isCommand, overview } from '../../src/cli/usage.ts';

it('tells every command, and every option of each', () => {
  expect(overview()).toMatchInlineSnapshot(`
    "Usage:
      drawbridge exec [options] -- command [argument…]
          Starts a command with secrets from Vault, and masks them in its output.
      command | drawbridge mask [options]
          Copies its input to its output, with secrets masked.
      drawbridge verify [options]
          Verifies in a job of GitLab that its pipeline was asked for by the trusted workflow on GitHub, and for what.
      drawbridge report --verify [options]
          Sets the commit status on GitHub from a job of GitLab, by what came of the other jobs of its pipeline.
      drawbridge doctor [options]
          Looks at the set-up on GitHub, GitLab and Vault, changes nothing, and says what is wrong and what to do.
      drawbridge init [options]
          Writes the workflow, the file for GitLab and the roles for Vault, and says what is left to do; asks in a terminal.

    \`--help\` after a command tells its options; \`--version\` the version.
    "
  `);
  for (const name of ['exec', 'mask', 'verify', 'report', 'doctor'] as const) {
    const page = helpOf(name);
    for (const option of Object.keys(commands[name].options)) expect(page).toContain(`  --${option}`);
  }
  expect(helpOf('mask')).toMatchInlineSnapshot(`
    "Usage: command | drawbridge mask [options]
    Copies its input to its output, with secrets masked.

      --secrets path[#KEY,…] …
          a path in Vault, all its keys or some; a key is KEY[:base64|:plain][=NAME]; \`path/**\` takes what is below too
      --env-file file …
          variables from a \`.env\` file, where there is no Vault
      --env NAME,… …
          variables of our own environment whose values are secrets
      --plain NAME,… …
          variables that hold no secret, and may be shown
      --placeholder hash|testflinger
          what stands where a secret would: \`**<hash>**\`, or the six digits of Testflinger (default: hash)
      --vault-url url
          instead of VAULT_ADDR
      --vault-namespace name
          instead of VAULT_NAMESPACE
      --vault-ca file
          certificates in PEM form to trust, instead of VAULT_CACERT
      --vault-auth found|token|approle|jwt
          how to log in; \`found\`: by the first of VAULT_TOKEN, VAULT_ROLE_ID, an ID token, ~/.vault-token (default: found)
      --vault-mount path
          where that log-in is mounted; default: VAULT_AUTH_PATH, else \`jwt\` or \`approle\`
      --vault-role name
          the role for an ID token; default: VAULT_AUTH_ROLE, else that of the mount
      --vault-id-token VARIABLE
          the variable that holds the ID token of GitLab; default: VAULT_ID_TOKEN
      --vault-audience text
          the audience of the ID token that GitHub is asked for
      --vault-kv-version probed|1|2
          the version of the secrets engine, where Vault does not say (default: probed)
      --help
          this page
    "
  `);
});

it.each(['GITHUB_TOKEN', 'GH_TOKEN', 'GITLAB_TOKEN', 'MEMBERSHIP_TOKEN'])(
  'the help of doctor names %s',
  (name) => {
    expect(helpOf('doctor')).toMatch(new RegExp(`\\b${name}\\b`));
  },
);

// Those that are left name a variable that holds one, or a place.
it('has no option by which a secret would stand in the list of processes', () => {
  const names = Object.values(commands).flatMap(({ options }) => Object.keys(options));
  expect(names.filter((name) => /token|secret-id|password/.test(name))).toEqual([
    'vault-id-token',
    'github-token-variable',
    'vault-id-token',
    'github-token-variable',
    'github-token-variable',
    'gitlab-token-variable',
    'vault-id-token',
    'token-in',
  ]);
});

it('knows its commands by their own names', () => {
  expect(['exec', 'mask', 'constructor', 'Exec'].map(isCommand)).toEqual([true, true, false, false]);
});
