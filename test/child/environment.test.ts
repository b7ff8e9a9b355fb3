import { describe, expect, it } from 'vitest';
import { decideEnvironment, type Given, longestVariable } from '../../src/child/environment.ts';
import type { Source } from '../../src/child/sources.ts';

const source = (name: string, value: string | undefined, form: Source['form'] = 'text'): Source => ({
  name,
  origin: `tests#${name}`,
  form,
  value,
});
const usual: Given = {
  sources: [],
  files: [],
  inherited: {},
  missing: 'fail',
  existing: 'keep',
  masking: true,
};
const decide = (given: Partial<Given>) => decideEnvironment({ ...usual, ...given });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** What is decided, as a few lines: variables, files, what is masked, what is told. */
function seen(given: Partial<Given>): readonly string[] {
  const decision = decide(given);
  if (!decision.ok) return decision.faults;
  return [
    ...Object.entries(decision.variables).map(([name, value]) => `${name}=${value}`),
    ...decision.files.map(({ name, path, content }) => `${name} in ${path}: ${text(content)}`),
    ...decision.masked.map(({ name, value }) => `hides ${name}: ${text(value)}`),
    ...decision.listed.map(({ name, as, bytes }) => `${name} ${as} ${bytes}`),
  ];
}

describe('a value', () => {
  it.each<[string, Partial<Given>, readonly string[]]>([
    [
      'is a variable, and hidden',
      { sources: [source('A', 'alpha')] },
      ['A=alpha', 'hides A: alpha', 'A variable 5'],
    ],
    ['that is plain is shown', { sources: [source('A', 'fr', 'plain')] }, ['A=fr', 'A variable 2']],
    [
      'in base64 is decoded, and hidden in both forms',
      { sources: [source('A', 'c2VjcmV0', 'base64')] },
      ['A=secret', 'hides A: secret', 'hides A: c2VjcmV0', 'A variable 6'],
    ],
    [
      'may have a name that every object has',
      { sources: [source('constructor', 'alpha'), source('toString', 'betas')] },
      [
        'constructor=alpha',
        'toString=betas',
        'hides constructor: alpha',
        'hides toString: betas',
        'constructor variable 5',
        'toString variable 5',
      ],
    ],
    ['that is empty hides nothing', { sources: [source('A', '')] }, ['A=', 'A variable 0']],
    [
      'may be a file',
      { sources: [source('K', 'c2VjcmV0')], files: [{ name: 'K', form: 'base64', path: 'k.yaml' }] },
      ['K in k.yaml: secret', 'hides K: secret', 'hides K: c2VjcmV0', 'K file 6'],
    ],
    [
      'is not masked where nothing is',
      { sources: [source('A', 'ab')], masking: false },
      ['A=ab', 'A variable 2'],
    ],
  ])('%s', (_, given, expected) => {
    expect(seen(given)).toEqual(expected);
  });

  it.each<[string, Partial<Given>, string]>([
    [
      'too short',
      { sources: [source('A', 'abc')] },
      'A (tests#A) is too short to be masked, 3 bytes: if it is no secret, write `KEY:plain` or `--plain A`',
    ],
    [
      'too short decoded',
      { sources: [source('A', 'YWJj', 'base64')] },
      'A (tests#A) is too short to be masked, 3 bytes: if it is no secret, write `KEY:plain` or `--plain A`',
    ],
    ['no base64', { sources: [source('A', 'no!', 'base64')] }, 'A (tests#A) is not base64'],
    [
      'with a NUL',
      { sources: [source('A', 'abcd\0e')] },
      'A (tests#A) holds bytes that no variable can: hand it over with `--file A`',
    ],
    [
      'no UTF-8',
      { sources: [source('A', '/////w==', 'base64')] },
      'A (tests#A) holds bytes that no variable can: hand it over with `--file A`',
    ],
    [
      'too large',
      { sources: [source('A', 'x'.repeat(longestVariable - 1))] },
      'A (tests#A) is too large for a variable, 131070 bytes: hand it over with `--file A`',
    ],
    [
      'of a reserved name',
      { sources: [source('LD_PRELOAD', 'x')] },
      'LD_PRELOAD is a name that no secret may have (tests#LD_PRELOAD): rename it with `#KEY=NAME`',
    ],
  ])('%s is a fault', (_, given, fault) => {
    expect(seen(given)).toEqual([fault]);
  });

  // vault-k8s#197: values too large for a variable.
  it('of the largest size is none, nor is one of any size or bytes in a file', () => {
    const largest = 'x'.repeat(longestVariable - 2);
    expect(decide({ sources: [source('A', largest)] }).ok).toBe(true);
    const files = [{ name: 'A', form: 'as-read', path: 'a' }] as const;
    expect(decide({ sources: [source('A', `${largest}\0xx`)], files }).ok).toBe(true);
  });

  it('keeps what a text begins with', () => {
    expect(seen({ sources: [source('A', '\uFEFFabcd')] })[0]).toBe('A=\uFEFFabcd');
  });
});

describe('two sources of one name', () => {
  it('are a fault that names both', () => {
    const sources = [source('A', 'first'), { ...source('A', 'second'), origin: 'other#A' }];
    expect(seen({ sources })).toEqual([
      'A has two sources, tests#A and other#A: rename one with `#KEY=NAME`',
    ]);
  });

  it('and all other faults are told together', () => {
    expect(
      seen({ sources: [source('A', undefined), source('PATH', 'x'), source('B', 'ok-value')] }),
    ).toHaveLength(2);
  });
});

describe('what is missing', () => {
  const sources = [source('A', undefined)];
  const files = [{ name: 'K', form: 'base64', path: 'k' }] as const;
  it.each<[Partial<Given>, readonly string[]]>([
    [{ sources }, ['A is missing (tests#A): correct the key, or choose with `--missing`']],
    [{ sources, missing: 'empty' }, ['A=', 'A empty 0']],
    [{ sources, missing: 'skip' }, ['A skipped 0']],
    [{ files }, ['K is missing (--file): correct the key, or choose with `--missing`']],
    [{ files, missing: 'empty' }, ['K in k: ', 'K empty 0']],
    [{ files, missing: 'skip' }, ['K skipped 0']],
  ])('%j', (given, expected) => {
    expect(seen(given)).toEqual(expected);
  });
});

describe('what the environment has already', () => {
  const sources = [source('A', 'of-vault')];
  const inherited = { A: 'own-value', B: 'b' };
  it.each<[string, Partial<Given>, readonly string[]]>([
    ['wins, and is hidden too', { sources, inherited }, ['hides A: own-value', 'A kept 9']],
    [
      'wins over what is missing',
      { sources: [source('A', undefined)], inherited },
      ['hides A: own-value', 'A kept 9'],
    ],
    ['wins when it is empty or short', { sources, inherited: { A: '1' } }, ['A kept 1']],
    ['is shown where it is no secret', { sources: [source('A', 'x', 'plain')], inherited }, ['A kept 9']],
    [
      'is the path of a file',
      { sources, inherited, files: [{ name: 'A', form: 'as-read', path: 'a' }] },
      ['A kept 9'],
    ],
    [
      'gives way',
      { sources, inherited, existing: 'overwrite' },
      ['A=of-vault', 'hides A: of-vault', 'A variable 8'],
    ],
    [
      'is a fault',
      { sources, inherited, existing: 'error' },
      ['A is set in the environment already: unset it, or choose with `--existing`'],
    ],
    [
      'does not let a reserved name through',
      { sources: [source('PATH', 'x')], inherited: { PATH: '/bin' } },
      ['PATH is a name that no secret may have (tests#PATH): rename it with `#KEY=NAME`'],
    ],
  ])('%s', (_, given, expected) => {
    expect(seen(given)).toEqual(expected);
  });
});
