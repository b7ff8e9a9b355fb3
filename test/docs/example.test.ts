import { afterAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';

const sandbox = await startSandbox({ scale: 20 });
const scene = exampleScene(sandbox);
afterAll(() => sandbox.close());

it('asks GitLab for nothing when an outsider opens a pull request', async () => {
  const pull = scene.openByOutsider('improve-docs');
  const result = await scene.start(pull.number).done;
  expect(result.outputs['reason']).toBe('approval-needed');
  expect(sandbox.recorder.of('gitlab')).toEqual([]);
});
