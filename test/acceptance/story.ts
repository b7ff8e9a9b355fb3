import type { Recorded } from '../../sandbox/base/record.ts';
import type { Pipeline } from '../../sandbox/gitlab/pipeline.ts';
import type { StepResult } from '../../sandbox/runner/step.ts';
import type { ScenePull } from '../../sandbox/scene.ts';

/** One job of the built action, told when it and its post are over; ids and hashes are replaced by names. */
export interface Story {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What the viewer of the run reads, without the echo of the inputs. */
  readonly log: readonly string[];
  /** The same of post, without the runner's own line. */
  readonly postLog: readonly string[];
  /** Without the audit record, which stands by itself. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The audit record of the output, the last one, `{}` without any. In the log each is shown as `<audit>`. */
  readonly audit: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: readonly string[];
  readonly annotations: StepResult['annotations'];
  /** Commit statuses written meanwhile, oldest first: `pending: private tests are running (…)`. */
  readonly statuses: readonly string[];
  /** Where they lead; `?pr=` claims the status of the commit for the pull request. */
  readonly links: readonly (string | null)[];
  readonly requests: readonly string[];
  /** Bodies by which a pipeline was asked for, the list of variables as a map. */
  readonly asked: readonly Record<string, unknown>[];
  /** Pipelines that GitLab made meanwhile. */
  readonly pipelines: readonly Pipeline[];
  readonly result: StepResult;
  readonly recorded: readonly Recorded[];
}

/** What a story is made of: one job's result, and what the services saw of it. */
export interface Facts {
  readonly pull: ScenePull;
  readonly result: StepResult;
  readonly recorded: readonly Recorded[];
  readonly pipelines: readonly Pipeline[];
  readonly statuses: readonly {
    readonly state: string;
    readonly description: string | null;
    readonly target_url: string | null;
  }[];
}

/** What people read of a story: the log of the job, the commit's statuses and the summary. For inline snapshots. */
export const read = ({ log, statuses, summary }: Story): string =>
  ['log:', ...log, '', 'statuses:', ...statuses, '', 'summary:', ...summary].join('\n');

/** Puts a story together, with names for what differs from run to run. */
export function tellStory({ pull, result, recorded, pipelines, statuses }: Facts): Story {
  const name = naming(pull, pipelines);
  return {
    ...namedResult(result, name),
    statuses: statuses.map((status) => `${status.state}: ${name(status.description ?? '')}`),
    links: statuses.map(({ target_url }) => target_url && name(target_url)),
    requests: recorded.map((request) => name(lineOf(request))),
    asked: recorded.filter(isCreation).map(({ body }) => JSON.parse(name(body), asMaps)),
    pipelines,
    result,
    recorded,
  };
}

const lineOf = ({ service, method, path, status }: Recorded): string => {
  const isSuccess = status !== 'dropped' && status >= 200 && status < 300;
  return `${service} ${method} ${path}${isSuccess ? '' : ` → ${status}`}`;
};

const isCreation = ({ service, method, path }: Recorded): boolean =>
  service === 'gitlab' && method === 'POST' && /\/(trigger\/)?pipeline$/.test(path);

/** For JSON.parse: `[{ key, value }, …]` as a map, which reads better. */
const asMaps = (name: string, value: unknown): unknown =>
  name === 'variables' && Array.isArray(value)
    ? Object.fromEntries(value.map((one: { key: string; value: string }) => [one.key, one.value]))
    : value;

/** Replaces what differs from run to run. The key's form is part of the contract, its digest is not. */
function naming({ number, sha }: ScenePull, pipelines: readonly Pipeline[]): (text: string) => string {
  const key = new RegExp(`acme(/|%2F)engine(#|%23)${number}(@|%40)${sha}(:|%3A)[0-9a-f]{12}\\b`, 'g');
  return (text) => {
    const named = text
      .replace(key, '<key>')
      .replace(/actions\/runs\/\d+/g, 'actions/runs/<run>')
      .replace(/&key=[0-9a-f]{12}/g, '&key=<key>')
      .replaceAll(sha, '<head>')
      .replace(/updated_after=[0-9TZ%A.:-]+/, 'updated_after=<time>')
      .replaceAll(sha.slice(0, 12), '<head, 12 digits>')
      .replaceAll(`\`${sha.slice(0, 7)}\``, '`<head, 7 digits>`')
      .replace(new RegExp(`/(pulls|issues)/${number}(?=/|$)`), '/$1/<pull>');
    return pipelines.reduce(
      (all, { id }, index) =>
        all.replace(new RegExp(`\\b${id}\\b`, 'g'), index === 0 ? '<pipeline>' : `<pipeline ${index + 1}>`),
      named,
    );
  };
}

function namedResult(result: StepResult, name: (text: string) => string) {
  const { exitCode, signal, annotations, post } = result;
  const { audit = '', ...outputs } = result.outputs;
  const named = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, name(value)]));
  const log = name(result.log.replace(/^\{"version":\d+,"when":.*\}$/gm, '<audit>'));
  return {
    exitCode,
    signal,
    annotations: annotations.map((one) => ({ ...one, message: name(one.message) })),
    log: linesOf(log).filter((line, index, all) => !isEcho(line, index, all) && !isOnTheWay(line)),
    postLog: linesOf(name(post?.log ?? '')).slice(1),
    outputs: named(outputs),
    audit: JSON.parse(audit || '{}', namedValue(name)),
    state: named(result.state),
    summary: linesOf(
      name(result.summary)
        .replace(/^- (Queued|Running): .*$/gm, '- $1: <time>')
        .replace(/^(### .*) · [\dhmins ]+$/m, '$1 · <time>'),
    ),
  };
}

/** For JSON.parse: texts and numbers by their names. */
const namedValue =
  (name: (text: string) => string) =>
  (_: string, value: unknown): unknown => {
    if (typeof value !== 'string' && typeof value !== 'number') return value;
    const named = name(String(value));
    return named === String(value) ? value : named;
  };

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** What is said every few minutes: how often depends on how slow this machine is. */
const isOnTheWay = (line: string): boolean => /pipeline #.* is \S+ since \d\d:\d\d UTC/.test(line);

/** The runner's echo: `Run …`, `with:`, and the inputs, each indented by two spaces. */
const isEcho = (line: string, index: number, all: readonly string[]): boolean =>
  index <= all.findLastIndex((one) => /^ {2}[a-z-]+: /.test(one)) && /^(Run |with:$| {2})/.test(line);
