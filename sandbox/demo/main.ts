/** `npm run demo`: plays the stories. Ends 0 only if each came out as it should. */
import { perform } from './perform.ts';
import { stories } from './stories.ts';

await perform(stories);
