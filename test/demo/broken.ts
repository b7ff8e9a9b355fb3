/** The demo in a world where things are not as they should be; see demo.test.ts. */
import { statusIs, twinUsed } from '../../sandbox/demo/expectations.ts';
import { perform } from '../../sandbox/demo/perform.ts';
import type { Story } from '../../sandbox/demo/story.ts';

/** GitLab has no branch of the same name, and the private test fails. */
const wrongWorld: Story = {
  heading: 'A wrong world',
  tale: (number) => `bob opens pull request #${number}.`,
  open: (scene) => {
    scene.sandbox.gitlab.push(scene.project, 'main', { 'expected/test-do-infra.txt': 'fail\n' });
    return scene.openByMember('feature/x', ['test-do-infra']);
  },
  expects: [statusIs('success'), twinUsed('feature/x')],
};

const brokenStory: Story = {
  ...wrongWorld,
  heading: 'A broken story',
  open: () => {
    throw new Error('the set-up broke');
  },
};

const goodStory: Story = {
  ...wrongWorld,
  heading: 'A good story',
  open: (scene) => scene.openByOutsider('docs'),
  expects: [statusIs('pending')],
};

await perform([wrongWorld, brokenStory, goodStory]);
