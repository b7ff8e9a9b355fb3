import { describe, expect, it } from 'vitest';
import { colours, wayOf } from '../../src/child/streams.ts';

it.each([
  ['auto', true, 1, 'raw'],
  ['auto', false, 1, 'masked'],
  ['auto', false, 0, 'raw'],
  ['always', true, 1, 'masked'],
  ['always', false, 1, 'masked'],
  ['always', true, 0, 'raw'],
  ['never', false, 1, 'raw'],
  ['never', true, 1, 'raw'],
] as const)('%s, a terminal %s, %i secrets: %s', (masking, isTerminal, secrets, expected) => {
  expect(wayOf(masking, { isTerminal, secrets })).toBe(expected);
});

describe('colours', () => {
  it.each<[Record<string, string>, Record<string, string>]>([
    [{}, { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', CARGO_TERM_COLOR: 'always' }],
    [{ TERM: 'xterm-256color' }, { FORCE_COLOR: '2', CLICOLOR_FORCE: '1', CARGO_TERM_COLOR: 'always' }],
    [{ COLORTERM: 'truecolor' }, { FORCE_COLOR: '3', CLICOLOR_FORCE: '1', CARGO_TERM_COLOR: 'always' }],
    [{ FORCE_COLOR: '0', CARGO_TERM_COLOR: 'never' }, { CLICOLOR_FORCE: '1' }],
    [{ NO_COLOR: '1' }, {}],
    [{ NO_COLOR: '' }, { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', CARGO_TERM_COLOR: 'always' }],
    [{ TERM: 'dumb' }, {}],
  ])('%j: %j', (environment, expected) => {
    expect(colours(environment)).toEqual(expected);
  });
});
