import { NotImitated } from '../base/gaps.ts';
import { CAPABILITIES, type Capability, type Rule } from './api.ts';
import { badRequest } from './refusals.ts';

/** What the old form `policy = "read"` meant (Vault docs, "Policies"). */
const OLD: Readonly<Record<string, readonly Capability[]>> = {
  read: ['read', 'list'],
  write: ['create', 'read', 'update', 'delete', 'list'],
  sudo: ['create', 'read', 'update', 'delete', 'list', 'sudo'],
  deny: ['deny'],
};

/**
 * The rules of a policy in HCL or JSON. Throws 400 for an unknown capability; what else stands in a rule, a template, and a
 * text that cannot be read are not imitated.
 */
export function rulesOf(text: string): readonly Rule[] {
  return text.trimStart().startsWith('{') ? fromJson(text) : fromHcl(text);
}

type Fields = Readonly<Record<string, unknown>>;

function fromJson(text: string): readonly Rule[] {
  const { path, ...others } = JSON.parse(text) as { path?: Record<string, Fields> };
  const [other] = Object.keys(others);
  if (other !== undefined) throw new NotImitated(`\`${other}\` in a policy`);
  return Object.entries(path ?? {}).map(([name, fields]) => ruleOf(name, fields));
}

function fromHcl(text: string): readonly Rule[] {
  const words = wordsOf(text);
  const rules: Rule[] = [];
  while (words.length > 0) {
    take(words, 'path');
    const path = stringOf(words.shift());
    take(words, '{');
    const fields: Record<string, unknown> = {};
    while (words[0] !== '}') {
      const name = words.shift() ?? '';
      take(words, '=');
      fields[name] = words[0] === '[' ? listOf(words) : stringOf(words.shift());
    }
    take(words, '}');
    rules.push(ruleOf(path, fields));
  }
  return rules;
}

/** Strings with their quotes, names, and single characters; comments are left out. */
function wordsOf(text: string): string[] {
  const pattern = /\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*|("(?:[^"\\\n]|\\.)*"|[\w-]+|[{}[\]=,])|(\S)/g;
  return [...text.matchAll(pattern)].flatMap(([, word, strange]) => {
    if (strange !== undefined) throw unreadable();
    return word === undefined ? [] : [word];
  });
}

const unreadable = () => new NotImitated('the words of Vault for a policy that cannot be read');

function take(words: string[], wanted: string): void {
  if (words.shift() !== wanted) throw unreadable();
}

function stringOf(word: string | undefined): string {
  if (!word?.startsWith('"')) throw unreadable();
  return JSON.parse(word) as string;
}

function listOf(words: string[]): string[] {
  take(words, '[');
  const found: string[] = [];
  while (words[0] !== ']') {
    found.push(stringOf(words.shift()));
    if (words[0] === ',') words.shift();
  }
  take(words, ']');
  return found;
}

function ruleOf(path: string, fields: Fields): Rule {
  const {
    capabilities = [],
    policy,
    ...others
  } = fields as {
    capabilities?: string[];
    policy?: string;
  } & Fields;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new NotImitated(`\`${other}\` in a policy`);
  if (path.includes('{{')) throw new NotImitated('a template in a policy');
  const unknown = capabilities.find((one) => !CAPABILITIES.some((known) => known === one));
  if (unknown !== undefined)
    throw badRequest(
      `failed to parse policy: path "${path}": path "${path}": invalid capability "${unknown}"`,
    );
  const old = policy === undefined ? [] : OLD[policy];
  if (!old) throw new NotImitated(`the policy \`${policy}\` of a path`);
  return { path: path.replace(/^\//, ''), capabilities: [...old, ...(capabilities as Capability[])] };
}
