import { panelsOf } from './panels.ts';
import type { Check, Played } from './play.ts';
import type { Seen, Story } from './story.ts';
import { block, columns, flow, type Line, type Paint, wrap } from './text.ts';

/** Where the demo is shown. */
export interface Screen {
  /** Characters in a line. */
  readonly width: number;
  readonly paint: Paint;
}

/** From this width on the three panels stand side by side; below, under each other. */
export const widthForColumns = 100;

/** The first lines: what is about to happen. */
export const opening = (count: number, scale: number, { width, paint }: Screen): string =>
  text([
    ...wrap(`Drawbridge demo: ${count} stories with the built action, in a sandbox on 127.0.0.1.`, width).map(
      (line) => paint('strong', line),
    ),
    ...wrap(
      "Nothing leaves this machine. GitHub, GitLab, Vault and the runner are played, GitLab's jobs are real processes, " +
        `and time runs ${scale} times as fast.`,
      width,
    ).map((line) => paint('faint', line)),
  ]);

/** The heading of a story, and who does what in it. */
export function storyHead(
  story: Story,
  place: { readonly index: number; readonly count: number; readonly pull: number },
  { width, paint }: Screen,
): string {
  const title = `━━ ${place.index} of ${place.count}: ${story.heading} `;
  return text([
    '',
    paint('title', title + '━'.repeat(Math.max(0, width - title.length))),
    ...wrap(story.tale(place.pull), width),
    '',
  ]);
}

/** What all three sides show after a story, and the checks. */
export function storyBody({ seen, checks }: Played, screen: Screen): string {
  const { width, paint } = screen;
  return text([...(seen ? [...sides(seen, screen), ''] : []), ...flow(checks.map(checkLine), width, paint)]);
}

function sides(seen: Seen, { width, paint }: Screen): string[] {
  const panels = panelsOf(seen);
  const head = ({ title, audience }: (typeof panels)[number]): Line => ({
    mark: `${title} `,
    markTone: 'strong',
    text: `(${audience})`,
    tone: audience === 'private' ? 'private' : 'faint',
  });
  if (width < widthForColumns) {
    return panels.flatMap((panel, index) => [
      ...(index === 0 ? [] : ['']),
      ...block([head(panel)], width, 0, paint),
      ...block(panel.lines, width, 2, paint),
    ]);
  }
  const widths = columnWidths(width);
  const rule = paint('faint', widths.map((one) => '─'.repeat(one)).join('─┼─'));
  return [
    ...columns(
      panels.map((panel) => [head(panel)]),
      widths,
      ' │ ',
      paint,
    ),
    rule,
    ...columns(
      panels.map(({ lines }) => lines),
      widths,
      ' │ ',
      paint,
    ),
  ];
}

/** GitLab's names and lines are the longest, so its column gets the most. */
function columnWidths(width: number): [number, number, number] {
  const room = width - 2 * ' │ '.length;
  const log = Math.floor(room * 0.33);
  const status = Math.floor(room * 0.28);
  return [log, status, room - log - status];
}

const checkLine = ({ says, ok, instead }: Check): Line =>
  ok
    ? { mark: '✓ ', markTone: 'good', text: says }
    : { mark: '✗ ', markTone: 'bad', text: `${says} (but: ${instead ?? 'not so'})`, tone: 'bad' };

/** The last line. `failed`: the numbers of the stories that did not come out as they should. */
export function closing(
  count: number,
  failed: readonly number[],
  seconds: number,
  { width, paint }: Screen,
): string {
  const took = `${seconds.toFixed(1)} s`;
  const says =
    failed.length === 0
      ? `✓ All ${count} stories came out as they should (${took}). Next: npm run sandbox`
      : `✗ Not as it should be: ${failed.length === 1 ? 'story' : 'stories'} ${failed.join(', ')} of ${count} (${took}).`;
  const tone = failed.length === 0 ? 'good' : 'bad';
  return text(['', ...wrap(says, width).map((line) => paint(tone, line))]);
}

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
