/** The secrets and the text of the bench of the mask: the same in each process. */
import { createHash } from 'node:crypto';
import type { Secret } from '../src/child/mask.ts';

export const benchKey = Buffer.alloc(32, 1);

/** 40 tokens of 16 to 35 letters and digits. */
export const benchSecrets = (): readonly Secret[] =>
  Array.from({ length: 40 }, (_, n) => ({
    name: `KEY_${n}`,
    value: Buffer.from(
      digest(n)
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 16 + (n % 20)),
    ),
  }));

/** More than any cache near a processor holds. */
const repeatedAfter = 16e6;

/** Lines as a test runner prints them, so many bytes, the same ones again after a while. Every thousandth shows a secret. */
export function benchText(bytes: number): Buffer {
  const secrets = benchSecrets();
  const lines: string[] = [];
  for (let n = 0, length = 0; length < Math.min(bytes, repeatedAfter); n++) {
    const shown =
      n % 1000 === 0 ? ` token=${Buffer.from(secrets[(n / 1000) % 40]?.value ?? '').toString()}` : '';
    const line = `2026-11-30T01:02:${n % 60}.123Z  INFO worker ${n % 7}: dns::zone_${n} answers in ${n % 997} ms${shown} ... ok\n`;
    lines.push(line);
    length += line.length;
  }
  return Buffer.alloc(bytes, lines.join(''));
}

const digest = (n: number): string => createHash('sha256').update(`secret ${n}`).digest('base64');
