/** A demo whose story waits for the job's log while it is stopped; see demo.test.ts. */
import { perform } from '../../sandbox/demo/perform.ts';
import type { Story } from '../../sandbox/demo/story.ts';

const story: Story = {
  heading: 'A story that waits',
  tale: (number) => `bob opens pull request #${number}.`,
  open: (scene) => scene.openByMember('feature/x'),
  meanwhile: (job) => job.waitFor('never said', 20_000),
  expects: [],
};

await perform([story]);
