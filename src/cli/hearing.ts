/** Hears signals from before the child is there until after its end. */
import { ends, type Heard, heard } from '../child/signals.ts';

/** The ear of a command. */
export interface Hearing {
  /** Aborted by the first signal that ends us, while nobody is told. */
  readonly interrupted: AbortSignal;
  /** That signal. */
  first(): Heard | undefined;
  /** From now on each signal goes here, and none interrupts. Gives what has to be called at the child's end. */
  tell(listener: (signal: Heard) => void): () => void;
}

/** Listens. From now on no signal of the list ends the process by itself. */
export function listen(): Hearing {
  const controller = new AbortController();
  let first: Heard | undefined;
  let listener: ((signal: Heard) => void) | undefined;
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
      return () => {
        listener = () => {};
      };
    },
  };
}
