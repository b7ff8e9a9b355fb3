/**
 * Stands in for Vault's program where no real one is: as much of its command line as docs/vault.md uses, asked of the server
 * in VAULT_ADDR with the token in VAULT_TOKEN. A real one runs the same commands where it is there.
 */
import { readFileSync } from 'node:fs';

const { VAULT_ADDR = '', VAULT_TOKEN = '' } = process.env;

async function ask(method: string, path: string, body: unknown, type = 'application/json'): Promise<void> {
  const headers = { 'x-vault-token': VAULT_TOKEN, 'content-type': type };
  const answer = await fetch(`${VAULT_ADDR}/v1/${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

const input = (): string => readFileSync(0, 'utf8');

/** `name=value`; `name=-` is read from standard input; a lone `-` is all of it as JSON. */
function fieldsOf(words: readonly string[]): Record<string, unknown> {
  if (words[0] === '-') return JSON.parse(input()) as Record<string, unknown>;
  const pairs = words.map((word) => /^([^=]+)=(.*)$/s.exec(word)?.slice(1) ?? unknown(word));
  return Object.fromEntries(pairs.map(([name = '', value]) => [name, value === '-' ? input() : value]));
}

function unknown(word: string): never {
  throw new Error(`The stand-in for Vault's program does not know: ${word}`);
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-';
const words = process.argv.slice(2);
const options = Object.fromEntries(
  words.filter(isOption).map((word) => word.replace(/^-+/, '').split('=') as [string, string]),
);
const [first = '', second = '', third = '', ...rest] = words.filter((word) => !isOption(word));
const command = ['write'].includes(first) ? first : `${first} ${second}`;

/** The data of a kv of version 2, by a path as people write it. */
const dataPath = third.replace(/^([^/]+)\//, '$1/data/');
const commands: Readonly<Record<string, () => Promise<void>>> = {
  'auth enable': () => ask('POST', `sys/auth/${options['path'] ?? third}`, { type: third }),
  'policy write': () => ask('PUT', `sys/policies/acl/${third}`, { policy: input() }),
  'kv put': () => ask('POST', dataPath, { data: fieldsOf(rest) }),
  'kv patch': () => ask('PATCH', dataPath, { data: fieldsOf(rest) }, 'application/merge-patch+json'),
  write: () => ask('POST', second, fieldsOf([third, ...rest])),
};
await (commands[command] ?? (() => unknown(words.join(' '))))();
