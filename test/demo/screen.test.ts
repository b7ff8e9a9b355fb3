import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storyBody } from '../../sandbox/demo/render.ts';
import { painter, screenOf, widthOf } from '../../sandbox/demo/screen.ts';
import { sample, screen } from './samples.ts';

describe('the width', () => {
  it.each([
    ['COLUMNS', { COLUMNS: '100' }, 140, 100],
    ['the terminal', {}, 140, 140],
    ['neither', {}, undefined, 120],
    ['a COLUMNS that is no number', { COLUMNS: 'wide' }, 90, 90],
    ['a narrow one', { COLUMNS: '40' }, undefined, 80],
    ['a very wide one', {}, 400, 160],
  ])('comes from %s', (_what, env, terminal, width) => {
    expect(widthOf(env, terminal)).toBe(width);
  });
});

describe('colours', () => {
  const stream = (isTTY: boolean, columns = 140) => {
    const { getColorDepth } = WriteStream.prototype;
    return Object.assign(new PassThrough(), {
      isTTY,
      columns,
      getColorDepth,
    }) as unknown as NodeJS.WriteStream;
  };
  beforeEach(() => {
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI', 'TMUX', 'COLORTERM'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('TERM', 'xterm-256color');
  });
  afterEach(() => vi.unstubAllEnvs());

  it('are there on a terminal only, and not with NO_COLOR', () => {
    expect(painter(stream(true))('good', 'yes')).toBe('\u001B[32myes\u001B[39m');
    expect(painter(stream(false))('good', 'yes')).toBe('yes');
    vi.stubEnv('NO_COLOR', '1');
    expect(painter(stream(true))('good', 'yes')).toBe('yes');
  });

  it('change nothing in what is said or in where it stands', () => {
    const played = { seen: sample, checks: [{ says: 'a', ok: false, instead: 'b' }] };
    const coloured = storyBody(played, screenOf(stream(true), {}));
    expect(coloured).not.toBe(storyBody(played, screen(140)));
    expect(stripVTControlCharacters(coloured)).toBe(storyBody(played, screen(140)));
  });
});
