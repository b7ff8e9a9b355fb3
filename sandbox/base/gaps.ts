/**
 * What a service was asked for that it does not imitate. A guess would let a test pass that GitHub or GitLab would fail,
 * so such a call is answered with 501, and the test that made it fails: the sandbox does not close without a word.
 */
export interface Gaps {
  /** Notes what was asked for, and gives the sentence of the answer. */
  note(what: string): string;
  /** What was noted, once: for the test that asked on purpose. */
  take(): string[];
  /** Throws where something was noted that nobody has taken. */
  settle(): void;
}

/** Thrown where something is met that is not imitated; `message` says what, as a noun. */
export class NotImitated extends Error {}

/** `service`: as a person calls it. */
export function createGaps(service: string): Gaps {
  let noted: string[] = [];
  const take = () => {
    const all = [...new Set(noted)];
    noted = [];
    return all;
  };
  return {
    note: (what) => {
      noted.push(what);
      return `501 The sandbox's ${service} does not imitate ${what}`;
    },
    take,
    settle: () => {
      const all = take();
      if (all.length > 0) throw new Error(`The sandbox's ${service} does not imitate: ${all.join('; ')}`);
    },
  };
}
