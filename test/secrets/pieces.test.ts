import { expect, it } from 'vitest';
import { piecesOf } from '../../src/secrets/pieces.ts';

it.each<[string, string, readonly string[]]>([
  ['a word', 'glpat-1', ['glpat-1']],
  ['blanks around it', ' glpat-1\n', [' glpat-1\n', 'glpat-1']],
  [
    'lines, of any ending',
    'first\r\nsecond\nthird\rend',
    ['first\r\nsecond\nthird\rend', 'first', 'second', 'third'],
  ],
  ['lines that say nothing', 'one-secret\n}\n\n1', ['one-secret\n}\n\n1', 'one-secret']],
  [
    'leaves of JSON',
    '{"a":["bbbb",{"c":"dddd"}],"k":"e"}',
    ['{"a":["bbbb",{"c":"dddd"}],"k":"e"}', 'bbbb', 'dddd'],
  ],
  [
    'a leaf with lines',
    '{"key":"BEGIN\\nline\\nEND"}',
    ['{"key":"BEGIN\\nline\\nEND"}', 'BEGIN\nline\nEND', 'BEGIN', 'line'],
  ],
  [
    'a number, as it is written',
    '[12345678901234567890, 1]',
    ['[12345678901234567890, 1]', '12345678901234567890'],
  ],
  ['a JSON text', '"quoted"', ['"quoted"', 'quoted']],
  ['what only begins like JSON', '{not json', ['{not json']],
  ['too short', 'abc', []],
])('%s', (_, value, pieces) => {
  expect(piecesOf(value)).toEqual(pieces);
});
