/** Writes the reasons into docs/troubleshooting.md, so that the page never says anything else than the product. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha } from '../src/facts/pull.ts';
import { allowed, denied, undecided, waiting } from '../src/reasons/gate.ts';
import { starting } from '../src/reasons/gitlab.ts';
import { identity } from '../src/reasons/identity.ts';
import { endings, pending } from '../src/reasons/outcomes.ts';
import { proof } from '../src/reasons/proof.ts';
import { nothingToDo, type Reason, type Reasons } from '../src/reasons/reason.ts';
import { reporting } from '../src/reasons/report.ts';
import { duplicating, input, modes, selection } from '../src/reasons/requests.ts';
import { secrets } from '../src/reasons/vault.ts';
import type { ReasonCode } from '../src/reasons.ts';
import { statusLine } from '../src/report/status.ts';

/** The chapters of the page: a heading, a sentence under it, and the reasons that belong there. */
const chapters: readonly (readonly [string, string, Reasons])[] = [
  ['Waiting, or not tested', 'The gate has nothing to let through yet.', waiting],
  ['Denied', 'It is known who asks and for what, and the answer is no. GitLab is not called.', denied],
  ['Undecided', 'It could not be found out who asks. GitLab is not called.', undecided],
  ['Selection', 'Which tests were asked for.', selection],
  ['Inputs', 'The set-up of the step itself.', input],
  ['GitLab: the start', 'Why there is no pipeline, or why it is not certain that there is one.', starting],
  ['GitLab: the end', 'How the pipeline, or the watch over it, ended.', endings],
  [
    'Vault',
    'Why a secret could not be read. Vault is asked only after the gate has said yes, or to stop a pipeline.',
    { ...identity, ...secrets },
  ],
  ['Proof', 'Why a job in GitLab does not take what it got for proven: it gets no secret then.', proof],
  ['On the way', 'What is told before the end, and what goes wrong after it.', pending],
  [
    '`drawbridge report`',
    'What a job in GitLab says in its own log when the verdict of its pipeline could not be told, or not by it.',
    reporting,
  ],
  ['Other modes', '`cancel`, `trigger` and `sweep`.', modes],
  ['`/duplicate`', 'The answer to the command, in a comment too.', duplicating],
  [
    'Crossing',
    'Not how a run ends, but the rule by which it crossed: told by the log and the audit record.',
    allowed,
  ],
];

const introduction = `## By reason

Every run ends with one reason code. It is the output \`reason\`, the title of the annotation and part of the audit
record. Its sentence is the commit status (which, while it waits for a member, names the command instead) and the
heading of the summary.

Under each line stands its code, the commit status that it leaves, and the exit code of the step. \`untouched\` means that
the status belongs to another run, or to nobody. \`<commit>\` stands for the 40 digits of the commit; log and summary show
them in full.
`;

/** What stands before is written by hand, and kept. */
const mark = '<!-- What follows is written by `npm run docs` from src/reasons. Do not edit. -->\n';

/** The page in Markdown, from the page as it was. */
export function troubleshootingPage(before: string): string {
  const [byHand = ''] = before.split(mark);
  const parts = chapters.map(([heading, about, reasons]) =>
    [
      `### ${heading}\n\n${about}\n`,
      ...Object.entries(reasons).map(([code, reason]) =>
        entry(code as ReasonCode, reason, reasons !== allowed),
      ),
    ].join('\n'),
  );
  return [byHand.trimEnd(), '', mark + introduction, ...parts].join('\n');
}

/** A commit for the lines that name one. */
const example = `0123456789ab${'0'.repeat(28)}` as Sha;

/** `ends`: whether a run can end with it. */
function entry(code: ReasonCode, { shows, exit, sentence, remedy }: Reason, ends: boolean): string {
  const line = statusLine({ decision: 'not-run', reason: code, commit: example })?.description ?? sentence;
  return [
    `<a id="${code}"></a>`,
    '',
    `#### ${line.replaceAll('<', '\\<')}`,
    '',
    ends
      ? `\`${code}\` · ${shows === 'untouched' ? 'status untouched' : `status ${shows}`} · exit ${exit}`
      : `\`${code}\``,
    '',
    ...(line.startsWith(sentence) ? [] : [`In full: ${sentence}.`, '']),
    remedy === nothingToDo ? 'There is nothing to do.' : remedy,
    '',
  ].join('\n');
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', 'docs', 'troubleshooting.md');
  writeFileSync(path, troubleshootingPage(readFileSync(path, 'utf8')));
}
