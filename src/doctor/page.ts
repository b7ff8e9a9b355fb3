/** What the doctor prints: a line for each finding, and what to do below it; or JSON. Pure. */
import { checks } from './checks.ts';
import type { Finding, Mark } from './finding.ts';

const signs: Readonly<Record<Mark, string>> = { well: '✓', warning: '!', wrong: '✗', unknown: '?' };

/** Plain lines, by area, with a last one that counts. */
export function linesOf(findings: readonly Finding[]): readonly string[] {
  const areas = [...new Set(Object.values(checks).map(({ area }) => area))];
  const parts = areas.flatMap((area) => {
    const own = findings.filter(({ check }) => checks[check].area === area);
    return own.length === 0 ? [] : [area, ...own.flatMap(lineOf), ''];
  });
  return [...parts, summaryLine(findings)];
}

const lineOf = ({ mark, said, todo }: Finding): readonly string[] => [
  `  ${signs[mark]} ${said}`,
  ...(todo === undefined ? [] : [`      ${todo}`]),
];

/** `12 ✓, 1 !, no ✗: …` */
export function summaryLine(findings: readonly Finding[]): string {
  const count = (mark: Mark) => findings.filter((one) => one.mark === mark).length;
  const marks = (['well', 'warning', 'wrong', 'unknown'] as const).map(
    (mark) => `${count(mark)} ${signs[mark]}`,
  );
  const end = isWell(findings)
    ? 'nothing stands in the way'
    : 'something is wrong, or could not be found out';
  return `${marks.join('  ')}  ${end}`;
}

/** Whether only what is well and warnings were found: the exit code is 0 then. */
export const isWell = (findings: readonly Finding[]): boolean =>
  findings.every(({ mark }) => mark === 'well' || mark === 'warning');

/** One object: `{ "well": true, "findings": [{ "check", "area", "mark", "said", "todo" }] }`. */
export const jsonOf = (findings: readonly Finding[]): string =>
  JSON.stringify({
    well: isWell(findings),
    findings: findings.map((one) => ({ ...one, area: checks[one.check].area })),
  });
