/** Writes docs/doctor.md, whose table of checks is that of src/doctor/checks.ts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, checks } from '../src/doctor/checks.ts';

const introduction = `# The doctor

<!-- Written by \`npm run docs\` from src/doctor/checks.ts. Do not edit. -->

\`drawbridge doctor\` looks at the set-up on GitHub, GitLab and Vault and says what is wrong, and what to do. It reads;
the only requests that are no reads are the log-in to Vault and the revoke of what that gave.

\`\`\`sh
GITHUB_TOKEN=$(gh auth token) GITLAB_TOKEN=glpat-… drawbridge doctor
\`\`\`

In a checkout it takes the workflow files that are there, also those that are not merged yet; elsewhere those of the default
branch (\`--repository owner/name\`). Inputs come from the \`with:\` of the step, and secrets from variables of the
environment that are named like them. \`--pull-request 42\` says as well whether that pull request would cross, and who is in
the way. \`--json\` is for machines. In a workflow \`mode: doctor\` does the same with the inputs and the ID token of the job.

- \`✓\` it was asked, and is as it should be.
- \`!\` it works and could be safer, or this token is not meant to be told: what only an administrator of GitHub or a maintainer
  in GitLab may know, and whether a token may write statuses where nothing but a try would show it.
- \`✗\` it does not work, or it opens what should be closed.
- \`?\` it could not be found out: no answer came, or a token that is needed is not at hand.

The exit code is 0 with \`✓\` and \`!\` alone, 1 with any \`✗\` or \`?\`, 2 where the command line is wrong.

`;

/** The page in Markdown. */
export function doctorPage(): string {
  const rows = Object.entries(checks as Readonly<Record<string, Check>>).map(
    ([name, { area, what, asks }]) => `| \`${name}\` | ${area} | ${what} | ${asks} |`,
  );
  return `${introduction}${['| Check | Where | What is so | How it is asked |', '|---|---|---|---|', ...rows].join('\n')}\n`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', 'docs', 'doctor.md'), doctorPage());
