/** `spec: inputs`: what a file declares, and what becomes of the values that are sent (GitLab's code, lib/ci/inputs). */
import { NotImitated } from '../../base/gaps.ts';
import { documentsIn, list, type Mapping, mapping } from './configuration.ts';

/** The values with which the file is read, those that were not sent by their default, or what is wrong with them. */
export type Inputs =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: string };

/** More are refused (GitLab's code, lib/gitlab/ci/pipeline/chain/validate/config.rb). */
const mostOfPipeline = 20;
/** A text has to be shorter (bytes): so it is documented, whatever the code lets through (docs/facts/gitlab.md, "Values"). */
const tooLong = 1_024;
const types = ['array', 'boolean', 'number', 'string'] as const;
type Type = (typeof types)[number];

/**
 * Reads the header of a root file with what was sent, or of an included one with what the include says, for which there is
 * no limit. Throws NotImitated for a header that the sandbox cannot read.
 */
export function readInputs(
  rootFile: string,
  given: Readonly<Record<string, unknown>>,
  most = mostOfPipeline,
): Inputs {
  const names = Object.keys(given);
  if (names.length > most) return refused(`There cannot be more than ${most} inputs`);
  const header = mapping(documentsIn(rootFile)[0])['spec'];
  if (header === undefined) {
    return names.length === 0
      ? { ok: true, values: {} }
      : refused('Given inputs not defined in the `spec` section of the included configuration file');
  }
  const other = Object.keys(mapping(header)).find((key) => key !== 'inputs');
  if (other !== undefined) throw new NotImitated(`\`spec:${other}\` in the header of .gitlab-ci.yml`);

  const specs = Object.entries(mapping(mapping(header)['inputs']));
  const declared = new Set(specs.map(([name]) => name));
  const unknown = names.filter((name) => !declared.has(name));
  const read = specs.map(([name, spec]) => readInput(name, mapping(spec), given[name]));
  const errors = [
    ...(unknown.length > 0 ? [`unknown input arguments: ${unknown.join(', ')}`] : []),
    ...read.flatMap(({ error }) => error ?? []),
  ];
  // Only the first three are told.
  if (errors.length > 0) return refused(errors.slice(0, 3).join(', '));
  return { ok: true, values: Object.fromEntries(read.map(({ name, value }) => [name, value])) };
}

const refused = (error: string): Inputs => ({ ok: false, error });

interface ReadInput {
  readonly name: string;
  readonly value?: unknown;
  readonly error?: string;
}

function readInput(name: string, spec: Mapping, sent: unknown): ReadInput {
  if ('rules' in spec) throw new NotImitated(`\`spec:inputs:${name}:rules\``);
  const unknownKeys = Object.keys(spec).filter(
    (key) => !/^(default|description|options|regex|type)$/.test(key),
  );
  if (unknownKeys.length > 0) {
    const error = `header:spec:inputs:${name} config contains unknown keys: ${unknownKeys.join(', ')}`;
    return { name, error };
  }
  const type = types.find((one) => one === (spec['type'] ?? 'string'));
  if (!type) {
    return { name, error: `unknown input specification for \`${name}\` (valid types: ${types.join(', ')})` };
  }
  const isSent = sent !== undefined && sent !== null;
  const of = (what: string): ReadInput => ({ name, error: `\`${name}\` input: ${what}` });
  if (!('default' in spec) && !isSent) return of('required value has not been provided');
  const inDefault =
    'default' in spec ? faultOf(spec, type, coerced(type, spec['default']), 'default') : undefined;
  const fault = inDefault ?? (isSent ? faultOf(spec, type, coerced(type, sent), 'provided') : undefined);
  return fault === undefined ? { name, value: coerced(type, isSent ? sent : spec['default']) } : of(fault);
}

/** The newest GitLab makes a text of whatever a string input gets, and reads a text that another type gets as JSON. */
function coerced(type: Type, value: unknown): unknown {
  if (type === 'string')
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function faultOf(
  spec: Mapping,
  type: Type,
  value: unknown,
  whose: 'default' | 'provided',
): string | undefined {
  const is = Array.isArray(value) ? 'array' : typeof value;
  if (is !== type) return `${whose} value is not ${type === 'array' ? 'an' : 'a'} ${type}`;
  if (type === 'string' && Buffer.byteLength(String(value)) >= tooLong)
    return `${whose} value is not shorter than 1 KB`;
  const { options, regex } = spec;
  if (options !== undefined) {
    if (type !== 'string' && type !== 'number')
      return 'Options can only be used with string and number inputs';
    const allowed = list(options).map((one) => (type === 'string' ? String(one) : one));
    if (!allowed.includes(value)) {
      return `\`${String(value)}\` cannot be used because it is not in the list of ${type === 'string' ? '' : 'the '}allowed options`;
    }
  }
  if (regex === undefined) return undefined;
  if (type !== 'string') return 'RegEx validation can only be used with string inputs';
  return new RegExp(String(regex)).test(String(value))
    ? undefined
    : `${whose} value does not match required RegEx pattern`;
}
