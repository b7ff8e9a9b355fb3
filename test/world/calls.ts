/** How the calls to a fake go: straight, noted and hindered by a test, or in round trips. */
import { ServiceFailure } from '../../src/net/failure.ts';

/** Carries each call of a fake. `line` names the call; `act` has its effect and gives its answer. */
export type Carry = <T>(line: string, act: () => T) => Promise<T>;

/** An answer that a test plants, or the failure that comes in its place. */
export type Answer<T> = T | ServiceFailure;

/** The answer; throws the failure that was planted. */
export function answerOf<T>(planted: Answer<T>): T {
  if (planted instanceof ServiceFailure) throw planted;
  return planted;
}

/** Nothing goes wrong. */
export const straight: Carry = async (_, act) => act();

/** Calls that are noted in order, and that a test may fail or use as a moment to act. */
export interface NotedCalls {
  readonly carry: Carry;
  readonly done: string[];
  /** Lines of `done` that begin with a text. */
  of(start: string): readonly string[];
  /** Acts when a line that begins with a text is done for the nth time, before it has its effect. */
  on(start: string, act: () => void, nth?: number): void;
  /** Fails such a line, every time or the nth, before or after it had its effect. */
  fail(start: string, failure: Error, nth?: number | 'every', when?: 'before' | 'after'): void;
}

interface Hook {
  readonly start: string;
  readonly nth: number | 'every';
  readonly when: 'before' | 'after';
  readonly act: () => Error | undefined;
  count: number;
}

export function notedCalls(): NotedCalls {
  const done: string[] = [];
  const hooks: Hook[] = [];
  const hooked = (line: string, when: Hook['when']): void => {
    for (const hook of hooks.filter((one) => one.when === when && line.startsWith(one.start))) {
      hook.count += 1;
      const failure = hook.nth === 'every' || hook.nth === hook.count ? hook.act() : undefined;
      if (failure) throw failure;
    }
  };
  return {
    done,
    carry: async (line, act) => {
      done.push(line);
      hooked(line, 'before');
      const answer = act();
      hooked(line, 'after');
      return answer;
    },
    of: (start) => done.filter((line) => line.startsWith(start)),
    on: (start, act, nth = 1) => {
      hooks.push({ start, nth, when: 'before', count: 0, act: () => void act() as undefined });
    },
    fail: (start, failure, nth = 'every', when = 'before') => {
      hooks.push({ start, nth, when, count: 0, act: () => failure });
    },
  };
}

/** Calls in round trips: all that is asked before anything is answered is one of them. */
export function roundTrips(): { readonly carry: Carry; readonly rounds: readonly (readonly string[])[] } {
  const rounds: string[][] = [];
  let open: string[] | undefined;
  const carry: Carry = (line, act) => {
    if (open === undefined) {
      open = [];
      rounds.push(open);
      setImmediate(() => {
        open = undefined;
      });
    }
    open.push(line);
    return new Promise((resolve) => setImmediate(resolve)).then(act);
  };
  return { carry, rounds };
}
