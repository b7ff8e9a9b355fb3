/** `drawbridge verify`: the early notice of a job before all others, and the audit line in its log. */
import { constants } from 'node:os';
import { signalCode } from '../child/exit.ts';
import type { Hearing } from './hearing.ts';
import { type CliIo, say } from './io.ts';
import { proofRecord } from './proof-record.ts';
import { verifyFirst } from './verified.ts';
import type { VerifyCommand } from './verify-wishes.ts';

/** Runs the command. Gives the exit code: 0 where the request is proven, 1 where not, or where that could not be found out. */
export async function verify({ wishes, json }: VerifyCommand, io: CliIo, hearing: Hearing): Promise<number> {
  const verified = await verifyFirst(wishes, io, hearing);
  const signal = hearing.first();
  if (signal !== undefined) return signalCode(signal, constants.signals);
  const record = JSON.stringify(proofRecord(verified, wishes, new Date(io.clock.now())));
  if (!verified.ok) {
    say(io, 'verify', verified.said);
    io.stdout.write(`${json ? '' : 'audit: '}${record}\n`);
    return verified.exit;
  }
  if (json) {
    io.stdout.write(`${record}\n`);
    return 0;
  }
  const { repository, runId } = verified.claims;
  io.stdout.write(
    `proven: asked for by run ${runId} of ${repository}, tests ${verified.tests.join(',')}\naudit: ${record}\n`,
  );
  return 0;
}
