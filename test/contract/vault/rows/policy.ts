/** Policies, and which of their paths counts. */
import type { Row } from '../stage.ts';

const root = (what: string, method: string, path: string, body?: unknown): Row => [
  what,
  ({ root: ask }) => ask(method, path, body),
];

/** Which of two patterns counts on a path: the first allows to read it, the second to list it. */
const priority = (read: string, list: string, path: string): Row => [
  `${read} or ${list} on ${path}`,
  async ({ as, must, tokenWith }) => {
    const policy = `path "${read}" { capabilities = ["read"] }\npath "${list}" { capabilities = ["list"] }`;
    await must('PUT', 'sys/policies/acl/priority', { policy });
    return as(await tokenWith(['priority']))('POST', 'sys/capabilities-self', { paths: [path] });
  },
];

export const policyRows: readonly Row[] = [
  priority('kv2/*', 'kv2/a', 'kv2/a'),
  priority('kv2/*', 'kv2/a*', 'kv2/ab'),
  priority('kv2/+/b', 'kv2/a/+', 'kv2/a/b'),
  priority('kv2/+/b*', 'kv2/+/b', 'kv2/a/b'),
  priority('kv2/+/+', 'kv2/+/b', 'kv2/a/b'),
  priority('kv2/+/*', 'kv2/a*', 'kv2/a/b'),
  priority('kv2/+', 'kv2/x', 'kv2/a/b'),
  priority('kv2/a/*', 'kv2/a', 'kv2/a/'),
  root('read', 'GET', 'sys/policies/acl/v1style'),
  root('not there', 'GET', 'sys/policies/acl/nope'),
  root('unknown capability', 'PUT', 'sys/policies/acl/x', { policy: 'path "x" { capabilities = ["raed"] }' }),
  root('empty', 'PUT', 'sys/policies/acl/x', {}),
  root('root changed', 'PUT', 'sys/policies/acl/root', { policy: 'path "x" { capabilities = ["read"] }' }),
  root('default deleted', 'DELETE', 'sys/policies/acl/default'),
  ['written where one may not', ({ wide }) => wide('PUT', 'sys/policies/acl/x', { policy: 'path "x" {}' })],
  [
    'the most exact path counts',
    async ({ as, must, tokenWith }) => {
      const policy =
        'path "kv2/*" { capabilities = ["read"] }\npath "kv2/data/+" { capabilities = ["list"] }';
      await must('PUT', 'sys/policies/acl/exact', { policy });
      return as(await tokenWith(['exact']))('POST', 'sys/capabilities-self', {
        paths: ['kv2/data/a', 'kv2/data/a/b', 'kv1/a'],
      });
    },
  ],
];
