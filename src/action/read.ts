/** Gives the text of an input as the runner hands it over. `core.getInput` without `trimWhitespace` is one. */
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

  const trimmed = (name: string): string => get(name).trim();

  const text = (name: string): string | undefined => trimmed(name) || undefined;

  /**
   * Whether an input is given, and empty, as an expression is that finds nothing. The runner hands over the empty text
   * also for one that is left out, unless it has a default: so those of which it matters have a blank for one in
   * action.yml (docs/facts/runner.md, "Inputs").
   */
  const isEmpty = (name: string): boolean => get(name) === '';

  const matching = (name: string, pattern: RegExp, shape: string): string | undefined => {
    const value = text(name);
    if (value !== undefined && !pattern.test(value))
      fault(name, `${shape}; got ${value.length} characters that do not fit`);
    return value;
  };

  /** Items between commas or line ends, each trimmed; empty ones left out. */
  const list = (name: string, pattern: RegExp, shape: string): readonly string[] => {
    const items = trimmed(name)
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
    isEmpty,
    matching,
    list,

    required: (name: string, why: string): string => {
      const value = text(name);
      if (value === undefined) fault(name, `is ${isEmpty(name) ? 'empty' : 'missing'}: ${why}`);
      return value ?? '';
    },

    choice: <T extends string>(name: string, choices: readonly T[]): T => {
      const value = trimmed(name);
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) fault(name, `must be one of: ${choices.join(', ')}`);
      return chosen ?? (choices[0] as T);
    },

    /** The spellings of YAML 1.2's core schema, as `core.getBooleanInput` takes them. */
    boolean: (name: string): boolean => {
      const value = trimmed(name);
      if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value)) fault(name, 'must be true or false');
      return value.toLowerCase() === 'true';
    },

    /** A number within bounds, fractions allowed. */
    number: (name: string, unit: string, { least, most }: { least: number; most: number }): number => {
      const value = trimmed(name);
      const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
      const fits = number >= least && number <= most;
      if (!fits) fault(name, `must be a number of ${unit} from ${least} to ${most}`);
      return fits ? number : least;
    },

    /** A positive number of minutes, fractions allowed, as milliseconds. */
    minutes: (name: string, most: number): number => {
      const value = trimmed(name);
      const minutes = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
      if (!(minutes > 0 && minutes <= most))
        fault(name, `must be a number of minutes, more than 0 and at most ${most}`);
      return minutes * 60_000;
    },
  };
}

/** What `createReader` gives. */
export type Reader = ReturnType<typeof createReader>;

/**
 * A secret goes into a header or a body: no spaces or control characters, as a pasted line end would bring. One that is
 * given and empty is a fault: what stands in for it would be blamed for what it cannot do.
 */
export function secret(reader: Reader, name: string): string | undefined {
  if (reader.isEmpty(name))
    reader.fault(name, 'is empty: does the secret exist, and has the job its `environment:`?');
  return reader.matching(name, /^[\x21-\x7e]+$/, 'must be one word without spaces or line ends');
}
