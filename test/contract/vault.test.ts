import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFaults } from '../../sandbox/base/faults.ts';
import { createRecorder } from '../../sandbox/base/record.ts';
import { serve } from '../../sandbox/base/serve.ts';
import { type SandboxClock, scaledClock } from '../../sandbox/clock.ts';
import { createVault } from '../../sandbox/vault/vault.ts';
import { systemClock } from '../../src/clock.ts';
import { playsOnOpenBao, startOpenBao } from '../openbao.ts';
import { type RowsIssuer, startIssuer } from './vault/issuer.ts';
import { print } from './vault/print.ts';
import { approleRows, jwtRows } from './vault/rows/jwt.ts';
import { kv1Rows, kv2Rows } from './vault/rows/kv.ts';
import { policyRows } from './vault/rows/policy.ts';
import { mountRows, serverRows, wrappingRows } from './vault/rows/server.ts';
import { leaseRows, tokenRows } from './vault/rows/token.ts';
import { type Row, type Server, type Stage, startStage } from './vault/stage.ts';

/**
 * The same rows are played on the sandbox's Vault and on a real OpenBao, and both have to answer what stands in answers.txt.
 * That file is written from the real one, by `RECORD_OPENBAO=1 npx vitest run test/contract/vault.test.ts`.
 */
const parts: Readonly<Record<string, readonly Row[]>> = {
  'log-in by JWT': jwtRows,
  'log-in by AppRole': approleRows,
  tokens: tokenRows,
  leases: leaseRows,
  'kv version 2': kv2Rows,
  'kv version 1': kv1Rows,
  mounts: mountRows,
  policies: policyRows,
  wrapping: wrappingRows,
  server: serverRows,
};
const ANSWERS = join(import.meta.dirname, 'vault', 'answers.txt');
const records = process.env['RECORD_OPENBAO'] === '1';
const answered: Record<string, Record<string, string>> = {};

/** What was recorded, by part and row. */
const kept = records ? {} : recorded();

function recorded(): Record<string, Record<string, string>> {
  const sections = readFileSync(ANSWERS, 'utf8').split(/^## /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const [part = '', ...lines] = section.split('\n');
      const rows = lines.join('\n').split(/^- /m).slice(1);
      return [part, Object.fromEntries(rows.map((row) => row.trim().split('\n    ') as [string, string]))];
    }),
  );
}

async function embedded(): Promise<Server & { stop(): Promise<void> }> {
  let passed = 0;
  const clock: SandboxClock = { ...scaledClock(1), now: () => Date.now() + passed };
  const vault = createVault({ clock });
  const served = await serve(vault.app, {
    service: 'vault',
    recorder: createRecorder(),
    faults: createFaults(),
    clock,
  });
  return {
    url: served.url,
    rootToken: vault.rootToken,
    unsealKey: vault.world.unsealKey,
    later: async (ms) => {
      passed = Math.max(passed, ms);
    },
    stop: async () => {
      await served.close();
      vault.world.gaps.settle();
    },
  };
}

async function real(): Promise<Server & { stop(): Promise<void> }> {
  const bao = await startOpenBao();
  const began = Date.now();
  // The only real wait of the tests: nothing else ages a real server. What is awaited was made first and is asked for last.
  return { ...bao, later: (ms) => systemClock.sleep(Math.max(0, began + ms + 500 - Date.now())) };
}

const servers = [
  { name: 'the embedded Vault', start: embedded, plays: !records },
  { name: 'a real OpenBao', start: real, plays: playsOnOpenBao() },
];

describe.each(servers.filter(({ plays }) => plays))('$name', ({ start }) => {
  let server: Awaited<ReturnType<typeof start>>;
  let issuer: RowsIssuer;
  let stage: Stage;
  beforeAll(async () => {
    issuer = await startIssuer();
    server = await start();
    stage = await startStage(server, issuer);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.close();
  });

  for (const [part, rows] of Object.entries(parts))
    test.each(rows)(`${part}: %s`, async (what, play) => {
      const said = print(await play(stage));
      answered[part] = { ...answered[part], [what]: said };
      if (!records) expect(said).toBe(kept[part]?.[what]);
    });
});

afterAll(() => {
  if (!records) return;
  const text = Object.entries(answered).map(([part, rows]) => {
    const lines = Object.entries(rows).map(([what, said]) => `- ${what}\n    ${said}`);
    return `## ${part}\n${lines.join('\n')}\n`;
  });
  writeFileSync(ANSWERS, text.join('\n'));
});

if (!records)
  test('every row is recorded, once, and nothing else is', () => {
    const rows = Object.entries(parts).map(([part, all]) => [part, all.map(([what]) => what)]);
    const found = Object.entries(kept).map(([part, all]) => [part, Object.keys(all)]);
    expect(found).toEqual(rows);
  });
