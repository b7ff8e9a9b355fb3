/** Tokens and leases. */
import type { Row } from '../stage.ts';

const SELF = 'auth/token';
const KEPT = 'kv2/data/functional-tests';

/** A row that asks with the token of a log-in by this role. */
const as = (what: string, role: string, method: string, path: string, body?: unknown): Row => [
  what,
  async ({ as: asToken, tokenOf }) => asToken(await tokenOf(role))(method, path, body),
];
/** The same with a token that is dead already. */
const revoked = (what: string, method: string, path: string): Row => [
  what,
  async ({ as: asToken, tokenOf }) => {
    const ask = asToken(await tokenOf('ci'));
    await ask('POST', `${SELF}/revoke-self`);
    return ask(method, path);
  },
];
/** A row that reads so many times before it asks. */
const afterReads = (what: string, role: string, reads: number, method: string, path: string): Row => [
  what,
  async ({ as: asToken, tokenOf }) => {
    const ask = asToken(await tokenOf(role));
    for (let n = 0; n < reads; n += 1) await ask('GET', KEPT);
    return ask(method, path);
  },
];

export const tokenRows: readonly Row[] = [
  as('look-up', 'ci', 'GET', `${SELF}/lookup-self`),
  ['look-up of root', ({ root }) => root('GET', `${SELF}/lookup-self`)],
  ['look-up without a token', ({ anonymous }) => anonymous('GET', `${SELF}/lookup-self`)],
  ...['s.bad', 'hvs.bad', 'b.AAAA', 'a b'].map(
    (token): Row => [
      `look-up of ${token}`,
      ({ as: asToken }) => asToken(token)('GET', `${SELF}/lookup-self`),
    ],
  ),
  [
    'token as a bearer',
    async ({ anonymous, tokenOf }) =>
      anonymous('GET', `${SELF}/lookup-self`, undefined, { authorization: `Bearer ${await tokenOf('ci')}` }),
  ],
  as('renewal', 'ci', 'POST', `${SELF}/renew-self`),
  as('renewal for longer than allowed', 'ci', 'POST', `${SELF}/renew-self`, { increment: '3600s' }),
  ['renewal of root', ({ root }) => root('POST', `${SELF}/renew-self`)],
  [
    'renewal of what is not renewable',
    async ({ as: asToken, tokenWith }) =>
      asToken(await tokenWith(['reader'], { renewable: false }))('POST', `${SELF}/renew-self`),
  ],
  as('capabilities', 'ci', 'POST', 'sys/capabilities-self', { paths: [KEPT, 'kv2/data/other'] }),
  as('revoked', 'ci', 'POST', `${SELF}/revoke-self`),
  as('revoked by PUT', 'ci', 'PUT', `${SELF}/revoke-self`),
  as('revoked with an empty object', 'ci', 'POST', `${SELF}/revoke-self`, {}),
  revoked('revoked again', 'POST', `${SELF}/revoke-self`),
  revoked('read when revoked', 'GET', KEPT),
  revoked('looked up when revoked', 'GET', `${SELF}/lookup-self`),
  ['revoked without a token', ({ anonymous }) => anonymous('POST', `${SELF}/revoke-self`)],
  as('batch: read', 'batch', 'GET', KEPT),
  as('batch: look-up', 'batch', 'GET', `${SELF}/lookup-self`),
  as('batch: renewal', 'batch', 'POST', `${SELF}/renew-self`),
  as('batch: revoked', 'batch', 'POST', `${SELF}/revoke-self`),
  as('no default policy: look-up', 'no-default', 'GET', `${SELF}/lookup-self`),
  as('no default policy: renewal', 'no-default', 'POST', `${SELF}/renew-self`),
  as('no default policy: revoked', 'no-default', 'POST', `${SELF}/revoke-self`),
  as('no default policy: which mount', 'no-default', 'GET', 'sys/internal/ui/mounts/kv2/functional-tests'),
  as('no default policy: read', 'no-default', 'GET', KEPT),
  afterReads('two uses: the second revokes', 'uses-2', 1, 'POST', `${SELF}/revoke-self`),
  afterReads('two uses: the third', 'uses-2', 2, 'GET', KEPT),
  afterReads('two uses: the third revokes', 'uses-2', 2, 'POST', `${SELF}/revoke-self`),
  [
    'one use: which mount, then a read',
    async ({ as: asToken, tokenOf }) => {
      const ask = asToken(await tokenOf('uses-1'));
      await ask('GET', 'sys/internal/ui/mounts/kv2/functional-tests');
      return ask('GET', KEPT);
    },
  ],
  as('bound to this network: read', 'here', 'GET', KEPT),
  ...(
    [
      ['read', 'GET', KEPT],
      ['revoked', 'POST', `${SELF}/revoke-self`],
    ] as const
  ).map(
    ([what, method, path]): Row => [
      `bound to another network: ${what}`,
      async ({ as: asToken, must }) => {
        const { json } = await must('POST', `${SELF}/create/elsewhere`, { policies: ['reader'] });
        return asToken(json.auth.client_token)(method, path);
      },
    ],
  ),
  ...(
    [
      ['read', 'GET', KEPT],
      ['revoked', 'POST', `${SELF}/revoke-self`],
    ] as const
  ).map(
    ([what, method, path]): Row => [
      `expired: ${what}`,
      async ({ as: asToken, server, short }) => {
        await server.later(1500);
        return asToken(short.token)(method, path);
      },
    ],
  ),
  ['made', ({ root }) => root('POST', `${SELF}/create`, { policies: ['reader'], ttl: '60s' })],
  [
    'made without a parent',
    ({ root }) => root('POST', `${SELF}/create-orphan`, { policies: ['reader'], ttl: '60s' }),
  ],
  ['made by a role', ({ root }) => root('POST', `${SELF}/create/tests`, { policies: ['reader'] })],
  [
    'made by a role that does not allow the policy',
    ({ root }) => root('POST', `${SELF}/create/tests`, { policies: ['wide'] }),
  ],
  ['made by an unknown role', ({ root }) => root('POST', `${SELF}/create/nope`, { policies: ['reader'] })],
  as('made by a reader', 'ci', 'POST', `${SELF}/create`, {}),
  [
    'periodic: look-up',
    async ({ as: asToken, tokenWith }) =>
      asToken(await tokenWith(['reader'], { period: '60s', ttl: undefined }))('GET', `${SELF}/lookup-self`),
  ],
  [
    'looked up by root',
    async ({ root, tokenWith }) => root('POST', `${SELF}/lookup`, { token: await tokenWith(['reader']) }),
  ],
  ['looked up by root, unknown', ({ root }) => root('POST', `${SELF}/lookup`, { token: 'nope' })],
  [
    'looked up by its accessor',
    async ({ root, must }) => {
      const { json } = await must('POST', `${SELF}/create`, { policies: ['reader'], ttl: '60s' });
      return root('POST', `${SELF}/lookup-accessor`, { accessor: json.auth.accessor });
    },
  ],
  [
    'revoked by its accessor',
    async ({ root, must }) => {
      const { json } = await must('POST', `${SELF}/create`, { policies: ['reader'], ttl: '60s' });
      return root('POST', `${SELF}/revoke-accessor`, { accessor: json.auth.accessor });
    },
  ],
  [
    'revoked by an unknown accessor',
    ({ root }) => root('POST', `${SELF}/revoke-accessor`, { accessor: 'nope' }),
  ],
  ['revoked by root, unknown', ({ root }) => root('POST', `${SELF}/revoke`, { token: 'nope' })],
  [
    'child of a revoked parent',
    async ({ as: asToken, must, root, tokenWith }) => {
      const parent = await tokenWith(['root']);
      const child = await asToken(parent)('POST', `${SELF}/create`, { policies: ['reader'], ttl: '60s' });
      await must('POST', `${SELF}/revoke`, { token: parent });
      return root('POST', `${SELF}/lookup`, { token: child.json.auth.client_token });
    },
  ],
];

const creds = async (ask: Parameters<Row[1]>[0]['wide']): Promise<string> =>
  (await ask('GET', 'queue/creds/app')).json.lease_id;

export const leaseRows: readonly Row[] = [
  ['a secret with a lease', ({ wide }) => wide('GET', 'queue/creds/app')],
  ['of an unknown role', ({ root }) => root('GET', 'queue/creds/nope')],
  ['look-up', async ({ wide }) => wide('PUT', 'sys/leases/lookup', { lease_id: await creds(wide) })],
  ['renewal', async ({ wide }) => wide('PUT', 'sys/leases/renew', { lease_id: await creds(wide) })],
  [
    'renewal for longer than allowed',
    async ({ wide }) => wide('PUT', 'sys/leases/renew', { lease_id: await creds(wide), increment: 600 }),
  ],
  ['renewal of an unknown lease', ({ wide }) => wide('PUT', 'sys/leases/renew', { lease_id: 'x/y' })],
  ['renewal of none', ({ wide }) => wide('PUT', 'sys/leases/renew', {})],
  [
    'revoked by who may not',
    async ({ wide }) => wide('PUT', 'sys/leases/revoke', { lease_id: await creds(wide) }),
  ],
  [
    'revoked',
    async ({ root, wide }) => root('PUT', 'sys/leases/revoke', { lease_id: await creds(wide), sync: true }),
  ],
  [
    'renewal when revoked',
    async ({ root, wide }) => {
      const lease_id = await creds(wide);
      await root('PUT', 'sys/leases/revoke', { lease_id, sync: true });
      return wide('PUT', 'sys/leases/renew', { lease_id });
    },
  ],
];
