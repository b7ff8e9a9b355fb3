import { demo } from './demo.ts';
import { screenOf } from './screen.ts';
import { whenStopped } from './stop.ts';
import type { Story } from './story.ts';

/** Plays stories on this process's output and ends the process: 0 only if each came out as it should. */
export async function perform(stories: readonly Story[]): Promise<void> {
  const { stdout, env } = process;
  const stopped = whenStopped();
  const write = (text: string) => void stdout.write(text);
  const wentWell = await demo(stories, { screen: screenOf(stdout, env), write, stopped });
  // A pipe may be written later on; the process must not end before that.
  stdout.write('', () => process.exit(wentWell ? 0 : 1));
}
