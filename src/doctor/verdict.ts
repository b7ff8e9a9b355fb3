/** Who tells the verdict where no runner waits for it (`wait: false`). Pure. */
import type { Fact } from '../facts/fact.ts';
import type { CiFile } from './ci-file.ts';
import { type Found, judged, untold, warning, well, wrong } from './finding.ts';
import { given } from './include.ts';
import type { Use } from './workflow.ts';

/** Whether a job of GitLab tells it. */
export const isReported = ({ template, jobs }: CiFile): boolean =>
  (template !== undefined && given(template, 'report') === 'true') ||
  jobs.some(({ commands }) => /\bdrawbridge\s+report\b/.test(commands));

/** Whether a workflow looks for statuses that hang. */
const isSwept = (uses: readonly Use[]): boolean =>
  uses.some(({ step, workflow }) => {
    const mode = (step.with['mode'] ?? '').trim() || 'auto';
    return mode === 'sweep' || (mode === 'auto' && workflow.events.has('schedule'));
  });

/** Judges it. @param run how the workflow of the run is set; `context`: the status that it writes */
export function verdictFound(
  file: Fact<CiFile | undefined>,
  uses: readonly Use[],
  run: { readonly waits: boolean; readonly context: string | undefined },
): readonly Found[] {
  if (run.waits) return [];
  return judged(file, 'who tells the verdict', (ci) => {
    // That there is none is told already.
    if (ci === undefined) return [];
    const swept = isSwept(uses);
    if (isReported(ci)) return reportFound(ci, swept, run.context);
    if (swept) return [well('a sweep tells the verdict')];
    return [
      ci.others
        ? warning(
            'no job of the root file tells the verdict, and no workflow sweeps',
            'See that a job of another file does: `drawbridge report` (docs/report.md).',
          )
        : wrong(
            'nobody tells the verdict: `wait: false`, no `drawbridge report`, and no sweep',
            "Set `report: 'true'` in the include, or add a workflow with `mode: sweep` on a schedule.",
          ),
    ];
  });
}

/** What is seen of the report from here. Its token is in reach of its job alone, as it should be. */
function reportFound({ template, audiences }: CiFile, swept: boolean, context: string | undefined) {
  const audience = template && given(template, 'report-vault-audience');
  const isShared = template && [given(template, 'vault-audience'), ...audiences].includes(audience ?? '');
  const isOther = template && context !== undefined && given(template, 'status-context') !== context;
  return [
    ...(isShared
      ? [
          wrong(
            'a test has the audience of the report too: it could read its token, and tell a verdict',
            'Give the report an audience of its own (`report-vault-audience`), bound by its role alone.',
          ),
        ]
      : []),
    ...(isOther
      ? [
          wrong(
            'the report tells another status than the workflow: `status-context` differs',
            'Give the include and the workflow the same one.',
          ),
        ]
      : []),
    ...(swept
      ? []
      : [
          warning(
            'nothing sweeps: a verdict whose report got lost is never told',
            'Add `schedule` to the workflow, or one with `mode: sweep`.',
          ),
        ]),
    untold(
      'what the token of the report may do: its job alone can read it',
      'It needs *Commit statuses: write* and *Pull requests: read*, of the App that the ruleset names.',
    ),
  ];
}
