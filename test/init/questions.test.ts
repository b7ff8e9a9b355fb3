import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, type QuestionName, questionNames, questions } from '../../src/init/questions.ts';
import { usual } from './build.ts';

const commit = 'a'.repeat(40);

it.each<[QuestionName, readonly string[]]>([
  ['event', ['workflow_run']],
  ['repository', ['a/b', 'acme-inc/engine.js', 'acme/.github', 'acme/_x']],
  ['default-branch', ['master', 'release/1.x', '1.0', 'on', '_next', 'a-b']],
  ['action-commit', [commit]],
  ['gitlab-url', ['https://git.example:8443/gitlab', 'http://127.0.0.1:8080', 'http://localhost']],
  ['gitlab-project', ['acme/group/sub.group/engine_tests', '_a/b']],
  ['tests', ['test-a', 'test-a,test-b', 'test-a , test-1.5_x', `test-${'a'.repeat(45)}`]],
  ['image', ['debian', 'debian:12', 'localhost:5000/a/b', `ghcr.io/a/b:1@sha256:${'0'.repeat(64)}`]],
  ['vault-url', ['https://vault.example/prefix', 'https://10.0.0.1:8200']],
])('%s takes what can be', (name, texts) => {
  for (const text of [usual[name], ...texts]) expect(faultOf(name, text), text).toBeUndefined();
});

it.each<[QuestionName, readonly string[]]>([
  ['event', ['pull_request', 'push']],
  [
    'repository',
    ['engine', 'acme/', '/engine', 'acme/engine/x', 'acme/..', 'acme/.', '-a/b', '.a/b', 'a_b./c'],
  ],
  ['repository-id', ['0', '012', '1'.repeat(21)]],
  ['owner-id', ['00']],
  ['default-branch', ['-x', '/x', 'x/', 'a..b', 'a//b', 'a/.b', 'x.lock', 'x.lock/y', 'x.', '.x']],
  ['action-commit', ['abc', commit.slice(1), `${commit}a`]],
  [
    'gitlab-url',
    ['https://gitlab.com/', 'http://gitlab.com', 'gitlab.com', 'https://a/../b', 'https:///x', 'https://-x'],
  ],
  ['gitlab-project', ['engine-tests', 'acme/', '/acme/x', 'acme//x', 'acme/.x', 'acme/-x']],
  ['gitlab-project-id', ['0']],
  [
    'tests',
    [
      'dns',
      'test-',
      'test-a,',
      ',test-a',
      'test-all',
      'TEST-ALL',
      'test-all,test-a',
      'test-a,test-A',
      'test-a b',
      'test--',
      'test-a.',
    ],
  ],
  [
    'tests',
    [`test-${'a'.repeat(46)}`, Array.from({ length: 21 }, (_, at) => `test-${at}${'a'.repeat(43)}`).join()],
  ],
  ['image', ['a:', '-a', 'a//b', 'a@sha256:0', 'a:1:2', 'a/', '@a']],
  ['vault-url', ['http://vault.example', 'https://vault.example/', 'https://']],
  ['token-in', ['github']],
])('%s refuses what cannot', (name, texts) => {
  for (const text of ['', ...texts]) expect(faultOf(name, text), text).toMatch(/^must be /);
});

describe('a character that means something elsewhere', () => {
  const hostile = [...'$`"\'\\|&;<>(){}[]*?!#~%^=\n\r\t\0\u{2028}\u{e9}'];

  it.each(questionNames)('is refused in %s, wherever it stands', (name) => {
    for (const one of hostile)
      for (const at of [0, 1, usual[name].length]) {
        const text = usual[name].slice(0, at) + one + usual[name].slice(at);
        expect(faultOf(name, text), JSON.stringify(text)).toMatch(/^has .+ in it; it must be /s);
      }
  });

  it('is told, and nothing else of the answer', () => {
    expect(faultOf('repository', 'acme/$(id)')).toBe(
      'has `$` in it; it must be like acme/engine, with its letters as GitHub shows them',
    );
    const told = ['`', ' ', '\u{1b}', '\u{e9}'].map((one) => faultOf('image', `a${one}`)?.split(' in it')[0]);
    expect(told).toEqual([
      'has a back-tick',
      'has a blank',
      'has a control character',
      'has a character that is not ASCII',
    ]);
  });

  it('is in no answer that is taken, whatever was tried', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'aZ09._:/@, -$\n\'"'), maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...questionNames), texts, (name, text) => {
        if (faultOf(name, text) === undefined) expect(text).toMatch(/^[A-Za-z0-9._:/@, -]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

it('says of each question what its answer must be', () => {
  for (const name of questionNames) expect(questions[name].must).toMatch(/^must be /);
});
