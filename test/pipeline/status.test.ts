import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnded, meaningOf, statuses, toStatus } from '../../src/pipeline/status.ts';
import { alive, blocked, ended } from './build.ts';

describe('the table of statuses', () => {
  it('has the 13 of GitLab and no other', () => {
    expect(Object.keys(statuses).sort()).toEqual([...alive, ...blocked, ...ended].sort());
    expect(Object.keys(statuses)).toHaveLength(13);
  });

  it.each(alive)('%s is alive', (status) =>
    expect([meaningOf(status), isEnded(status)]).toEqual(['alive', false]),
  );
  it.each(blocked)('%s is blocked', (status) =>
    expect([meaningOf(status), isEnded(status)]).toEqual(['blocked', false]),
  );
  it.each(ended)('%s has ended', (status) =>
    expect([meaningOf(status), isEnded(status)]).toEqual(['ended', true]),
  );

  it('never takes an unknown status for an end', () => {
    expect([meaningOf('unknown'), isEnded('unknown')]).toEqual(['alive', false]);
  });
});

describe('reading a status', () => {
  it.each([...alive, ...blocked, ...ended])('knows %s', (status) => expect(toStatus(status)).toBe(status));

  it.each(['Success', 'success ', 'passed', 'réussi', '', 'toString', '__proto__', 'constructor', 'unknown'])(
    'does not know %j',
    (text) => expect(toStatus(text)).toBe('unknown'),
  );

  it('is total, and lets no text of GitLab through', () => {
    const table = new Set<unknown>([...Object.keys(statuses), 'unknown']);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom(...Object.keys(statuses))),
        (value) => {
          const status = toStatus(value);
          expect(table.has(status)).toBe(true);
          expect(['alive', 'blocked', 'ended']).toContain(meaningOf(status));
          if (status !== value) expect(status).toBe('unknown');
        },
      ),
    );
  });
});
