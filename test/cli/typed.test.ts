import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { asDoctored, asTyped } from '../../src/cli/typed.ts';
import { commands } from '../../src/cli/usage.ts';
import { undecided } from '../../src/reasons/gate.ts';
import { starting } from '../../src/reasons/gitlab.ts';
import { secrets } from '../../src/reasons/vault.ts';

const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>;
};
const options = new Set(Object.values(commands).flatMap((command) => Object.keys(command.options)));
const told = Object.entries(secrets).map(
  ([code, { sentence, remedy }]) => [code, `${sentence}. ${remedy}`] as const,
);

it.each(told)('%s names nothing that is not there on a command line', (_, line) => {
  const named = [...asTyped(line).matchAll(/`(-{0,2})([a-z][a-z-]+)`/g)];
  const strange = named.filter(([, dashes, name = '']) =>
    dashes === '' ? Object.hasOwn(action.inputs, name) : !options.has(name),
  );
  expect(strange.map(([whole]) => whole)).toEqual([]);
  expect(asTyped(line)).not.toMatch(/runner|job again|the log\b(?!-)/);
});

it('says what one types', () => {
  expect(asTyped('Check `vault-role`, and run the job again: `bound_claims`, not `vault-urls`.')).toBe(
    'Check `VAULT_AUTH_ROLE` or `--vault-role`, and run it again: `bound_claims`, not `vault-urls`.',
  );
});

const refused = 'Check `github-token` and `membership-token`: expired?';

it.each([
  [
    'two inputs that are one variable are told once',
    asTyped,
    refused,
    'Check the variable of `--github-token-variable`: expired?',
  ],
  [
    'the doctor names variables',
    asDoctored,
    refused,
    'Check `GITHUB_TOKEN` and `MEMBERSHIP_TOKEN`: expired?',
  ],
  ['the doctor is no job', asDoctored, 'Wait, then run the job again.', 'Wait, then run it again.'],
  ['the doctor speaks of inputs', asDoctored, 'Name it in `organization`.', 'Name it in `organization`.'],
])('%s', (_, typed, line, said) => {
  expect(typed(line)).toBe(said);
});

it('every reason of the gate and of GitLab is told by the doctor without a job to run again', () => {
  const lines = [...Object.values(undecided), ...Object.values(starting)].map(({ remedy }) =>
    asDoctored(remedy),
  );
  expect(
    lines.filter((line) => /(?:^|then |\. )run the job again|Check `(?:github|gitlab)-token`/i.test(line)),
  ).toEqual([]);
});
