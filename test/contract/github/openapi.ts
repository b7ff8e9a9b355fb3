import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((inner: unknown, key) => (isJson(inner) ? inner[key] : undefined), value);

let loaded: unknown;

/** GitHub's OpenAPI description as octokit publishes it; read once, when the first schema is asked for. */
function description(): unknown {
  loaded ??= JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json'),
      'utf8',
    ),
  );
  return loaded;
}

const pointer = (ref: string): unknown => at(description(), ...ref.slice(2).split('/'));
const follow = (value: unknown): unknown => {
  const ref = at(value, '$ref');
  return typeof ref === 'string' ? pointer(ref) : value;
};

/**
 * OpenAPI 3.0 as JSON Schema: `nullable` becomes a type, and references point into `definitions`, where only what
 * the one schema needs is put.
 */
function translate(schema: unknown, definitions: Json): unknown {
  if (Array.isArray(schema)) return schema.map((item) => translate(item, definitions));
  if (!isJson(schema)) return schema;
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    const name = ref.split('/').at(-1) ?? '';
    if (!(name in definitions)) {
      definitions[name] = true;
      definitions[name] = translate(pointer(ref), definitions);
    }
    return { $ref: `#/definitions/${name}` };
  }
  const { nullable, example, examples, discriminator, ...rest } = schema;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, translate(value, definitions)]),
  );
  return nullable === true ? { anyOf: [{ type: 'null' }, plain] } : plain;
}

const compiled = new Map<string, ValidateFunction>();

function compile(key: string, schema: () => unknown): ValidateFunction {
  const known = compiled.get(key);
  if (known) return known;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const definitions: Json = {};
  const translated = translate(schema(), definitions);
  const made = ajv.compile({ allOf: [translated], definitions });
  compiled.set(key, made);
  return made;
}

/** What is wrong with a value, as readable lines; none means valid. */
function complaints(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

/** GitHub's error body: the schemas leave everything optional, but its documentation promises these. */
const errorBody = {
  type: 'object',
  required: ['message', 'documentation_url', 'status'],
  properties: {
    message: { type: 'string', minLength: 1 },
    documentation_url: { type: 'string', format: 'uri' },
  },
};

/**
 * Complaints about an answer of an operation, e.g. `('get', '/repos/{owner}/{repo}', 200, body)`. An error status
 * that the operation does not list is held against the common error body. Throws when the operation is unknown, or
 * a success status is not documented.
 */
export function responseComplaints(
  method: string,
  template: string,
  status: number,
  body: unknown,
): string[] {
  const operation = at(description(), 'paths', template, method);
  if (!operation) throw new Error(`no operation ${method} ${template}`);
  const response = follow(at(operation, 'responses', String(status)));
  if (!response && status < 400) throw new Error(`${method} ${template} documents no ${status}`);
  const common =
    status >= 400
      ? complaints(
          compile('error', () => errorBody),
          body,
        )
      : [];
  const schema = at(response, 'content', 'application/json', 'schema');
  if (!schema)
    return common.length > 0 || status >= 400 || body === '' ? common : ['a body where none is documented'];
  return [
    ...common,
    ...complaints(
      compile(`${method} ${template} ${status}`, () => schema),
      body,
    ),
  ];
}

/** Complaints about the body of a request, e.g. `('post', '/repos/{owner}/{repo}/rulesets', body)`. Throws where none is described. */
export function requestComplaints(method: string, template: string, body: unknown): string[] {
  const request = at(description(), 'paths', template, method, 'requestBody', 'content', 'application/json');
  const schema = at(request, 'schema');
  if (!schema) throw new Error(`no body of ${method} ${template}`);
  return complaints(
    compile(`body of ${method} ${template}`, () => schema),
    body,
  );
}

/** What GitHub's description of an operation lets a caller send: the names in the query, and in the body. */
export interface Sendable {
  readonly query: readonly string[];
  readonly body: readonly string[];
}

/** The same for the operation whose path has this form, parameters being `{}`; undefined where there is none. */
export function sendable(method: string, form: string): Sendable | undefined {
  const paths = Object.entries(Object(at(description(), 'paths')) as Json);
  const found = paths.find(
    ([path, item]) => path.replaceAll(/\{[^}]*\}/g, '{}') === form && at(item, method),
  );
  if (!found) return undefined;
  const operation = at(found[1], method);
  const parameters = Object.values(Object(at(operation, 'parameters')) as Json).map(follow);
  const schema = follow(at(operation, 'requestBody', 'content', 'application/json', 'schema'));
  const forms = [schema, ...Object.values(Object(at(schema, 'oneOf')) as Json)].map(follow);
  return {
    query: parameters.filter((one) => at(one, 'in') === 'query').map((one) => String(at(one, 'name'))),
    body: forms.flatMap((one) => Object.keys(Object(at(one, 'properties')) as Json)),
  };
}

/** Complaints about a webhook payload, e.g. `('pull-request-opened', payload)`. Throws for an unknown webhook. */
export function webhookComplaints(name: string, payload: unknown): string[] {
  const webhook = at(description(), 'x-webhooks', name, 'post', 'requestBody', 'content', 'application/json');
  if (!webhook) throw new Error(`no webhook ${name}`);
  return complaints(
    compile(`webhook ${name}`, () => at(webhook, 'schema')),
    payload,
  );
}
