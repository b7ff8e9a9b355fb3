import { describe, expect, it } from 'vitest';
import { allowedUrl } from '../../src/net/url.ts';

describe('allowedUrl', () => {
  it.each([
    'https://gitlab.example/api/v4/projects/group%2Fproject',
    'https://host.example/gitlab/api/v4/x?ref=a..b&path=../x',
    'https://host.example/a..b/.github/..c',
    'http://127.0.0.1:8080/x',
    'http://127.9.9.9/x',
    'http://[::1]:8080/x',
    'http://localhost:1/x',
  ])('allows %s', (url) => expect(allowedUrl(url)?.href).toBe(url));

  it.each([
    ['http elsewhere', 'http://gitlab.example/'],
    ['http on a name that only looks local', 'http://127.0.0.1.example/'],
    ['http on localhost as a label', 'http://localhost.example/'],
    ['http on the unspecified address', 'http://0.0.0.0/'],
    ['another scheme', 'ftp://127.0.0.1/'],
    ['a file', 'file:///etc/passwd'],
    ['user info', 'https://user:word@host.example/'],
    ['a user name', 'https://user@host.example/'],
    ['a path that climbs', 'https://host.example/projects/../admin'],
    ['a path that climbs at its end', 'https://host.example/projects/1/..'],
    ['an encoded climb', 'https://host.example/projects/%2e%2E/admin'],
    ['a dot segment', 'https://host.example/./x'],
    ['a backslash', 'https://host.example\\@other.example/'],
    ['a line break that the parser would drop', 'https://host.example/.\n./x'],
    ['a blank', 'https://host.example/a b'],
    ['no URL', 'gitlab'],
    ['nothing', ''],
  ])('refuses %s', (_what, url) => expect(allowedUrl(url)).toBeUndefined());

  it('cuts the fragment off', () => {
    expect(allowedUrl('https://host.example/x#y')?.href).toBe('https://host.example/x');
  });
});
