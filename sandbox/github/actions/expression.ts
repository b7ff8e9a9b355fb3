/** Expressions: as much of GitHub's as a workflow of ours may need, and not a word more. */

/** What `github.…` stands for in a condition. */
export type Context = Readonly<Record<string, unknown>>;

/** Each context by its name: what stands before the first dot. */
export type Contexts = Readonly<Record<string, Context>>;

type Token = { readonly kind: 'text' | 'number' | 'sign' | 'name'; readonly text: string };

const pattern =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)|(?<sign>\|\||&&|[=!<>]=|[<>!(),])|(?<name>[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*))/y;

/**
 * Whether the condition of a job holds (GitHub docs, "Evaluate expressions in workflows and actions"). `${{ }}` around it
 * may be left out; `inputs` are those of a run by hand. Throws on whatever is not played; see `comesTo`.
 */
export function holds(condition: string, github: Context): boolean {
  const inner = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition;
  const event: unknown = Object(github['event']);
  const inputs: unknown = Object(Object(event).inputs);
  return truthy(comesTo(inner, { github, inputs: inputs as Context }));
}

/**
 * A text with each `${{ }}` in it replaced. What is not there is the empty text. Throws as `comesTo` does.
 */
export const filled = (text: string, contexts: Contexts): string =>
  text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => asText(comesTo(expression, contexts)));

/**
 * What an expression without `${{ }}` comes to. Both sides of an operator are always read, so that what is not played is
 * met whatever the values are. Throws on it: other contexts than those given, other functions than `contains`,
 * `startsWith` and `fromJSON`, indices and filters.
 */
export function comesTo(expression: string, contexts: Contexts): unknown {
  const tokens = tokensOf(expression);
  let at = 0;
  const unplayed = (): never => {
    throw new Error(`the sandbox's GitHub does not play this condition: ${expression.trim()}`);
  };
  const take = (...signs: string[]): string | undefined => {
    const next = tokens[at];
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return undefined;
    at += 1;
    return next.text;
  };
  const list = (): unknown[] => {
    const values: unknown[] = [];
    while (!take(')')) {
      if (values.length > 0 && !take(',')) unplayed();
      values.push(either());
    }
    return values;
  };
  const primary = (): unknown => {
    if (take('(')) {
      const value = either();
      return take(')') ? value : unplayed();
    }
    const token = tokens[at] ?? unplayed();
    at += 1;
    if (token.kind === 'text') return token.text.slice(1, -1).replaceAll("''", "'");
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'sign') return unplayed();
    if (take('(')) return (functions[token.text] ?? unplayed)(...list());
    if (token.text in literals) return literals[token.text];
    const [name = '', ...path] = token.text.split('.');
    const context = Object.hasOwn(contexts, name) ? contexts[name] : undefined;
    return context !== undefined && path.length > 0 ? read(context, path) : unplayed();
  };
  const unary = (): unknown => (take('!') ? !truthy(unary()) : primary());
  const ordered = (): unknown => {
    let left = unary();
    for (let sign = take('<', '<=', '>', '>='); sign; sign = take('<', '<=', '>', '>=')) {
      left = compare(sign, left, unary());
    }
    return left;
  };
  const equal = (): unknown => {
    let left = ordered();
    for (let sign = take('==', '!='); sign; sign = take('==', '!=')) {
      left = same(left, ordered()) === (sign === '==');
    }
    return left;
  };
  const both = (): unknown => {
    let left = equal();
    while (take('&&')) {
      const right = equal();
      left = truthy(left) ? right : left;
    }
    return left;
  };
  const either = (): unknown => {
    let left = both();
    while (take('||')) {
      const right = both();
      left = truthy(left) ? left : right;
    }
    return left;
  };
  const value = either();
  return at === tokens.length ? value : unplayed();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    const found = Object.entries(groups ?? {}).find(([, part]) => part !== undefined);
    if (!found) throw new Error(`the sandbox's GitHub does not play this condition: ${text.slice(from)}`);
    tokens.push({ kind: found[0] as Token['kind'], text: found[1] ?? '' });
  }
  return tokens;
}

const literals: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

const functions: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  contains: (within, item) =>
    Array.isArray(within)
      ? within.some((one) => same(one, item))
      : asText(within).toLowerCase().includes(asText(item).toLowerCase()),
  startsWith: (text, start) => asText(text).toLowerCase().startsWith(asText(start).toLowerCase()),
  fromJSON: (text) => JSON.parse(asText(text)) as unknown,
};

const truthy = (value: unknown): boolean => Boolean(value);

/** What is not there is null, however deep. */
function read(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? ((inner as Record<string, unknown>)[key] ?? null)
        : null,
    value,
  );
}

const asText = (value: unknown): string => {
  if (value === null) return '';
  if (typeof value === 'object') return Array.isArray(value) ? 'Array' : 'Object';
  return String(value);
};

const asNumber = (value: unknown): number => {
  if (typeof value === 'object' && value !== null) return Number.NaN;
  return Number(value);
};

/** Texts without regard to case; what differs in type by its number. */
function same(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && left !== null && right !== null) return left === right;
  return left === right || asNumber(left) === asNumber(right);
}

function compare(sign: string, left: unknown, right: unknown): boolean {
  const texts = typeof left === 'string' && typeof right === 'string';
  const [a, b] = texts ? [left.toLowerCase(), right.toLowerCase()] : [asNumber(left), asNumber(right)];
  if (sign === '<') return a < b;
  if (sign === '<=') return a <= b;
  return sign === '>' ? a > b : a >= b;
}
