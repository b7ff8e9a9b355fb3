/** Whether the status is required where it should be, and the labels are there. Pure. */
import type { Fact } from '../facts/fact.ts';
import { nameKey } from '../facts/names.ts';
import { shown } from '../facts/shown.ts';
import { type Found, judged, orWell, untold, warning, well, wrong } from './finding.ts';

/** A status that a branch requires. */
export interface RequiredCheck {
  readonly context: string;
  /** The id of the App that has to write it; undefined: whoever may write statuses. */
  readonly source: number | undefined;
}

/** The App of GitHub Actions, as whom a job's own token writes (`GET /apps/github-actions`). */
export const actionsApp = 15_368;

const where = 'Settings > Rules > Rulesets';

/** Who has written a status: the number of an App; a person, or whoever is gone; an App that is not shown. */
export type Writer = number | 'person' | 'hidden';

/** Who writes the statuses. */
export interface Writers {
  /** Whether the job's own token does. */
  readonly isOwn: boolean;
  /** Whether some job's own token writes it, and another one too. */
  readonly isMixed: boolean;
  /** The status that a job of GitLab writes too; undefined: none. */
  readonly reported: string | undefined;
  /** Who has written the status last, by context; undefined: the job's own token does. */
  readonly seen: ReadonlyMap<string, Fact<readonly Writer[]>>;
}

/** Judges what the default branch requires. */
export function rulesetFound(
  required: Fact<readonly RequiredCheck[]>,
  contexts: readonly string[],
  { isOwn, isMixed, reported, seen }: Writers,
): readonly Found[] {
  if (contexts.length === 0)
    return [
      warning(
        'no commit status is written (`status-context` is empty)',
        'Give it a name, and require that one.',
      ),
    ];
  return judged(required, 'what the default branch requires', (checks) =>
    contexts.flatMap((context) => {
      const found = checks.filter((check) => check.context === context);
      const name = shown(context);
      if (found.length === 0)
        return [
          wrong(
            `the default branch does not require the status \`${name}\`: a pull request merges without it`,
            `Under ${where} require it, with the source *GitHub Actions*.`,
          ),
        ];
      if (found.every(({ source }) => source === undefined))
        return [
          warning(
            `\`${name}\` is required from any source: whoever may write statuses can write it`,
            `Under ${where} choose its source: *GitHub Actions*, or the App whose token writes it.`,
          ),
        ];
      if (isMixed)
        return [
          wrong(
            `\`${name}\` has two sources: some steps have a \`github-token\` of their own, and others that of the job`,
            `Give all of them tokens of one App, or none, and choose that source under ${where}.`,
          ),
        ];
      if (isOwn && context === reported)
        return [
          wrong(
            `\`${name}\` has two sources: the job's own token, and that of the report in GitLab, which is another`,
            `Give \`github-token\` and the report tokens of one App, and choose that App under ${where}.`,
          ),
        ];
      const sources = found.flatMap(({ source }) => (source === undefined ? [] : [source]));
      const fromActions = sources.includes(actionsApp);
      if (isOwn !== fromActions || new Set(sources).size > 1)
        return [
          anotherSource(
            name,
            isOwn ? `The token of the job writes it: under ${where} choose *GitHub Actions*.` : ofApp,
          ),
        ];
      const writers = seen.get(context);
      return isOwn || writers === undefined
        ? [well(`\`${name}\` is required, from its source`)]
        : writersFound(writers, sources[0], name);
    }),
  );
}

/** Judges whether the App that is required is the one that has written: of a token nothing tells whose it is. */
function writersFound(
  writers: Fact<readonly Writer[]>,
  source: number | undefined,
  name: string,
): readonly Found[] {
  return judged(writers, `who writes \`${name}\``, (seen) => {
    if (seen.some((one) => one !== 'hidden' && one !== source)) return [anotherSource(name, ofApp)];
    if (seen.length > 0 && !seen.includes('hidden'))
      return [well(`\`${name}\` is required, from the App that writes it`)];
    return [
      untold(
        `whether the App that writes \`${name}\` is the one that is required`,
        'Look again when a run has written it; one App has to be the source, here and in GitLab.',
      ),
    ];
  });
}

const anotherSource = (name: string, todo: string): Found =>
  wrong(`\`${name}\` is required from another source than the one that writes it`, todo);

const ofApp = `Under ${where} choose the App whose token is \`github-token\`, and that of a report in GitLab.`;

/** Which labels of `tests` the repository lacks. GitHub finds labels in any case of letters. */
export function labelsFound(
  labels: Fact<readonly string[]>,
  wanted: readonly string[] | undefined,
  prefix: string,
): readonly Found[] {
  return judged(labels, 'which labels there are', (there) => {
    const keys = new Set(there.map(nameKey));
    if (wanted === undefined) {
      const some = there.some((label) => nameKey(label).startsWith(nameKey(prefix)));
      return some
        ? [well('there are labels that choose tests')]
        : [
            warning(
              `no label begins with \`${shown(prefix)}\`: nobody can choose tests`,
              'Make some, or list `tests`; until then `default-tests` run.',
            ),
          ];
    }
    const missing = wanted.filter((label) => !keys.has(nameKey(label)));
    return orWell(
      missing.map((label) =>
        wrong(`there is no label \`${shown(label)}\``, `\`gh label create ${plain(label)}\``),
      ),
      `the ${wanted.length} labels of \`tests\` are there`,
    );
  });
}

/** A label as one types it: in quotes unless it is plain. */
const plain = (label: string): string =>
  /^[\w.:/-]+$/.test(label) ? label : `"${shown(label).replace(/"/g, '')}"`;
