import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { partNames, partsOf } from '../../src/proof/parts.ts';
import { audienceOf } from '../../src/proof/request.ts';
import type { ProofPolicy, Received } from '../../src/proof/verify.ts';
import { verifyProof } from '../../src/proof/verify.ts';
import {
  claims,
  issuer,
  keySourceOf,
  keys,
  kid,
  noon,
  policy,
  publicPem,
  receivedWith,
  request,
  type Signature,
  tokenOf,
} from './build.ts';

type Values = Record<string, string | undefined>;

/** What differs from an honest request, on the way or at one of its ends. */
interface Difference {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signature?: Signature;
  readonly values?: (values: Values) => Values;
  readonly received?: Partial<Received>;
  readonly policy?: Partial<ProofPolicy>;
}

/** `proven`, or the reason why not. */
async function told({ claims, signature, values = (sent) => sent, received, policy: own }: Difference) {
  const honest = receivedWith(await tokenOf(claims, signature), received);
  const proof = await verifyProof({ ...honest, values: values(honest.values) }, { ...policy, ...own }, keys);
  return proof.proven ? 'proven' : proof.reason;
}

/** The values with another one in the place of one. */
const withValue =
  (name: string, change: (value: string) => string | undefined) =>
  (values: Values): Values => ({ ...values, [name]: change(values[name] ?? '') });

/** One character changed, wherever it is. */
const another = (value: string, at: number): string =>
  value.slice(0, at) + (value[at] === 'x' ? 'y' : 'x') + value.slice(at + 1);

const first = partNames[0] ?? '';
const second = partNames[1] ?? '';
const hour = 3_600_000;
const minute = 60_000;
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ofFork = {
  repository: 'mallory/engine',
  repository_id: '999',
  repository_owner_id: '88',
  actor: 'mallory',
};

const proven: readonly (readonly [string, Difference])[] = [
  ['is honest', {}],
  ['has a `sub` of a template that the organisation chose', { claims: { sub: 'job_workflow_ref:whatever' } }],
  [
    'has a `sub` without ids, and the name of another repository in it',
    { claims: { sub: 'repo:mallory/x:ref:y' } },
  ],
  ['comes from a repository that was renamed', { claims: { repository: 'acme/motor' } }],
  [
    'names the workflow as the one that holds the job',
    { claims: { workflow_ref: 'acme/engine/x.yml@refs/heads/main' } },
  ],
  [
    'names the workflow as the one that was started',
    { claims: { job_workflow_ref: 'acme/engine/x.yml@refs/heads/main' } },
  ],
  [
    'is of a server that does not know the second name of a workflow',
    { claims: { workflow_ref: undefined } },
  ],
  ['has claims that came later', { claims: { enterprise: 'acme', check_run_id: '7' } }],
  ['had the environment that is asked for', { claims: { environment: 'ci' }, policy: { environment: 'ci' } }],
  ['had an environment where none is asked for', { claims: { environment: 'ci' } }],
  ['was caused by an app', { claims: { actor: 'renovate[bot]' } }],
  ['was for a pipeline that GitLab made right before its end', { received: { createdAt: noon + 298_000 } }],
  ['was issued by a clock that is a minute ahead', { received: { createdAt: noon - 62_000 } }],
  ['was for a pipeline of a clock that is a minute ahead', { received: { createdAt: noon + 358_000 } }],
];

const refused: readonly (readonly [string, string, Difference])[] = [
  ...Object.keys(request.values).map(
    (name) =>
      [
        `one character of ${name} was changed`,
        'proof-audience',
        { values: withValue(name, (value) => another(value, value.length - 1)) },
      ] as const,
  ),
  ['a value was left out', 'proof-audience', { values: withValue('REGION', () => undefined) }],
  ['a value was emptied', 'proof-audience', { values: withValue('REGION', () => '') }],
  ['a value was added', 'proof-audience', { values: (values) => ({ ...values, EXTRA: 'x' }) }],
  ['an empty value was added', 'proof-audience', { values: (values) => ({ ...values, EXTRA: '' }) }],
  [
    'a sixth part was added',
    'proof-audience',
    { values: (values) => ({ ...values, DRAWBRIDGE_PROOF_6: '' }) },
  ],
  [
    'two values changed places',
    'proof-audience',
    {
      values: (values) => ({
        ...values,
        TESTS_TO_RUN: values['REGION'],
        REGION: values['TESTS_TO_RUN'],
      }),
    },
  ],
  [
    'a value moved into its name',
    'proof-audience',
    { values: ({ REGION, ...values }) => ({ ...values, [`REGION${REGION}`]: '' }) },
  ],
  ['a value is no text', 'proof-audience', { values: withValue('REGION', () => 'e\ud800') }],
  ['it went to another project', 'proof-audience', { received: { project: 4712 } }],
  ['it went to another branch', 'proof-audience', { received: { ref: 'mine' } }],
  ['the token was for Vault', 'proof-audience', { claims: { aud: 'https://vault.example' } }],
  [
    'the token was for nobody in particular',
    'proof-audience',
    { claims: { aud: 'https://github.com/acme' } },
  ],
  [
    'the audience is of another form',
    'proof-audience',
    { claims: { aud: audienceOf(request).replace('v1', 'v2') } },
  ],
  ['the audience is one of several', 'proof-claims', { claims: { aud: [audienceOf(request), 'x'] } }],

  ['there is no proof', 'proof-missing', { values: () => ({ ...request.values }) }],
  [
    'the proof was emptied',
    'proof-missing',
    { values: (values) => ({ ...values, ...Object.fromEntries(partNames.map((name) => [name, ''])) }) },
  ],
  ['the first part is missing', 'proof-malformed', { values: withValue(first, () => undefined) }],
  ['the last part is missing', 'proof-signature', { values: withValue(second, () => '') }],
  [
    'two parts changed places',
    'proof-malformed',
    { values: (values) => ({ ...values, [first]: values[second], [second]: values[first] }) },
  ],
  [
    'a part is longer than one can be',
    'proof-malformed',
    { values: (values) => ({ ...values, [first]: `${values[first]}${values[second]}`, [second]: '' }) },
  ],
  [
    'there is a gap between the parts',
    'proof-malformed',
    { values: (values) => ({ ...values, [second]: '', DRAWBRIDGE_PROOF_3: values[second] }) },
  ],
  ['a part holds what no token has', 'proof-malformed', { values: withValue(second, (part) => `${part}$`) }],
  ['there is a line end after it', 'proof-malformed', { values: withValue(second, (part) => `${part}\n`) }],
  ['it is a text', 'proof-malformed', { values: withValue(first, () => 'trust.me.please') }],
  ['it is `null` in three parts', 'proof-malformed', { values: () => ({ [first]: 'bnVsbA.bnVsbA.bnVsbA' }) }],

  ['its signature is another', 'proof-signature', { signature: { key: other } }],
  [
    'its signature was changed',
    'proof-signature',
    { values: withValue(second, (part) => another(part, part.length - 9)) },
  ],
  ['a claim was changed', 'proof-signature', { values: (values) => changedClaim(values) }],
  ['it signs with nothing', 'proof-algorithm', { values: (values) => ({ ...values, ...unsigned('none') }) }],
  [
    'it signs with nothing, in capitals',
    'proof-algorithm',
    { values: (values) => ({ ...values, ...unsigned('nOnE') }) },
  ],
  [
    'it signs with the public key as a secret',
    'proof-algorithm',
    { signature: { header: { alg: 'HS256', kid }, key: publicPem() } },
  ],
  [
    'it says RS256, and is signed with the public key as a secret',
    'proof-signature',
    { values: (values) => ({ ...values, ...byPublicKey() }) },
  ],
  [
    'it signs in another way with the same key',
    'proof-algorithm',
    { signature: { header: { alg: 'PS256', kid } } },
  ],
  [
    'it names a key that nobody has',
    'proof-unknown-key',
    { signature: { header: { alg: 'RS256', kid: 'x' } } },
  ],
  ['it names no key', 'proof-unknown-key', { signature: { header: { alg: 'RS256' } } }],
  [
    'it brings its own key',
    'proof-signature',
    { signature: { header: { alg: 'RS256', kid, jwk: jwkOf(other) }, key: other } },
  ],
  ['another issuer has issued it', 'proof-issuer', { claims: { iss: 'https://token.actions.example' } }],
  ['the issuer has a slash more', 'proof-issuer', { claims: { iss: `${issuer}/` } }],
  ['an issuer of an enterprise has issued it', 'proof-issuer', { claims: { iss: `${issuer}/acme` } }],

  ['a fork has asked for it', 'proof-repository', { claims: ofFork }],
  ['a repository of the same name has asked', 'proof-repository', { claims: { repository_id: '124' } }],
  ['the repository went to another owner', 'proof-owner', { claims: { repository_owner_id: '88' } }],
  ['its owner has the name alone', 'proof-claims', { claims: { repository_owner_id: 'acme' } }],
  [
    'another workflow has asked for it',
    'proof-workflow',
    { claims: ofWorkflow('acme/engine/.github/workflows/evil.yml@refs/heads/main') },
  ],
  [
    'the workflow of another branch has asked',
    'proof-workflow',
    { claims: ofWorkflow('acme/engine/.github/workflows/drawbridge.yml@refs/heads/main2') },
  ],
  [
    'the workflow of a pull request has asked',
    'proof-workflow',
    { claims: ofWorkflow('acme/engine/.github/workflows/drawbridge.yml@refs/pull/1/merge') },
  ],
  [
    'it names no workflow',
    'proof-workflow',
    { claims: { workflow_ref: undefined, job_workflow_ref: undefined } },
  ],
  ['no workflow is trusted', 'proof-workflow', { policy: { workflows: [] } }],
  ['the event is one of a pull request', 'proof-event', { claims: { event_name: 'pull_request' } }],
  ['the event has a name that nothing has', 'proof-claims', { claims: { event_name: 'a\n::error::b' } }],
  ['the job had no environment', 'proof-environment-claim', { policy: { environment: 'ci' } }],
  [
    'the job had another environment',
    'proof-environment-claim',
    { claims: { environment: 'ci2' }, policy: { environment: 'ci' } },
  ],
  ['it says nothing of who has caused the run', 'proof-claims', { claims: { actor_id: undefined } }],
  ['who has caused the run has a name that nobody has', 'proof-claims', { claims: { actor: '"},{' } }],
  ['it never ends', 'proof-claims', { claims: { exp: undefined } }],
  ['it ends at no number', 'proof-claims', { claims: { exp: '9999999999' } }],
  ['it was issued at no time', 'proof-claims', { claims: { iat: undefined } }],

  [
    'it was sent again after it had ended',
    'proof-expired',
    { received: { createdAt: noon + 298_000 + minute + 1 } },
  ],
  ['it was sent again a day later', 'proof-expired', { received: { createdAt: noon + 24 * hour } }],
  ['the pipeline was there before it', 'proof-early', { received: { createdAt: noon - 2_000 - minute - 1 } }],
  ['nobody says when the pipeline was made', 'proof-expired', { received: { createdAt: Number.NaN } }],
];

describe('a proof is taken for one', () => {
  it.each(proven)('that %s', async (_, difference) => {
    expect(await told(difference)).toBe('proven');
  });

  it('after two hours in the queue: now is not asked', async () => {
    const early = await tokenOf();
    const later = keySourceOf(() => noon + 2 * hour);
    expect((await verifyProof(receivedWith(early), policy, later)).proven).toBe(true);
  });

  it('and tells who has caused which run, and nothing that is not checked', async () => {
    expect(await verifyProof(receivedWith(await tokenOf({ sha: '"evil' })), policy, keys)).toEqual({
      proven: true,
      claims: {
        ...{ repository: 'acme/engine', repositoryId: '123', ownerId: '77' },
        ...{ actor: 'maria', actorId: '1001', event: 'pull_request_target' },
        workflow: 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main',
        environment: undefined,
        ...{ runId: '555', runAttempt: '1', issuedAt: noon - 2_000 },
      },
    });
  });
});

describe('a proof is refused where', () => {
  it.each(refused)('%s: %s', async (_, reason, difference) => {
    expect(await told(difference)).toBe(reason);
  });

  it('any one character of it was changed', async () => {
    const token = await tokenOf();
    const at = [...Array(40).keys()].map((n) => Math.floor((n * (token.length - 2)) / 39));
    const seen = await Promise.all(
      at.map((n) => verifyProof(receivedWith(another(token, n)), policy, keys).then(({ proven }) => proven)),
    );
    expect(seen).not.toContain(true);
  });
});

/** A token whose claims say another run, with the signature of the first. */
function changedClaim(values: Values): Values {
  const [head, body = '', signature] = partNames
    .map((name) => values[name])
    .join('')
    .split('.');
  const said = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), run_id: '556' };
  return { ...values, ...partsOf([head, textOf(said), signature].join('.')) };
}

/** The honest claims under a header of this algorithm, with a signature that is none. */
const unsigned = (alg: string) => partsOf(`${textOf({ alg, kid, typ: 'JWT' })}.${textOf(claims)}.c2ln`);

/** The honest claims, said to be by RS256, under an HMAC whose secret is what everybody knows. */
function byPublicKey() {
  const said = `${textOf({ alg: 'RS256', kid, typ: 'JWT' })}.${textOf(claims)}`;
  return partsOf(`${said}.${createHmac('sha256', publicPem()).update(said).digest('base64url')}`);
}

const textOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function ofWorkflow(ref: string) {
  return { workflow_ref: ref, job_workflow_ref: ref };
}

function jwkOf(key: typeof other) {
  const { kty, n, e } = key.export({ format: 'jwk' });
  return { kty, n, e } as { kty: string };
}
