import { expect, it } from 'vitest';
import { outputs, summary } from './expected.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;

it('names everything that is wrong with the inputs at once, asks nobody anything and repeats no value', async () => {
  const pull = scene.openByMember('feature/inputs', ['test-do-infra']);
  // None of these is known to the runner as a secret, so that nothing but the action can keep them back.
  const wrong = {
    mode: 'Gx7-mode',
    organization: 'Gx7 organisation',
    teams: 'core, Gx7 team',
    'trusted-bots': 'Gx7bot',
    approvals: 'Gx7-approvals',
    drafts: 'Gx7-drafts',
    tests: '- Gx7\n- list',
    'default-tests': 'test-a,Gx7 b',
    'gitlab-url': 'http://Gx7.example.org/?token=Gx7',
    'gitlab-project': '',
    'gitlab-ref': '-Gx7',
    'twin-branches': 'release/*, Gx7?',
    'gitlab-trigger-token': 'glptt-Gx7\nsecond-line-Gx7',
    'gitlab-token': 'glpat-Gx7 with a space',
    'pass-as': 'Gx7-pass',
    variables: 'PATH: /Gx7\nREGION: $Gx7',
    'branch-variable': '1Gx7',
    'timeout-minutes': 'Gx7',
    'error-budget-minutes': '0',
    'on-blocked': 'Gx7-blocked',
    'on-rerun': 'Gx7-rerun',
    'ca-certificate': 'Gx7',
  };
  const story = await stage.play(pull, { with: wrong });

  expect(sandbox.recorder.all()).toEqual([]);
  expect(story.exitCode).toBe(1);
  const message = story.annotations.map((one) => one.message).join('\n');
  expect(story.annotations).toEqual([{ level: 'error', title: 'Drawbridge: bad-input', message }]);
  const [heading, ...faults] = message.split('\n');
  expect(heading).toBe('Wrong inputs:');
  const named = faults.map((line) => /^- ([a-z-]+): .+/.exec(line)?.[1] ?? '');
  expect(named.toSorted()).toEqual([...Object.keys(wrong), 'variables'].toSorted());
  expect(message).toContain('- gitlab-token: must be one word without spaces or line ends; got ');
  expect(message).toContain('- variables: the name PATH is reserved; choose another');

  const { stdout, stderr, outputs: set, state } = story.result;
  const printed = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect([...printed, stderr, JSON.stringify([set, state, story.summary])].join('\n')).not.toContain('Gx7');
  expect(story.outputs).toEqual(
    outputs({ decision: 'denied', reason: 'bad-input', commit: '', 'duration-seconds': '' }),
  );
  const rows = { Decision: 'denied', Reason: '`bad-input`' };
  const remedy = 'See the message in the log; it names each input.';
  expect(story.summary).toEqual(summary('an input of the action is wrong', rows, remedy));
  expect(story.state).toEqual({ done: 'bad-input' });
  expect(story.postLog).toEqual([]);
});

it('says what a trigger token alone cannot do', async () => {
  const pull = scene.openByMember('feature/trigger-only', ['test-do-infra']);
  const tokens = { 'gitlab-trigger-token': scene.tokens.trigger, 'gitlab-token': '' };
  const story = await stage.play(pull, { with: tokens });

  expect(sandbox.recorder.all()).toEqual([]);
  expect(story.exitCode).toBe(1);
  expect(story.annotations.map(({ message }) => message)).toEqual([
    'Wrong inputs:\n- gitlab-token: is missing: a trigger token alone cannot watch; give an access token of the ' +
      'project with the scope `api`',
  ]);
});
