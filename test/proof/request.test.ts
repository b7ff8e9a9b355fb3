import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysSent, audienceOf, canonicalOf, type ProvenRequest } from '../../src/proof/request.ts';
import { requestFor } from '../../src/request/request.ts';
import { exploring } from '../properties.ts';
import { passing, subject } from '../request/build.ts';
import { request } from './build.ts';

/** Texts that mean something in JSON, few enough to make forms that are not exact say the same, and some others. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '"',
    '\\',
    '",',
    '":"',
    '{',
    '}',
    'a',
    'b',
    'ab',
    '\u0000',
    '__proto__',
    'toJSON',
    '1',
    '\u2028',
  ),
  fc.string({ maxLength: 3 }),
);
const requests: fc.Arbitrary<ProvenRequest> = fc.record({
  project: fc.constantFrom(1, 11),
  ref: text,
  values: fc.dictionary(text, text, { maxKeys: 2 }),
});

/** One text, and two ways to cut it into a project, a ref, a name and a value, which a form of joined texts would mix up. */
const cuts = fc.record({
  between: fc.constantFrom('', ',', ':', '=', '\n', '","', '":"', '"},{"', '\u0000'),
  ones: fc.array(fc.constantFrom('1', '11'), { minLength: 4, maxLength: 6 }),
  at: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5)),
});

function cut(ones: readonly string[], between: string, a: number, b: number): ProvenRequest {
  const [from = 0, to = 0] = [1 + (a % ones.length), 1 + (b % ones.length)].sort((one, two) => one - two);
  const [name = '', ...value] = ones.slice(to);
  return {
    project: Number(ones[0]),
    ref: ones.slice(1, from).join(between),
    values: {
      [ones.slice(from, to).join(between)]: name,
      ...(value.length > 0 && { x: value.join(between) }),
    },
  };
}

/** What makes a request, told without JSON: every text with its length before it. */
const spelt = ({ project, ref, values }: ProvenRequest): string =>
  [
    String(project),
    ref,
    ...Object.entries(values)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flat(),
  ]
    .map((one) => `${one.length}:${one}`)
    .join('');

describe('what is signed', () => {
  it('is the digest of a form that others can make too', () => {
    expect(canonicalOf({ project: 4711, ref: 'main', values: { b: '2', a: 'é"' } })).toBe(
      '{"project":4711,"ref":"main","values":{"a":"é\\"","b":"2"}}',
    );
    // printf '%s' '…' | openssl dgst -sha256 -binary | basenc --base64url, of the line above.
    expect(audienceOf({ project: 4711, ref: 'main', values: { b: '2', a: 'é"' } })).toBe(
      'drawbridge.v1.yGU8W-cJp1as3sxDhjZJVIgeriQFkf_GtvRLh7lkOHY',
    );
  });

  it('fits into an audience, and names no server', () => {
    expect(audienceOf(request)).toMatch(/^drawbridge\.v1\.[\w-]{43}$/);
  });

  it('is never the same for two different requests', () => {
    fc.assert(
      fc.property(requests, requests, (one, two) => {
        expect(canonicalOf(one) === canonicalOf(two)).toBe(spelt(one) === spelt(two));
      }),
      exploring(1_000),
    );
  });

  it('keeps apart what the same texts come to when they are cut elsewhere', () => {
    fc.assert(
      fc.property(cuts, ({ between, ones, at: [a, b, c, d] }) => {
        const [one, two] = [cut(ones, between, a, b), cut(ones, between, c, d)];
        expect(canonicalOf(one) === canonicalOf(two)).toBe(spelt(one) === spelt(two));
      }),
      exploring(500),
    );
  });

  it('does not hang on the order of values, nor on what else an object holds', () => {
    fc.assert(
      fc.property(requests, fc.nat(), (one, turn) => {
        const entries = Object.entries(one.values);
        const at = turn % (entries.length + 1);
        const values = Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)]);
        const turned = { more: 1, values, ref: one.ref, project: one.project };
        expect(audienceOf(turned)).toBe(audienceOf(one));
      }),
      exploring(200),
    );
  });

  it('changes with every single character of a value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(request.values)), fc.nat(), text, (name, where, instead) => {
        const value = request.values[name] ?? '';
        const at = where % value.length;
        const changed = value.slice(0, at) + instead + value.slice(at + 1);
        fc.pre(changed !== value);
        expect(audienceOf({ ...request, values: { ...request.values, [name]: changed } })).not.toBe(
          audienceOf(request),
        );
      }),
      exploring(200),
    );
  });

  it('covers what a request sends, by the names that are known on the other side', () => {
    const { values } = requestFor(subject(), { name: 'main', shown: 'main', twin: false }, passing);
    const { names } = passing;
    expect(Object.keys(values).sort()).toEqual([...alwaysSent, names.branch, names.tests].sort());
  });
});
