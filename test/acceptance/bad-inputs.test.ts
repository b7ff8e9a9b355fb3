import { expect, it } from 'vitest';
import { selfSigned } from '../net/certificate.ts';
import { outputs } from './expected.ts';
import { expectRequests, writeStatus } from './requests.ts';
import { openStage, type Story } from './stage.ts';
import { read } from './story.ts';

const stage = await openStage();
const { scene, sandbox } = stage;

/** On record: the gate was not asked. */
const badInput = { decision: 'not-run', outcome: { verdict: null, reason: 'bad-input' } };

/** What the action itself printed and set: without the runner's echo, and without masks, which name a value. */
function ownText({ result }: Story): string {
  const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...printed, result.stderr, JSON.stringify([result.outputs, result.state, result.summary])].join(
    '\n',
  );
}

/** The inputs that the one message names, in its order. */
function namedIn({ annotations }: Story): readonly string[] {
  expect(annotations.map(({ level, title }) => ({ level, title }))).toEqual([
    { level: 'error', title: 'Drawbridge: bad-input' },
  ]);
  const [heading, ...faults] = (annotations[0]?.message ?? '').split('\n');
  expect(heading).toBe('Wrong inputs:');
  return faults.map((line) => /^- ([a-z-]+): .+/.exec(line)?.[1] ?? line);
}

it('names everything that is wrong with the inputs at once, never asks GitLab and repeats no value', async () => {
  const pull = scene.openByMember('feature/inputs', ['test-do-infra']);
  // None of these is known to the runner as a secret, so that nothing but the action can keep them back.
  const wrong = {
    mode: 'Gx7-mode',
    'membership-token': 'ghs_Gx7 with a space',
    organization: 'Gx7 organisation',
    teams: 'core, Gx7 team',
    'trusted-bots': 'Gx7bot',
    'who-may-run': 'core: Gx7 test',
    approvals: 'Gx7-approvals',
    drafts: 'Gx7-drafts',
    'pull-request': '0Gx7',
    tests: 'test-a: Gx7 id',
    'default-tests': 'test-a,Gx7 b',
    'settle-seconds': '-7',
    'gitlab-url': 'http://Gx7.example.org/?token=Gx7',
    'gitlab-project': '',
    'gitlab-ref': '-Gx7',
    'twin-branches': 'release/*, Gx7?',
    'gitlab-trigger-token': 'glptt-Gx7\nsecond-line-Gx7',
    'gitlab-token': 'glpat-Gx7 with a space',
    'pass-as': 'Gx7-pass',
    'branch-variable': '1Gx7',
    variables: 'PATH: /Gx7',
    wait: 'Gx7-wait',
    supersede: 'Gx7-supersede',
    disclose: 'Gx7-disclose',
    'timeout-minutes': 'Gx7',
    'error-budget-minutes': '0',
    'on-blocked': 'Gx7-blocked',
    'on-rerun': 'Gx7-rerun',
  };
  const story = await stage.play(pull, { with: wrong });

  expectRequests(story, [writeStatus]);
  expect(story.exitCode).toBe(1);
  expect(namedIn(story).toSorted()).toEqual(Object.keys(wrong).toSorted());
  // Before that the runner shows the inputs, some of which have two lines.
  const log = story.log.slice(story.log.indexOf('audit record'));
  expect(read({ ...story, log })).toMatchInlineSnapshot(`
    "log:
    audit record
    <audit>
    Error: Wrong inputs:
    - mode: must be one of: auto, run, require-all, cancel, trigger, sweep, doctor
    - pull-request: must be the number of a pull request; got 4 characters that do not fit
    - drafts: must be true or false
    - wait: must be true or false
    - tests: the id of the label test-a must consist of letters, digits and . _ / : @ # + = -
    - default-tests: must consist of letters, digits and . _ / : @ # + = -; item 2 does not fit
    - gitlab-trigger-token: must be one word without spaces or line ends; got 25 characters that do not fit
    - gitlab-token: must be one word without spaces or line ends; got 22 characters that do not fit
    - gitlab-url: must be an https URL without user, query or fragment (http only on loopback)
    - gitlab-project: is empty: give the path (\`group/project\`) or the id of the GitLab project
    - branch-variable: must be the name of a variable; got 4 characters that do not fit
    - gitlab-ref: must be the name of a branch or tag; got 4 characters that do not fit
    - twin-branches: must be branch names, \`*\` for any text; item 2 does not fit
    - pass-as: must be one of: variables, inputs
    - variables: the name PATH is reserved; choose another
    - timeout-minutes: must be a number of minutes, more than 0 and at most 1440
    - error-budget-minutes: must be a number of minutes, more than 0 and at most 1440
    - on-blocked: must be one of: fail, wait
    - on-rerun: must be one of: retry-failed, new
    - membership-token: must be one word without spaces or line ends; got 20 characters that do not fit
    - organization: must be the name of an organisation, as \`acme\`, and no address; got 16 characters that do not fit
    - teams: must be team slugs between commas, without the organisation (\`platform\`, not \`acme/platform\`); item 2 does not fit
    - trusted-bots: must be numeric ids between commas; item 1 does not fit
    - approvals: must be one of: comment, none
    - who-may-run: test ids must consist of letters, digits and . _ / : @ # + = -
    - settle-seconds: must be a number of seconds from 0 to 600
    - supersede: must be true or false
    - disclose: must be one of: status, counts, jobs

    statuses:
    failure: a maintainer has to mend the set-up of this check: an input is wrong

    summary:
    ### ✋ A maintainer has to mend the set-up of this check: an input is wrong · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    \`\`\`text
    - mode: must be one of: auto, run, require-all, cancel, trigger, sweep, doctor
    - pull-request: must be the number of a pull request; got 4 characters that do not fit
    - drafts: must be true or false
    - wait: must be true or false
    - tests: the id of the label test-a must consist of letters, digits and . _ / : @ # + = -
    - default-tests: must consist of letters, digits and . _ / : @ # + = -; item 2 does not fit
    - gitlab-trigger-token: must be one word without spaces or line ends; got 25 characters that do not fit
    - gitlab-token: must be one word without spaces or line ends; got 22 characters that do not fit
    - gitlab-url: must be an https URL without user, query or fragment (http only on loopback)
    - gitlab-project: is empty: give the path (\`group/project\`) or the id of the GitLab project
    - branch-variable: must be the name of a variable; got 4 characters that do not fit
    - gitlab-ref: must be the name of a branch or tag; got 4 characters that do not fit
    - twin-branches: must be branch names, \`*\` for any text; item 2 does not fit
    - pass-as: must be one of: variables, inputs
    - variables: the name PATH is reserved; choose another
    - timeout-minutes: must be a number of minutes, more than 0 and at most 1440
    - error-budget-minutes: must be a number of minutes, more than 0 and at most 1440
    - on-blocked: must be one of: fail, wait
    - on-rerun: must be one of: retry-failed, new
    - membership-token: must be one word without spaces or line ends; got 20 characters that do not fit
    - organization: must be the name of an organisation, as \`acme\`, and no address; got 16 characters that do not fit
    - teams: must be team slugs between commas, without the organisation (\`platform\`, not \`acme/platform\`); item 2 does not fit
    - trusted-bots: must be numeric ids between commas; item 1 does not fit
    - approvals: must be one of: comment, none
    - who-may-run: test ids must consist of letters, digits and . _ / : @ # + = -
    - settle-seconds: must be a number of seconds from 0 to 600
    - supersede: must be true or false
    - disclose: must be one of: status, counts, jobs
    \`\`\`
    Nothing is wrong with this change. **Next** · Read the error in the log or the summary: it names each wrong input and says what it must be.
    <details>
    <summary>How it was decided</summary>
    - Decision: **denied** by [\`bad-input\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#bad-input): a maintainer has to mend the set-up of this check: an input is wrong
    - Commit: \`<head>\`
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);
  expect(ownText(story)).not.toContain('Gx7');
  expect(story.outputs).toEqual(outputs({ decision: 'denied', reason: 'bad-input' }));
  expect(story.audit).toMatchObject({ ...badInput, rule: null, pipeline: null });
  expect(story.state).toEqual({ done: 'bad-input' });
  expect(story.postLog).toEqual([]);
});

it('asks nobody at all where it cannot even speak to GitHub', async () => {
  const pull = scene.openByMember('feature/mute', ['test-do-infra']);
  const wrong = { 'status-context': 'Gx7'.repeat(50), 'ca-certificate': 'Gx7' };
  const story = await stage.play(pull, { with: wrong });

  expect(sandbox.recorder.all()).toEqual([]);
  expect(story.exitCode).toBe(1);
  expect(namedIn(story).toSorted()).toEqual(Object.keys(wrong).toSorted());
  expect(ownText(story)).not.toContain('Gx7');
  expect(story.outputs).toEqual(outputs({ decision: 'denied', reason: 'bad-input' }));
  // Nobody is told, but it is on record.
  expect(story.audit).toMatchObject({ ...badInput, commit: '<head>' });
});

it.each(['cancel', 'trigger', 'sweep'])('tells no commit anything in mode %s', async (mode) => {
  const pull = scene.openByMember(`feature/mute-${mode}`, ['test-do-infra']);
  const story = await stage.play(pull, { with: { mode, drafts: 'perhaps' } });

  expect(sandbox.recorder.all()).toEqual([]);
  expect(story.exitCode).toBe(1);
  expect(namedIn(story)).toEqual(['drafts']);
  expect(story.outputs).toEqual(outputs({ decision: 'denied', reason: 'bad-input' }));
  expect(story.audit).toMatchObject({ mode, ...badInput });
});

it('names the token for GitHub where there is none', async () => {
  const pull = scene.openByMember('feature/no-token', ['test-do-infra']);
  const story = await stage.play(pull, { with: { 'github-token': '' } });

  expect(sandbox.recorder.all()).toEqual([]);
  expect(namedIn(story)).toEqual(['github-token']);
});

it('tells an empty secret from one that is left out, on the commit, in the log and in the summary', async () => {
  const pull = scene.openByMember('feature/no-environment', ['test-do-infra']);
  // A job without its `environment:` has none of the secrets that its steps name.
  const story = await stage.play(pull, { with: { 'gitlab-token': '', 'membership-token': '' } });

  expectRequests(story, [writeStatus]);
  const hint = 'is empty: does the secret exist, and has the job its `environment:`?';
  const faults = [`- gitlab-token: ${hint}`, `- membership-token: ${hint}`];
  expect(story.annotations.map(({ message }) => message)).toEqual([['Wrong inputs:', ...faults].join('\n')]);
  expect(story.result.summary).toContain(['```text', ...faults, '```'].join('\n'));
});

it('takes a certificate with text around it, as openssl prints it', async () => {
  const pull = scene.openByMember('feature/certificate', ['test-do-infra']);
  stage.answerReadsWhen('success');
  const story = await stage.play(pull, {
    with: { 'ca-certificate': `Subject: CN = example\n${selfSigned().cert}# end` },
  });
  expect([story.exitCode, story.outputs['reason']]).toEqual([0, 'pipeline-success']);
});

it('says what a trigger token alone cannot do', async () => {
  const pull = scene.openByMember('feature/trigger-only', ['test-do-infra']);
  const tokens = { 'gitlab-trigger-token': scene.tokens.trigger, 'gitlab-token': ' ' };
  const story = await stage.play(pull, { with: tokens });

  expectRequests(story, [writeStatus]);
  expect(story.exitCode).toBe(1);
  expect(story.annotations.map(({ message }) => message)).toEqual([
    'Wrong inputs:\n- gitlab-token: is missing: a trigger token alone can neither watch nor cancel; add an access ' +
      'token, or set `wait: false` or `mode: trigger`',
  ]);
});
