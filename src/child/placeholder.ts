/** What stands in the output in place of a secret. */
import { createHmac } from 'node:crypto';

/**
 * How a placeholder looks: ours, or as Testflinger writes it with a hash of six digits (Testflinger's agent,
 * src/testflinger_agent/masking.py).
 */
export type PlaceholderStyle = 'hash' | 'testflinger';

/** Hexadecimal digits of the hash. Six coincide for one pair of values in 16.8 million, sixteen for none in practice. */
const digitsOf: Readonly<Record<PlaceholderStyle, number>> = { hash: 16, testflinger: 6 };

/** At least so many bytes of key, or the hash could be guessed. */
const shortestKey = 16;

/**
 * Gives the placeholder of bytes, `**<hash>**`. The hash is that of the very bytes that are replaced, under a key that
 * only this run has: the same bytes have the same placeholder everywhere in a run, an encoding of a value has its own,
 * and who knows the bytes behind each can put the text back as it was. Without the key nothing can be tried out on it,
 * so it says nothing of the value; an unsalted one (Testflinger's) would tell who guesses a short one that she is right.
 * Throws a RangeError for a key of fewer than 16 bytes. Pure.
 */
export function placeholders(key: Uint8Array, style: PlaceholderStyle): (bytes: Uint8Array) => Uint8Array {
  if (key.length < shortestKey) throw new RangeError('the key of the placeholders is too short');
  return (bytes) =>
    Buffer.from(`**${createHmac('sha256', key).update(bytes).digest('hex').slice(0, digitsOf[style])}**`);
}
