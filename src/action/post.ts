/**
 * The entry after the job. Most runs have left nothing to be done: that is seen from what they told the runner, before
 * anything else is loaded.
 */
import { isSha, type Sha } from '../facts/pull.ts';
import type { Left } from '../modes/clean-up.ts';
import { mostTogether } from '../modes/most-together.ts';
import { slotEnding } from './slots.ts';

/** What main saved (GitHub docs, "Workflow commands", sending values to the pre and post actions). */
const state = (name: string): string => process.env[`STATE_${name}`] ?? '';

const shaOf = (text: string): Sha | undefined => (isSha(text) ? text : undefined);

const done = state('done') !== '';
const fault = state('fault') !== '';

/** What may be left of the nth pull request that the run was for. */
const leftOf = (nth: number): Left => ({
  ...{ done, fault },
  uncancelled: state(`uncancelled${slotEnding(nth)}`) === 'true',
  // `no` is no number.
  unclearSince: Number(state(`unclear${slotEnding(nth)}`)) || undefined,
  key: state(`key${slotEnding(nth)}`) || undefined,
  pipeline: Number(state(`pipeline${slotEnding(nth)}`)) || undefined,
  commit: shaOf(state(`commit${slotEnding(nth)}`)),
});

const isClean = ({ unclearSince, uncancelled, pipeline, commit }: Left): boolean =>
  unclearSince === undefined && (done ? !uncancelled : pipeline === undefined && commit === undefined);

const left = Array.from({ length: mostTogether }, (_, nth) => leftOf(nth)).filter((one) => !isClean(one));
/** Sealed; `no` is none. */
const held = state('vault') === 'no' ? '' : state('vault');
if (left.length > 0 || held !== '')
  void import('./tidy.ts').then(
    ({ tidy }) => tidy(left, held),
    () => console.log('::warning::Drawbridge could not clean up: its own files are incomplete'),
  );
