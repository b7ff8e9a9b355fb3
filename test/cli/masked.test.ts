import { PassThrough, Readable, Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createMasks, type Mask } from '../../src/child/mask.ts';
import { mask as maskCommand } from '../../src/cli/mask.ts';
import { maskInto } from '../../src/cli/masked.ts';
import { virtualClock } from '../world/clock.ts';

const key = Buffer.alloc(32, 1);
const secrets = [{ name: 'KEY', value: Buffer.from('s3cret word') }];
const maskOf = (): Mask => createMasks(secrets, { key, placeholder: 'hash' })();
const hidden = /\*\*[0-9a-f]{16}\*\*/g;

/** An output that notes what it is given, and the time of the clock then. */
function noting(now: () => number = () => 0) {
  const written: { text: string; at: number }[] = [];
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      if (chunk.length > 0) written.push({ text: chunk.toString().replace(hidden, '[x]'), at: now() });
      done();
    },
  });
  return { output, written, text: () => written.map(({ text }) => text).join('') };
}
const failure = (code: string) => Object.assign(new Error('secret s3cret word'), { code });
const listeners = (...streams: (Readable | Writable)[]) =>
  streams.flatMap((stream) => ['data', 'end', 'close', 'drain'].map((name) => stream.listenerCount(name)));

describe('a masked stream', () => {
  it('is written in its order to the end, and leaves nothing behind', async () => {
    const clock = virtualClock();
    const { output, text } = noting();
    const input = Readable.from(['one s3c', 'ret wo', 'rd two ', Buffer.from('s3cr')]);
    expect(await maskInto(input, output, maskOf(), clock)).toBe('input');
    expect(text()).toBe('one [x] two s3cr');
    expect(output.writableEnded).toBe(false);
    const counted = listeners(output);
    expect(counted).toEqual(listeners(new Writable()));
  });

  it('shows a prompt whose end may begin a secret before 50 ms are over, and no more than three bytes of it', async () => {
    const clock = virtualClock();
    const input = new PassThrough();
    const { output, written } = noting(clock.elapsed);
    const done = maskInto(input, output, maskOf(), clock);
    clock.at(100, () => input.write('yes?'));
    clock.at(200, () => input.write('your name: s'));
    clock.at(300, () => input.write('3cret'));
    clock.at(500, () => input.end(' word.'));
    expect(await done).toBe('input');
    const delays = written.map(({ text, at }) => [
      text,
      at < 100 + 50 ? 'at once' : at % 100 < 50 ? 'soon' : 'late',
    ]);
    expect(delays).toEqual([
      ['yes?', 'at once'],
      ['your name: ', 'soon'],
      ['s', 'soon'],
      ['3c', 'soon'],
      ['[x].', 'soon'],
    ]);
    expect(written[2]?.at).toBeGreaterThan(200);
  });

  it('does not wait where nothing is held back', async () => {
    const clock = virtualClock();
    await maskInto(Readable.from(['plain ', 'text.']), noting().output, maskOf(), clock);
    expect(clock.slept).toEqual([]);
  });

  it('has one timer for many chunks, and none after the end', async () => {
    const slept: AbortSignal[] = [];
    const clock = {
      now: () => 0,
      sleep: (_: number, signal?: AbortSignal) => {
        if (signal) slept.push(signal);
        return new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      },
    };
    await maskInto(Readable.from(['s3c', 'ret s3c', 'ret s3c']), noting().output, maskOf(), clock);
    expect(slept.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('reads no faster than the output takes it', async () => {
    const waiting: (() => void)[] = [];
    const output = new Writable({
      highWaterMark: 10,
      write: (_chunk, _encoding, done) => void waiting.push(done),
    });
    const input = new PassThrough({ highWaterMark: 10 });
    const done = maskInto(input, output, maskOf(), virtualClock());
    let took = 0;
    for (; took < 100 && input.write('0123456789'); took++) await turn();
    await turn();
    expect(took).toBeLessThan(5);
    expect(input.isPaused()).toBe(true);
    input.end();
    for (let n = 0; n < 100; n++, await turn()) for (const go of waiting.splice(0)) go();
    expect(await done).toBe('input');
  });

  it.each(['EPIPE', 'ECONNRESET'])(
    'closes its input when nobody reads the output any more (%s)',
    async (code) => {
      const input = new PassThrough();
      const output = new Writable({ write: (_chunk, _encoding, done) => done(failure(code)) });
      const done = maskInto(input, output, maskOf(), virtualClock());
      input.write('a line\n');
      expect(await done).toBe('output');
      expect(input.destroyed).toBe(true);
    },
  );

  it('closes its input when the output is closed', async () => {
    const input = new PassThrough();
    const { output } = noting();
    const done = maskInto(input, output, maskOf(), virtualClock());
    output.destroy();
    expect(await done).toBe('output');
    expect(input.destroyed).toBe(true);
  });

  it('gives what it has of an input that is closed before its end', async () => {
    const input = new PassThrough();
    const { output, text } = noting();
    const done = maskInto(input, output, maskOf(), virtualClock());
    input.write('a s3cret word and s3');
    await turn();
    input.destroy();
    expect(await done).toBe('input');
    expect(text()).toBe('a [x] and s3');
  });

  it('fails with its input, and with an output that takes nothing', async () => {
    const input = new PassThrough();
    const reading = maskInto(input, noting().output, maskOf(), virtualClock());
    input.destroy(failure('EIO'));
    await expect(reading).rejects.toMatchObject({ code: 'EIO' });

    const full = new Writable({ write: (_chunk, _encoding, done) => done(failure('ENOSPC')) });
    const writing = maskInto(Readable.from(['a']), full, maskOf(), virtualClock());
    await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});

describe('drawbridge mask', () => {
  async function run(stdin: Readable, stdout: Writable, values = secrets) {
    let said = '';
    const io = {
      stdin,
      stdout,
      stderr: {
        write: (text: string) => {
          said += text;
        },
      },
      clock: virtualClock(),
      random: (bytes: number) => Buffer.alloc(bytes, 5),
    };
    const code = await maskCommand(io, values, { placeholder: 'testflinger' });
    return { code, said };
  }

  it('hides what it reads', async () => {
    const out: Buffer[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _, done) => done(void out.push(chunk) as undefined),
    });
    expect(await run(Readable.from(['a s3cret word']), output)).toEqual({ code: 0, said: '' });
    expect(Buffer.concat(out).toString()).toMatch(/^a \*\*[0-9a-f]{6}\*\*$/);
  });

  it('reads nothing where a value is too short to be hidden, and names it', async () => {
    const input = Readable.from(['eu']);
    const { output, text } = noting();
    const result = await run(input, output, [...secrets, { name: 'REGION', value: Buffer.from('eu') }]);
    expect(result).toMatchInlineSnapshot(`
      {
        "code": 1,
        "said": "drawbridge: too short to be hidden in a log (under 4 bytes): REGION. What is no secret is named with :plain, such as REGION:plain.
      ",
      }
    `);
    expect(text()).toBe('');
  });

  it('ends as a filter does whose reader has gone, and fails without a word of what failed', async () => {
    const broken = (code: string) =>
      new Writable({ write: (_chunk, _encoding, done) => done(failure(code)) });
    expect(await run(Readable.from(['a']), broken('EPIPE'))).toEqual({ code: 141, said: '' });
    expect(await run(Readable.from(['a']), broken('ENOSPC'))).toMatchInlineSnapshot(`
      {
        "code": 1,
        "said": "drawbridge: the input could not be read, or the output not written.
      ",
      }
    `);
  });
});
