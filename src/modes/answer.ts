/** Answers a command: by a reaction, and where somebody with write has made a slip by the line that was meant. */
import type { CommandWord } from '../facts/command.ts';
import type { CommentEvent } from '../facts/event.ts';
import { meansAll } from '../facts/labels.ts';
import type { Sha } from '../facts/pull.ts';
import type { Evidence } from '../gate/decide.ts';
import { mayCommand } from '../gate/writers.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { react, reactionTo, say } from '../report/answer.ts';
import { replyTo, type TestsToName, type Wrong } from '../report/reply.ts';
import type { Result } from '../report/result.ts';
import type { Settings } from '../settings.ts';
import type { Ports } from './ports.ts';

/** What is wrong with the command itself, and not with who gave it or with the pull request. */
const slips: readonly ReasonCode[] = ['command-malformed', 'unknown-test', 'approval-stale'];

/**
 * Answers the command of an event as soon as it is certain what comes of it. A reply is for members with write alone:
 * nobody else can make us post, whatever they write.
 */
export async function answer(
  ports: Ports,
  { decision, reason }: Pick<Result, 'decision' | 'reason'>,
  evidence: Evidence,
): Promise<void> {
  const { event } = ports.run;
  if (event.kind !== 'comment' || event.parsed.kind === 'none') return;
  await react(ports, event.commentId, reactionTo(decision, reason));
  if (evidence.kind !== 'pull-request' || !slips.includes(reason)) return;
  const { cause, pull } = evidence;
  if ((cause.by !== 'command' && cause.by !== 'malformed') || !mayCommand(cause.sender)) return;
  const head = pull.known && pull.value.open ? pull.value.head.sha : undefined;
  await say(ports, event.number, replyOn(event, ports.settings, head));
}

/** What is said to a command that was wrong. `head`: of the pull request, if it is open. */
export function replyOn({ parsed }: CommentEvent, settings: Settings, head?: Sha): string {
  const { name, meant } = wishOf(parsed);
  if (name === 'ok-to-test' && settings.gate.approvals === 'none') return sentenceOf('approvals-off');
  return replyTo(wrong(name, meant, settings, head));
}

function wrong(
  name: CommandWord,
  meant: readonly string[],
  settings: Settings,
  head: Sha | undefined,
): Wrong {
  switch (name) {
    case 'ok-to-test':
    case 'duplicate':
      return { command: name, meant, head };
    case 'test':
      return { command: name, meant, tests: testsToName(settings) };
    case 'retest':
      return { command: name, meant };
    case 'cancel':
      return { command: name };
  }
}

/** What a comment asked for, as far as it may be repeated. */
function wishOf(parsed: CommentEvent['parsed']): { name: CommandWord; meant: readonly string[] } {
  if (parsed.kind === 'malformed') return { name: parsed.name, meant: parsed.meant ?? [] };
  if (parsed.kind === 'none' || parsed.command.name === 'list-tests') return { name: 'test', meant: [] };
  const { command } = parsed;
  if ('commit' in command) return { name: command.name, meant: [command.commit] };
  return { name: command.name, meant: 'tests' in command ? command.tests : [] };
}

/** The test ids that the inputs name, whichever they are. */
export function testsToName({ selection, testJobs, rights }: Settings): TestsToName {
  const { tests, paths, defaultTests, prefix } = selection;
  const mentioned = [
    ...(paths?.keys() ?? []),
    ...(testJobs === 'none' ? [] : testJobs.keys()),
    ...[...(rights?.values() ?? [])].flatMap((ids) => (ids === 'all' ? [] : ids)),
    ...defaultTests,
  ];
  const ids = [...new Set(tests ? tests.values() : mentioned)].filter((id) => !meansAll(id, selection));
  return { ids: ids.toSorted(), labels: tests, prefix };
}

function sentenceOf(reason: ReasonCode): string {
  const { sentence, remedy } = reasonOf(reason);
  return `Not done: ${sentence}. ${remedy}`;
}
