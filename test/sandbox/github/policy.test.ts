import { describe, expect, it } from 'vitest';
import { parsePolicy, refusalOf } from '../../../sandbox/github/policy.ts';

const path = '.github/workflows/private-tests.yml';
const eventRefused = (event: string, of = path) =>
  `Event '${event}' is not allowed to trigger Actions workflows. Workflow file: '${of}'.`;

/** A policy for events, in the words of the REST API. */
const eventPolicy = (
  allowed_events: readonly string[],
  include: readonly string[] = [path],
  more: object = {},
) =>
  parsePolicy({
    name: 'private tests',
    enforcement: 'active',
    conditions: { workflow_path: { include, exclude: [] } },
    rules: [{ type: 'restrict_action_events', parameters: { allowed_events } }],
    ...more,
  });

const actorPolicy = (...ids: number[]) =>
  parsePolicy({
    name: 'people',
    enforcement: 'active',
    rules: [
      {
        type: 'restrict_actions_actors',
        parameters: { allowed_actors: ids.map((id) => ({ id, type: 'User' })) },
      },
    ],
  });

const attempt = { path, event: 'pull_request_target', actors: [1, 1], isPublic: true };

describe('the default policy', () => {
  it("blocks pull_request_target in a public repository, in GitHub's words, and no other event of the file", () => {
    expect(refusalOf([], attempt, true)).toBe(eventRefused('pull_request_target'));
    for (const event of ['pull_request', 'workflow_run', 'issue_comment', 'schedule']) {
      expect(refusalOf([], { ...attempt, event }, true)).toBeUndefined();
    }
  });

  it('leaves private repositories alone, and everybody while it only warns', () => {
    expect(refusalOf([], { ...attempt, isPublic: false }, true)).toBeUndefined();
    expect(refusalOf([], attempt, false)).toBeUndefined();
  });

  it('stands aside for an event policy that covers the file, and for no other policy', () => {
    const own = eventPolicy(['pull_request_target']);
    expect(refusalOf([own], attempt, true)).toBeUndefined();
    const elsewhere = { ...attempt, path: '.github/workflows/other.yml' };
    expect(refusalOf([own], elsewhere, true)).toBe(eventRefused('pull_request_target', elsewhere.path));
    expect(refusalOf([actorPolicy(1)], attempt, true)).toBe(eventRefused('pull_request_target'));
    for (const enforcement of ['evaluate', 'disabled']) {
      const idle = eventPolicy(['pull_request_target'], [path], { enforcement });
      expect(refusalOf([idle], attempt, true)).toBe(eventRefused('pull_request_target'));
    }
  });
});

describe('an event policy', () => {
  it('is a list of all that is allowed: an event that is not on it is blocked', () => {
    const own = eventPolicy(['pull_request_target']);
    expect(refusalOf([own], { ...attempt, event: 'issue_comment' }, true)).toBe(
      eventRefused('issue_comment'),
    );
  });

  it('adds up with others: all that cover the file must allow', () => {
    const both = [eventPolicy(['pull_request_target', 'push']), eventPolicy(['push', 'schedule'], [])];
    expect(refusalOf(both, attempt, true)).toBe(eventRefused('pull_request_target'));
    expect(refusalOf(both, { ...attempt, event: 'push' }, true)).toBeUndefined();
  });

  it('covers all files without a path, and none that it excludes', () => {
    const push = { ...attempt, event: 'push' };
    for (const include of [[], ['~ALL']]) {
      expect(refusalOf([eventPolicy(['schedule'], include)], push, true)).toBe(eventRefused('push'));
    }
    expect(refusalOf([eventPolicy(['schedule'], [], { conditions: {} })], push, true)).toBe(
      eventRefused('push'),
    );
    const except = { conditions: { workflow_path: { include: [], exclude: [path] } } };
    expect(refusalOf([eventPolicy(['schedule'], [], except)], push, true)).toBeUndefined();
  });
});

describe('an actor rule', () => {
  it('wants whoever caused the run and whoever asked for it again on its list', () => {
    const refused = 'Actor is not allowed to trigger Actions workflows.';
    const push = { ...attempt, event: 'push' };
    expect(refusalOf([actorPolicy(1, 2)], { ...push, actors: [1, 2] }, true)).toBeUndefined();
    expect(refusalOf([actorPolicy(1)], { ...push, actors: [1, 2] }, true)).toBe(refused);
    expect(refusalOf([actorPolicy(2)], { ...push, actors: [1, 2] }, true)).toBe(refused);
    expect(refusalOf([actorPolicy(1, 2), actorPolicy(3)], push, true)).toBe(refused);
  });
});

describe('a policy that is not played is refused', () => {
  const fine = { name: 'x', enforcement: 'active', rules: [] };
  it.each([
    ['no name', { ...fine, name: '' }],
    ['an unknown field', { ...fine, target: 'actions' }],
    ['an unknown state', { ...fine, enforcement: 'on' }],
    [
      'a kind of actor without an account',
      ruleOf('restrict_actions_actors', { allowed_actors: [{ id: 1, type: 'Team' }] }),
    ],
    ['an unknown event', ruleOf('restrict_action_events', { allowed_events: ['pull_request_targets'] })],
    ['an unknown rule', ruleOf('restrict_events', {})],
    [
      'a pattern',
      { ...fine, conditions: { workflow_path: { include: ['.github/workflows/*.yml'], exclude: [] } } },
    ],
    [
      'all files as an exception',
      { ...fine, conditions: { workflow_path: { include: [], exclude: ['~ALL'] } } },
    ],
  ])('%s', (_, policy) => {
    expect(() => parsePolicy(policy)).toThrow();
    expect(() => parsePolicy(fine)).not.toThrow();
  });

  function ruleOf(type: string, parameters: object): object {
    return { name: 'x', enforcement: 'active', rules: [{ type, parameters }] };
  }
});
