/** Both kinds of kv. */
import type { Row } from '../stage.ts';

const KEPT = 'kv2/data/functional-tests';
const MERGE = { 'content-type': 'application/merge-patch+json' };
const reader = (what: string, method: string, path: string, body?: unknown): Row => [
  what,
  async ({ as, tokenWith }) => as(await tokenWith(['reader']))(method, path, body),
];
const wide = (
  what: string,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Row => [what, ({ wide: ask }) => ask(method, path, body, headers)];
/** A secret of its own for a row, and what is done with it. */
const own = (what: string, name: string, ...steps: readonly (readonly [string, string, unknown?])[]): Row => [
  what,
  async ({ wide: ask }) => {
    let last = await ask('POST', `kv2/data/${name}`, { data: { A: '1' } });
    for (const [method, path, body] of steps) last = await ask(method, path, body);
    return last;
  },
];
const withPolicies = (
  what: string,
  policies: readonly string[],
  method: string,
  path: string,
  body?: unknown,
): Row => [what, async ({ as, tokenWith }) => as(await tokenWith(policies))(method, path, body)];
const ODD = 'sp ace/ü/a%b/q?x#y&z+1/🔑'.split('/').map(encodeURIComponent).join('/');
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`K${n}`, 'v']));

export const kv2Rows: readonly Row[] = [
  reader('read', 'GET', KEPT),
  reader('asked by HEAD', 'HEAD', KEPT),
  reader('absent, where one may read', 'GET', 'kv2/data/reader/none'),
  reader('absent, where one may not', 'GET', 'kv2/data/none'),
  withPolicies('denied by one policy', ['reader', 'no-functional-tests'], 'GET', KEPT),
  withPolicies('one segment by a plus', ['plus'], 'GET', 'kv2/data/a/b'),
  withPolicies('two segments by a plus', ['plus'], 'GET', 'kv2/data/a/a/b'),
  withPolicies('created by who may only create', ['creator'], 'POST', 'kv2/data/created/new', {
    data: { A: '1' },
  }),
  [
    'written again by who may only create',
    async ({ as, tokenWith }) => {
      const ask = as(await tokenWith(['creator']));
      await ask('POST', 'kv2/data/created/twice', { data: { A: '1' } });
      return ask('POST', 'kv2/data/created/twice', { data: { A: '2' } });
    },
  ],
  reader('path of version 1, not in the policy', 'GET', 'kv2/functional-tests'),
  wide('path of version 1, in the policy', 'GET', 'kv2/functional-tests'),
  withPolicies('path of version 1, alone in the policy', ['v1style'], 'GET', 'kv2/functional-tests'),
  wide('written by the path of version 1', 'POST', 'kv2/functional-tests', { A: '1' }),
  wide('read of the mount', 'GET', 'kv2'),
  wide('read of data/', 'GET', 'kv2/data/'),
  wide('read of data', 'GET', 'kv2/data'),
  ['unknown mount, by root', ({ root }) => root('GET', 'nope/data/x')],
  reader('unknown mount', 'GET', 'nope/data/x'),
  ['unknown mount, without a token', ({ anonymous }) => anonymous('GET', 'nope/data/x')],
  ['without a token', ({ anonymous }) => anonymous('GET', KEPT)],
  wide('slash at the end', 'GET', `${KEPT}/`),
  wide('slash at the end, absent', 'GET', 'kv2/data/none/'),
  reader('slash at the end, not in the policy', 'GET', `${KEPT}/`),
  wide('two slashes', 'GET', 'kv2/data//functional-tests'),
  wide('first version', 'GET', `${KEPT}?version=1`),
  wide('no such version', 'GET', `${KEPT}?version=99`),
  wide('no version at all', 'GET', `${KEPT}?version=abc`),
  own('written', 'written'),
  own('written twice', 'twice', ['POST', 'kv2/data/twice', { data: { A: '2' } }]),
  own('deleted', 'deleted', ['DELETE', 'kv2/data/deleted']),
  own('read when deleted', 'gone', ['DELETE', 'kv2/data/gone'], ['GET', 'kv2/data/gone']),
  own(
    'undeleted',
    'back',
    ['DELETE', 'kv2/data/back'],
    ['POST', 'kv2/undelete/back', { versions: [1] }],
    ['GET', 'kv2/data/back'],
  ),
  own(
    'destroyed',
    'destroyed',
    ['POST', 'kv2/destroy/destroyed', { versions: [1] }],
    ['GET', 'kv2/data/destroyed'],
  ),
  own('its metadata', 'known', ['GET', 'kv2/metadata/known']),
  own('its metadata deleted', 'lost', ['DELETE', 'kv2/metadata/lost'], ['GET', 'kv2/data/lost']),
  own(
    'metadata without a version',
    'bare',
    ['POST', 'kv2/metadata/only', { custom_metadata: { owner: 'mia' } }],
    ['GET', 'kv2/data/only'],
  ),
  [
    'deleted by its age',
    async ({ server, wide: ask }) => {
      await server.later(1500);
      return ask('GET', 'kv2/data/expiring');
    },
  ],
  wide('delete of what is not there', 'DELETE', 'kv2/data/nothing-here'),
  reader('metadata, where one may not', 'GET', 'kv2/metadata/functional-tests'),
  own('list', 'folder/one', ['GET', 'kv2/metadata/folder/?list=true']),
  own('list of a folder without its slash', 'shelf/one/two', ['GET', 'kv2/metadata/shelf?list=1']),
  wide('list of nothing', 'GET', 'kv2/metadata/none/?list=true'),
  reader('list, where one may not', 'GET', 'kv2/metadata/?list=true'),
  wide('list of data/', 'GET', 'kv2/data/?list=true'),
  [
    'patched',
    async ({ wide: ask }) => {
      await ask('POST', 'kv2/data/patched', { data: { A: '1', B: '2' } });
      await ask('PATCH', 'kv2/data/patched', { data: { A: null, C: '3' } }, MERGE);
      return ask('GET', 'kv2/data/patched');
    },
  ],
  wide('patched as JSON', 'PATCH', KEPT, { data: { A: '1' } }),
  wide('written when it must be new', 'POST', KEPT, { options: { cas: 0 }, data: { A: '1' } }),
  wide('written without data', 'POST', 'kv2/data/x', { A: '1' }),
  reader('written, where one may not', 'POST', KEPT, { data: {} }),
  own('empty', 'empty', ['POST', 'kv2/data/empty', { data: {} }], ['GET', 'kv2/data/empty']),
  own('null', 'null', ['POST', 'kv2/data/null', { data: null }], ['GET', 'kv2/data/null']),
  own(
    'types',
    'types',
    [
      'POST',
      'kv2/data/types',
      { data: { s: '', i: 7, b: true, z: null, o: { a: ['c', 1, null] }, u: 'zoë 🔑' } },
    ],
    ['GET', 'kv2/data/types'],
  ),
  [
    'numbers lose digits',
    async ({ wide: ask }) => {
      await ask('POST', 'kv2/data/numbers', '{"data":{"n":12345678901234567890,"f":1.0}}');
      return ask('GET', 'kv2/data/numbers');
    },
  ],
  own('odd path', 'x', ['POST', `kv2/data/${ODD}`, { data: { A: '1' } }], ['GET', `kv2/data/${ODD}`]),
  own(
    'odd path in a list',
    'y',
    ['POST', `kv2/data/${ODD}`, { data: { A: '1' } }],
    ['GET', 'kv2/metadata/sp%20ace/?list=true'],
  ),
  own('encoded slash', 'en/coded', ['GET', 'kv2/data/en%2Fcoded']),
  wide('control character', 'GET', 'kv2/data/a%0Ab'),
  wide('two dots', 'GET', 'kv2/data/%2e%2e%2fconfig'),
  wide('blank at the end', 'GET', `${KEPT}%20`),
  wide('upper case', 'GET', 'kv2/data/Functional-Tests'),
  [
    'mount in folders',
    async ({ wide: ask }) => {
      await ask('POST', 'team/a/kv/data/x', { data: { A: '1' } });
      return ask('GET', 'team/a/kv/data/x');
    },
  ],
  wide('499 keys', 'POST', 'kv2/data/many', { data: many(499) }),
  wide('500 keys', 'POST', 'kv2/data/many', { data: many(500) }),
  wide('broken body', 'POST', 'kv2/data/x', 'A=1'),
  wide('type of plain text', 'POST', 'kv2/data/text', '{"data":{"A":"1"}}', { 'content-type': 'text/plain' }),
  wide('wrapped', 'GET', KEPT, undefined, { 'x-vault-wrap-ttl': '60s' }),
];

export const kv1Rows: readonly Row[] = [
  reader('read', 'GET', 'kv1/functional-tests'),
  reader('absent, where one may read', 'GET', 'kv1/reader/none'),
  reader('absent, where one may not', 'GET', 'kv1/none'),
  wide('path of version 2', 'GET', 'kv1/data/functional-tests'),
  [
    'looks like version 2',
    async ({ wide: ask }) => {
      await ask('POST', 'kv1/trap', { data: { data: { A: 'trap' }, metadata: { version: 1 } } });
      return ask('GET', 'kv1/trap');
    },
  ],
  wide('written', 'POST', 'kv1/x', { A: '1' }),
  wide('written as a form', 'POST', 'kv1/form', 'A=1', {
    'content-type': 'application/x-www-form-urlencoded',
  }),
  wide('written empty', 'POST', 'kv1/y', {}),
  wide('deleted', 'DELETE', 'kv1/nothing-here'),
  [
    'list',
    async ({ wide: ask }) => {
      await ask('POST', 'kv1/list/one', { A: '1' });
      return ask('GET', 'kv1/list/?list=true');
    },
  ],
  [
    'with a life of its own',
    async ({ wide: ask }) => {
      await ask('POST', 'kv1/life', { A: '1', ttl: '30m' });
      return ask('GET', 'kv1/life');
    },
  ],
  [
    'mounted without a version',
    async ({ must, root }) => {
      await must('POST', 'plain/x', { A: '1' });
      return root('GET', 'plain/x');
    },
  ],
  ['mounted without a version, path of version 2', ({ root }) => root('GET', 'plain/data/x')],
];
