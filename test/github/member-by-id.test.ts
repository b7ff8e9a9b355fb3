import { expect, it } from 'vitest';
import { membershipById } from '../../src/github/member-by-id.ts';
import type { HttpRequest, Send } from '../../src/net/transport.ts';

type Answers = Readonly<Record<string, readonly [status: number, body?: unknown]>>;

const askerOf = (answers: Answers, sent: HttpRequest[] = []) => {
  const send: Send = async (request) => {
    sent.push(request);
    const [status, body] = answers[request.url.replace('https://api.example', '')] ?? [599, {}];
    const text = body === undefined ? '' : JSON.stringify(body);
    return { status, headers: new Map(), body: text, url: request.url };
  };
  const options = { apiUrl: 'https://api.example', organization: 'acme', token: 'ghs_secret', send };
  return membershipById(options);
};

const user = [200, { id: 1001, login: 'maria', type: 'User' }] as const;
const membership = (over: object = {}) =>
  [200, { state: 'active', role: 'member', user: { id: 1001, login: 'maria' }, ...over }] as const;
const no = [404, { message: 'Not Found' }] as const;
const organization = [200, { id: 7, login: 'acme', type: 'Organization' }] as const;
const yes = { known: true, value: true };
const denied = { known: true, value: false };
const undecided = (reason: string) => ({ known: false, reason });

const at = (answers: { user?: Answers[string]; membership?: Answers[string]; more?: Answers }): Answers => ({
  '/user/1001': answers.user ?? user,
  '/orgs/acme/memberships/maria': answers.membership ?? membership(),
  ...answers.more,
});
const confirmed = { '/orgs/acme/members/maria': no, '/users/acme': organization } as const;

it.each<[string, Answers, unknown]>([
  ['a member', at({}), yes],
  ['an owner', at({ membership: membership({ role: 'admin' }) }), yes],
  ['who has an invitation', at({ membership: membership({ state: 'pending' }) }), denied],
  ['who only pays', at({ membership: membership({ role: 'billing_manager' }) }), denied],
  ['who is none', at({ membership: no, more: confirmed }), denied],
  ['whose account is gone', at({ user: no }), denied],
  ['a bot', at({ user: [200, { id: 1001, login: 'x[bot]', type: 'Bot' }] }), denied],
  [
    'whose login is somebody else’s by now',
    at({ membership: membership({ user: { id: 2, login: 'maria' } }) }),
    undecided('github-unexpected'),
  ],
  [
    'whom GitHub takes for somebody else, who is one',
    at({
      user: [200, { id: 2, login: 'maria', type: 'User' }],
      membership: membership({ user: { id: 2, login: 'maria' } }),
    }),
    undecided('github-unexpected'),
  ],
  [
    'who is not shown to the token',
    at({ membership: no, more: { ...confirmed, '/orgs/acme/members/maria': [302] } }),
    undecided('membership-hidden'),
  ],
  [
    'of an organisation that is not there',
    at({ membership: no, more: { ...confirmed, '/users/acme': no } }),
    undecided('membership-hidden'),
  ],
  [
    'of somebody’s own account',
    at({ membership: no, more: { ...confirmed, '/users/acme': [200, { type: 'User' }] } }),
    undecided('membership-hidden'),
  ],
  ['a token that may not ask', at({ membership: [403, { message: 'x' }] }), undecided('membership-hidden')],
  ['a token that is no more', at({ user: [401, { message: 'x' }] }), undecided('github-token-refused')],
  ['GitHub is out of order', at({ membership: [503, {}] }), undecided('github-unavailable')],
  [
    'an answer of another form',
    at({ membership: [200, { state: 'active' }] }),
    undecided('github-unexpected'),
  ],
  ['an account of another form', at({ user: [200, [1001]] }), undecided('github-unexpected')],
  ['an empty answer', at({ user: [200] }), undecided('github-unexpected')],
])('%s', async (_, answers, fact) => {
  expect(await askerOf(answers)('1001')).toEqual(fact);
});

it('asks by the number, and then by the login that has it now', async () => {
  const sent: HttpRequest[] = [];
  await askerOf(at({}), sent)('1001');
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET https://api.example/user/1001',
    'GET https://api.example/orgs/acme/memberships/maria',
  ]);
  expect(new Set(sent.map(({ headers }) => headers?.['authorization']))).toEqual(
    new Set(['Bearer ghs_secret']),
  );
});
