/** Hears signals from before the child is there until after its end. */
import { ends, type Heard, heard } from '../child/signals.ts';

/** The ear of a command. */
export interface Hearing {
  /** Aborted by the first signal that ends us, while nobody is told. */
  readonly interrupted: AbortSignal;
  /** That signal. */
  first(): Heard | undefined;
  /** From now on each signal goes here, and none interrupts. Gives what has to be called at the child's end: `over`. */
  tell(listener: (signal: Heard) => void): () => void;
  /** From now on there is nothing but output to be written. */
  over(): void;
  /** Aborted by a signal that ends us then: what is still to be written is given up. */
  readonly hurried: AbortSignal;
  /** That signal. */
  hurriedBy(): Heard | undefined;
}

/** Listens. From now on no signal of the list ends the process by itself. */
export function listen(): Hearing {
  const controller = new AbortController();
  let first: Heard | undefined;
  const hurry = new AbortController();
  let hurriedBy: Heard | undefined;
  let listener: ((signal: Heard) => void) | undefined;
  const over = (): void => {
    listener = (signal) => {
      if (!ends(signal)) return;
      hurriedBy ??= signal;
      hurry.abort();
    };
  };
  for (const signal of heard) {
    process.on(signal, () => {
      if (listener !== undefined) return listener(signal);
      if (!ends(signal)) return;
      first ??= signal;
      controller.abort();
    });
  }
  return {
    interrupted: controller.signal,
    first: () => first,
    tell: (given) => {
      listener = given;
      return over;
    },
    over,
    hurried: hurry.signal,
    hurriedBy: () => hurriedBy,
  };
}
