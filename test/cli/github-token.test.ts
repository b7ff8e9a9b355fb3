import { Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { githubToken } from '../../src/cli/github-token.ts';
import { systemClock } from '../../src/clock.ts';

const nowhere = new Writable();

/** The token, or what is said. */
async function tokenIn(env: Record<string, string | undefined>, name = 'TOKEN'): Promise<string> {
  const io = {
    ...{ env, stdin: Readable.from([]), stdout: nowhere, stderr: nowhere, clock: systemClock },
    random: (bytes: number) => new Uint8Array(bytes),
  };
  const held = await githubToken({ from: 'variable', name }, io, new AbortController().signal);
  return held.ok ? held.token : held.said.join('\n');
}

it.each([
  ['a token', { TOKEN: 'ghs_abc.D-e_f' }, /^ghs_abc\.D-e_f$/],
  ['the line end that a file brings along is no part of it', { TOKEN: 'ghs_abc\n' }, /^ghs_abc$/],
  ['none', {}, /^report-token-missing: .* \(TOKEN is not set\)\. Set the variable/],
  ['an empty one', { TOKEN: ' ' }, /\(TOKEN is not set\)/],
  ['two of them', { TOKEN: 'ghs_abc ghs_def' }, /\(what is there holds blanks or line ends/],
  ['what would end a header', { TOKEN: 'ghs_abc\r\nx: y' }, /\(what is there holds blanks or line ends/],
])('%s', async (_, env, expected) => {
  const said = await tokenIn(env);
  expect(said).toMatch(expected);
  if (said.startsWith('report-')) expect(said).not.toContain('ghs_');
});

it('what every object has is no variable', async () => {
  expect(await tokenIn({}, 'constructor')).toContain('(constructor is not set)');
});
