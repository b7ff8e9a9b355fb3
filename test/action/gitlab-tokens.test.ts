import { expect, it } from 'vitest';
import { gitLabTokens } from '../../src/action/gitlab-tokens.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Wanted } from '../../src/secrets/secrets.ts';
import type { TokenSource } from '../../src/settings.ts';

const vault = (path: string, key: string): TokenSource => ({ from: 'vault', path, key });
const input = (value: string): TokenSource => ({ from: 'input', value });

/** Both tokens from a Vault that holds this, and what was asked of it and hidden, in order. */
async function tokensFrom(
  token: TokenSource | undefined,
  triggerToken: TokenSource | undefined,
  holds: Readonly<Record<string, Readonly<Record<string, string>>>>,
) {
  const seen: (string | readonly Wanted[])[] = [];
  const read = async (wanted: readonly Wanted[]) => {
    seen.push(wanted);
    const secrets = new Map(
      wanted.flatMap(({ path }) =>
        holds[path] ? [[path, new Map(Object.entries(holds[path]))] as const] : [],
      ),
    );
    const deleted = new Set(wanted.map(({ path }) => path).filter((path) => path.endsWith('/deleted')));
    return { secrets, deleted, lease: undefined };
  };
  const gitlab = { ...{ url: '', project: '', creators: [] }, token, triggerToken };
  const tokens = await gitLabTokens(gitlab, read, (value) => void seen.push(value)).catch(
    (error: unknown) => error,
  );
  return { tokens, seen };
}

it('are those of the inputs, and then Vault is not asked', async () => {
  expect(await tokensFrom(input('glpat-1'), undefined, {})).toEqual({
    tokens: { token: 'glpat-1', triggerToken: undefined },
    seen: [],
  });
});

it('are read together where one secret holds both; all that it holds is hidden', async () => {
  const holds = { 'ci/a': { token: 'glpat-1\n', trigger: 'glptt-1', other: 'more' } };
  expect(await tokensFrom(vault('ci/a', 'token'), vault('ci/a', 'trigger'), holds)).toEqual({
    tokens: { token: 'glpat-1', triggerToken: 'glptt-1' },
    seen: [[{ path: 'ci/a', below: false }], 'glpat-1\n', 'glptt-1', 'more'],
  });
});

it('may come from both', async () => {
  const holds = { 'ci/a': { token: 'glpat-1' } };
  expect((await tokensFrom(vault('ci/a', 'token'), input('glptt-1'), holds)).tokens).toEqual({
    ...{ token: 'glpat-1', triggerToken: 'glptt-1' },
  });
});

it.each<[string, Readonly<Record<string, Readonly<Record<string, string>>>>, string]>([
  ['there is no such secret', {}, 'absent'],
  ['there is no such key', { 'ci/a': { Token: 'glpat-1' } }, 'key-missing'],
  ['it is too short to be hidden', { 'ci/a': { token: 'abc' } }, 'token-unusable'],
  ['it is two words', { 'ci/a': { token: 'glpat 1' } }, 'token-unusable'],
  ['it is in quotes', { 'ci/a': { token: '"glpat-1"' } }, 'token-unusable'],
  ['it is in other quotes', { 'ci/a': { token: "'glpat-1'" } }, 'token-unusable'],
  ['it is a map', { 'ci/a': { token: '{"token":"glpat-1"}' } }, 'token-unusable'],
  ['it is a list', { 'ci/a': { token: '[1,2]' } }, 'token-unusable'],
  ['it is null', { 'ci/a': { token: 'null' } }, 'token-unusable'],
  ['it is true', { 'ci/a': { token: 'true' } }, 'token-unusable'],
  ['it is empty', { 'ci/a': { token: '' } }, 'token-unusable'],
  ['a line end would end the header', { 'ci/a': { token: 'glpat-1\nx-evil: 1' } }, 'token-unusable'],
])('%s', async (_, holds, refusal) => {
  const { tokens } = await tokensFrom(vault('ci/a', 'token'), undefined, holds);
  expect(tokens).toBeInstanceOf(ServiceFailure);
  expect(tokens).toMatchObject({ service: 'vault', refusal, mayHaveActed: false });
});

it('is told apart from what was never there where its newest version is deleted', async () => {
  const { tokens } = await tokensFrom(vault('ci/deleted', 'token'), undefined, {});
  expect(tokens).toMatchObject({ service: 'vault', refusal: 'deleted-version' });
});
