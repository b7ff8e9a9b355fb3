/**
 * What the mask costs, with 40 secrets in all their encodings: the whole pipe beside the same pipe without a mask, and
 * beside `cat`; the engine alone, beside what else there is; its tables; what it holds back, and how late a prompt comes.
 * Budgets are ratios of processor time, from pairs within one run: other load on the machine makes wall time anything.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AhoCorasick from 'modern-ahocorasick';
import { formsOf } from '../src/child/forms.ts';
import { createMasks, type Secret } from '../src/child/mask.ts';
import { type Figure, median } from './figure.ts';
import type { Run } from './mask-pipe.ts';
import { benchKey, benchSecrets, benchText } from './mask-secrets.ts';

const pairs = 5;
const megabytes = 192;
/** What a pipe of Linux hands over at once (pipe(7)). */
const chunkSize = 65_536;

const script = join(import.meta.dirname, 'mask-pipe.ts');

/** The figures of the mask. Spawns about forty processes. */
export async function maskFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-mask-'));
  const file = join(folder, 'log');
  const text = benchText(megabytes * 1e6);
  writeFileSync(file, text);
  try {
    const node = (how: string) => `"${process.execPath}" "${script}" ${how}`;
    const runs: { plain: Run; masked: Run; cat: number; engine: number; short: number }[] = [];
    for (let pair = 0; pair < pairs; pair++)
      runs.push({
        plain: await piped(file, node('plain')),
        masked: await piped(file, node('masked')),
        cat: (await timed(file, 'cat')) - (await timed('/dev/null', 'cat')),
        engine: throughEngine(text, benchSecrets()),
        short: throughEngine(text, withShort()),
      });
    const of = (value: (run: (typeof runs)[number]) => number) => median(runs.map(value));
    const rate = (ms: number) => text.length / 1000 / ms;
    const rateOf = (bytes: number, look: (part: Buffer) => void) =>
      bytes / 1000 / processorMs(() => look(text.subarray(0, bytes)));
    const [early, late] = [await delayOf('plain'), await delayOf('masked')];
    return [
      { name: 'a plain pipe, wall time', value: rate(of(({ plain }) => plain.ms)), unit: 'MB/s' },
      { name: 'the masked pipe, wall time', value: rate(of(({ masked }) => masked.ms)), unit: 'MB/s' },
      { name: 'cat, wall time', value: rate(of(({ cat }) => cat)), unit: 'MB/s' },
      {
        name: 'a plain pipe, processor time',
        value: rate(of(({ plain }) => plain.processorMs)),
        unit: 'MB/s',
      },
      { name: 'the engine alone', value: rate(of(({ engine }) => engine)), unit: 'MB/s' },
      {
        name: 'the engine alone, with a secret of 4 bytes',
        value: rate(of(({ short }) => short)),
        unit: 'MB/s',
      },
      { name: 'a regular expression of alternatives', value: rateOf(16e6, throughRegex), unit: 'MB/s' },
      { name: 'modern-ahocorasick', value: rateOf(1e6, throughAhoCorasick), unit: 'MB/s' },
      { name: 'tables of 40 secrets', value: processorMs(() => masksOf(benchSecrets())), unit: 'ms' },
      {
        name: 'wall time of the masked pipe to a plain one',
        value: of(({ plain, masked }) => masked.ms / plain.ms),
        unit: '',
      },
      {
        name: 'processor time of the masked pipe to a plain one',
        value: of(({ plain, masked }) => masked.processorMs / plain.processorMs),
        unit: '',
        budget: 1.5,
      },
      {
        name: 'time of the engine alone to a plain pipe',
        value: of(({ plain, engine }) => engine / plain.processorMs),
        unit: '',
        budget: 1 / 0.8,
      },
      {
        name: 'the same, with a secret of 4 bytes',
        value: of(({ plain, short }) => short / plain.processorMs),
        unit: '',
        budget: 1 / 0.2,
      },
      {
        name: 'memory of the masked pipe to a plain one',
        value: of(({ plain, masked }) => masked.memory / plain.memory),
        unit: '',
        budget: 1.5,
      },
      { name: 'most held back, to the longest form', value: mostHeld(), unit: '', budget: 1 },
      { name: 'a prompt comes later by', value: Math.max(0, late - early), unit: 'ms', budget: 50 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file through a command that tells its own time, so that its start does not count. */
async function piped(file: string, command: string): Promise<Run> {
  const child = spawn('sh', ['-c', `cat "${file}" | ${command} | cat > /dev/null`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(said) as Run;
}

/** ms of a whole pipeline. */
async function timed(file: string, command: string): Promise<number> {
  const begun = performance.now();
  const child = spawn('sh', ['-c', `cat "${file}" | ${command} | cat > /dev/null`], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
  return performance.now() - begun;
}

/** A secret of four bytes beside 39 of 16 and more. */
const withShort = (): readonly Secret[] => [
  ...benchSecrets().slice(1),
  { name: 'SHORT', value: Buffer.from('hx7Q') },
];

const masksOf = (secrets: readonly Secret[]) => createMasks(secrets, { key: benchKey, placeholder: 'hash' });

/** Of this thread, for one call. */
function processorMs(act: () => unknown): number {
  const begun = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

/** Processor ms. */
function throughEngine(text: Buffer, secrets: readonly Secret[]): number {
  const mask = masksOf(secrets)();
  return processorMs(() => inChunks(text, (chunk) => mask.parts(chunk)));
}

function inChunks(text: Buffer, take: (chunk: Buffer) => unknown): void {
  for (let from = 0; from < text.length; from += chunkSize) take(text.subarray(from, from + chunkSize));
}

const literals = (): readonly string[] =>
  benchSecrets().flatMap(({ value }) => formsOf(value).map((form) => Buffer.from(form).toString('latin1')));

/** It neither crosses chunks nor takes bytes that are no text: less than what is needed. */
function throughRegex(text: Buffer): void {
  const pattern = new RegExp(
    literals()
      .map((literal) => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
      .join('|'),
    'g',
  );
  inChunks(text, (chunk) => Buffer.from(chunk.toString('latin1').replace(pattern, '***'), 'latin1'));
}

/** The same. */
function throughAhoCorasick(text: Buffer): void {
  const matcher = new AhoCorasick(literals());
  inChunks(text, (chunk) => Buffer.from(matcher.replace(chunk.toString('latin1'), '***'), 'latin1'));
}

/** The most that is held back of what goes on looking like a secret of 4,096 bytes, to its longest form. */
function mostHeld(): number {
  const value = Buffer.from('ab'.repeat(2048));
  const longest = Math.max(...formsOf(value).map(({ length }) => length));
  const mask = createMasks([{ name: 'LONG', value }], { key: benchKey, placeholder: 'hash' })();
  let most = 0;
  for (let n = 0; n < 100; n++) {
    mask.push(Buffer.from('ab'.repeat(100)));
    most = Math.max(most, mask.held());
  }
  return most / longest;
}

/** ms from a prompt whose last letter may begin a secret to its arrival. */
async function delayOf(how: string): Promise<number> {
  const child = spawn(process.execPath, [script, how], { stdio: ['pipe', 'pipe', 'ignore'] });
  let out = '';
  let look = (): void => {};
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    look();
  });
  const arrival = (text: string) =>
    new Promise<number>((resolve) => {
      look = () => out.endsWith(text) && resolve(performance.now());
      look();
    });
  const first = Buffer.from(benchSecrets()[0]?.value ?? '')
    .toString()
    .charAt(0);
  const delays: number[] = [];
  for (let n = 0; n < 9; n++) {
    const begun = performance.now();
    child.stdin.write(`question ${n}: ${first}`);
    const delay = (await arrival(`${n}: ${first}`)) - begun;
    // The first one waits for the start of the process.
    if (n > 0) delays.push(delay);
  }
  child.stdin.end();
  await new Promise((resolve) => child.once('close', resolve));
  return median(delays);
}
