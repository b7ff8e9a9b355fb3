import { isOf, type PlannedJob } from '../pipeline.ts';
import { list, type Mapping, mapping } from './configuration.ts';
import type { Origin } from './origin.ts';
import { expressionsOf, passes, policies } from './policies.ts';

/** What a commit's CI files and the variables come to. */
export type Evaluation =
  | { kind: 'plan'; name: string | undefined; variables: Record<string, string>; jobs: PlannedJob[] }
  | { kind: 'filtered' }
  /** There is no file. */
  | { kind: 'missing' }
  /** The files are wrong: GitLab keeps a failed pipeline with this text. */
  | { kind: 'invalid'; error: string }
  /** The inputs do not fit: an error of the files too. */
  | { kind: 'bad-inputs'; error: string };

/** One line of `gitlab-ci-local --list-json`. */
export interface ListedJob {
  name: string;
  stage: string;
  when: string;
  allow_failure: boolean | { exit_codes: number | number[] };
  needs?: { job: string; optional?: boolean }[];
}

const PROBE = 'drawbridge-probe';

/**
 * The previewed configuration with a probe job for each rule of `workflow` and for each job rule that sets variables.
 * `--list-json` tells which jobs run, but not which rule made them run, and it leaves `workflow: rules` out.
 */
export function withProbes(preview: Mapping): Mapping {
  const probes: Mapping = {};
  const add = (owner: string, rules: unknown) => {
    list(rules).forEach((rule, index) => {
      const { if: condition, changes, exists } = mapping(rule);
      const asked = Object.fromEntries(
        Object.entries({ if: condition, changes, exists }).filter(([, value]) => value !== undefined),
      );
      probes[`${PROBE}/${owner}/${index}`] = { stage: '.pre', script: ['true'], rules: [asked] };
    });
  };
  add('', mapping(preview['workflow'])['rules']);
  for (const [name, job] of jobsOf(preview)) {
    if (list(job['rules']).some((rule) => mapping(rule)['variables'])) add(name, job['rules']);
    for (const policy of policies) {
      const expressions = expressionsOf(job, policy).map((expression) => ({ if: expression }));
      add(policyOf(name, policy), expressions);
    }
  }
  return { ...preview, ...probes };
}

const policyOf = (job: string, policy: string): string => `${policy} of ${job}`;

/** Joins the two answers of gitlab-ci-local: `listed` says what runs, `preview` what it does. */
export function planFrom(preview: Mapping, listed: ListedJob[], origin: Origin): Evaluation {
  const matched = new Set(
    listed.filter((job) => job.name.startsWith(PROBE) && job.when !== 'never').map((job) => job.name),
  );
  const isMet = (owner: string, index: number) => matched.has(`${PROBE}/${owner}/${index}`);
  const firstRule = (owner: string, rules: unknown): Mapping | undefined =>
    list(rules)
      .map(mapping)
      .find((_rule, index) => isMet(owner, index));

  const workflow = mapping(preview['workflow']);
  const workflowRule = firstRule('', workflow['rules']);
  if (workflow['rules'] && (!workflowRule || workflowRule['when'] === 'never')) return { kind: 'filtered' };

  const variables = { ...texts(preview['variables']), ...texts(workflowRule?.['variables']) };
  const stages = list(preview['stages']).map(String);
  const definitions = jobsOf(preview);
  const isLetIn = ({ name }: ListedJob) => {
    const { base } = ownerOf(name, definitions);
    return passes(definitions.get(base) ?? {}, origin, (policy, index) =>
      isMet(policyOf(base, policy), index),
    );
  };
  const jobs = listed
    .filter((job) => job.when !== 'never' && !job.name.startsWith(PROBE) && isLetIn(job))
    .map((job, _index, present) => {
      const { base, matrix } = ownerOf(job.name, definitions);
      const definition = definitions.get(base) ?? {};
      const rule = firstRule(base, definition['rules']);
      const needs = job.needs?.filter(
        (need) => !need.optional || present.some((one) => isOf(one.name, need.job)),
      );
      return plannedJob(needs ? { ...job, needs } : job, definition, stages, {
        ...variables,
        ...texts(definition['variables']),
        ...matrix,
        ...texts(rule?.['variables']),
      });
    });
  const orphan = jobs
    .flatMap((job) => (job.needs ?? []).map((need) => ({ job: job.name, need })))
    .find(({ need }) => !jobs.some((one) => isOf(one.name, need)));
  if (orphan) {
    const error = `'${orphan.job}' job needs '${orphan.need}' job, but '${orphan.need}' does not exist in the pipeline`;
    return { kind: 'invalid', error };
  }
  const name = workflow['name'];
  return { kind: 'plan', name: typeof name === 'string' ? name : undefined, variables, jobs };
}

function plannedJob(
  job: ListedJob,
  definition: Mapping,
  stages: string[],
  variables: Record<string, string>,
): PlannedJob {
  const allow = job.allow_failure;
  // A manual job without rules may fail unless it says otherwise; gitlab-ci-local lists the bare default.
  const isOptionalManual =
    job.when === 'manual' && !definition['rules'] && definition['allow_failure'] === undefined;
  const needs = job.needs ?? (definition['needs'] === undefined ? undefined : []);
  const hooks = [...list(definition['before_script']), ...list(definition['script'])];
  return {
    name: gitlabName(job.name),
    kind: definition['trigger'] === undefined ? 'job' : 'bridge',
    stage: job.stage,
    stageIndex: stages.indexOf(job.stage),
    when: job.when as PlannedJob['when'],
    delayMs: durationMs(definition['start_in']),
    allowFailure: isOptionalManual || allow !== false,
    allowedExitCodes: typeof allow === 'object' ? list(allow.exit_codes).map(Number) : undefined,
    needs: needs?.map((need) => gitlabName(need.job)),
    script: hooks.flat(Number.POSITIVE_INFINITY).map(String),
    afterScript: list(definition['after_script']).flat(Number.POSITIVE_INFINITY).map(String),
    variables,
    artifacts: list(mapping(definition['artifacts'])['paths']).map(String),
    idTokens: Object.fromEntries(
      Object.entries(mapping(definition['id_tokens'])).map(([key, value]) => {
        const audience = mapping(value)['aud'];
        return [key, Array.isArray(audience) ? audience.map(String) : String(audience)];
      }),
    ),
    tags: list(definition['tags']).map(String),
  };
}

const NO_JOBS = new Set([
  'stages',
  'workflow',
  'variables',
  'default',
  'include',
  'image',
  'services',
  'cache',
]);

/** The jobs of a configuration that run, by name. */
export function jobsOf(preview: Mapping): Map<string, Mapping> {
  const named = Object.entries(preview).filter(([name]) => !NO_JOBS.has(name) && !name.startsWith('.'));
  return new Map(named.map(([name, job]) => [name, mapping(job)]));
}

/** gitlab-ci-local writes `job: [1/2]` and `job: [a,b]` where GitLab writes `job 1/2` and `job: [a, b]`. */
function gitlabName(name: string): string {
  return name
    .replace(/: \[(\d+\/\d+)\]$/, ' $1')
    .replace(/: \[(.+)\]$/, (_all, values: string) => `: [${values.split(',').join(', ')}]`);
}

function ownerOf(
  name: string,
  definitions: Map<string, Mapping>,
): { base: string; matrix: Record<string, string> } {
  if (definitions.has(name)) return { base: name, matrix: {} };
  const base = name.replace(/: \[.*\]$/, '');
  const values = /: \[(.*)\]$/.exec(name)?.[1] ?? '';
  const nodes = /^(\d+)\/(\d+)$/.exec(values);
  if (nodes?.[1] && nodes[2]) return { base, matrix: { CI_NODE_INDEX: nodes[1], CI_NODE_TOTAL: nodes[2] } };
  const entries = list(mapping(definitions.get(base)?.['parallel'])['matrix']).map(mapping);
  const matrix = entries.flatMap(combinations).find((one) => Object.values(one).join(',') === values);
  return { base, matrix: matrix ?? {} };
}

function combinations(entry: Mapping): Record<string, string>[] {
  return Object.entries(entry).reduce<Record<string, string>[]>(
    (found, [key, values]) =>
      found.flatMap((one) => list(values).map((value) => ({ ...one, [key]: String(value) }))),
    [{}],
  );
}

/** YAML variables as text; the long form is `{ value, description }`. */
function texts(variables: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping(variables)).map(([key, value]) => {
      const plain = typeof value === 'object' && value !== null ? mapping(value)['value'] : value;
      return [key, String(plain ?? '')];
    }),
  );
}

const UNIT_MS: Record<string, number> = { s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 };

/** `5 minutes`, `30s`, `10` (seconds) in milliseconds; 0 when absent. */
function durationMs(text: unknown): number {
  const parts = [...String(text ?? '').matchAll(/(\d+(?:\.\d+)?)\s*([smhdw])?/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? 's'] ?? 0), 0);
}
