import { expect, it } from 'vitest';
import { hostileIn } from '../../src/cli/hostile.ts';

it.each([
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'DYLD_INSERT_LIBRARIES',
  'GLIBC_TUNABLES',
  'BASH_ENV',
  'ENV',
  'SHELLOPTS',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_COMPILE_CACHE',
  'OPENSSL_CONF',
])('%s is told by the word of the list, and its value never', (name) => {
  const [word = '', ...others] = hostileIn({ [name]: '--require evil', HOME: '/root' });
  expect(others).toEqual([]);
  expect(word.endsWith('*') ? name.startsWith(word.slice(0, -1)) : name === word).toBe(true);
});

it('what somebody calls LD_ and more is not repeated', () => {
  expect(hostileIn({ LD_evil_text: 'x', LD_PRELOAD: 'y', NODE_OPTIONS: 'z' })).toEqual([
    'LD_*',
    'NODE_OPTIONS',
  ]);
});

it('what is empty does nothing, and what is not looked at is let be', () => {
  const harmless = {
    ...{ NODE_OPTIONS: '', LD_PRELOAD: undefined, PATH: '/bin', HTTPS_PROXY: 'http://evil', http_proxy: 'x' },
    ...{ ALL_PROXY: 'x', CI_API_V4_URL: 'http://evil', CI_PIPELINE_CREATED_AT: 'x', CI_SERVER_URL: 'x' },
    ...{ NODE_EXTRA_CA_CERTS: '/evil.pem', NODE_USE_SYSTEM_CA: '1', NODE_USE_ENV_PROXY: '1', OLD_ENV: 'x' },
  };
  expect(hostileIn(harmless)).toEqual([]);
});
