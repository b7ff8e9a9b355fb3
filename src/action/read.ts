/** Gives the trimmed text of an input; the empty string when it is not set. `core.getInput` is one. */
export type GetInput = (name: string) => string;

/** One thing that is wrong with one input. `wrong` never contains the value. */
export interface Fault {
  readonly input: string;
  readonly wrong: string;
}

/**
 * Reads single inputs and collects what is wrong with them, so that the maintainer sees all faults at once. Each
 * reader gives a harmless value for a faulty input; the caller throws everything away when there are faults.
 */
export function createReader(get: GetInput) {
  const faults: Fault[] = [];
  const fault = (input: string, wrong: string): void => void faults.push({ input, wrong });

  const text = (name: string): string | undefined => get(name) || undefined;

  const matching = (name: string, pattern: RegExp, shape: string): string | undefined => {
    const value = text(name);
    if (value !== undefined && !pattern.test(value))
      fault(name, `${shape}; got ${value.length} characters that do not fit`);
    return value;
  };

  /** Items between commas or line ends, each trimmed; empty ones left out. */
  const list = (name: string, pattern: RegExp, shape: string): readonly string[] => {
    const items = get(name)
      .split(/[,\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    const wrong = items.findIndex((item) => !pattern.test(item));
    if (wrong >= 0) fault(name, `${shape}; item ${wrong + 1} does not fit`);
    return items;
  };

  return {
    faults,
    fault,
    text,
    matching,
    list,

    required: (name: string, why: string): string => {
      const value = text(name);
      if (value === undefined) fault(name, `is missing: ${why}`);
      return value ?? '';
    },

    choice: <T extends string>(name: string, choices: readonly T[]): T => {
      const value = get(name);
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) fault(name, `must be one of: ${choices.join(', ')}`);
      return chosen ?? (choices[0] as T);
    },

    /** The spellings of YAML 1.2's core schema, as `core.getBooleanInput` takes them. */
    boolean: (name: string): boolean => {
      const value = get(name);
      if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value)) fault(name, 'must be true or false');
      return value.toLowerCase() === 'true';
    },

    /** A number within bounds, fractions allowed. */
    number: (name: string, unit: string, { least, most }: { least: number; most: number }): number => {
      const value = get(name);
      const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
      const fits = number >= least && number <= most;
      if (!fits) fault(name, `must be a number of ${unit} from ${least} to ${most}`);
      return fits ? number : least;
    },

    /** A positive number of minutes, fractions allowed, as milliseconds. */
    minutes: (name: string, most: number): number => {
      const value = get(name);
      const minutes = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
      if (!(minutes > 0 && minutes <= most))
        fault(name, `must be a number of minutes, more than 0 and at most ${most}`);
      return minutes * 60_000;
    },
  };
}

/** What `createReader` gives. */
export type Reader = ReturnType<typeof createReader>;

/** A secret goes into a header or a body: no spaces or control characters, as a pasted line end would bring. */
export const secret = (reader: Reader, name: string): string | undefined =>
  reader.matching(name, /^[\x21-\x7e]+$/, 'must be one word without spaces or line ends');
