import { type Context, Hono } from 'hono';
import { refuseFields } from '../../base/asked.ts';
import { NotImitated } from '../../base/gaps.ts';
import { permit, projectNamed } from '../access.ts';
import type { Api } from '../api.ts';
import { mapping } from '../ci/configuration.ts';
import type { CreationRequest } from '../ci/create.ts';
import { fields, pathOf } from '../parameters.ts';
import type { Variable } from '../pipeline.ts';
import { baseRefusal, messageRefusal, missing, notFound, refusal } from '../refusals.ts';
import { pipelineFull } from '../shapes/pipeline.ts';

/** The two ways to a new pipeline (GitLab docs: "Pipeline trigger tokens API", "Pipelines API"). */
export function creationRoutes(api: Api): Hono {
  const { world } = api;
  const app = new Hono();

  const trigger = async (c: Context) => {
    // This route follows a project that has moved, unlike all others (docs/facts/gitlab.md, "Refusals").
    const project = projectNamed(c, world)?.project;
    const sent = { ...bracketed(new URL(c.req.url).searchParams.entries()), ...(await bodyOf(c)) };
    const ref = c.req.param('ref') ?? sent['ref'];
    if (typeof sent['token'] !== 'string') throw missing('token');
    if (typeof ref !== 'string' || ref === '') throw missing('ref');
    const token = world.triggerTokens.find((one) => one.token === sent['token']);
    if (!project || token?.projectId !== project.id || token.state !== 'active') throw notFound();
    const given = sent['variables'] ?? {};
    if (!isMap(given)) throw refusal(400, { error: 'variables is invalid' });
    if (!Object.values(given).every((value) => typeof value === 'string')) {
      throw messageRefusal(400, 'variables needs to be a map of key-valued strings');
    }
    const variables = Object.entries(given).map(([key, value]) => ({
      ...{ key, value: String(value) },
      variable_type: 'env_var' as const,
    }));
    const { owner: user, role } = token;
    return answer({ project, ref, source: 'trigger', user, role, variables, inputs: inputsOf(sent) });
  };
  app.post('/projects/:id/trigger/pipeline', trigger);
  app.post('/projects/:id/ref/:ref/trigger/pipeline', trigger);

  app.post('/projects/:id/pipeline', async (c) => {
    const caller = permit(c, world, {
      scope: 'api',
      role: 'developer',
      permission: 'create_pipeline',
    });
    const sent = await bodyOf(c);
    const { ref } = sent;
    if (typeof ref !== 'string' || ref === '') throw missing('ref');
    const given = sent['variables'] ?? [];
    const isList = Array.isArray(given) && given.every(isVariable);
    if (!isList) throw refusal(400, { error: 'variables is invalid' });
    const variables = given.map(toVariable);
    const { project, user } = caller;
    const { role } = caller.token;
    return answer({ project, ref, source: 'api', user, role, variables, inputs: inputsOf(sent) });
  });

  const answer = async (request: CreationRequest) => {
    const creation = await api.create(request);
    if (creation.kind === 'refused') throw baseRefusal(creation.reason);
    const { pipeline } = creation;
    const { yamlErrorStatus = 422 } = request.project.settings;
    if (pipeline.yamlErrors !== null && yamlErrorStatus !== 201) {
      throw baseRefusal(pipeline.yamlErrors, yamlErrorStatus);
    }
    return Response.json(pipelineFull(world, pipeline), { status: 201 });
  };
  return app;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface SentVariable {
  key: string;
  value: string;
  variable_type?: unknown;
}

const isVariable = (value: unknown): value is SentVariable =>
  isMap(value) && typeof value['key'] === 'string' && typeof value['value'] === 'string';

function toVariable(
  { key, value, variable_type: type = 'env_var', ...more }: SentVariable,
  index: number,
): Variable {
  const [other] = Object.keys(more);
  if (other !== undefined) throw new NotImitated(`\`${other}\` of a variable`);
  if (type === 'env_var' || type === 'file') return { key, value, variable_type: type };
  throw refusal(400, { error: `variables[${index}][variable_type] does not have a valid value` });
}

function inputsOf(sent: Record<string, unknown>): Record<string, unknown> {
  const inputs = sent['inputs'] ?? {};
  if (!isMap(inputs)) throw refusal(400, { error: 'inputs is invalid' });
  return inputs;
}

/** A JSON body, or the fields of a form. Throws 400 for broken JSON, NotImitated for a field that is not read. */
export async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const body = await readBody(c);
  refuseFields(c, body, fields, pathOf);
  return body;
}

async function readBody(c: Context): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? '';
  if (type.includes('form')) {
    const form = await c.req.raw.formData();
    return bracketed([...form.entries()].map(([key, value]): [string, string] => [key, String(value)]));
  }
  const text = await c.req.text();
  if (text === '') return {};
  try {
    return mapping(JSON.parse(text));
  } catch {
    throw refusal(400, { error: 'The request body is not valid JSON' });
  }
}

/** `variables[X]=1` as `{ variables: { X: '1' } }`, `a[][key]=x` as a list, the way Rails reads forms. */
function bracketed(entries: Iterable<[string, string]>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const listed = /^(\w+)\[\]\[(\w+)\]$/.exec(name);
    const nested = /^(\w+)\[(.+)\]$/.exec(name);
    if (listed?.[1] && listed[2]) addToList(fields, listed[1], listed[2], value);
    else if (nested?.[1] && nested[2])
      fields[nested[1]] = { ...mapping(fields[nested[1]]), [nested[2]]: value };
    else fields[name] = value;
  }
  return fields;
}

function addToList(fields: Record<string, unknown>, name: string, key: string, value: string): void {
  const items = (Array.isArray(fields[name]) ? fields[name] : []) as Record<string, string>[];
  const last = items.at(-1);
  // A key that the last item has already begins the next one.
  if (last && !(key in last)) last[key] = value;
  else items.push({ [key]: value });
  fields[name] = items;
}
