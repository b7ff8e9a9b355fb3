import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindable } from '../../src/secrets/claims.ts';
import '../properties.ts';
import { claims, jwtOf } from './stage.ts';

describe('what a role may be bound to', () => {
  it("is GitLab's too", () => {
    const gitlab = {
      iss: 'https://gitlab.acme.example:8443/git',
      aud: ['https://vault.acme.example', 'other'],
      sub: 'project_path:acme/private:ref_type:branch:ref:main',
      project_path: 'acme/private',
      user_email: 'mia@acme.example',
      project_id: '42',
      namespace_id: '7',
      ref: 'main',
      ref_type: 'branch',
      ref_protected: 'true',
      environment: 'preprod',
      environment_protected: 'true',
      pipeline_source: 'trigger',
    };
    expect(bindable(jwtOf(gitlab))).toEqual([
      '  bound_audiences: ["https://vault.acme.example","other"]',
      '  bound_claims: {"project_id":"42","namespace_id":"7","ref":"main","ref_type":"branch","ref_protected":"true","environment":"preprod","environment_protected":"true","pipeline_source":"trigger"}',
      '  bound_issuer (of the mount): "https://gitlab.acme.example:8443/git"',
    ]);
  });

  it.each([
    ['a line of another', { ref: 'main\n::set-output name=x::y' }],
    ['a number', { repository_id: 1001 }],
    ['an id with a word', { repository_id: '1001 or 1=1' }],
    ['a command', { environment: '::warning::x' }],
    ['a mark of percent', { environment: 'a%0Ab' }],
    [
      'an address with a query',
      { aud: 'https://vault.example/?token=s3cret', iss: 'https://u:p@x.example/' },
    ],
    ['objects', { aud: { a: 1 }, ref: {} }],
  ])('is not %s', (_what, over) => {
    expect(bindable(jwtOf(over))).toEqual([]);
  });

  it.each(['', 'abc', 'a.b.c', 'a..c', jwtOf([]), jwtOf('text'), jwtOf(null)])(
    'of a token that is none (%s) is nothing',
    (jwt) => {
      expect(bindable(jwt)).toEqual([]);
    },
  );

  it('has one line each, and nothing that is not listed, whatever a token claims', () => {
    const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.string({ unit: 'binary' }), fc.integer());
    const names = fc.constantFrom('aud', 'iss', 'sub', 'actor', 'jti', ...Object.keys(claims), 'environment');
    fc.assert(
      fc.property(fc.dictionary(names, values), (given) => {
        for (const line of bindable(jwtOf({ ...claims, ...given, sub: 'planted', jti: 'planted' }))) {
          expect(line).toMatch(/^ {2}bound_(?:audiences|claims|issuer)[ -~]*$/);
          expect(line).not.toMatch(/planted|::|[<>%\\]/);
        }
      }),
    );
  });
});
