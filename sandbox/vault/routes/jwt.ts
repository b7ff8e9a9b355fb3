/** Log-in by a signed token of somebody else (Vault docs, "JWT/OIDC auth method (API)"). */
import { NotImitated } from '../../base/gaps.ts';
import { isWithin } from '../access.ts';
import { type Answer, type Backend, type Call, withData } from '../api.ts';
import { list, seconds } from '../duration.ts';
import { audiencesOf, boundFaultOf, type Claims, type Expected, faultOf } from '../jwt/claims.ts';
import { type Keys, keysAt, Untrusted } from '../jwt/keys.ts';
import { absent, badRequest, deadToken } from '../refusals.ts';
import { unix } from '../shapes/time.ts';
import { issueToken } from '../tokens.ts';
import type { World } from '../world.ts';
import { keysBelow } from './keys.ts';
import { TOKEN_FIELDS, tokenFieldsShape, wishOf } from './login-fields.ts';
import { issued } from './token.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Config {
  readonly fields: Fields;
  readonly keys: Keys;
}

const ROLE_FIELDS = [
  'role_type',
  'user_claim',
  'bound_audiences',
  'bound_subject',
  'bound_claims',
  'bound_claims_type',
  'claim_mappings',
  'clock_skew_leeway',
  'expiration_leeway',
  'not_before_leeway',
];
const SOURCES = ['oidc_discovery_url', 'jwks_url'];
const text = (fields: Fields, name: string): string => String(fields[name] ?? '');

export function jwt(world: World): Backend {
  const roles = new Map<string, Fields>();
  let config: Config | undefined;

  const login = async ({ body, namespace, mount, whole, from }: Call): Promise<Answer> => {
    if (!config) throw badRequest('could not load configuration');
    const name = text(body, 'role') || text(config.fields, 'default_role');
    if (name === '') throw badRequest('missing role');
    const role = roles.get(name);
    if (!role) throw badRequest(`role "${name}" could not be found`);
    const given = text(body, 'jwt');
    if (given === '') throw badRequest('missing token');
    const wish = wishOf(role);
    if (!isWithin(from, wish.cidrs)) throw deadToken();
    const claims = await claimsIn(given, config, role, unix(world.now()));
    const alias = userOf(claims, text(role, 'user_claim'));
    const bound = boundFaultOf(claims, (role['bound_claims'] ?? {}) as Claims, boundType(role));
    if (bound !== undefined) throw badRequest(`error validating claims: ${bound}`);
    const displayName = `${mount.path.replace(/^auth\/|\/$/g, '')}-${alias}`;
    const meta = { role: name, ...mapped(claims, (role['claim_mappings'] ?? {}) as Record<string, string>) };
    return issued(issueToken(world, { ...wish, namespace, mount, path: whole, meta, displayName, alias }));
  };

  const configure = async ({ body }: Call): Promise<Answer> => {
    const sources = SOURCES.filter((name) => text(body, name) !== '');
    if (sources.length !== 1)
      throw badRequest(
        "exactly one of 'jwt_validation_pubkeys', 'jwks_url', 'jwks_pairs', 'oidc_discovery_url', or 'provider_config' must be set",
      );
    const discovery = text(body, 'oidc_discovery_url');
    const keys = keysAt(discovery === '' ? text(body, 'jwks_url') : await discovered(discovery));
    config = { fields: body, keys };
    return undefined;
  };

  const write = ({ caught, body }: Call): Answer => {
    const role = { ...roles.get(caught[0] ?? ''), ...body };
    if (text(role, 'role_type') !== 'jwt') throw new NotImitated('a role of another type than jwt');
    if (text(role, 'user_claim') === '') throw badRequest('a user claim must be defined on the role');
    const binds = ['bound_audiences', 'bound_subject', 'bound_claims', 'token_bound_cidrs'];
    if (!binds.some((name) => role[name] !== undefined))
      throw badRequest('must have at least one bound constraint when creating/updating a role');
    roles.set(caught[0] ?? '', role);
    return undefined;
  };

  return [
    { path: /^login\/?$/, open: true, fields: ['role', 'jwt'], refuses: ['read'], write: login },
    {
      path: /^config$/,
      fields: [...SOURCES, 'bound_issuer', 'default_role'],
      write: configure,
      read: () => {
        if (!config) throw absent();
        return withData(configShape(config.fields));
      },
    },
    {
      path: /^role\/([^/]+)$/,
      fields: [...ROLE_FIELDS, ...TOKEN_FIELDS],
      exists: ({ caught }) => roles.has(caught[0] ?? ''),
      write,
      read: ({ caught }) => {
        const role = roles.get(caught[0] ?? '');
        if (!role) throw absent();
        return withData(roleShape(role));
      },
      delete: ({ caught }) => {
        roles.delete(caught[0] ?? '');
        return undefined;
      },
    },
    { path: /^role\/?$/, list: () => withData({ keys: keysBelow(roles.keys(), '') }) },
  ];
}

const boundType = (role: Fields) => (text(role, 'bound_claims_type') === 'glob' ? 'glob' : 'string');

/** The claims of a JWT that is trusted and made for this role. Throws 400. */
async function claimsIn(given: string, config: Config, role: Fields, now: number): Promise<Claims> {
  const refused = (why: string) => badRequest(`error validating token: ${why}`);
  const claims = await config.keys.claimsOf(given).catch((error: unknown) => {
    if (error instanceof Untrusted) throw refused(`error verifying token signature: ${error.message}`);
    throw error;
  });
  const expected: Expected = {
    issuer: text(config.fields, 'bound_issuer') || text(config.fields, 'oidc_discovery_url'),
    subject: text(role, 'bound_subject'),
    audiences: list(role['bound_audiences']),
    clockSkewLeeway: seconds(role['clock_skew_leeway']),
    expirationLeeway: seconds(role['expiration_leeway']),
    notBeforeLeeway: seconds(role['not_before_leeway']),
  };
  const fault = faultOf(claims, expected, now);
  if (fault !== undefined) throw refused(fault);
  if (expected.audiences.length === 0 && audiencesOf(claims).length > 0)
    throw badRequest('audience claim found in JWT but no audiences bound to the role');
  return claims;
}

function userOf(claims: Claims, name: string): string {
  const value = claims[name];
  if (value === undefined) throw badRequest(`claim "${name}" not found in token`);
  if (typeof value !== 'string') throw badRequest(`claim "${name}" could not be converted to string`);
  return value;
}

const mapped = (claims: Claims, mappings: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(mappings).map(([claim, name]) => [name, String(claims[claim] ?? '')]));

/** Where an issuer's keys are. Throws 400 where it does not say, or is somebody else. */
async function discovered(url: string): Promise<string> {
  const wrong = (why: string) => badRequest(`error checking oidc discovery URL: ${why}`);
  const at = `${url}/.well-known/openid-configuration`;
  const answer = await fetch(at).catch(() => {
    throw wrong(`Get "${at}": connection refused`);
  });
  if (!answer.ok) throw wrong(`${answer.status} ${answer.statusText}`);
  const { issuer, jwks_uri } = (await answer.json()) as { issuer: string; jwks_uri: string };
  if (issuer !== url) throw wrong(`oidc: issuer did not match`);
  return jwks_uri;
}

const configShape = (fields: Fields) => ({
  bound_issuer: text(fields, 'bound_issuer'),
  default_role: text(fields, 'default_role'),
  jwks_ca_pem: '',
  jwks_url: text(fields, 'jwks_url'),
  jwt_supported_algs: [],
  jwt_validation_pubkeys: [],
  namespace_in_state: true,
  oidc_client_id: '',
  oidc_discovery_ca_pem: '',
  oidc_discovery_url: text(fields, 'oidc_discovery_url'),
  oidc_response_mode: '',
  oidc_response_types: [],
  override_allowed_server_names: [],
  provider_config: {},
  status: 'valid',
});

const roleShape = (role: Fields) => ({
  allowed_redirect_uris: null,
  bound_audiences: list(role['bound_audiences']),
  bound_claims: role['bound_claims'] ?? null,
  bound_claims_type: boundType(role),
  bound_subject: text(role, 'bound_subject'),
  callback_mode: 'client',
  claim_mappings: role['claim_mappings'] ?? null,
  clock_skew_leeway: seconds(role['clock_skew_leeway']),
  expiration_leeway: seconds(role['expiration_leeway']),
  groups_claim: '',
  max_age: 0,
  not_before_leeway: seconds(role['not_before_leeway']),
  oauth2_metadata: null,
  oidc_disable_confirmation: false,
  oidc_scopes: null,
  role_type: 'jwt',
  ...tokenFieldsShape(role, 'default-service'),
  token_policies_template_claims: false,
  user_claim: text(role, 'user_claim'),
  user_claim_json_pointer: false,
  verbose_oidc_logging: false,
});
