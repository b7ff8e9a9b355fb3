import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditTo, hide, interruptions, maskSecrets, readSurroundings } from '../../src/action/runner.ts';
import { auditRecord } from '../../src/audit.ts';

const folder = mkdtempSync(join(tmpdir(), 'drawbridge-'));
afterAll(() => rmSync(folder, { recursive: true }));

let printed: string;
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});

const sender = { id: 2, login: 'bob', type: 'User' };
let files = 0;
const eventFile = (payload: unknown): string => {
  const path = join(folder, `event-${files++}.json`);
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return path;
};
const env = (over: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  GITHUB_REPOSITORY: 'acme/engine',
  GITHUB_RUN_ID: '9',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_TRIGGERING_ACTOR: 'bob',
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  GITHUB_EVENT_PATH: eventFile({ sender }),
  GITHUB_SHA: 'a'.repeat(40),
  ...over,
});

describe('what the runner tells', () => {
  it('is read', () => {
    expect(readSurroundings(env())).toEqual({
      facts: {
        repository: 'acme/engine',
        apiUrl: 'https://api.github.com',
        serverUrl: 'https://github.com',
        runId: '9',
        event: { kind: 'dispatch', sender },
      },
      run: { event: { kind: 'dispatch', sender }, rerunner: undefined, attempt: 1 },
    });
  });

  it("may be a GitHub of one's own", () => {
    const own = { GITHUB_API_URL: 'https://ghe.example/api/v3/', GITHUB_SERVER_URL: 'https://ghe.example/' };
    expect(readSurroundings(env(own)).facts).toMatchObject({
      apiUrl: 'https://ghe.example/api/v3',
      serverUrl: 'https://ghe.example',
    });
  });

  it.each([
    ['1', undefined, 1],
    ['2', 'bob', 2],
    ['17', 'bob', 17],
    [undefined, undefined, 1],
  ])('attempt %s: started again by %s', (attempt, rerunner, number) => {
    expect(readSurroundings(env({ GITHUB_RUN_ATTEMPT: attempt })).run).toMatchObject({
      rerunner,
      attempt: number,
    });
  });

  it('names nobody rather than forget that it is a re-run', () => {
    expect(
      readSurroundings(env({ GITHUB_RUN_ATTEMPT: '2', GITHUB_TRIGGERING_ACTOR: undefined })).run.rerunner,
    ).toBe('');
  });

  it('names the commit of a release', () => {
    const release = {
      GITHUB_EVENT_NAME: 'release',
      GITHUB_EVENT_PATH: eventFile({ action: 'published', sender, release: { tag_name: 'v1' } }),
    };
    expect(readSurroundings(env(release)).run.event).toMatchObject({
      kind: 'ref',
      commit: 'a'.repeat(40),
      name: 'v1',
    });
  });

  it.each([
    ['is not there', () => join(folder, 'missing.json')],
    ['is not named', () => undefined],
    ['is no JSON', () => eventFile('{')],
    ['is a folder', () => folder],
  ])('an event file that %s is no event', (_, path) => {
    const surroundings = readSurroundings({ ...env(), GITHUB_EVENT_PATH: path() });
    expect(surroundings.run.event).toEqual({ kind: 'unsupported', name: 'workflow_dispatch' });
  });
});

describe('the audit record', () => {
  const record = auditRecord(
    {
      when: '2026-01-01T00:00:00.000Z',
      repository: 'acme/engine',
      mode: 'run',
      runUrl: 'https://x',
      run: { event: { kind: 'schedule' }, rerunner: undefined, attempt: 1 },
    },
    undefined,
    undefined,
    { decision: 'denied', reason: 'unsupported-event' },
  );

  it('is one line of the log, and one more line of the file', () => {
    const file = join(folder, 'audit.jsonl');
    auditTo(file)(record);
    auditTo(file)(record);
    const line = JSON.stringify(record);
    expect(readFileSync(file, 'utf8')).toBe(`${line}\n${line}\n`);
    expect(printed.split('\n').filter((one) => one === line)).toHaveLength(2);
  });

  it('is kept in the log when the file cannot be written', () => {
    auditTo(join(folder, 'missing', 'audit.jsonl'))(record);
    expect(printed).toContain(JSON.stringify(record));
    expect(printed).toMatch(/^::warning::the audit line could not be appended/m);
    expect(printed).not.toContain(folder);
  });

  it('needs no file', () => {
    auditTo(undefined)(record);
    expect(printed).not.toContain('::warning');
  });
});

it('secrets are masked, unless they are so short that they would ruin the log', () => {
  vi.stubEnv('INPUT_GITLAB-TOKEN', 'glpat-0123456789');
  vi.stubEnv('INPUT_GITHUB-TOKEN', 'short');
  maskSecrets();
  vi.unstubAllEnvs();
  expect(printed.trim().split('\n')).toEqual(['::add-mask::glpat-0123456789']);
});

it('what was fetched is masked in every piece of it, before anything else is printed', () => {
  hide('{"key":"größe 1\\nline 2"}\n');
  expect(printed.trim().split('\n')).toEqual([
    '::add-mask::{"key":"größe 1\\nline 2"}',
    '::add-mask::größe 1%0Aline 2',
    '::add-mask::größe 1%0D%0Aline 2',
    '::add-mask::größe 1',
    '::add-mask::line 2',
  ]);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s interrupts', (signal) => {
  const before = new Map(
    (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((name) => [name, process.listeners(name)]),
  );
  const interrupted = interruptions();
  expect(interrupted.aborted).toBe(false);
  process.emit(signal);
  expect(interrupted.aborted).toBe(true);
  for (const [name, listeners] of before)
    for (const added of process.listeners(name).filter((one) => !listeners.includes(one)))
      process.off(name, added);
});
