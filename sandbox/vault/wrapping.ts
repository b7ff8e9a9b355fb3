/** Answers that wait behind a token of their own (Vault docs, "Response wrapping"). */
import type { Answer } from './api.ts';
import { seconds } from './duration.ts';
import { envelope } from './shapes/answer.ts';
import { time } from './shapes/time.ts';
import { issueToken } from './tokens.ts';
import { namespaceOf, type World } from './world.ts';

/** The policy of a wrapping token: it opens what it wraps, and nothing else. */
export const WRAPPING_POLICY = 'response-wrapping';

/** Puts an answer aside for so long, and answers with the token that gives it once. */
export function wrap(world: World, answer: Answer, path: string, wanted: string): Answer {
  if (answer?.kind !== 'usual' || answer.status === 404) return answer;
  const root = namespaceOf(world, '');
  const mount = root.mounts.get('auth/token/');
  if (!mount) return answer;
  const ttl = seconds(wanted);
  const { token } = issueToken(world, {
    ...{ namespace: root, mount, path, ttl, uses: 1, displayName: 'wrapping' },
    policies: [WRAPPING_POLICY],
    noDefaultPolicy: true,
  });
  const createdAt = world.now();
  world.wrapped.set(token.id, { body: envelope(answer), path, createdAt, ttl });
  const info = {
    token: token.id,
    accessor: token.accessor,
    ttl,
    creation_time: time(createdAt),
    creation_path: path,
    ...(answer.auth && { wrapped_accessor: answer.auth.token.accessor }),
  };
  const body = { ...envelope({ kind: 'usual' }), request_id: '', wrap_info: info };
  return { kind: 'bare', status: 200, body };
}
