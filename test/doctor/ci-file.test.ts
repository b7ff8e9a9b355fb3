import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCiFile } from '../../src/doctor/ci-file.ts';
import { exploring } from '../properties.ts';

const remote = 'https://example.com/templates/functional-tests/template.yml';

describe('the CI file', () => {
  it('tells the template from other includes, and jobs with all that they extend', () => {
    const file = readCiFile(`
spec: { inputs: { A: {}, B: {} } }
---
include:
  - local: /ci/other.yml
  - remote: ${remote}
    integrity: sha256-x
    inputs: { known-tests: [a, b], report: true }
default: { id_tokens: { X: { aud: [one, two] } } }
.group: { extends: [.elsewhere, .drawbridge-test], id_tokens: { Y: { aud: three } }, rules: [] }
drawbridge-report-failure: { id_tokens: { Z: { aud: of-the-report } } }
a:
  extends: .group
  variables: { DRAWBRIDGE_TEST: { value: '/,a,/' } }
  script: [!reference [.x, script], [drawbridge exec --verify]]
`);
    expect(file).toEqual({
      inputs: ['A', 'B'],
      others: true,
      template: {
        by: 'remote',
        at: remote,
        integrity: 'sha256-x',
        isConditional: false,
        inputs: new Map([
          ['known-tests', 'a,b'],
          ['report', 'true'],
        ]),
      },
      templates: 1,
      audiences: ['three', 'one', 'two'],
      jobs: [
        expect.objectContaining({ name: 'drawbridge-report-failure', extended: [], keys: ['id_tokens'] }),
        {
          name: 'a',
          extended: ['.group', '.drawbridge-test', '.elsewhere'],
          keys: ['extends', 'variables', 'script', 'id_tokens', 'rules'],
          chosenBy: '/,a,/',
          commands: '.x\nscript\ndrawbridge exec --verify',
        },
      ],
    });
  });

  it.each([
    ['no YAML', 'a: [', undefined],
    ['aliases that grow', bomb(), undefined],
    ['nothing', '', []],
    ['a list', '- a', []],
    ['jobs that extend each other', 'a: { extends: b }\nb: { extends: a }', ['a', 'b']],
    ['names of objects', '__proto__: { x: 1 }\nconstructor: {}', ['__proto__', 'constructor']],
  ])('%s', (_what, text, jobs) => {
    expect(readCiFile(text)?.jobs.map(({ name }) => name)).toEqual(jobs);
  });

  it('never throws, whatever is in it', () => {
    const value = fc.jsonValue();
    const text = fc.oneof(
      fc.string(),
      fc
        .record({ spec: value, include: value, default: value, a: value, '.b': value })
        .map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(text, (one) => void readCiFile(one)),
      exploring(200),
    );
  });
});

function bomb(): string {
  const line = (n: number) =>
    `x${n}: &x${n} [${Array(9)
      .fill(`*x${n - 1}`)
      .join(', ')}]`;
  return ['x0: &x0 [1, 1]', ...[1, 2, 3, 4, 5, 6, 7, 8].map(line)].join('\n');
}
