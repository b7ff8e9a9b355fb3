import { expect, it } from 'vitest';
import { openGateStage, unwatched } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, comment, detached, event, started, refused, statuses } = stage;

it('the all label in other letters, beside a label for one test, runs all', async () => {
  const pull = scene.openByMember('feature/in-other-letters', ['Test-All', 'test-do-infra']);
  const { asked, outputs } = await started(detached(pull));
  expect([asked.variables['TESTS_TO_RUN'], outputs['all-tests-selected']]).toEqual(['test-all', 'true']);
});

it('/test all is all tests, for whoever may run all', async () => {
  const pull = scene.openByMember('feature/all-on-request', ['test-do-infra']);
  const rights = { 'who-may-run': 'write: [test-do-infra, test-aws-infra]\nadmin: all' };
  const no = await refused(comment(pull, 'carol', '/test all', { with: rights }), {
    reason: 'test-not-allowed',
    statuses: ['failure'],
  });
  expect(no.log).toContain('outside the rights of the person who asked for it: test-all.');
  const { asked } = await started(comment(pull, 'carol', '/test All', { with: unwatched }));
  expect(asked.variables['TESTS_TO_RUN']).toBe('test-all');
});

it('a label with blanks and emoji stands for its id; one that is not known is named, in a form that GitHub takes', async () => {
  const tests = {
    'label-prefix': 'test',
    tests: 'test 🚀 rocket, big: test-do-infra\n"test \\u202egnp": test-aws-infra',
  };
  const known = scene.openByMember('feature/emoji', ['Test 🚀 Rocket, BIG']);
  const { asked } = await started(detached(known, { with: tests }));
  expect(asked.variables['TESTS_TO_RUN']).toBe('test-do-infra');

  const strange = scene.openByMember('feature/strange-emoji', ['test 🛰 <b>`x`']);
  const { log, summary } = await refused(event(strange, { with: tests }), {
    reason: 'unknown-label',
    statuses: ['failure'],
  });
  const shown = String.raw`"test 🛰 \u{3c}b\u{3e}\u{60}x\u{60}"`;
  const listed = String.raw`"test \u{202e}gnp", "test 🚀 rocket, big", test-all`;
  expect(log).toContain(`a label with the test prefix is not known: ${shown}; known: ${listed}.`);
  expect(summary).toContain(`Refused: \`${shown}\` · Known: \`${listed}\``);
  expect(statuses(strange.sha)).toEqual(['drawbridge failure']);
  const [status] = sandbox.github.statuses(scene.repository, strange.sha);
  expect(status?.description).toMatch(/^a label with the test prefix is not known: "test \\u\{1f6f0\} /);
});
