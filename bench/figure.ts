/** One measured figure, and the budget that it must keep to where there is one. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most that it may be. */
  readonly budget?: number;
}

/** Whether a figure keeps to its budget. Figures without one always do. */
export const isWithin = ({ value, budget }: Figure): boolean => budget === undefined || value <= budget;

/** The figure as one line: name, value, budget. */
export function lineOf(figure: Figure): string {
  const { name, value, unit, budget } = figure;
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
  const verdict = budget === undefined ? '' : `  (budget ${budget}: ${isWithin(figure) ? 'ok' : 'OVER'})`;
  return `  ${name.padEnd(62)} ${shown.padStart(9)} ${unit}${verdict}`;
}

/** The middle value. Throws a RangeError without any. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('no values');
  return middle;
}
