import { afterEach, expect, test, vi } from 'vitest';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import { exampleScene } from '../../../sandbox/scene.ts';
import { tellStory } from '../../acceptance/story.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** One run of the built action for a pull request of an outsider, without what differs from sandbox to sandbox. */
async function play(warm: '0' | '1') {
  vi.stubEnv('SANDBOX_WARM', warm);
  const sandbox = await startSandbox({ scale: 50 });
  const scene = exampleScene(sandbox);
  const pull = scene.openByOutsider('feature/warm');
  const result = await scene.start(pull.number, { job: { post: () => true } }).done;
  const story = tellStory({
    pull,
    result,
    recorded: sandbox.recorder.all(),
    pipelines: [],
    statuses: sandbox.github.statuses(scene.repository, pull.sha),
  });
  await sandbox.close();
  const { exitCode, log, postLog, state, summary, annotations, statuses, links, requests } = story;
  const { 'duration-seconds': _, ...outputs } = story.outputs;
  const told = { exitCode, log, postLog, outputs, state, summary, annotations, statuses, links };
  const text = JSON.stringify({ ...told, requests: requests.toSorted(), stderr: result.stderr });
  return JSON.parse(text.replaceAll(/127\.0\.0\.1:\d+/g, '<host>'));
}

test('a story of the built action is the same on a new process, on a warm one, and on one that has played it', async () => {
  const anew = await play('0');
  expect(anew).toMatchObject({ exitCode: 1, outputs: { reason: 'approval-needed' } });
  expect(await play('1')).toEqual(anew);
  expect(await play('1')).toEqual(anew);
});
