/** Writes docs/reasons.md from the table of reasons, so that the page never says anything else than the product. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowed, denied, undecided, waiting } from '../src/reasons/gate.ts';
import { starting } from '../src/reasons/gitlab.ts';
import { identity } from '../src/reasons/identity.ts';
import { endings, pending } from '../src/reasons/outcomes.ts';
import { proof } from '../src/reasons/proof.ts';
import { nothingToDo, type Reason, type Reasons } from '../src/reasons/reason.ts';
import { duplicating, input, modes, selection } from '../src/reasons/requests.ts';
import { secrets } from '../src/reasons/vault.ts';

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
  ['Other modes', '`cancel`, `trigger` and `sweep`.', modes],
  ['`/duplicate`', 'The answer to the command, in a comment too.', duplicating],
  [
    'Crossing',
    'Not how a run ends, but the rule by which it crossed: told by the log and the audit record.',
    allowed,
  ],
];

const introduction = `# Reasons

<!-- Written by \`npm run docs\` from src/reasons. Do not edit. -->

Every run ends with one reason code. It is the output \`reason\`, the title of the annotation and part of the audit
record; its sentence is the commit status (which, while it waits for a member, names the command instead) and the
heading of the summary, followed by what to do.

*Status* is the commit status that the reason leaves: \`untouched\` means that it belongs to another run, or to nobody.
*Exit* is the exit code of the step. In what to do, \`<commit>\` stands for the 40 digits of the commit; the log and the
summary show them in full.
`;

/** The page in Markdown. */
export function reasonsPage(): string {
  const parts = chapters.map(([heading, about, reasons]) => {
    const rows = Object.entries(reasons).map(([code, reason]) => row(code, reason));
    const head = ['| Code | Status | Exit | Sentence | What to do |', '|---|---|---|---|---|'];
    return [`## ${heading}`, '', about, '', ...head, ...rows, ''].join('\n');
  });
  return [introduction, ...parts].join('\n');
}

function row(code: string, { shows, exit, sentence, remedy }: Reason): string {
  const todo = remedy === nothingToDo ? '' : remedy;
  return `| \`${code}\` | ${shows} | ${exit} | ${sentence} | ${todo} |`.replace(/ {2,}\|/g, ' |');
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', 'docs', 'reasons.md'), reasonsPage());
