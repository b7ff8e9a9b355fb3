import { Ajv } from 'ajv';
import { default as addFormats } from 'ajv-formats';
import { SCHEMAS, type SchemaName } from './schemas.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validators = new Map(Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]));

/** What is wrong with `answer` as an answer of that kind: one line for each fault, none when it fits. */
export function faultsOf(name: SchemaName, answer: unknown): string[] {
  const validate = validators.get(name);
  if (!validate) throw new Error(`There is no schema ${name}.`);
  validate(answer);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}
