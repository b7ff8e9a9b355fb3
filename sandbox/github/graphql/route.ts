import { Hono } from 'hono';
import { type Api, type Env, jsonOf } from '../api.ts';
import { refuse } from '../refusals.ts';
import { type Answer, type Args, type GraphqlObject, isFieldError, queryObject } from './objects.ts';
import { type Document, type Operation, parse, type Selection, type Value } from './parse.ts';
import { type GraphqlError, isA, validate } from './schema.ts';

/** `POST /graphql`: answers 200 whatever is wrong with the query; the errors are in the body. */
export function graphqlRoutes(api: Api): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/', async (c) => {
    const token = c.get('token');
    if (!token) return refuse(401, 'This endpoint requires you to be authenticated.');
    const { query, variables, operationName } = (await jsonOf(c)) as Record<string, unknown>;
    if (typeof query !== 'string') {
      return c.json({ errors: [{ message: 'A query attribute must be specified and must be a string.' }] });
    }
    return c.json(
      answer(queryObject(api, token), query, isRecord(variables) ? variables : {}, operationName),
    );
  });
  return app;
}

interface GraphqlAnswer {
  data?: Record<string, unknown>;
  errors?: GraphqlError[];
}

/** Runs one query against a root object. Errors of a field null that field; all others leave no data. */
export function answer(
  root: GraphqlObject,
  query: string,
  variables: Args,
  operationName?: unknown,
): GraphqlAnswer {
  let document: Document;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : 'Parse error' }] };
  }
  const { operations } = document;
  const operation = operationName ? operations.find(({ name }) => name === operationName) : operations[0];
  if (!operation) return { errors: [{ message: 'An operation name is required' }] };
  if (operation.type !== 'query') return { errors: [{ message: `The sandbox knows no ${operation.type}` }] };
  const wrong = [...validate(document, operation.selections, root.type), ...missing(operation, variables)];
  if (wrong.length > 0) return { errors: wrong };

  const errors: GraphqlError[] = [];
  const run: Run = { document, args: defaults(operation, variables), errors };
  const data = select(run, root, operation.selections, []);
  return { data, ...(errors.length > 0 ? { errors } : {}) };
}

interface Run {
  document: Document;
  /** The variables. */
  args: Args;
  errors: GraphqlError[];
}

function missing(operation: Operation, variables: Args): GraphqlError[] {
  return operation.variables
    .filter(({ required, name }) => required && (variables[name] === undefined || variables[name] === null))
    .map(({ name }) => ({ message: `Variable $${name} was provided invalid value`, path: [name] }));
}

function defaults(operation: Operation, given: Args): Args {
  const known = operation.variables.map(({ name, otherwise }) => [
    name,
    given[name] ?? (otherwise ? constant(otherwise, {}) : undefined),
  ]);
  return Object.fromEntries(known);
}

function constant(value: Value, variables: Args): unknown {
  switch (value.kind) {
    case 'constant':
      return value.value;
    case 'variable':
      return variables[value.name];
    case 'list':
      return value.items.map((item) => constant(item, variables));
    case 'object':
      return mapValues(value.fields, variables);
  }
}

const mapValues = (fields: Record<string, Value>, variables: Args): Args =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, constant(value, variables)]));

type Path = (string | number)[];

function select(
  run: Run,
  object: GraphqlObject,
  selections: Selection[],
  path: Path,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind !== 'field') {
      const fragment =
        selection.kind === 'spread'
          ? run.document.fragments[selection.name]
          : { on: selection.on ?? object.type, selections: selection.selections };
      if (fragment && isA(object.type, fragment.on)) {
        Object.assign(data, select(run, object, fragment.selections, path));
      }
      continue;
    }
    const { name, key, args, selections: inner } = selection;
    if (name === '__typename') {
      data[key] = object.type;
      continue;
    }
    const here = [...path, key];
    try {
      const value = object.fields[name]?.(mapValues(args, run.args)) ?? null;
      data[key] = complete(run, value, inner ?? [], here);
    } catch (error) {
      if (!isFieldError(error)) throw error;
      run.errors.push({ ...error.fieldError, path: here });
      data[key] = null;
    }
  }
  return data;
}

function complete(run: Run, value: Answer, inner: Selection[], path: Path): unknown {
  if (Array.isArray(value)) return value.map((item, i) => complete(run, item, inner, [...path, i]));
  return typeof value === 'object' && value !== null ? select(run, value, inner, path) : value;
}

const isRecord = (value: unknown): value is Args =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
