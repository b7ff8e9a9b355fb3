import { expect, it } from 'vitest';
import { commands, helpOf, isCommand, overview } from '../../src/cli/usage.ts';

it('tells every command, and every option of each', () => {
  expect(overview()).toMatchInlineSnapshot();
  for (const name of ['exec', 'mask'] as const) {
    const page = helpOf(name);
    for (const option of Object.keys(commands[name].options)) expect(page).toContain(`  --${option}`);
  }
  expect(helpOf('mask')).toMatchInlineSnapshot();
});

it('has no option by which a secret would stand in the list of processes', () => {
  const names = Object.values(commands).flatMap(({ options }) => Object.keys(options));
  expect(names.filter((name) => /token|secret-id|password/.test(name))).toEqual(['vault-id-token', 'vault-id-token']);
});

it('knows its commands by their own names', () => {
  expect(['exec', 'mask', 'constructor', 'Exec'].map(isCommand)).toEqual([true, true, false, false]);
});
