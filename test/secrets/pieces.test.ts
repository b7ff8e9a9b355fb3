import { expect, it } from 'vitest';
import { piecesOf } from '../../src/secrets/pieces.ts';

const textsOf = (value: string): readonly string[] =>
  piecesOf(Buffer.from(value)).map((piece) => Buffer.from(piece).toString());

const kubeconfig = 'apiVersion: v1\ntoken: ab';

it.each<[string, string, readonly string[]]>([
  ['a word', 'glpat-1', ['glpat-1']],
  ['a word of JSON, where it is all of the value', 'true', ['true']],
  ['without blanks around it', ' glpat-1\t\r\n', ['glpat-1']],
  ['blanks', ' \n\t\r\n    ', []],
  [
    'line ends of both kinds, and lines of any',
    'first\r\nsecond\nthird\rend',
    ['first\r\nsecond\nthird\rend', 'first\nsecond\nthird\nend', 'first\r\nsecond\r\nthird\r\nend'].concat(
      'first',
      'second',
      'third',
    ),
  ],
  [
    'lines that say nothing',
    'one-secret\n}\n\n1\n  true \nnull',
    ['one-secret\n}\n\n1\n  true \nnull', 'one-secret\r\n}\r\n\r\n1\r\n  true \r\nnull', 'one-secret'],
  ],
  [
    'leaves of JSON',
    '{"a":["bbbb",{"c":"dddd"}],"k":"e","on":true,"off":"false"}',
    ['{"a":["bbbb",{"c":"dddd"}],"k":"e","on":true,"off":"false"}', 'bbbb', 'dddd'],
  ],
  [
    'a leaf with lines',
    '{"key":"BEGIN\\nline\\nEND"}',
    ['{"key":"BEGIN\\nline\\nEND"}', 'BEGIN\nline\nEND', 'BEGIN\r\nline\r\nEND', 'BEGIN', 'line'],
  ],
  [
    'JSON in JSON',
    JSON.stringify({ a: JSON.stringify({ pin: '0042' }) }),
    ['{"a":"{\\"pin\\":\\"0042\\"}"}', '{"pin":"0042"}', '0042'],
  ],
  [
    'JSON on a line',
    '# note\n{"pin":"0042"}',
    ['# note\n{"pin":"0042"}', '# note\r\n{"pin":"0042"}', '# note'].concat('{"pin":"0042"}', '0042'),
  ],
  [
    'a number, as it is written',
    '[12345678901234567890, 1]',
    ['[12345678901234567890, 1]', '12345678901234567890'],
  ],
  ['a JSON text', '"quoted"', ['"quoted"', 'quoted']],
  ['what only begins like JSON', '{not json', ['{not json']],
  [
    'the text of base64',
    Buffer.from(kubeconfig).toString('base64'),
    [Buffer.from(kubeconfig).toString('base64'), kubeconfig, kubeconfig.replace('\n', '\r\n')].concat(
      'apiVersion: v1',
      'token: ab',
    ),
  ],
  [
    'what a line gives a name to',
    '    token: abcdefghij0123456789',
    ['token: abcdefghij0123456789', 'abcdefghij0123456789'],
  ],
  [
    'the same, in quotes',
    'export KEY="abcdefghij0123456789"',
    ['export KEY="abcdefghij0123456789"', 'abcdefghij0123456789'],
  ],
  ['a short word with a name, and several', 'kind: Config', ['kind: Config']],
  ['no mark at its begin', '\u{feff}glpat-1', ['glpat-1']],
  ['JSON behind such a mark', '\u{feff}{"pin":"0042"}\n', ['{"pin":"0042"}', '0042']],
  ['a password that only looks like base64', 'correcthorsebattery', ['correcthorsebattery']],
  ['characters of several bytes', 'é\n漢字', ['é\n漢字', 'é\r\n漢字', '漢字']],
  ['too short', 'abc', []],
])('%s', (_, value, pieces) => {
  expect(textsOf(value)).toEqual(pieces);
});

it('takes bytes that are no text as they are, and by lines', () => {
  const value = Buffer.from('fffefdfc0afbfaf9f80a', 'hex');
  expect(piecesOf(value).map((piece) => Buffer.from(piece).toString('hex'))).toEqual([
    'fffefdfc0afbfaf9f8',
    'fffefdfc0d0afbfaf9f8',
    'fffefdfc',
    'fbfaf9f8',
  ]);
});
