import { isAtLeast, type Role, type User } from '../people.ts';
import type { Pipeline, Source, Variable } from '../pipeline.ts';
import type { Project } from '../project.ts';
import type { World } from '../world.ts';
import { type Engine, freshJob } from './engine.ts';
import { pipelineEnvironment } from './environment.ts';
import type { Evaluator } from './evaluate.ts';
import { expandAll, expandText } from './expand.ts';
import type { Evaluation } from './plan.ts';
import { changesOf, findRef } from './refs.ts';
import { type Wording, wordingOf } from './wording.ts';

/** A wish for a pipeline, from either route or from somebody of the project. */
export interface CreationRequest {
  project: Project;
  /** `main`, or `refs/heads/main`, `refs/tags/v1`. */
  ref: string;
  source: Source;
  user: User;
  role: Role;
  variables: Variable[];
  inputs: Record<string, unknown>;
}

/** A pipeline, or why there is none (`message.base` of the answer). */
export type Creation = { kind: 'created'; pipeline: Pipeline } | { kind: 'refused'; reason: string };

/** What creation works with. */
export interface CreationOptions {
  world: World;
  evaluator: Evaluator;
  engine: Engine;
}

const NAME_LIMIT = 255;
const VARIABLES_REFUSED = 'Insufficient permissions to set pipeline variables';
// These would act on this machine before a job's own first line: the sandbox has no container around it.
const HARMFUL =
  /^(NODE_OPTIONS|BASH_ENV|ENV|PATH|HOME|SHELLOPTS|BASHOPTS|LD_.*|DYLD_.*|GIT_.*|BASH_FUNC_.*)$/;

/** Creates a pipeline in GitLab's own order: ref, rights, limits, configuration, rules, jobs. */
export async function createPipeline(request: CreationRequest, options: CreationOptions): Promise<Creation> {
  const { world, evaluator, engine } = options;
  const { project, source, user } = request;
  const found = findRef(project, request.ref);
  if (typeof found === 'string') return refused(found);
  const { ref, tag, sha } = found;
  const reason = refusal({ ...request, ref }, sha, world, world.now());
  if (reason) return refused(reason);

  const now = world.now();
  const draft = {
    id: world.nextId(),
    iid: project.nextIid++,
    project,
    name: null,
    ref,
    tag,
    sha,
    source,
    user,
    variables: request.variables,
    expanded: {},
    inputs: request.inputs,
    yamlErrors: null,
    createdAt: now,
    updatedAt: now,
    startedAt: undefined,
    finishedAt: undefined,
  };
  const predefined = pipelineEnvironment(world, draft);
  const sent = Object.fromEntries(request.variables.map(({ key, value }) => [key, value]));
  const all = expandAll({ ...predefined, ...sent });
  const expanded = Object.fromEntries(Object.keys(sent).map((key) => [key, all[key] ?? '']));

  const evaluation = await evaluator({
    files: project.repository.commits.get(sha)?.files ?? {},
    checkout: () => project.repository.checkout(sha),
    variables: all,
    inputs: request.inputs,
    origin: { source, ref, tag, path: project.path, changed: changesOf(project, source, sha) },
  });
  const outcome = named(evaluation, all, wordingOf(world.settings.version));
  if (outcome.kind === 'refused') return outcome;
  if (outcome.yamlErrors !== null && !keepsBroken(request)) return refused(outcome.yamlErrors);

  // An evaluation takes real time; the pipeline is as old as its record.
  const createdAt = world.now();
  const pipeline: Pipeline = {
    ...draft,
    createdAt,
    updatedAt: createdAt,
    name: outcome.name,
    expanded,
    yamlErrors: outcome.yamlErrors,
    jobs: outcome.plans.map((plan) => freshJob(world, plan, createdAt)),
    finishedAt: outcome.yamlErrors === null ? undefined : createdAt,
    report: world.nextReport,
  };
  world.nextReport = { kind: 'real' };
  world.pipelines.set(pipeline.id, pipeline);
  if (outcome.yamlErrors === null) engine.begin(pipeline);
  return { kind: 'created', pipeline };
}

/** Whether a pipeline whose files are wrong is kept: with the trigger route's and a push's, and where a test wants it. */
const keepsBroken = ({ source, project }: CreationRequest): boolean =>
  source === 'trigger' || source === 'push' || project.settings.yamlErrorStatus !== undefined;

function refusal(request: CreationRequest, sha: string, world: World, now: number): string | undefined {
  const { project, ref, role, variables, user } = request;
  if (!isAtLeast(role, 'developer')) return 'Insufficient permissions to create a new pipeline';
  if (!isAtLeast(role, project.protectedBranches.get(ref) ?? 'developer')) {
    return `You do not have sufficient permission to run a pipeline on '${ref}'. Please select a different branch or contact your administrator for assistance.`;
  }
  const recent = [...world.pipelines.values()].filter(
    (one) => one.project === project && one.user === user && one.sha === sha && one.createdAt > now - 60_000,
  );
  if (recent.length >= project.settings.creationsPerMinute) {
    return 'Too many pipelines created in the last minute. Try again later.';
  }
  if (!mayPassVariables(request)) return VARIABLES_REFUSED;
  if (variables.some(({ key }) => !/^\w+$/.test(key))) {
    return "Variables key can contain only letters, digits and '_'.";
  }
  const keys = variables.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) return `Duplicate variable name: ${twice}`;
  const harmful = keys.find((key) => HARMFUL.test(key));
  return harmful === undefined ? undefined : `Variables key ${harmful} is not taken by this sandbox`;
}

/** On the trigger route GitLab itself adds TRIGGER_PAYLOAD, a variable, so an empty list is not "none" there. */
function mayPassVariables({ project, role, source, variables, inputs }: CreationRequest): boolean {
  const { pipelineVariablesMinimumOverrideRole: least, refusesTriggerPayload } = project.settings;
  if (least !== 'no_one_allowed') return variables.length === 0 || isAtLeast(role, least);
  if (variables.length > 0) return false;
  return source === 'api' || (Object.keys(inputs).length > 0 && !refusesTriggerPayload);
}

type Outcome =
  | {
      kind: 'planned';
      name: string | null;
      plans: Pipeline['jobs'][number]['plan'][];
      yamlErrors: string | null;
    }
  | { kind: 'refused'; reason: string };

function named(evaluation: Evaluation, variables: Record<string, string>, wording: Wording): Outcome {
  switch (evaluation.kind) {
    case 'missing':
      return refused('Missing CI config file');
    case 'filtered':
      return refused(wording.filtered);
    case 'bad-inputs':
    case 'invalid':
      return { kind: 'planned', name: null, plans: [], yamlErrors: evaluation.error };
    case 'plan': {
      const { jobs } = evaluation;
      // Jobs at the edges alone are no pipeline.
      if (jobs.every(({ stage }) => stage === '.pre' || stage === '.post')) return refused(wording.noJobs);
      const values = expandAll({ ...evaluation.variables, ...variables });
      const name = expandText(evaluation.name ?? '', values).trim() || null;
      return (name?.length ?? 0) > NAME_LIMIT
        ? refused(`Failed to build pipeline metadata! Name is too long (maximum is ${NAME_LIMIT} characters)`)
        : { kind: 'planned', name, plans: jobs, yamlErrors: null };
    }
  }
}

const refused = (reason: string): { kind: 'refused'; reason: string } => ({ kind: 'refused', reason });
