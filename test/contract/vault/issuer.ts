/** What the servers ask: an issuer that signs whatever it is told to, and a message broker that says yes to everything. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { CompactSign } from 'jose';
import { createFaults } from '../../../sandbox/base/faults.ts';
import { createRecorder } from '../../../sandbox/base/record.ts';
import { serve } from '../../../sandbox/base/serve.ts';
import { scaledClock } from '../../../sandbox/clock.ts';

/** Claims of any type; undefined: the usual one is left out. */
export type Claims = Record<string, unknown>;

export interface RowsIssuer {
  readonly url: string;
  /** A JWT with these claims; `stranger`: signed by a key that is not in the key set. */
  sign(claims: Claims, options?: { readonly kid?: string; readonly stranger?: true }): Promise<string>;
  /** Whether its keys can be had. */
  answers(does: boolean): void;
  close(): Promise<void>;
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const KID = 'key-1';

export async function startIssuer(): Promise<RowsIssuer> {
  const own = newKey();
  const stranger = newKey();
  const faults = createFaults();
  const app = new Hono();
  const served = await serve(app, {
    service: 'oidc',
    recorder: createRecorder(),
    faults,
    clock: scaledClock(1),
  });
  const { url } = served;
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer: url,
      jwks_uri: `${url}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
    }),
  );
  const jwk = own.publicKey.export({ format: 'jwk' });
  app.get('/jwks', (c) => c.json({ keys: [{ ...jwk, kid: KID, alg: 'RS256', use: 'sig' }] }));
  // As far as the engine `rabbitmq` asks one.
  app.all('/api/*', (c) => c.body(null, 204));
  return {
    url,
    sign: (claims, options = {}) => {
      const by: KeyObject = options.stranger ? stranger.privateKey : own.privateKey;
      return new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: options.kid ?? KID })
        .sign(by);
    },
    answers: (does) => {
      faults.clear();
      const fault = { kind: 'status', status: 500, body: '{}' } as const;
      if (!does) faults.plant({ service: 'oidc', path: /./, when: 'before', nth: 'every', fault });
    },
    close: served.close,
  };
}
