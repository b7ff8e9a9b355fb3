/** The outputs of the action; pure. */
import { type Place, pipelineUrl } from './place.ts';
import type { Result } from './result.ts';

/** The action's outputs by name (docs/inputs.md, "Outputs"). What is not known, or not shown, is the empty string. */
export function outputsOf(
  result: Result,
  place?: Pick<Place, 'projectUrl'>,
): Readonly<Record<OutputName, string>> {
  return {
    decision: result.decision,
    reason: result.reason,
    commit: result.commit ?? '',
    tests: result.tests?.join(',') ?? '',
    'all-tests-selected': result.allSelected === undefined ? '' : String(result.allSelected),
    'gitlab-ref': result.ref?.shown ?? '',
    'twin-branch': result.ref?.twin ? result.ref.shown : '',
    'pipeline-id': result.pipelineId === undefined ? '' : String(result.pipelineId),
    'pipeline-status': result.pipelineStatus ?? '',
    'pipeline-url': (place && pipelineUrl(place, result.pipelineId)) ?? '',
    verdict: result.verdict ?? '',
    reused: result.reused ?? '',
    audit: result.audit ?? '',
    'duration-seconds': result.durationSeconds === undefined ? '' : String(result.durationSeconds),
  };
}

/** Names of all outputs; a test holds them against action.yml. */
export type OutputName =
  | 'decision'
  | 'reason'
  | 'commit'
  | 'tests'
  | 'all-tests-selected'
  | 'gitlab-ref'
  | 'twin-branch'
  | 'pipeline-id'
  | 'pipeline-status'
  | 'pipeline-url'
  | 'verdict'
  | 'reused'
  | 'duration-seconds'
  | 'audit';
