import { expect, it } from 'vitest';
import { inputDefaults } from '../../src/action/input-defaults.ts';
import { action } from './build.ts';

it('the defaults are those of action.yml, but for the token that the runner gives and for blanks', () => {
  const own = Object.entries(action.inputs).flatMap(([name, { default: value }]) =>
    value === undefined || value.trim() === '' || value.includes('${{') ? [] : [[name, value]],
  );
  expect(inputDefaults).toEqual(Object.fromEntries(own));
});
