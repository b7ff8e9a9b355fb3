/** What the stories of `workflow_run` share: the event, the list that is read first, and a story as one text. */
import { expect } from 'vitest';
import type { RunDetails } from '../../sandbox/github/shapes/run.ts';
import type { Scene, SceneJob, ScenePull } from '../../sandbox/scene.ts';
import type { Stage, Story } from './stage.ts';

/** A run on `pull_request` was asked for; `more` is what else the job of ours is told. */
export const byRun = (run: RunDetails = {}, more: SceneJob = {}): SceneJob => ({
  ...{ by: 'workflow_run', run },
  ...more,
});

/** The run was started again by somebody, and has ended. */
export const again = (by: string): SceneJob =>
  byRun({ run_attempt: 2, triggering_actor: by }, { action: 'completed' });

/** The pull requests of a branch, open and closed. */
export const readList = (branch: string, owner = 'acme'): string =>
  `github GET /repos/acme/engine/pulls?state=all&head=${encodeURIComponent(`${owner}:${branch}`)}&per_page=100`;

/** Opens one more pull request of a branch, into another base that is made for it. */
export function openInto(
  { scene: { sandbox, repository: repo } }: Stage,
  { sha, branch }: ScenePull,
  base: string,
  author: string,
  labels: string[],
): ScenePull {
  sandbox.github.push({ repo, branch: base, by: 'alice' });
  const { number } = sandbox.github.openPullRequest({ repo, author, branch, base, labels });
  return { number, sha, branch };
}

/** Names pipelines of earlier stories as a story names its own, in order. */
export const named = (text: string, pipelines: Story['pipelines']): string =>
  pipelines.reduce((all, { id }, index) => {
    const name = index === 0 ? '<pipeline>' : `<pipeline ${index + 1}>`;
    return all.replace(new RegExp(`\\b${id}\\b`, 'g'), name);
  }, text);

/**
 * A story as a reader of GitHub meets it: how it ended, each status with its link, log, summary (how it was decided as one
 * line), the outputs and the fields of the audit record that say anything. People and pull requests go by names.
 */
export function read(story: Story, { scene }: Stage, ...pulls: readonly ScenePull[]): string {
  const { audit, outputs, pipelines, summary } = story;
  const folded = summary.indexOf('<details>');
  const decided = summary.slice(folded).filter((line) => line !== '' && !line.startsWith('<'));
  const text = [
    `exit ${story.exitCode}`,
    ...story.statuses.map((status, index) => `status ${status} (${story.links[index]})`),
    ...story.log.map((line) => `log    ${line.startsWith('{"version":') ? '<another audit>' : line}`),
    ...summary.slice(0, folded).map((line) => `sum    ${line}`),
    `folded ${decided.map((line) => line.replace(/^- (.*?): /, '$1 ')).join(', ')}`,
    `output ${fields(outputs, ['duration-seconds'])}`,
    `audit  ${fields(withPeople(audit, scene), ['version', 'when', 'repository', 'run'])}`,
  ].join('\n');
  return pulls.reduce(
    (all, { number }, index) => {
      const name = index === 0 ? '<pull>' : `<pull ${index + 1}>`;
      return all.replace(new RegExp(`(#|\\?pr=|pullRequest: )${number}\\b`, 'g'), `$1${name}`);
    },
    named(text, pipelines).replace(/(@<head>):[0-9a-f]{12}\b/g, '$1:<digest>'),
  );
}

/** Puts what fits into one order, and leaves what does not where it is: pipelines are watched side by side. */
function inOrder<T>(all: readonly T[], fits: (one: T) => boolean, order: (one: T) => number): readonly T[] {
  const sorted = all.filter(fits).toSorted((a, b) => order(a) - order(b));
  const placed = sorted.values();
  return all.map((one) => (fits(one) ? (placed.next().value ?? one) : one));
}

/**
 * A story, with what was said of the pull requests at the same time in their order, and without a pipeline's wait for
 * a runner: that is seen or not.
 */
export function readInOrder(story: Story, stage: Stage, ...pulls: readonly ScenePull[]): string {
  const of = (text: string) =>
    pulls.findIndex(({ number }) => new RegExp(`^#${number}:|[?]pr=${number}\\b`).test(text));
  const seen = story.log.filter((line) => !/: (?:created|pending)$/.test(line));
  const log = inOrder(seen, (line) => /: pipeline #.+: (?!started)/.test(line), of);
  const told = story.statuses.map((status, index) => ({ status, link: story.links[index] ?? null }));
  const said = inOrder(
    told,
    ({ status }) => /are running/.test(status),
    ({ link }) => of(link ?? ''),
  );
  const [statuses, links] = [said.map(({ status }) => status), said.map(({ link }) => link)];
  return read({ ...story, log, statuses, links }, stage, ...pulls);
}

const fields = (of: Readonly<Record<string, unknown>>, without: readonly string[]): string =>
  Object.entries(of)
    .filter(([name, value]) => value !== null && String(value) !== '' && !without.includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

const roles = ['author', 'sender', 'rerunner', 'approver'];

function withPeople(audit: Story['audit'], { sandbox }: Scene): Story['audit'] {
  const people = [...sandbox.github.world.accounts.values()];
  const nameOf = (id: unknown) => people.find((one) => one.id === id)?.login ?? id;
  const shown = (name: string, value: unknown) => {
    if (name === 'outcome') return Object.values(Object(value)).filter(Boolean).join(' ');
    if (Array.isArray(value) && name === 'pushers') return value.map(nameOf);
    return roles.includes(name) ? nameOf(value) : value;
  };
  return Object.fromEntries(Object.entries(audit).map(([name, value]) => [name, shown(name, value)]));
}

/** Nothing was asked of any service. */
export const expectSilence = (story: Story): void => expect(story.requests).toEqual([]);
