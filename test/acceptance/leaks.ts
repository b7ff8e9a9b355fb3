import { expect } from 'vitest';
import type { Scene } from '../../sandbox/scene.ts';
import type { Story } from './stage.ts';

/** What the example's jobs print, and what only GitLab knows. */
export const privateWords = [
  '4711-0815-2342',
  'internal.example.com',
  'acme-private-state',
  'ACME-PRIVATE-LICENSE',
  'assertion failed',
  'engine built from',
  'build-engine',
  'drawbridge-bot',
  'codename-osprey',
];

/** A word and the forms in which it could slip through: JSON, URL, hex, and base64 wherever it stands in a text. */
export function formsOf(word: string): readonly string[] {
  const bytes = Buffer.from(word);
  const wholeGroups = (from: number) =>
    bytes.subarray(from, from + 3 * Math.floor((bytes.length - from) / 3));
  return [
    word,
    JSON.stringify(word).slice(1, -1),
    encodeURIComponent(word),
    bytes.toString('hex'),
    ...[0, 1, 2].map((from) => wholeGroups(from).toString('base64')),
  ];
}

/** Everything of a story that somebody outside can read; the runner's own echo of the inputs is left out. */
export function publicText({ result, log, postLog, statuses, recorded }: Story): string {
  const steps = [result, ...(result.post ? [result.post] : [])];
  const printed = steps.map(({ stdout, stderr, outputs, state, exportedEnv, summary, annotations }) => [
    ...stdout.split('\n').filter((line) => !line.startsWith('::add-mask::')),
    stderr,
    ...[outputs, state, exportedEnv, annotations].map((one) => JSON.stringify(one)),
    summary,
  ]);
  const toGitHub = recorded
    .filter(({ service }) => service === 'github')
    .map(({ path, body }) => `${decodeURIComponent(path)} ${body}`);
  return [...log, ...postLog, ...statuses, ...printed.flat(), ...toGitHub].join('\n');
}

/** Nothing private in public, and every token only where it belongs. */
export function expectNothingPrivate(story: Story, { sandbox, tokens }: Scene): void {
  const text = publicText(story);
  const { world, url } = sandbox.gitlab;
  const projects = [...world.projects.values()];
  const commits = projects.flatMap(({ repository }) => [...repository.commits.keys()]);
  const gitlabTokens = [...world.accessTokens, ...world.triggerTokens].map(({ token }) => token);
  const githubTokens = [tokens.job, tokens.membership];
  const secrets = [...privateWords, url, ...projects.map(({ path }) => path), ...commits];
  const all = [...secrets, ...gitlabTokens, ...githubTokens];
  expect(all.filter((secret) => formsOf(secret).some((form) => text.includes(form)))).toEqual([]);

  const sentTo = (service: string) => JSON.stringify(story.recorded.filter((one) => one.service === service));
  expect(gitlabTokens.filter((token) => sentTo('github').includes(token))).toEqual([]);
  expect(githubTokens.filter((token) => sentTo('gitlab').includes(token))).toEqual([]);
  const paths = story.recorded.map(({ path }) => path).join('\n');
  expect([...gitlabTokens, ...githubTokens].filter((token) => paths.includes(token))).toEqual([]);
}
