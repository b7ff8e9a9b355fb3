/** What the remedies of the reasons call by an input of the action, as one writes it on a command line. Pure. */

/** Inputs of the action that the remedies name, and what stands for each here (docs/exec.md, "Where Vault is, and how to log in"). */
const inputs: Readonly<Record<string, string>> = {
  'vault-url': '`VAULT_ADDR` or `--vault-url`',
  'vault-namespace': '`VAULT_NAMESPACE` or `--vault-namespace`',
  'vault-auth': '`--vault-auth`',
  'vault-mount': '`VAULT_AUTH_PATH` or `--vault-mount`',
  'vault-role': '`VAULT_AUTH_ROLE` or `--vault-role`',
  'vault-audience': '`--vault-audience` (in GitLab `aud:` below `id_tokens:`)',
  'vault-role-id': '`VAULT_ROLE_ID`',
  'vault-secret-id': '`VAULT_SECRET_ID`',
  'vault-token': '`VAULT_TOKEN` (or log in with `vault login`)',
  'vault-secrets': '`--secrets`',
  'vault-kv-version': '`--vault-kv-version`',
  'test-jobs': '`--test-jobs`',
  'ca-certificate': '`VAULT_CACERT` or `--vault-ca` (a file)',
  organization: '`--organization`',
  'github-token': 'the variable of `--github-token-variable`',
  'membership-token': 'the variable of `--github-token-variable`',
};

/** Not everybody who types is a job on a runner, and there is no log but the lines on the screen. */
const phrases: Readonly<Record<string, string>> = {
  'Give the job `statuses: write`': 'Let the token write the commit statuses of this repository',
  'Run the job again': 'Run it again',
  'run the job again': 'run it again',
  'this runner': 'this machine',
  'the runner': 'this machine',
  'the log shows': 'the lines above show',
};

/** A line for the command line: each name of an input in back-ticks is what one types here instead. */
export const asTyped = (line: string): string =>
  replaced(line, phrases)
    .replace(/`([a-z-]+)`/g, (whole, name: string) =>
      Object.hasOwn(inputs, name) ? (inputs[name] ?? whole) : whole,
    )
    // Two inputs may be one thing here.
    .replace(/(the variable of `--[a-z-]+`) and \1/g, '$1');

/** The doctor speaks of inputs because it looks at them; only where a token was refused it is that of the environment. */
const doctorPhrases: Readonly<Record<string, string>> = {
  'Check `github-token` and `membership-token`': 'Check `GITHUB_TOKEN` and `MEMBERSHIP_TOKEN`',
  'Check `gitlab-token`, or what `vault-secrets` names for it': 'Check `GITLAB_TOKEN`',
  'Run the job again': 'Run it again',
  'run the job again': 'run it again',
  'this runner': 'this machine',
};

/** The same for a line of the doctor's, where somebody types it. */
export const asDoctored = (line: string): string => replaced(line, doctorPhrases);

const replaced = (line: string, by: Readonly<Record<string, string>>): string =>
  Object.entries(by).reduce((said, [there, here]) => said.replaceAll(there, here), line);
