import { systemClock } from '../../src/clock.ts';
import { provenScene } from '../proven-scene.ts';
import { startSandbox } from '../sandbox.ts';
import { exampleScene, type ScenePull } from '../scene.ts';
import { vaultFor } from '../vault-scene.ts';
import { play } from './play.ts';
import { closing, opening, type Screen, storyBody, storyHead } from './render.ts';
import type { Story } from './story.ts';

/** How much faster than real the demo's time runs. */
const scale = 20;

/** Where the demo is shown, and what ends it early. */
export interface Show {
  readonly screen: Screen;
  readonly write: (text: string) => void;
  /** Aborted when somebody stops the demo: everything is closed, and it counts as not come out well. */
  readonly stopped: AbortSignal;
}

/** Plays the stories one after the other in one sandbox. Gives whether each came out as it should. */
export async function demo(stories: readonly Story[], { screen, write, stopped }: Show): Promise<boolean> {
  const begun = systemClock.now();
  const count = stories.length;
  const failed: number[] = [];
  write(opening(count, scale, screen));
  const sandbox = await startSandbox({ scale });
  try {
    const scene = exampleScene(sandbox);
    const vault = await vaultFor(scene);
    // Every job on GitHub proves what it asks for, and GitLab takes nothing else.
    const proving = { ...vault, job: provenScene(scene, vault).job };
    for (const [position, story] of stories.entries()) {
      const index = position + 1;
      const announce = ({ number: pull }: ScenePull) =>
        write(storyHead(story, { index, count, pull }, screen));
      const played = await play(story, scene, proving, { announce, stopped });
      if (stopped.aborted) return false;
      write(storyBody(played, screen));
      if (!played.checks.every(({ ok }) => ok)) failed.push(index);
    }
  } finally {
    await sandbox.close();
  }
  write(closing(count, failed, (systemClock.now() - begun) / 1000, screen));
  return failed.length === 0;
}
