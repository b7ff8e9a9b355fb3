/** Reads the inputs that begin with `vault-`: which tokens are in Vault, and how the action gets at them. */
import type { TokenSource, VaultAccess, VaultAuth } from '../settings.ts';
import { readServerUrl } from './address.ts';
import { type Reader, secret } from './read.ts';

/** The inputs that Vault may fill. Nothing else: secrets do not travel as variables of a pipeline. */
export const fillable = ['gitlab-token', 'gitlab-trigger-token'] as const;

/** What comes from Vault, by the input that it stands for, and how. */
export interface FromVault {
  readonly tokens: Readonly<Partial<Record<(typeof fillable)[number], TokenSource>>>;
  readonly access: VaultAccess | undefined;
  /** Whether something is wrong with what is to be read: then a token that is missing is not another fault. */
  readonly isFaulty: boolean;
}

const secretsInput = 'vault-secrets';

/** Nothing is asked of Vault where no token is to be read there; then no other input of Vault's may be set. */
export function readVault(reader: Reader): FromVault {
  const before = reader.faults.length;
  const tokens = readTokens(reader);
  const other = others.find((name) => ![undefined, usual[name]].includes(reader.text(name)));
  if (reader.isEmpty(secretsInput))
    reader.fault(secretsInput, 'is empty: name a token to read there, or leave the input out');
  else if (reader.text(secretsInput) === undefined && other !== undefined)
    reader.fault(
      secretsInput,
      `is missing, and \`${other}\` is set: say which token to read, as \`secret/ci/gitlab token = gitlab-token\``,
    );
  const isFaulty = reader.faults.length > before;
  const access = Object.keys(tokens).length === 0 ? undefined : readAccess(reader);
  return { tokens, access, isFaulty };
}

const others = [
  'vault-url',
  'vault-auth',
  'vault-role',
  'vault-role-id',
  'vault-secret-id',
  'vault-token',
  'vault-mount',
  'vault-namespace',
  'vault-audience',
  'vault-kv-version',
] as const;

/** What stands there where nothing is set. */
const usual: Readonly<Partial<Record<(typeof others)[number], string>>> = { 'vault-auth': 'jwt' };

/** Segments between slashes, one at the end at most; `.` and `..` would lead elsewhere. */
const places = /^(?:(?!\.{1,2}\/)[\w.-]+\/)*(?!\.{1,2}\/?$)[\w.-]+\/?$/;

/** `path key = name`: the path without `..`, doubled slashes or one at an end, as `vault kv get` takes it. */
const line = /^([^\s=/]+(?:\/[^\s=/]+)*)\s+([^\s=]+)\s*=\s*(\S+)$/;

function readTokens(reader: Reader): FromVault['tokens'] {
  const tokens: Partial<Record<(typeof fillable)[number], TokenSource>> = {};
  const lines = (reader.text(secretsInput) ?? '').split('\n').map((text) => text.trim());
  for (const [index, text] of lines.entries()) {
    if (text === '') continue;
    const fault = (wrong: string) => reader.fault(secretsInput, `line ${index + 1} ${wrong}`);
    const [, path = '', key = '', target = ''] = line.exec(text) ?? [];
    const name = fillable.find((one) => one === target);
    if (path === '' || path.split('/').some((segment) => /^\.{1,2}$/.test(segment)))
      fault(
        'must be `path key = gitlab-token`, the path as in `secret/ci/gitlab`, without a slash around it',
      );
    else if (name === undefined)
      fault(
        `may fill ${fillable.map((one) => `\`${one}\``).join(' or ')}: secrets of tests do not pass here`,
      );
    else if (tokens[name]) fault(`fills \`${name}\` once more`);
    else if (reader.text(name) !== undefined)
      fault(`fills \`${name}\`, which is set as an input too: leave out one of them`);
    else tokens[name] = { from: 'vault', path, key };
  }
  return tokens;
}

function readAccess(reader: Reader): VaultAccess {
  const url = readServerUrl(reader, 'vault-url', {
    why: 'give the address of the Vault server',
    slip: ({ pathname }) =>
      /\/(?:v1|ui)(?:\/|$)/.test(pathname)
        ? 'must be the address of the Vault server alone: leave out `/v1` and `/ui`'
        : undefined,
  });
  return {
    url,
    namespace: reader
      .matching('vault-namespace', places, 'must be the path of a namespace')
      ?.replace(/\/$/, ''),
    kvVersion: readVersion(reader),
    auth: readAuth(reader, url),
  };
}

function readVersion(reader: Reader): VaultAccess['kvVersion'] {
  const text = reader.matching(
    'vault-kv-version',
    /^[12]$/,
    'must be 1 or 2; left out, Vault is asked for it',
  );
  return text === undefined ? undefined : text === '1' ? 1 : 2;
}

function readAuth(reader: Reader, url: string): VaultAuth {
  const before = reader.faults.length;
  const method = reader.choice('vault-auth', ['jwt', 'approle', 'token']);
  // What the others should be, depends on it.
  if (reader.faults.length > before) return { method: 'token', token: '' };
  const foreign = Object.entries(usedBy).find(
    ([name, methods]) => reader.text(name) !== undefined && !methods.includes(method),
  );
  if (foreign)
    reader.fault(
      foreign[0],
      `is not used with \`vault-auth: ${method}\`: leave it out, or set \`vault-auth: ${foreign[1][0]}\``,
    );
  switch (method) {
    case 'jwt':
      return {
        method,
        mount: readMount(reader, method),
        role: reader.matching('vault-role', /^[\w.-]+$/, 'must be the name of a role'),
        audience:
          reader.matching('vault-audience', /^[\x21-\x7e]{1,255}$/, 'must be one word without blanks') ?? url,
      };
    case 'approle': {
      const roleId = reader.required('vault-role-id', '`vault-auth: approle` logs in by it');
      reader.matching('vault-role-id', /^[\x21-\x7e]+$/, 'must be one word without blanks');
      const secretId = secret(reader, 'vault-secret-id');
      return { method, mount: readMount(reader, method), roleId, secretId };
    }
    case 'token': {
      const token = secret(reader, 'vault-token');
      if (token === undefined && !reader.isEmpty('vault-token'))
        reader.fault('vault-token', 'is missing: `vault-auth: token` uses it');
      return { method, token: token ?? '' };
    }
  }
}

/** Which ways to log in use an input. */
const usedBy: Readonly<Record<string, readonly VaultAuth['method'][]>> = {
  'vault-mount': ['jwt', 'approle'],
  'vault-role': ['jwt'],
  'vault-audience': ['jwt'],
  'vault-role-id': ['approle'],
  'vault-secret-id': ['approle'],
  'vault-token': ['token'],
};

/** The path below `auth/` of the method, as `vault auth list` shows it. */
function readMount(reader: Reader, usual: string): string {
  const text = reader.text('vault-mount');
  if (text?.startsWith('auth/') === true || text?.endsWith('/login') === true)
    reader.fault('vault-mount', 'must be the path of the mount alone: leave out `auth/` and `/login`');
  const mount = reader.matching('vault-mount', places, 'must be the path of a mount');
  return mount?.replace(/\/$/, '') ?? usual;
}
