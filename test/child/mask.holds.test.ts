import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf } from '../../src/child/forms.ts';
import { createMasks, type Mask, masksOf } from '../../src/child/mask.ts';
import { exploring } from '../properties.ts';
import { covered, piecesOf } from './naive.ts';

/** `npm run test:models` plays twenty thousand; all of them in `npm test` would take minutes. */
const cases = process.env['EXPLORE'] === undefined ? 80 : 1000;

const key = Buffer.alloc(32, 7);
const placeholder = (bytes: Uint8Array): Buffer =>
  Buffer.from(`**${createHmac('sha256', key).update(bytes).digest('hex').slice(0, 16)}**`);

/** The output of a mask that gets a text in chunks that end at these places. */
function through(mask: Mask, text: Buffer, ends: readonly number[], idle: boolean): Buffer {
  const out: Uint8Array[] = [];
  let from = 0;
  for (const end of [...ends.map((one) => one % (text.length + 1)).toSorted((a, b) => a - b), text.length]) {
    out.push(Buffer.from(mask.push(text.subarray(from, end))));
    if (idle && end % 2 === 0) out.push(Buffer.from(mask.idle()));
    from = end;
  }
  out.push(mask.end());
  expect(mask.held()).toBe(0);
  return Buffer.concat(out);
}

const ends = fc.array(fc.nat(1 << 20), { maxLength: 12 });

/** Patterns and a text over few letters: they overlap, begin with one another, and almost stand everywhere. */
const letters = (letters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength }).map((text) => Buffer.from(text));
const dense = fc.record({
  patterns: fc.oneof(
    fc.array(letters('ab', 4, 9), { minLength: 1, maxLength: 6 }),
    fc.array(letters('ab', 4, 40), { minLength: 1, maxLength: 20 }),
    fc.array(letters('abc', 16, 24), { minLength: 1, maxLength: 8 }),
  ),
  around: fc.array(fc.oneof(letters('abc', 0, 30), fc.nat(30)), { maxLength: 12 }),
  ends,
});
const textOf = (patterns: readonly Buffer[], around: readonly (Buffer | number)[]): Buffer =>
  Buffer.concat(
    around.map((one) => (typeof one === 'number' ? (patterns[one % patterns.length] as Buffer) : one)),
  );

describe('the engine of the mask', () => {
  it('replaces what the plainest search finds, whatever the chunks are', () => {
    fc.assert(
      fc.property(dense, ({ patterns, around, ends }) => {
        const text = textOf(patterns, around);
        const expected = piecesOf(text, patterns).map(({ bytes, hidden }) =>
          hidden ? placeholder(bytes) : bytes,
        );
        const actual = through(masksOf(patterns, placeholder)(), text, ends, false);
        expect(actual.toString()).toBe(Buffer.concat(expected).toString());
      }),
      exploring(600),
    );
  });

  it('does so in long chunks too, of which only the begin is joined with what was kept', () => {
    fc.assert(
      fc.property(dense, fc.integer({ min: 900, max: 2300 }), fc.nat(40), (drawn, size, more) => {
        const long = Buffer.alloc(200 + more * 60, drawn.patterns[0]);
        const patterns = [...drawn.patterns, long];
        const text = Buffer.concat(
          Array.from({ length: 5 }, (_, n) => [
            textOf(drawn.patterns, drawn.around),
            long.subarray(0, more % 2 === 0 ? long.length : long.length - n),
            Buffer.alloc(size - 11 * n, 'c'),
          ]).flat(),
        );
        const chunks = Array.from({ length: Math.floor(text.length / size) }, (_, n) => (n + 1) * size);
        const expected = piecesOf(text, patterns).map(({ bytes, hidden }) =>
          hidden ? placeholder(bytes) : bytes,
        );
        const actual = through(masksOf(patterns, placeholder)(), text, chunks, false);
        expect(actual.equals(Buffer.concat(expected))).toBe(true);
      }),
      exploring(40),
    );
  });

  it('shows at most three bytes of any secret to a stream that idles, and can be put back', () => {
    fc.assert(
      fc.property(dense, ({ patterns, around, ends }) => {
        const text = textOf(patterns, around);
        const replaced = new Map<string, Buffer>();
        const noted = (bytes: Uint8Array): Buffer => {
          const name = placeholder(bytes);
          replaced.set(name.toString(), Buffer.from(bytes));
          return name;
        };
        const out = through(masksOf(patterns, noted)(), text, ends, true).toString();
        const shown: boolean[] = [];
        let back = '';
        for (const part of out.split(/(\*\*[0-9a-f]{16}\*\*)/)) {
          const bytes = replaced.get(part)?.toString() ?? part;
          back += bytes;
          shown.push(...Array.from(bytes, () => !replaced.has(part)));
        }
        expect(back).toBe(text.toString());
        for (const pattern of patterns)
          for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
            expect(shown.slice(at + 3, at + pattern.length)).not.toContain(true);
      }),
      exploring(400),
    );
  });
});

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcdefXYZ0189') },
  { weight: 2, arbitrary: fc.constantFrom(...'.*+?^${}()|[]\\/"\'<>&%=_- ~!,;:@#') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'é',
      'e\u0301',
      'ß',
      '漢',
      '😀',
      '\u2028',
      '\n',
      '\r\n',
      '\t',
      '\u0000',
      '\u001b',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const atLeastFour = (text: string): string => (Buffer.byteLength(text.trim()) < 4 ? `${text}word` : text);
const value = fc.oneof(
  { weight: 40, arbitrary: fc.array(character, { minLength: 1, maxLength: 24 }) },
  { weight: 10, arbitrary: fc.array(character, { minLength: 24, maxLength: 120 }) },
  { weight: 1, arbitrary: fc.array(character, { minLength: 500, maxLength: 3000 }) },
);
const texts = value.map((parts) => atLeastFour(Buffer.from(parts.join('')).toString().slice(0, 4096)));
/** One of three begins with another. */
const secrets = fc
  .oneof(
    { weight: 8, arbitrary: fc.array(fc.tuple(texts, fc.nat(2)), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(fc.tuple(texts, fc.nat(2)), { minLength: 5, maxLength: 64 }) },
  )
  .map((list) => {
    const all: string[] = [];
    for (const [text, how] of list) {
      const last = all.at(-1);
      all.push(how === 0 && last !== undefined && last.length + text.length < 1300 ? last + text : text);
    }
    return all;
  });

/** Every listed encoding, by the means of the platform. `pick` chooses what an encoding leaves open. */
const encodings: readonly ((secret: Buffer, pick: number) => Uint8Array | string)[] = [
  (secret) => secret,
  (secret) => secret.toString().replace(/\r?\n/g, '\r\n'),
  (secret) => secret.toString().replace(/\r\n/g, '\n'),
  (secret) => secret.toString('base64'),
  (secret) => secret.toString('base64url'),
  (secret, pick) =>
    Buffer.concat([Buffer.alloc(pick % 7, '<'), secret, Buffer.alloc((pick >> 3) % 4, '>')]).toString(
      'base64',
    ),
  (secret, pick) =>
    Buffer.concat([Buffer.alloc(pick % 7, '?'), secret, Buffer.alloc((pick >> 3) % 4, '?')]).toString(
      'base64url',
    ),
  (secret) => secret.toString('hex'),
  (secret) => secret.toString('hex').toUpperCase(),
  (secret) => encodeURIComponent(secret.toString()),
  (secret) => encodeURI(secret.toString()),
  (secret) => encodeURIComponent(secret.toString()).replace(/%../g, (code) => code.toLowerCase()),
  (secret) => new URLSearchParams([['', secret.toString()]]).toString().slice(1),
  (secret) => Array.from(secret, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  (secret) => JSON.stringify(secret.toString()).slice(1, -1),
  (secret) => JSON.stringify(secret.toString()).slice(1, -1).replaceAll('/', '\\/'),
  (secret) =>
    JSON.stringify(JSON.parse(JSON.stringify(secret.toString())))
      .slice(1, -1)
      .replace(/[^\0-\x7f]/g, unicode),
  (secret) => secret.toString().replace(/[\s\S]/g, unicode),
];
const unicode = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Those of the secret's own bytes that an encoding shows: in base64 the characters between what others share. */
const mustNotShow = (secret: Buffer): Buffer[] => {
  const bare = Buffer.from(secret.toString().replace(/^[\t-\r ]+|[\t-\r ]+$/g, ''));
  const fixed = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map(
    (n) => encodings[n]?.(bare, 0) ?? '',
  );
  const shifted = [0, 1, 2].flatMap((before) =>
    (['base64', 'base64url'] as const).map((alphabet) =>
      Buffer.concat([Buffer.alloc(before), bare, Buffer.alloc(3)])
        .toString(alphabet)
        .slice([0, 2, 3][before], Math.floor(((before + bare.length) * 8) / 6)),
    ),
  );
  return [...fixed, ...shifted].map((form) => Buffer.from(form));
};

const story = fc.record({
  secrets,
  parts: fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.array(character, { maxLength: 20 }).map((all) => all.join('')) },
      {
        weight: 3,
        arbitrary: fc.record({ which: fc.nat(63), how: fc.nat(encodings.length - 1), pick: fc.nat(63) }),
      },
      { weight: 1, arbitrary: fc.record({ which: fc.nat(63), begin: fc.nat(4100) }) },
    ),
    { minLength: 1, maxLength: 6 },
  ),
  ends,
});

describe('a mask', () => {
  it('shows no secret and no encoding of one, hides nothing else, and can be put back byte for byte', () => {
    fc.assert(
      fc.property(story, ({ secrets, parts, ends }) => {
        const values = secrets.map((text) => Buffer.from(text));
        const pick = (which: number) => values[which % values.length] as Buffer;
        const text = Buffer.concat(
          parts.map((part) => {
            if (typeof part === 'string') return Buffer.from(part);
            const secret = pick(part.which);
            return 'begin' in part
              ? secret.subarray(0, part.begin % secret.length)
              : Buffer.from(encodings[part.how]?.(secret, part.pick) ?? '');
          }),
        );
        const masks = createMasks(
          values.map((value, n) => ({ name: `S${n}`, value })),
          { key, placeholder: 'hash' },
        );
        const out = through(masks(), text, ends, false).toString('latin1');

        const pieces = piecesOf(
          text,
          values.flatMap((secret) => formsOf(secret)),
        );
        const bytesOf = new Map(
          pieces
            .filter(({ hidden }) => hidden)
            .map(({ bytes }) => [placeholder(bytes).toString(), bytes.toString('latin1')]),
        );
        const back = out.replace(/\*\*[0-9a-f]{16}\*\*/g, (name) => bytesOf.get(name) ?? name);
        expect(back).toBe(text.toString('latin1'));

        const hidden = Buffer.concat(
          pieces.map((piece) => Buffer.alloc(piece.bytes.length, piece.hidden ? 1 : 0)),
        );
        const expected = pieces.map(({ bytes, hidden }) => (hidden ? placeholder(bytes) : bytes));
        expect(out).toBe(Buffer.concat(expected).toString('latin1'));
        const forms = values.flatMap(mustNotShow).filter(({ length }) => length >= 4);
        const marks = covered(text, forms);
        expect(marks.findIndex((mark, at) => mark && hidden[at] === 0)).toBe(-1);
      }),
      exploring(cases),
    );
  });
});
