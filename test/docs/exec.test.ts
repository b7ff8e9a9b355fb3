import { expect, it } from 'vitest';
import { execOptions, maskOptions, type Options } from '../../src/cli/usage.ts';
import { pageText } from './pages.ts';

const text = pageText('docs/exec.md');
const options: Options = {
  ...execOptions,
  ...maskOptions,
};

it('names no option that is not there, and no value that it does not take', () => {
  const named = [...text.matchAll(/--([a-z][a-z-]+)(?: ([a-z]+)(?=[`,. ]))?/g)].filter(
    ([, name]) => name !== 'features',
  );
  expect(named.length).toBeGreaterThan(15);
  const wrong = named.filter(([, name = '', value]) => {
    const option = options[name];
    if (option === undefined) return true;
    return value !== undefined && option.choices !== undefined && !option.choices.includes(value);
  });
  expect(wrong.map(([whole]) => whole)).toEqual([]);
});

it('names every option of exec but those that the help alone tells', () => {
  const named = Object.keys(execOptions).filter((name) => !text.includes(`--${name}`));
  expect(named).toEqual([
    'placeholder',
    'vault-url',
    'vault-namespace',
    'vault-ca',
    'vault-mount',
    'vault-id-token',
    'vault-kv-version',
    'help',
  ]);
});
