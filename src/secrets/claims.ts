/** What a role in Vault may be bound to: the claims of an ID token that are no secret and do not change. */
import * as v from 'valibot';

/** Numbers of repositories, owners, projects. */
const id = /^[0-9]{1,20}$/;
const yesOrNo = /^(?:true|false)$/;
const word = /^[a-z_]{1,40}$/;
const name = /^[A-Za-z0-9._/-]{1,255}$/;
const host = '[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?';

/**
 * Claims to bind, with the only form in which they are told. GitHub's come first, then GitLab's; `ref` and `environment`
 * are both's (GitHub docs, "OpenID Connect reference"; GitLab docs, "OpenID Connect (OIDC) Authentication Using ID
 * Tokens"). `sub` is not among them: its form differs by the age of the repository, and by what its owner has chosen
 * (docs/facts/runner.md, "ID tokens").
 */
const toBind: Readonly<Record<string, RegExp>> = {
  repository_id: id,
  repository_owner_id: id,
  job_workflow_ref: /^[\w.-]{1,100}\/[\w.-]{1,100}\/\.github\/workflows\/[\w.-]{1,100}@[\w./-]{1,255}$/,
  project_id: id,
  namespace_id: id,
  ref: name,
  ref_type: word,
  ref_protected: yesOrNo,
  environment: name,
  environment_protected: yesOrNo,
  pipeline_source: word,
};

/** An audience or an issuer: a word, or an address without a query. */
const party = new RegExp(`^(?:https?://${host}(?:/[\\w./-]{0,200})?|(?!https?:)[\\w.:/-]{1,255})$`);

const claimsShape = v.object({
  aud: v.optional(v.union([v.string(), v.array(v.string())])),
  iss: v.optional(v.string()),
});

/** The lines that tell what the role may be set to. None where the token cannot be read. Pure. */
export function bindable(jwt: string): readonly string[] {
  const claims = claimsOf(jwt);
  if (claims === undefined) return [];
  const parties = v.safeParse(claimsShape, claims);
  const { aud, iss } = parties.success ? parties.output : {};
  const audiences = [aud ?? []].flat().filter((one) => party.test(one));
  const bound = Object.entries(toBind).flatMap(([claim, form]) => {
    const value = claims[claim];
    return v.is(v.pipe(v.string(), v.regex(form)), value) ? [[claim, value]] : [];
  });
  return [
    ...(audiences.length > 0 ? [`  bound_audiences: ${JSON.stringify(audiences)}`] : []),
    ...(bound.length > 0 ? [`  bound_claims: ${JSON.stringify(Object.fromEntries(bound))}`] : []),
    ...(iss !== undefined && party.test(iss)
      ? [`  bound_issuer (of the mount): ${JSON.stringify(iss)}`]
      : []),
  ];
}

/** The middle part of a JWT (RFC 7519, section 3), which nobody has verified here. */
function claimsOf(jwt: string): Readonly<Record<string, unknown>> | undefined {
  const [, payload = ''] = jwt.split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return v.is(v.record(v.string(), v.unknown()), claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
