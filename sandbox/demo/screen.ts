import { styleText } from 'node:util';
import type { Screen } from './render.ts';
import type { Paint, Tone } from './text.ts';

const narrowest = 80;
const widest = 160;
/** Where nobody says how wide it is: a file, a pipe, the log of a CI job. */
const unknown = 120;

/** The width to write in: COLUMNS, else the terminal's; kept between 80 and 160, where lines are still readable. */
export function widthOf(env: NodeJS.ProcessEnv, terminal: number | undefined): number {
  const wanted = Number(env['COLUMNS']) || terminal || unknown;
  return Math.min(widest, Math.max(narrowest, Math.floor(wanted)));
}

const styles = {
  good: 'green',
  bad: 'red',
  waiting: 'yellow',
  private: 'magenta',
  strong: 'bold',
  title: ['bold', 'cyan'],
  faint: 'dim',
} as const satisfies Record<Tone, unknown>;

/**
 * Colours for a stream. Node decides whether: only on a terminal, and NO_COLOR and FORCE_COLOR are heard (Node docs:
 * util.styleText, `validateStream`).
 */
export const painter =
  (stream: NodeJS.WriteStream): Paint =>
  (tone, text) =>
    tone === undefined || text === '' ? text : styleText([styles[tone]].flat(), text, { stream });

/** The screen that a stream is. */
export const screenOf = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Screen => ({
  width: widthOf(env, stream.columns),
  paint: painter(stream),
});
