/**
 * `npm run prepare`, which npm starts after an install: says in one sentence that its own Node is older than `engines`
 * asks for. Plain JavaScript, because that Node may be the one that runs this. Never fails: an older one works.
 */
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const numbers = (text = '') => (/(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);

// `node` is the one of the npm package by now; npm names the one that it runs on itself (npm docs, "config", user-agent).
const [, mine] = /\bnode\/v?(\d+\.\d+\.\d+)/.exec(process.env.npm_config_user_agent ?? '') ?? [];
const [major = 0, minor = 0] = numbers(mine);
const [least = 0, leastMinor = 0] = numbers(engines.node);
if (mine !== undefined && (major < least || (major === least && minor < leastMinor)))
  console.log(
    `npm runs on Node ${mine}; ${least}.${leastMinor} or newer is what the tools ask for. All is installed and works ` +
      'all the same, because every script runs on the newer Node that came along.',
  );
