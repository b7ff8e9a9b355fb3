/** Which stream of the child is masked, and how it learns that there is a terminal all the same. Pure. */

/** What `--mask` may say. */
export const maskings = ['auto', 'always', 'never'] as const;

/** When output is masked: `auto` leaves a terminal alone, where its owner looks at secrets that are hers. */
export type Masking = (typeof maskings)[number];

/** How a stream of the child is handed over: as it is, or through the mask. */
export type Way = 'raw' | 'masked';

/** The way of one stream. Where there is no secret there is nothing to mask. */
export function wayOf(
  masking: Masking,
  stream: { readonly isTerminal: boolean; readonly secrets: number },
): Way {
  if (masking === 'never' || stream.secrets === 0) return 'raw';
  return masking === 'auto' && stream.isTerminal ? 'raw' : 'masked';
}

/**
 * What asks programs for colours although they see a pipe (force-color.org; bixense.com/clicolors; The Cargo Book,
 * "Configuration", term.color). What the user has said of colours stands, `NO_COLOR` above all (no-color.org).
 */
export function colours(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  if ((environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb') return {};
  const asked = { FORCE_COLOR: depth(environment), CLICOLOR_FORCE: '1', CARGO_TERM_COLOR: 'always' };
  return Object.fromEntries(Object.entries(asked).filter(([name]) => environment[name] === undefined));
}

/** 1: 16 colours, 2: 256, 3: all (chalk's supports-color, "Info"). */
function depth({ COLORTERM = '', TERM = '' }: Readonly<Record<string, string | undefined>>): string {
  if (/^(?:truecolor|24bit)$/.test(COLORTERM)) return '3';
  return TERM.includes('256color') ? '2' : '1';
}
