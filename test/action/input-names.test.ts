import { describe, expect, it } from 'vitest';
import { inputNames, unknownInputs } from '../../src/action/input-names.ts';
import { action } from './build.ts';

/** The variables by which the runner tells an action of its inputs (GitHub docs, "Metadata syntax", inputs). */
const envOf = (...names: readonly string[]): NodeJS.ProcessEnv => ({
  ...{ PATH: '/usr/bin', GITHUB_ACTIONS: 'true', RUNNER_OS: 'Linux' },
  ...Object.fromEntries(names.map((name) => [`INPUT_${name.replace(/ /g, '_').toUpperCase()}`, 'x'])),
});
const wrong = (nearest: string) => `is no input of this action; the nearest is \`${nearest}\``;

it('the names are those of action.yml', () => {
  expect(inputNames.toSorted()).toEqual(Object.keys(action.inputs).toSorted());
});

describe('inputs of the runner', () => {
  it('all that there are: nothing is wrong', async () => {
    expect(await unknownInputs(envOf(...Object.keys(action.inputs)))).toEqual([]);
  });

  it('none: nothing is wrong', async () => expect(await unknownInputs(envOf())).toEqual([]));

  it('that are empty count too: the runner knows their names', async () => {
    expect(await unknownInputs({ INPUT_TEAM: '' })).toEqual([{ input: 'team', wrong: wrong('teams') }]);
  });

  it.each([
    // Each of these would have opened the gate, or left it as open as it was.
    ['team', 'teams'],
    ['Teams ', 'teams'],
    ['approval', 'approvals'],
    ['trusted-bot', 'trusted-bots'],
    ['who-can-run', 'who-may-run'],
    ['whomayrun', 'who-may-run'],
    ['organisation', 'organization'],
    ['draft', 'drafts'],
    ['membership_token', 'membership-token'],
    ['gitlab-tokens', 'gitlab-token'],
    ['twin-branch', 'twin-branches'],
    ['labels-prefix', 'label-prefix'],
    ['on-rerunning', 'on-rerun'],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%s: told, with the nearest name', async (name, nearest) => {
    const [fault, ...more] = await unknownInputs(envOf(name));
    expect([fault?.input, more]).toEqual([name.trim() === name ? name.toLowerCase() : 'teams_', []]);
    if (nearest === undefined)
      expect(fault?.wrong).toMatch(/^is no input of this action; the nearest is `[a-z-]+`$/);
    else expect(fault?.wrong).toBe(wrong(nearest));
  });

  it('several: each is told', async () => {
    const faults = await unknownInputs(envOf('team', 'mode', 'draft'));
    expect(faults.map(({ input }) => input)).toEqual(['team', 'draft']);
  });

  it.each(['TEAM', 'XINPUT_TEAM', 'input_team', 'INPUT_', 'INPUT'])('%s is none', async (name) => {
    expect(await unknownInputs({ [name]: 'x' })).toEqual([]);
  });

  it.each(['a;b', '$(id)', 'größe', 'x'.repeat(61), 'a\nb', 'a`b'])(
    'the name %j is not repeated',
    async (name) => {
      const [fault] = await unknownInputs({ [`INPUT_${name}`]: 'x' });
      // A name of more than one line is none that the runner makes.
      if (name.includes('\n')) expect(fault).toBeUndefined();
      else expect(fault?.input).toBe('an input');
    },
  );

  it('a name of sixty characters is', async () => {
    expect((await unknownInputs(envOf('x'.repeat(60))))[0]?.input).toBe('x'.repeat(60));
  });
});
