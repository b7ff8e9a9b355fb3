import { badRequest } from './refusals.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `300`, `"300"`, `"5m"` or `"1h30m"`; `whenAbsent` where nothing is given. Throws 400 for another form. */
export function seconds(value: unknown, whenAbsent = 0): number {
  if (value === undefined || value === null || value === '') return whenAbsent;
  const text = String(value);
  if (/^-?\d+$/.test(text)) return Number(text);
  if (!/^(?:\d+[smhd])+$/.test(text)) throw badRequest(`time: invalid duration ${JSON.stringify(text)}`);
  return [...text.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (SECONDS[unit] ?? 0),
    0,
  );
}

/** Seconds as Go prints a duration in a sentence: `1h`, `5m`, `768h`, `1m30s`. */
export function goDuration(total: number): string {
  const parts = [
    [Math.floor(total / 3600), 'h'],
    [Math.floor((total % 3600) / 60), 'm'],
    [total % 60, 's'],
  ] as const;
  return (
    parts
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count}${unit}`)
      .join('') || '0s'
  );
}

/** A list that may be given as one text between commas. */
export function list(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  const items = Array.isArray(value) ? value : String(value).split(',');
  return items.map((item) => String(item).trim()).filter((item) => item !== '');
}
