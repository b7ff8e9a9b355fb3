/** `drawbridge mask`: gathers secrets, and copies the input to the output without them. */
import { constants } from 'node:os';
import { tooShort } from '../child/environment.ts';
import { failed, signalCode } from '../child/exit.ts';
import { isTooShort } from '../child/forms.ts';
import type { Secret } from '../child/mask.ts';
import { byKey, ends } from '../child/signals.ts';
import { type Source, withPlain } from '../child/sources.ts';
import { decode, hiddenForms } from '../child/value.ts';
import { gather, sayAbsent } from './gather.ts';
import type { Hearing } from './hearing.ts';
import { type CliIo, logOf, say } from './io.ts';
import { mask } from './mask.ts';
import type { MaskWishes } from './wishes.ts';

/** Runs the command. Gives the exit code. Nothing of the input is copied where a secret could not be found. */
export async function maskInput(wishes: MaskWishes, io: CliIo, hearing: Hearing): Promise<number> {
  const log = logOf(io, 'mask');
  const gathered = await gather(wishes, wishes.asked, io, log, hearing.interrupted);
  const signal = hearing.first();
  if (signal !== undefined) return signalCode(signal, constants.signals);
  if (!gathered.ok) {
    say(io, 'mask', gathered.said);
    return gathered.exit;
  }
  const ours = wishes.variables.map(
    (name): Source => ({
      name,
      origin: '--env',
      form: 'text',
      value: Object.hasOwn(io.env, name) ? io.env[name] : undefined,
    }),
  );
  const { secrets, faults: ofValues } = secretsOf(withPlain([...gathered.found, ...ours], wishes.plain));
  await gathered.lease?.end();
  const faults = [...gathered.absent.map(sayAbsent), ...ofValues];
  if (faults.length > 0) {
    say(io, 'mask', faults);
    return failed;
  }
  const ear = endOn(hearing, io);
  const code = await mask(io, secrets, { placeholder: wishes.placeholder }).finally(ear.close);
  const ended = ear.ended();
  // What is cut short is no success.
  return code === 0 && ended !== undefined ? signalCode(ended, constants.signals) : code;
}

/** What is to be hidden of some sources. Pure. */
export function secretsOf(sources: readonly Source[]): {
  readonly secrets: readonly Secret[];
  readonly faults: readonly string[];
} {
  const secrets: Secret[] = [];
  const faults: string[] = [];
  for (const { name, origin, form, value } of sources) {
    const used = value === undefined ? undefined : decode(value, form);
    if (value === undefined) faults.push(`${name} is missing (${origin})`);
    else if (used === undefined) faults.push(`${name} (${origin}) is not base64`);
    else {
      const hidden = hiddenForms(value, used, form);
      const short = hidden.find(isTooShort);
      if (short !== undefined) faults.push(tooShort({ name, origin }, short.length));
      else secrets.push(...hidden.map((bytes) => ({ name, value: bytes })));
    }
  }
  return { secrets, faults };
}

/**
 * A key at the terminal ends who writes to us, and what it says last is still to be copied, so SIGINT and SIGQUIT are not
 * for us, unless nobody writes to us but the terminal. What asks us alone to end does: the input ends.
 */
function endOn(hearing: Hearing, { stdin }: CliIo): { close(): void; ended(): NodeJS.Signals | undefined } {
  const typed = 'isTTY' in stdin && stdin.isTTY === true;
  let by: NodeJS.Signals | undefined;
  const close = hearing.tell((signal) => {
    if (!ends(signal) || (!typed && byKey.has(signal))) return;
    by ??= signal;
    stdin.destroy();
  });
  return { close, ended: () => by };
}
