/** What GitHub asks of those who open an issue or a pull request, and whom it asks for a review. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const textOf = (name: string) => readFileSync(`.github/${name}`, 'utf8');
interface Field {
  readonly id?: string;
  readonly type: string;
  readonly validations?: { readonly required?: boolean };
}
const fieldsOf = (name: string) => (parse(textOf(`ISSUE_TEMPLATE/${name}.yml`)) as { body: Field[] }).body;

describe('the forms', () => {
  it('ask for the reason code and the audit line of what went wrong', () => {
    const required = fieldsOf('went-wrong').filter(({ validations }) => validations?.required);
    expect(required.map(({ id }) => id)).toEqual(expect.arrayContaining(['reason', 'audit', 'workflow']));
    expect(fieldsOf('wish').map(({ id }) => id)).toEqual(expect.arrayContaining(['reason', 'audit']));
  });

  it('send weaknesses elsewhere, and link to pages that exist', () => {
    const { contact_links: links, blank_issues_enabled: isBlank } = parse(
      textOf('ISSUE_TEMPLATE/config.yml'),
    );
    const urls = (links as { url: string }[]).map(({ url }) => url);
    expect(isBlank).toBe(false);
    expect(urls[0]).toMatch(/\/security\/advisories\/new$/);
    for (const url of urls.slice(1)) expect(existsSync(url.split('/blob/main/')[1] ?? '')).toBe(true);
  });

  it('keep a pull request to three lines', () => {
    expect(textOf('pull_request_template.md').trimEnd().split('\n')).toHaveLength(3);
  });
});

it('CODEOWNERS names what exists, and owners for it', () => {
  const rows = textOf('CODEOWNERS').trimEnd().split('\n').slice(1);
  const paths = rows.map((row) => row.split(' ')[0]?.replace(/^\//, '') ?? '');
  expect(paths.filter((path) => path !== '*' && !existsSync(path))).toEqual([]);
  expect(rows.every((row) => / @drawbridge-ci\/\w+/.test(row))).toBe(true);
});
