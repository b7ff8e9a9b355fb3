/** The token by which a report writes: from a variable of the job, or from Vault. */
import { decode } from '../child/value.ts';
import { reasonOf } from '../reasons.ts';
import { type Gathered, gather, sayAbsent } from './gather.ts';
import { type CliIo, type Failed, logOf } from './io.ts';
import type { ReportWishes } from './report-wishes.ts';

/** The token, and what gives back what Vault has lent for it. */
export interface HeldToken {
  readonly ok: true;
  readonly token: string;
  readonly release: () => Promise<void>;
}

/** A token of GitHub is one word (docs/facts/github.md, "Tokens"): a header can hold nothing else. */
const word = /^[\x21-\x7e]{1,4096}$/;

/**
 * Reads it; Vault is asked here, and no sooner. The token by which one logs in there is revoked, unless the secret has a
 * lease, which `release` ends. Nothing of the value is ever said.
 */
export async function githubToken(
  wishes: ReportWishes['token'],
  io: CliIo,
  interrupted: AbortSignal,
): Promise<HeldToken | Failed> {
  if (wishes.from === 'variable') {
    const { name } = wishes;
    const value = Object.hasOwn(io.env, name) ? (io.env[name] ?? '').trim() : '';
    return value === '' ? missing(`${name} is not set`) : held(value, async () => {});
  }
  const gathered = await gather(wishes, wishes.asked, io, logOf(io, 'report'), interrupted);
  if (!gathered.ok) return gathered;
  const release = () => endLease(gathered);
  const [source] = gathered.found;
  const bytes = source?.value === undefined ? undefined : decode(source.value, source.form);
  if (bytes !== undefined) {
    const token = held(new TextDecoder().decode(bytes).trim(), release);
    if (!token.ok) await release();
    return token;
  }
  await release();
  const [absent] = gathered.absent;
  return missing(absent === undefined ? 'Vault has no such key there' : sayAbsent(absent));
}

async function endLease({ lease }: Gathered): Promise<void> {
  await lease?.end();
}

const held = (token: string, release: () => Promise<void>): HeldToken | Failed =>
  word.test(token)
    ? { ok: true, token, release }
    : missing('what is there holds blanks or line ends: was it stored in full, and nothing else?');

function missing(why: string): Failed {
  const { sentence, remedy } = reasonOf('report-token-missing');
  return { ok: false, exit: 1, said: [`report-token-missing: ${sentence} (${why}). ${remedy}`] };
}
