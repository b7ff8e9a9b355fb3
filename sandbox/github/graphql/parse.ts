/** A value as written in a query: a constant, a variable, or a list or object of such. */
export type Value =
  | { kind: 'constant'; value: string | number | boolean | null }
  | { kind: 'variable'; name: string }
  | { kind: 'list'; items: Value[] }
  | { kind: 'object'; fields: Record<string, Value> };

export interface Field {
  kind: 'field';
  name: string;
  /** The name in the answer: the alias, or the field's own. */
  key: string;
  args: Record<string, Value>;
  selections: Selection[] | null;
}

export type Selection =
  | Field
  | { kind: 'inline'; on: string | null; selections: Selection[] }
  | { kind: 'spread'; name: string };

export interface Variable {
  name: string;
  required: boolean;
  otherwise: Value | undefined;
}

export interface Operation {
  type: 'query' | 'mutation' | 'subscription';
  name: string | undefined;
  variables: Variable[];
  selections: Selection[];
}

export interface Document {
  operations: Operation[];
  fragments: Record<string, { on: string; selections: Selection[] }>;
}

const token =
  /\s+|,|#[^\n]*|(?<name>[_A-Za-z]\w*)|(?<number>-?\d+(?:\.\d+)?)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<mark>\.\.\.|[{}()[\]:!=$@|&])/gy;

/** Splits a query into tokens. Throws a SyntaxError at the first character that is none. */
function tokens(text: string): string[] {
  const found: string[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    end = match.index + match[0].length;
    if (match.groups && Object.values(match.groups).some((group) => group !== undefined))
      found.push(match[0]);
  }
  if (end < text.length) throw new SyntaxError(`Parse error on ${JSON.stringify(text[end])}`);
  return found;
}

/**
 * Reads the part of GraphQL that clients of GitHub send: operations with variables, fields with aliases and
 * arguments, fragments. No directives and no block strings. Throws a SyntaxError for anything else.
 */
export function parse(text: string): Document {
  const rest = tokens(text);
  const peek = () => rest[0];
  const take = (): string => rest.shift() ?? fail('end of file');
  const fail = (found: string): never => {
    throw new SyntaxError(`Parse error on ${JSON.stringify(found)}`);
  };
  const expect = (mark: string): void => {
    const found = take();
    if (found !== mark) fail(found);
  };
  const skip = (mark: string): boolean => {
    if (peek() !== mark) return false;
    rest.shift();
    return true;
  };
  const name = (): string => {
    const found = take();
    return /^[_A-Za-z]/.test(found) ? found : fail(found);
  };

  const value = (): Value => {
    const found = take();
    if (found === '$') return { kind: 'variable', name: name() };
    if (found === '[') {
      const items: Value[] = [];
      while (!skip(']')) items.push(value());
      return { kind: 'list', items };
    }
    if (found === '{') {
      const fields: Record<string, Value> = {};
      while (!skip('}')) {
        const key = name();
        expect(':');
        fields[key] = value();
      }
      return { kind: 'object', fields };
    }
    if (found.startsWith('"')) return { kind: 'constant', value: String(JSON.parse(found)) };
    if (/^-?\d/.test(found)) return { kind: 'constant', value: Number(found) };
    if (found === 'true' || found === 'false') return { kind: 'constant', value: found === 'true' };
    if (found === 'null') return { kind: 'constant', value: null };
    return /^[_A-Za-z]/.test(found) ? { kind: 'constant', value: found } : fail(found);
  };

  const args = (): Record<string, Value> => {
    const found: Record<string, Value> = {};
    if (!skip('(')) return found;
    while (!skip(')')) {
      const key = name();
      expect(':');
      found[key] = value();
    }
    return found;
  };

  const selections = (): Selection[] => {
    expect('{');
    const found: Selection[] = [];
    while (!skip('}')) found.push(selection());
    return found.length > 0 ? found : fail('}');
  };

  const selection = (): Selection => {
    if (skip('...')) {
      if (peek() === '{') return { kind: 'inline', on: null, selections: selections() };
      const word = name();
      if (word !== 'on') return { kind: 'spread', name: word };
      return { kind: 'inline', on: name(), selections: selections() };
    }
    const first = name();
    const own = skip(':') ? name() : first;
    const given = args();
    const inner = peek() === '{' ? selections() : null;
    return { kind: 'field', name: own, key: first, args: given, selections: inner };
  };

  const type = (): boolean => {
    if (skip('[')) {
      type();
      expect(']');
    } else name();
    return skip('!');
  };

  const variables = (): Variable[] => {
    const found: Variable[] = [];
    if (!skip('(')) return found;
    while (!skip(')')) {
      expect('$');
      const own = name();
      expect(':');
      const nonNull = type();
      const otherwise = skip('=') ? value() : undefined;
      found.push({ name: own, required: nonNull && otherwise === undefined, otherwise });
    }
    return found;
  };

  const document: Document = { operations: [], fragments: {} };
  while (peek() !== undefined) {
    if (peek() === '{') {
      document.operations.push({ type: 'query', name: undefined, variables: [], selections: selections() });
      continue;
    }
    const word = take();
    if (word === 'fragment') {
      const own = name();
      if (take() !== 'on') fail(own);
      document.fragments[own] = { on: name(), selections: selections() };
    } else if (word === 'query' || word === 'mutation' || word === 'subscription') {
      const own = peek() === '{' || peek() === '(' ? undefined : name();
      document.operations.push({ type: word, name: own, variables: variables(), selections: selections() });
    } else fail(word);
  }
  return document;
}
