/** Whom the run of an event speaks for, and with whose voice. */
import { contextOnRequest } from '../report/claim.ts';
import { type Speaker, type Voice, voiceOf } from '../report/voice.ts';
import type { Recheck } from '../request/recheck.ts';
import type { Ports } from './ports.ts';

/**
 * The speaker of a run. One on request (`/test a,b`) has a context of its own: it must not turn the required status
 * green. Where no status is to be written, the mode says so.
 */
export function speakerOf({ settings, run: { event } }: Pick<Ports, 'settings' | 'run'>): Speaker {
  const { statusContext, pullRequest, github } = settings;
  const pull = 'number' in event ? event.number : event.kind === 'dispatch' ? pullRequest : undefined;
  const onRequest =
    event.kind === 'comment' && event.parsed.kind === 'command' && event.parsed.command.name === 'test';
  // What a release starts is nobody's required check.
  const context = settings.mode === 'trigger' ? undefined : statusContext;
  return {
    pull,
    context: onRequest && context !== undefined ? contextOnRequest(context) : context,
    runUrl: github.runUrl,
  };
}

/** The voice of a run, whose words stand while they hold. */
export const voiceFor = (ports: Ports, holds?: Recheck): Voice => voiceOf(ports, speakerOf(ports), holds);
