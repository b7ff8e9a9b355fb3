import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seal, unseal } from '../../src/action/seal.ts';
import { seed } from '../properties.ts';

it('opens what it sealed, and with no other secret', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (text, secret, other) => {
      const sealed = seal(text, secret);
      expect(unseal(sealed, secret)).toBe(text);
      if (other !== secret) expect(unseal(sealed, other)).toBeUndefined();
    }),
    { seed, numRuns: 50 },
  );
});

it('shows nothing of the text, and is another one each time', () => {
  const sealed = [seal('s.token', 'ghs_1'), seal('s.token', 'ghs_1')];
  expect(new Set(sealed).size).toBe(2);
  for (const one of sealed) {
    expect(one).toMatch(/^[\w-]+$/);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('token');
  }
});

it('does not open what was changed or cut off', () => {
  const sealed = seal('s.token', 'ghs_1');
  const changed = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1);
  for (const one of [changed, sealed.slice(0, -2), sealed.slice(0, 10), '', 'no', '!'])
    expect(unseal(one, 'ghs_1')).toBeUndefined();
});
