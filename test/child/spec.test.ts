import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile, parseNames, parseSecrets } from '../../src/child/spec.ts';

const value = <T>(parsed: { ok: true; value: T } | { ok: false; wrong: string }): T | string =>
  parsed.ok ? parsed.value : parsed.wrong;

describe('--secrets', () => {
  const keys = (...given: readonly [string, string, string][]) =>
    given.map(([key, name, form]) => ({ key, name, form }));
  const rows: readonly [string, unknown][] = [
    ['functional-tests', { kind: 'whole', path: 'functional-tests', below: false }],
    ['team/a/kv/x', { kind: 'whole', path: 'team/a/kv/x', below: false }],
    ['team/**', { kind: 'whole', path: 'team', below: true }],
    ['a b/ü', { kind: 'whole', path: 'a b/ü', below: false }],
    ['t#A', { kind: 'keys', path: 't', keys: keys(['A', 'A', 'text']) }],
    [
      't#A,B:base64,C:plain=REGION,api-key=API_KEY',
      {
        kind: 'keys',
        path: 't',
        keys: keys(
          ['A', 'A', 'text'],
          ['B', 'B', 'base64'],
          ['C', 'REGION', 'plain'],
          ['api-key', 'API_KEY', 'text'],
        ),
      },
    ],
  ];
  it.each(rows)('%s', (text, expected) => {
    expect(value(parseSecrets(text))).toEqual(expected);
  });

  it.each([
    ['', 'names no path'],
    ['#A', 'names no path'],
    ['/**', 'names no path'],
    ['a/*/b', '`**` only at its end'],
    ['**', '`**` only at its end'],
    ['/a', 'slash too many'],
    ['a/', 'slash too many'],
    ['a//b', 'slash too many'],
    ['a/../b', 'slash too many'],
    ['a/**#A', 'cannot name keys after `/**`'],
    ['a#A#B', 'more than one `#`'],
    ['a#', 'empty key'],
    ['a#A,', 'empty key'],
    ['a#A=B=C', 'more than one `=`'],
    ['a#A:base64:plain', 'more than one `:`'],
    ['a#A:base46', 'neither `base64` nor `plain`'],
    ['a#A:', 'neither `base64` nor `plain`'],
    ['a#api-key', 'give it one, as in `#api-key=API_KEY`'],
    ['a#A=1B', 'cannot be one of a variable'],
    ['a#A=', 'cannot be one of a variable'],
  ])('%s is wrong: %s', (text, wrong) => {
    expect(value(parseSecrets(text))).toContain(wrong);
  });

  it('gives nothing but names that a variable can have, and no path with a gap, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z/*#:=,._-]{0,20}$/)), (text) => {
        const parsed = parseSecrets(text);
        if (!parsed.ok) return;
        expect(parsed.value.path).toMatch(/^(?!\.{1,2}(?:\/|$))[^/*]+(?:\/(?!\.{1,2}(?:\/|$))[^/*]+)*$/);
        if (parsed.value.kind === 'whole') return;
        for (const { name } of parsed.value.keys) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
      }),
    );
  });
});

describe('--file', () => {
  it.each([
    ['KUBE', { name: 'KUBE', form: 'as-read', path: 'KUBE' }],
    ['KUBE=a/kube.yaml', { name: 'KUBE', form: 'as-read', path: 'a/kube.yaml' }],
    ['KUBE:base64=/run/k=1', { name: 'KUBE', form: 'base64', path: '/run/k=1' }],
    ['KUBE=../k', { name: 'KUBE', form: 'as-read', path: '../k' }],
  ])('%s', (text, expected) => {
    expect(value(parseFile(text))).toEqual(expected);
  });

  it.each([
    ['a-b=x', 'names no variable'],
    ['=x', 'names no variable'],
    ['A=', 'no name for the file'],
    ['A=x/', 'no name for the file'],
    ['A:plain=x', 'belongs to `--secrets`'],
    ['A=x/../../y', 'leads out of the private folder'],
    ['A=..', 'leads out of the private folder'],
    ['A=x\0', 'no file can have'],
  ])('%s is wrong: %s', (text, wrong) => {
    expect(value(parseFile(text))).toContain(wrong);
  });
});

describe('names', () => {
  it.each([
    ['A, B_1', false, ['A', 'B_1']],
    ['AWS_*,A', true, ['AWS_*', 'A']],
    ['AWS_*', false, 'must be names of variables, with commas between'],
    ['*', true, 'must be names of variables, with commas between'],
    ['A,,B', true, 'must be names of variables, with commas between'],
  ])('%s, patterns %s', (text, patterns, expected) => {
    expect(value(parseNames(text, patterns))).toEqual(expected);
  });
});
