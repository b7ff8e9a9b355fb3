import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { askFor, mayWrite } from '../../src/cli/init-prompts.ts';
import { systemClock } from '../../src/clock.ts';

/** A terminal in which somebody types each text as soon as the words before it are shown. */
function terminal(...typed: readonly (readonly [shown: string, text: string])[]) {
  const left = [...typed];
  let screen = '';
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      screen += stripVTControlCharacters(String(chunk));
      const [next] = left;
      if (next !== undefined && screen.includes(next[0])) {
        left.shift();
        screen = '';
        setImmediate(() => stdin.write(next[1]));
      }
      done();
    },
  });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const io = { env: {}, stdin, stderr, stdout: nowhere, clock: systemClock, random: () => new Uint8Array() };
  return { io, screen: () => screen };
}
const calm = new AbortController().signal;

it('asks until an answer is one, and takes what is usual by a key', async () => {
  const { io } = terminal(
    ['may a pull request get in', '\x1b[B\r'],
    ['Which public repository', 'acme/$x\r'],
    ['has `$` in it', '\x7f\x7fengine\r'],
    ['Where is GitLab', '\r'],
  );
  expect(await askFor(['event', 'repository', 'gitlab-url'], undefined, io, calm)).toEqual(
    new Map([
      ['event', 'workflow_run'],
      ['repository', 'acme/engine'],
      ['gitlab-url', 'https://gitlab.com'],
    ]),
  );
});

it('says before a mistake what helps, with the repository that was named, and what must be only after it', async () => {
  const { io, screen } = terminal(
    ['The number of its owner', 'x'],
    ['x', '\r'],
    ['has `x` in it; it must be the number that `gh api repos/acme/engine', '\x7f42\r'],
  );
  const seen: string[] = [];
  const write = io.stderr.write.bind(io.stderr);
  Object.assign(io.stderr, {
    write: (chunk: unknown) => {
      seen.push(stripVTControlCharacters(String(chunk)));
      return write(chunk);
    },
  });
  expect(await askFor(['owner-id'], 'acme/engine', io, calm)).toEqual(new Map([['owner-id', '42']]));
  const shown = seen.join('');
  const [before = ''] = shown.split('has `x` in it');
  expect(before).toContain('gh api repos/acme/engine --jq .owner.id');
  expect(before).not.toContain('must be');
  expect(screen()).not.toContain('OWNER/NAME');
});

it('gives nothing where somebody goes', async () => {
  const { io } = terminal(['Which public repository', '\x03']);
  expect(await askFor(['repository', 'tests'], undefined, io, calm)).toBeUndefined();
});

it('gives nothing where a signal ends us', async () => {
  const leaving = new AbortController();
  const { io } = terminal();
  const asked = askFor(['repository'], undefined, io, leaving.signal);
  leaving.abort();
  expect(await asked).toBeUndefined();
});

it.each([
  ['\r', true],
  ['n', false],
  ['\x03', false],
])('writes only for a yes: %j', async (key, may) => {
  const { io } = terminal(['Write these files?', key]);
  expect(await mayWrite(['a.yml'], io, calm)).toBe(may);
});
