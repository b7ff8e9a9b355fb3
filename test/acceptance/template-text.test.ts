/** The text of the template: what leaves its quotes, and what its jobs take from their inputs. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { provenFile, template } from '../../sandbox/gitlab/example.ts';

const { text } = template();
interface Spec {
  readonly default?: string;
  readonly regex?: string;
  readonly options?: readonly string[];
}
const [header] = parseAllDocuments(text) as { toJS(): { spec: { inputs: Record<string, Spec> } } }[];
const specs = Object.entries(header?.toJS().spec.inputs ?? {});
/** What a request brings. */
const brought = specs.map(([name]) => name).filter((name) => /^[A-Z]/.test(name));

describe('the template', () => {
  it('is the one whose integrity the example names', () => {
    const digest = createHash('sha256').update(text).digest('base64');
    expect(provenFile()).toContain(`integrity: sha256-${digest}\n`);
  });

  it.each(specs)('lets nothing out of its quotes by %s', (_name, spec) => {
    const fits = (value: string) => spec.options?.includes(value) ?? new RegExp(spec.regex ?? '').test(value);
    const good = spec.default || (spec.options?.[0] ?? '1');
    for (const bad of ["'", '"', '$', '`', '\\', ' ', '\n', ';', '$(id)', ']]'])
      for (const value of [bad, good + bad, bad + good]) expect(fits(value), value).toBe(false);
    if (spec.default !== undefined) expect(fits(spec.default)).toBe(true);
  });

  it.each(['acme/engine#42', 'acme/engine!queue', 'acme/engine!push', 'acme/engine!tag'])(
    'takes the key of %s',
    (from) => {
      const key = new RegExp(Object.fromEntries(specs)['DRAWBRIDGE_KEY']?.regex ?? '(?!)');
      expect(key.test(`${from}@${'a'.repeat(40)}:0123456789ab`)).toBe(true);
    },
  );

  it('puts every input between quotes', () => {
    const bare = text.split('\n---\n')[1]?.match(/(^|[^"'/,])\$\[\[|\]\]([^"'/,.]|$)/gm) ?? [];
    expect(bare).toEqual([]);
  });
});

describe('what the template trusts', () => {
  const [, body] = parseAllDocuments(text) as { toJS(): Record<string, { script: string[] }> }[];
  const [script = ''] = body?.toJS()['.drawbridge-trust']?.script ?? [];
  const told = (given: Readonly<Record<string, string>>) => {
    const put = script.replace(
      /\$\[\[ inputs\.([\w-]+) \]\]/g,
      (_all, name: string) => given[name] ?? `a ${name}`,
    );
    const show = `printf '%s\\n' "$@" =; for name in ${brought.join(' ')}; do echo "$name=\${!name}"; done`;
    const others = Object.fromEntries(brought.map((name) => [name, 'of the environment']));
    const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', `${put}\n${show}`], {
      env: { PATH: process.env['PATH'], ...others },
      encoding: 'utf8',
    });
    const [args = '', values = ''] = stdout.trimEnd().split('\n=\n');
    return { status, args: args.split('\n'), values: values.split('\n') };
  };

  it('is what the inputs say, whatever the environment of the job says of them', () => {
    const { status, args, values } = told({});
    expect([status, brought.length]).toEqual([0, 12]);
    expect(values).toEqual(brought.map((name) => `${name}=a ${name}`));
    expect(args).toEqual([
      ...['--gitlab-url', 'a gitlab-url', '--issuer', 'a issuer', '--repository-id', 'a repository-id'],
      ...['--owner-id', 'a owner-id', '--workflow', 'a workflows', '--known-tests', 'a known-tests'],
      ...['--all-label', 'a all-tests', '--environment', 'a environment', '--event', 'a events'],
      ...['--covers', 'a covers'],
    ]);
  });

  it('is not narrowed by what is empty', () => {
    const { args } = told({ environment: '', events: '', covers: '' });
    expect(args.slice(-2)).toEqual(['--all-label', 'a all-tests']);
  });
});
