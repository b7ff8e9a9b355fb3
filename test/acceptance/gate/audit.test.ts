import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';
import { openGateStage } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, event, detached, comment, play, other, audit } = stage;
const { github, gitlab } = sandbox;

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('docs/audit.schema.json', 'utf8')));
const complaints = (record: unknown): readonly string[] =>
  validate(record)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

const file = join(makeFolder(), 'audit.jsonl');
const kept = { with: { 'audit-file': file } };

/** How a run ended whose mode asks no gate, or that never came to it. */
const unasked = (ends: string) => [ends, 'not-run'] as const;

describe('the record of a real run', () => {
  const own = scene.openByMember('feature/audited', ['test-do-infra']);
  const theirs = scene.openByOutsider('audited');
  const draft = scene.openByMember('feature/audited-draft');
  const scheduled = () => ({ ...github.event('schedule', null, { repo: scene.repository }) });
  const pushed = () => ({ ...github.event('push', null, { repo: scene.repository, sender: 'mallory' }) });

  const weak = gitlab.addAccessToken({ project: scene.project, scopes: ['api'] });
  gitlab.revokeToken(weak);
  const refusedToken = { with: { ...kept.with, 'gitlab-token': weak }, job: { secrets: [weak] } };
  const released = () => {
    const tag = 'v1.0.0';
    const sha = github.tag(scene.repository, tag);
    const payload = github.event('release', 'published', { repo: scene.repository, sender: 'bob', tag });
    const job = { ref: `refs/tags/${tag}`, sha };
    return other('release', { ...payload }, 'bob', { with: { ...kept.with, mode: 'trigger' }, job });
  };

  // How the run ended; what the gate had said, and by which row; the verdict on record.
  it.each([
    ['allowed', () => detached(own, kept), 'allowed detached', 'allowed all-members', 'pending'],
    ['waiting', () => event(theirs, kept), 'denied approval-needed', 'denied'],
    [
      'approved',
      () => comment(theirs, 'carol', `/ok-to-test ${theirs.sha}`, { with: { ...kept.with, wait: 'false' } }),
      'allowed detached',
      'allowed approved-now',
      'pending',
    ],
    [
      'a command without the right',
      () => comment(theirs, 'mallory', '/retest', kept),
      'denied command-not-allowed',
      'denied',
    ],
    [
      '/cancel without the right',
      () => comment(theirs, 'mallory', '/cancel', kept),
      ...unasked('denied command-not-allowed'),
    ],
    ['talk', () => comment(theirs, 'mallory', 'Hi!', kept), 'not-run no-command', 'not-run'],
    ['/cancel', () => comment(own, 'wendy', '/cancel', kept), ...unasked('allowed cancel-done')],
    [
      'a stranger’s push',
      () => other('push', pushed(), 'mallory', kept),
      'denied sender-not-writer',
      'denied',
    ],
    ['a release', released, 'allowed triggered', 'allowed member-with-write', 'pending'],
    ['another event', () => other('workflow_run', {}, 'bob', kept), 'denied unsupported-event', 'denied'],
    [
      'a token that GitLab refuses',
      () => event(own, refusedToken),
      'undecided gitlab-token-refused',
      'allowed all-members',
    ],
    [
      'a wrong input',
      () => event(own, { with: { ...kept.with, variables: 'CI_X: 1' } }),
      ...unasked('denied bad-input'),
    ],
    [
      'mode require-all',
      () => event(own, { with: { ...kept.with, mode: 'require-all' } }),
      ...unasked('denied tests-missing'),
    ],
    [
      'mode sweep',
      () => other('schedule', scheduled(), 'alice', { with: { ...kept.with, mode: 'sweep' } }),
      ...unasked('allowed sweep-done'),
    ],
  ] as const)('%s', async (_, job, ends, gate, verdict: string | null = null) => {
    const result = await play(job());
    const record = audit(result);
    expect(complaints(record)).toEqual([]);
    const { decision, reason } = result.outputs;
    expect(`${decision} ${reason}`).toBe(ends);
    const { decision: said, rule } = record;
    expect([said, rule].filter((word) => word !== null).join(' ')).toBe(gate);
    expect(record['outcome']).toEqual({ verdict, reason });
    const line = result.outputs['audit'] ?? '';
    expect(result.stdout.split('\n')).toContain(line);
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)).toBe(line);
    const names = ['alice', 'bob', 'carol', 'mallory', 'wendy'];
    expect(names.filter((name) => line.includes(name))).toEqual([]);
  });

  it('every line of the file is one', () => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line));
    // The sweep may find pipelines ended that nobody waited for, and has a record for each.
    const own = records.filter(({ mode, pullRequest }) => mode !== 'sweep' || pullRequest === null);
    // What starts a pipeline is on record as it starts, too.
    expect(own).toHaveLength(17);
    expect(lines.flatMap((line) => complaints(JSON.parse(line)))).toEqual([]);
  });

  it('a draft left alone, undecided, and gone', async () => {
    github.convertToDraft(scene.repository, draft.number);
    expect(complaints(audit(await play(event(draft))))).toEqual([]);
    stage.answer(/\/pulls\/\d+$/, { kind: 'status', status: 404 });
    const record = audit(await play(event(own)));
    expect(complaints(record)).toEqual([]);
    expect(record).toMatchObject({
      decision: 'undecided',
      outcome: { verdict: null, reason: 'pull-request-not-found' },
      commit: own.sha,
    });
  });
});

describe('the schema notices', () => {
  const good = {
    ...{ version: 2, when: '2026-11-21T10:00:00.000Z', repository: 'acme/engine', mode: 'run' },
    ...{ event: 'push', attempt: 1, run: 'https://github.com/acme/engine/actions/runs/1' },
    ...{ pullRequest: null, commit: 'a'.repeat(40), author: null, pushers: [7, 8], sender: 7 },
    ...{ rerunner: null, approver: null, comment: null, rule: 'member-with-write', decision: 'allowed' },
    ...{
      outcome: { verdict: null, reason: 'starting' },
      tests: ['test-a'],
      key: `acme/engine!push@${'a'.repeat(40)}:0123456789ab`,
    },
    pipeline: 12,
  };

  it('nothing about a good one', () => expect(complaints(good)).toEqual([]));

  it.each([
    ['a login', { sender: 'bob' }],
    ['a short commit', { commit: 'abc' }],
    ['an unknown field', { login: 'bob' }],
    ['another event', { event: 'pull_request' }],
    ['another rule', { rule: 'friendly' }],
    ['free text as reason', { outcome: { verdict: null, reason: 'because GitLab says so' } }],
    ['a verdict of its own', { outcome: { verdict: 'fine', reason: 'starting' } }],
    ['no reason', { outcome: { verdict: 'success' } }],
    ['a login among those who pushed', { pushers: [7, 'bob'] }],
    ['another mode', { mode: 'doctor' }],
    ['an unsafe test', { tests: ['$(id)'] }],
    ['a key of another form', { key: 'acme/engine@main' }],
    ['local time', { when: '2026-11-21T10:00:00+01:00' }],
  ])('%s', (_, over) => expect(complaints({ ...good, ...over })).not.toEqual([]));

  it.each(Object.keys(good))('a record without %s', (name) => {
    const { [name as keyof typeof good]: _, ...rest } = good;
    expect(complaints(rest)).not.toEqual([]);
  });
});
