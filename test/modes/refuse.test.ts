import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';
import type { GateEvent } from '../../src/facts/event.ts';
import { recordRefusal, refuseInputs } from '../../src/modes/refuse.ts';
import { exitCode } from '../../src/report/exit.ts';
import { bot, commentEvent, event, githubFailure, head, refEvent } from '../gate/build.ts';
import { ending, openStage, read } from './stage.ts';

const dependabot = bot('dependabot[bot]', 49_699_333);
const modes = ['run', 'require-all', 'cancel', 'trigger', 'sweep'] as const;

const refused = async (mode: string, cause: GateEvent) => {
  const stage = await openStage({ inputs: { mode }, run: { event: cause } });
  const result = await refuseInputs(stage.ports);
  const states = stage.of('status').map((line) => line.split(': ').slice(0, 2).join(' '));
  return { stage, result, states };
};

describe('wrong inputs', () => {
  it.each([
    ['run', ['status drawbridge failure']],
    ['require-all', ['status drawbridge/require-all failure']],
    ['cancel', []],
    ['trigger', []],
    ['sweep', []],
  ])('mode %s: %j', async (mode, expected) => {
    for (const cause of [event(), event({ action: 'closed' }), refEvent()]) {
      const { stage, result, states } = await refused(mode, cause);
      expect([ending(result), exitCode(result, 'x'), states]).toEqual(['denied bad-input', 1, expected]);
      expect(result.commit).toBe(head);
      expect(stage.audit).toMatchObject([
        { mode, decision: 'not-run', outcome: { verdict: null, reason: 'bad-input' }, commit: head },
      ]);
      if (expected.length === 0) expect(stage.done).toEqual([]);
    }
  });

  it('are told on the commit', async () => {
    expect(read((await refused('run', event())).stage)).toMatchInlineSnapshot(`
      "log:

      statuses:
      drawbridge: failure: a maintainer has to mend the set-up of this check: an input is wrong"
    `);
  });

  it('are nobody’s mistake in a run of Dependabot, which gets no secrets', async () => {
    const { result, states } = await refused('run', event({ sender: dependabot }));
    expect([ending(result), states]).toEqual(['denied dependabot', ['status drawbridge pending']]);
  });

  it.each(['cancel', 'trigger', 'sweep', 'require-all'])(
    'ask for no approval of Dependabot in mode %s, where none would help',
    async (mode) => {
      const { result, states } = await refused(mode, event({ action: 'closed', sender: dependabot }));
      expect(ending(result)).toBe('denied bad-input');
      expect(states.filter((line) => line.includes('pending'))).toEqual([]);
    },
  );

  it('of an event that starts nothing are not worth a word', async () => {
    for (const mode of modes) {
      const { stage, result } = await refused(mode, { kind: 'unsupported', name: 'pull_request' });
      expect([ending(result), stage.done]).toEqual(['denied unsupported-event', []]);
    }
  });
});

describe('a command that meets wrong inputs', () => {
  const commands = [`/ok-to-test ${head}`, '/retest', '/test a', `/duplicate ${head}`, '/ok-to-test abc'];
  const cancels = ['/cancel', '/cancel now'];

  it.each([
    ['run', [...commands, ...cancels], []],
    ['trigger', [...commands, ...cancels], []],
    ['cancel', cancels, commands],
    ['require-all', [], [...commands, ...cancels]],
    ['sweep', [], [...commands, ...cancels]],
  ])('mode %s answers with a question where it would answer at all', async (mode, answered, left) => {
    const reactions = async (body: string) =>
      (await refused(mode, commentEvent({ parsed: parseCommand(body) }))).stage.done;
    for (const body of answered) expect(await reactions(body), body).toEqual(['react 7 confused']);
    for (const body of left) expect(await reactions(body), body).toEqual([]);
  });

  it('is not answered when it is none', async () => {
    for (const mode of modes)
      expect((await refused(mode, commentEvent({ parsed: { kind: 'none' } }))).stage.done).toEqual([]);
  });

  it('ends the same when GitHub does not take the answer', async () => {
    const stage = await openStage({ run: { event: commentEvent() } });
    stage.fail('react', githubFailure('forbidden'));
    expect(ending(await refuseInputs(stage.ports))).toBe('denied bad-input');
    expect(stage.log).toEqual([expect.stringMatching(/^warning: .*reaction/)]);
  });
});

it('inputs that leave no way to GitHub are recorded, and nothing is sent', async () => {
  const { ports, audit, done } = await openStage();
  const { settings, run, clock, audit: keep } = ports;
  const result = recordRefusal({ settings, run, clock, audit: keep });
  expect(ending(result)).toBe('denied bad-input');
  expect(audit.map((record) => JSON.stringify(record))).toEqual([result.audit]);
  expect([audit[0]?.commit, done]).toEqual([head, []]);
});
