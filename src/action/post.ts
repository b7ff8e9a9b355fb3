/**
 * The entry after the job. Most runs have left nothing to be done: that is seen from what they told the runner, before
 * anything else is loaded.
 */
import type { Left } from '../modes/clean-up.ts';

/** What main saved (GitHub docs, "Workflow commands", sending values to the pre and post actions). */
const state = (name: string): string => process.env[`STATE_${name}`] ?? '';

const left: Left = {
  done: state('done') !== '',
  alive: state('alive') !== '',
  fault: state('fault') !== '',
  key: state('key') || undefined,
  pipeline: Number(state('pipeline')) || undefined,
  commit: state('commit') || undefined,
};

const isClean = left.done ? !left.alive : left.key === undefined && left.commit === undefined;
if (!isClean)
  void import('./tidy.ts').then(
    ({ tidy }) => tidy(left),
    () => console.log('::warning::Drawbridge could not clean up: its own files are incomplete'),
  );
