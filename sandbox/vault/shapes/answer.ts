import { randomUUID } from 'node:crypto';
import type { Answer } from '../api.ts';
import { authShape } from './token.ts';

/** The usual answer around what a mount gives, as all of them have it. */
export function envelope(answer: Extract<Answer, { kind: 'usual' }>): Record<string, unknown> {
  const { data = null, auth, warnings, lease, repeats } = answer;
  return {
    ...(repeats && (data as Record<string, unknown>)),
    request_id: randomUUID(),
    lease_id: lease?.id ?? '',
    renewable: lease?.renewable ?? false,
    lease_duration: lease?.seconds ?? 0,
    data,
    wrap_info: null,
    warnings: warnings && warnings.length > 0 ? warnings : null,
    auth: auth ? authShape(auth) : null,
  };
}
