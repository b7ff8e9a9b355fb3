/** When a run reads changed files, and what it makes of those that could not be read. */
import type { Fact } from '../facts/fact.ts';
import type { FileSource } from '../facts/files.ts';
import { startsTests } from '../gate/idle.ts';
import { reasonOf } from '../reasons.ts';
import { orAll } from '../request/live-selection.ts';
import { isLeftToFiles, type Selected, type Selection } from '../request/tests.ts';
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

/**
 * Where files may choose, those of the event's head against its base are read beside the gate's own questions: it is one
 * request. Others than the live pull request's are not used.
 */
export function readFilesEarly({ run, settings, github }: Ports): FileSource {
  const { event } = run;
  const { selection, requireAll } = settings;
  if (event.kind !== 'pull-request' || selection.paths === undefined || !startsTests(event, selection))
    return github;
  const { base, head, labels } = event;
  if (base === undefined || !(requireAll || isLeftToFiles(labels, selection))) return github;
  const early = github.filesOf(base, head.sha);
  // Where nobody comes to ask, its failure is nobody's.
  early.catch(() => {});
  return {
    filesOf: (branch, commit) =>
      branch === base && commit === head.sha ? early : github.filesOf(branch, commit),
  };
}
