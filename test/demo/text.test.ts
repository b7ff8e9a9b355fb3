import '../properties.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, columns, flow, type Paint, wrap } from '../../sandbox/demo/text.ts';
import { plain } from './samples.ts';

const bracketed: Paint = (tone, text) => (tone === undefined || text === '' ? text : `<${text}>`);

describe('wrap', () => {
  it('breaks between words, and a long name where a name may be broken', () => {
    expect(wrap('private tests are running', 14)).toEqual(['private tests', 'are running']);
    expect(wrap('Run a-b/drawbridge@v1', 18)).toEqual(['Run', 'a-b/drawbridge@v1']);
    expect(wrap('acme/engine#1@0123456789', 16)).toEqual(['acme/engine#1@', '0123456789']);
    expect(wrap('cluster private-test-a.internal.example.com', 24)).toEqual([
      'cluster private-test-a.',
      'internal.example.com',
    ]);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('keeps an indentation', () => {
    expect(wrap('  mode: run', 20)).toEqual(['  mode: run']);
  });

  it('loses nothing but spaces and never gets too wide', () => {
    const text = fc
      .array(fc.stringMatching(/^[a-z0-9/,:@.=-]{0,30}$/), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (given, width) => {
        const lines = wrap(given, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('columns', () => {
  it('puts cells side by side, each wrapped in its own width', () => {
    const cells = [[{ text: 'one two three' }], [{ mark: '✓ ', text: 'four five' }, { text: 'six' }]];
    expect(columns(cells, [8, 6], ' | ', plain)).toEqual([
      'one two  | ✓ four',
      'three    |   five',
      '         | six',
    ]);
  });

  it('paints texts and marks, and never the spaces that fill up', () => {
    const cells = [
      [{ mark: '! ', markTone: 'bad', text: 'a' } as const],
      [{ text: 'b', tone: 'good' } as const],
    ];
    expect(columns(cells, [6, 4], '|', bracketed)).toEqual(['<! >a   <|><b>']);
  });
});

describe('block', () => {
  it('indents, and repeats a mark that is a rail', () => {
    const lines = [
      { text: 'head' },
      { mark: '| ', isRail: true, text: 'one two' },
      { mark: '- ', text: 'one two' },
    ];
    expect(block(lines, 8, 2, plain)).toEqual(['  head', '  | one', '  | two', '  - one', '    two']);
  });
});

describe('flow', () => {
  it('fills lines without tearing an item apart', () => {
    const items = ['aaaa', 'bbbb', 'cccc'].map((text) => ({ text }));
    expect(flow(items, 14, plain)).toEqual(['aaaa   bbbb', 'cccc']);
  });

  it('wraps an item that is longer than a line, and begins the next one below it', () => {
    expect(flow([{ mark: '✗ ', text: 'one two three' }, { text: 'x' }], 9, plain)).toEqual([
      '✗ one two',
      '  three',
      'x',
    ]);
  });
});
