/** What a run makes of changed files that could not be read. */
import type { Fact } from '../facts/fact.ts';
import { reasonOf } from '../reasons.ts';
import { orAll } from '../request/live-selection.ts';
import type { Selected, Selection } from '../request/tests.ts';
import type { Ports } from './ports.ts';

/** Takes them for changes that need all tests, and says so. */
export function allIfUnread<T extends Selection>(
  { settings, log }: Pick<Ports, 'settings' | 'log'>,
  selection: Fact<T>,
): T | Selected {
  if (!selection.known) {
    const { sentence, remedy } = reasonOf(selection.reason);
    log.warning(
      `the changed files could not be read, so all tests are needed (${selection.reason}): ${sentence}. ${remedy}`,
    );
  }
  return orAll(selection, settings.selection);
}
