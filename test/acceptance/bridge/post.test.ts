import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cancelPipeline, findByKey, withoutLooks } from '../requests.ts';
import { type Case, openCases } from './cases.ts';

// Post gives services that are down a minute, and less where no start is unclear.
const cases = await openCases({ scale: 10 });
const { faults } = cases.sandbox;

/** From now on neither service answers anything about this case. */
function takeDown(one: Case): void {
  const down = { kind: 'status', status: 503 } as const;
  one.plant({ path: /.*/, when: 'before', nth: 'every', fault: down });
  const path = new RegExp(`${one.pull.sha}|/pulls/${one.pull.number}$`);
  faults.plant({ service: 'github', path, when: 'before', nth: 'every', fault: down });
}

/** Throws in an entry where nobody awaits anything, as soon as the entry is ready for it and a file is there. */
function strayFaultIn(entry: 'main' | 'post', file = '.'): Record<string, string> {
  const code = `
    import { existsSync } from 'node:fs';
    const ready = setInterval(() => {
      if (process.listenerCount('uncaughtException') === 0 || !existsSync(${JSON.stringify(file)})) return;
      clearInterval(ready);
      throw new Error('Gx7' + 'stray');
    }, 1);
    if (!process.argv[1].endsWith('/dist/${entry}/index.js')) clearInterval(ready);`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

describe.concurrent('post never fails the job', () => {
  it.each([
    { what: 'the number of the pipeline', at: /\/pipelines\/\d+$/, asked: `${cancelPipeline} → 503` },
    { what: 'its key alone', at: /\/pipeline$/, asked: `${findByKey} → 503` },
  ])('also when GitLab and GitHub are down and $what is known', async ({ at, asked }) => {
    const one = cases.make({ looks: ['running'] });
    const { job: action, told } = one.start();
    const act = () => {
      action.kill();
      takeDown(one);
    };
    one.plant({ path: at, when: 'after', fault: { kind: 'act', act } });
    const story = await told();

    expect(story.signal).toBe('SIGKILL');
    expect(story.requests).toContain(asked);
    expect(story.result.post?.exitCode).toBe(0);
    expect(story.postLog.toSorted()).toEqual([
      expect.stringMatching(/^Warning: .*GitLab$/),
      'Warning: the commit status was left pending: it could not be read',
    ]);
  });

  it.each([
    { what: '401', fault: { kind: 'status', status: 401 } },
    {
      what: '403, as a page',
      fault: { kind: 'status', status: 403, body: '<html>', contentType: 'text/html' },
    },
  ] as const)(
    'nor holds it for more than 20 s when GitLab answers $what to everything',
    async ({ fault }) => {
      const one = cases.make({ looks: ['running'] });
      const { job: action, told } = one.start();
      const act = () => {
        action.kill();
        one.plant({ path: /.*/, when: 'before', nth: 'every', fault });
      };
      one.plant({ path: /\/pipeline$/, when: 'after', fault: { kind: 'act', act } });
      const story = await told();

      const times = story.recorded.filter(({ path }) => path.includes('?name=')).map(({ at }) => at);
      // The first is of main; a timer may be late.
      expect((times.at(-1) ?? 0) - (times[1] ?? 0)).toBeLessThan(21_000);
      expect(story.result.post?.exitCode).toBe(0);
      expect(story.postLog).toEqual([
        'Warning: it could not be found out whether a pipeline named <key> is left running; look in GitLab',
      ]);
      expect(story.statuses.at(-1)).toBe('failure: the GitHub job was cancelled');
    },
  );

  it('nor when the fault is our own', async () => {
    const one = cases.make({ looks: ['running'] });
    const { job: action, told } = one.start({ job: { env: strayFaultIn('post'), debug: true } });
    const silence = { kind: 'silence' } as const;
    one.plant({ method: 'POST', path: /\/cancel$/, when: 'before', fault: silence });
    const kill = { kind: 'act', act: () => action.kill() } as const;
    one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'before', fault: kill });
    const { result } = await told();

    expect(result.post?.exitCode).toBe(0);
    expect(`${result.post?.stdout}${result.post?.stderr}`).not.toContain('Gx7stray');
    expect(result.post?.annotations).toEqual([
      {
        level: 'warning',
        message: 'Drawbridge could not clean up; look in GitLab for a pipeline of this pull request',
      },
    ]);
  });
});

it('a fault of our own that nobody catches ends the job red, and nothing of it is told but that there is one', async () => {
  const one = cases.make({ looks: ['running'] });
  const story = await one.play({ job: { env: strayFaultIn('main'), debug: true } });

  expect(story.exitCode).toBe(1);
  const { stdout, stderr, summary } = story.result;
  expect(`${stdout}${stderr}${summary}`).not.toContain('Gx7stray');
  expect(stderr).toBe('');
  expect(story.outputs).toMatchObject({ decision: 'undecided', reason: 'internal', verdict: '' });
  expect(story.annotations).toEqual([
    {
      level: 'error',
      title: 'Drawbridge: internal',
      message: 'Drawbridge itself failed. Please report it with the reason code and the run.',
    },
  ]);
  // So post looks for what may be left.
  expect(story.state['done']).toBeUndefined();
});

it('after a fault of our own post cancels the pipeline, and calls nobody else to account for it', async () => {
  const one = cases.make({ looks: ['running'] });
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-'));
  const now = join(folder, 'now');
  const act = () => writeFileSync(now, '');
  one.plant({ method: 'GET', path: /\/pipelines\/\d+$/, when: 'before', fault: { kind: 'act', act } });
  const story = await one.play({ job: { env: strayFaultIn('main', now) } });
  rmSync(folder, { recursive: true });

  expect([story.exitCode, story.state['fault']]).toEqual([1, 'internal']);
  expect(story.requests).toContain(cancelPipeline);
  expect(story.statuses.at(-1)).toBe('error: Drawbridge itself failed');
});

it('post has nothing to do, and does nothing, after a run that ended by itself', async () => {
  const one = cases.make({ looks: ['success'] });
  const story = await one.play({ job: { post: () => true } });

  expect(story.state['done']).toBe('pipeline-success');
  expect(story.result.post?.exitCode).toBe(0);
  expect(story.postLog).toEqual([]);
  const last = withoutLooks(story.requests).at(-1);
  expect(last).toBe('github POST /repos/acme/engine/statuses/<head>');
});
