import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createOctokit } from '../../src/github/octokit.ts';
import { readAll } from '../../src/github/read.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Send } from '../../src/net/transport.ts';
import { rejection } from '../net/loopback.ts';

/** The longest answer that is taken, in parts of what a comment may be. */
const bound = 40;
const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
const parameters = { owner: 'acme', repo: 'engine', issue_number: 42 };

/** A list on GitHub, whose items are so long; `asked` are the pages that went out. */
function list(lengths: readonly number[], failing?: ServiceFailure) {
  const asked: string[] = [];
  const send: Send = async ({ url }) => {
    const { searchParams } = new URL(url);
    const [size, page] = ['per_page', 'page'].map((name) => Number(searchParams.get(name) ?? 1));
    if (!size || !page) throw new Error(`${url} asks for no page`);
    asked.push(`${size}/${page}`);
    if (failing) throw failing;
    const shown = lengths.map((length, id) => ({ id, length })).slice((page - 1) * size, page * size);
    if (shown.reduce((sum, { length }) => sum + length, 0) > bound) throw tooLarge;
    const headers = new Map([['content-type', 'application/json; charset=utf-8']]);
    if (page * size < lengths.length) headers.set('link', '<https://api.github.com/next>; rel="next"');
    return { status: 200, headers, body: JSON.stringify(shown), url };
  };
  const octokit = createOctokit({ token: 'x', baseUrl: 'https://api.github.com', send });
  const read = async () => {
    const items = await readAll(octokit, v.object({ id: v.number() }), route, parameters);
    return items.map(({ id }) => id);
  };
  return { read, asked };
}

const tooLarge = new ServiceFailure({
  ...{ service: 'github', status: undefined, kind: 'unexpected', mayHaveActed: false },
  transport: 'too-large',
});
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('a list whose pages may be too large', () => {
  it('is read to its end, nothing lost and nothing twice, whatever its items are', async () => {
    const length = fc.oneof(
      { weight: 20, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat(4) },
      { weight: 1, arbitrary: fc.nat(bound) },
    );
    let smaller = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(length, { maxLength: 350, size: 'max' }), async (lengths) => {
        const { read, asked } = list(lengths);
        expect(await read()).toEqual(upTo(lengths.length));
        if (asked.some((line) => !line.startsWith('100/'))) smaller += 1;
        // No page is asked for twice, and none again that has been read.
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 200 },
    );
    expect(smaller).toBeGreaterThan(20);
  });

  it.each([
    ['none is too large', Array(250).fill(0), ['100/1', '100/2', '100/3']],
    ['an empty list', [], ['100/1']],
    ['the first page is too large', Array(12).fill(4), ['100/1', '10/1', '10/2']],
    [
      'the third page of ten is too large, after one of a hundred',
      [...Array(120).fill(0), ...Array(5).fill(20)],
      ['100/1', '100/2', '10/11', '10/12', '10/13', '1/121', '1/122', '1/123', '1/124', '1/125'],
    ],
  ])('%s', async (_, lengths, pages) => {
    const { read, asked } = list(lengths);
    expect(await read()).toEqual(upTo(lengths.length));
    expect(asked).toEqual(pages);
  });

  it('is not read where a single item is too large', async () => {
    const { read, asked } = list([0, bound + 1, 0]);
    expect(await rejection(read())).toMatchObject({ service: 'github', transport: 'too-large' });
    expect(asked).toEqual(['100/1', '10/1', '1/1', '1/2']);
  });

  it('is not asked for in smaller pages for any other failure', async () => {
    const failure = new ServiceFailure({
      ...{ service: 'github', status: 502, kind: 'unavailable', mayHaveActed: false },
    });
    const { read, asked } = list([0], failure);
    expect(await rejection(read())).toMatchObject({ kind: 'unavailable' });
    expect(asked).toEqual(['100/1']);
  });
});
