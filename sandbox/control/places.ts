/** What a workflow of one's own finds in the sandbox: GitLab projects with tokens, secrets, environments and a policy. */
import { basename } from 'node:path';
import type { Scene } from '../scene.ts';
import { fileNamed } from './names.ts';
import { type AskedPolicy, policyHint, policyOf, policySays } from './policy.ts';
import { Refusal } from './refusal.ts';
import { filesFor } from './tests.ts';
import { type OwnStep, type OwnWorkflow, readOwn } from './workflow.ts';

/** The tokens of one GitLab project. */
interface ProjectTokens {
  readonly gitlab: string;
  readonly trigger: string;
}

/** The workflows that are there now, and what goes with them. */
export interface Places {
  readonly workflows: ReadonlyMap<string, OwnWorkflow>;
  readonly vars: Readonly<Record<string, string>>;
  /** Hold the secrets, and are limited to the default branch. Without one the repository holds them. */
  readonly environments: readonly string[];
  /** The secrets for a step: by the input for which each of them is used. */
  secretsFor(step: OwnStep): Readonly<Record<string, string>>;
  /** What was made of the files, a sentence each. */
  readonly says: readonly string[];
}

/** What `run` is given. */
export interface Given {
  readonly workflows: Readonly<Record<string, string>>;
  /** Files of the GitLab project; empty: made from the input `tests`. */
  readonly gitlab: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly policy: AskedPolicy;
}

/** Secrets that the pages name, whatever input they are used for. */
const usual: Readonly<Record<string, string>> = {
  GITLAB_TOKEN: 'gitlab-token',
  GITLAB_TRIGGER_TOKEN: 'gitlab-trigger-token',
  MEMBERSHIP_TOKEN: 'membership-token',
  DUPLICATE_TOKEN: 'duplicate-token',
};

/** Reads the files and sets everything up for them. Throws a Refusal, before anything is changed, for what is not played. */
export function settle(scene: Scene, given: Given): Places {
  const { sandbox, repository } = scene;
  const { actions } = sandbox.github;
  const own = Object.entries(given.workflows).map(([name, text]) => readOwn(nameOf(name), text));
  if (own.length === 0) throw new Refusal(400, 'no workflow file was given');
  const steps = own.flatMap(({ jobs }) => [...jobs.values()].flatMap(({ step }) => step ?? []));
  const policy = policyOf(given.policy, own);
  const uses = secretUses(steps);
  for (const step of steps) refuseVault(step);
  for (const path of Object.keys(given.gitlab)) fileNamed(path);

  const projects = new Map<string, ProjectTokens>();
  const made = steps.map((step) => {
    const name = projectOf(step, given.vars);
    return name === undefined || projects.has(name)
      ? []
      : addProject(scene, name, projects, filesOf(given, step), Object.keys(given.gitlab).length > 0);
  });

  for (const path of workflowsThere(scene)) actions.install(repository, path, null);
  for (const { path, text } of own) actions.install(repository, path, text);
  actions.clearPolicies(repository);
  if (policy !== undefined) actions.addPolicy(repository, policy);

  const environments = [
    ...new Set(own.flatMap(({ jobs }) => [...jobs.values()].flatMap(({ environment }) => environment ?? []))),
  ];
  const others = otherTokens(scene);
  const secretsFor: Places['secretsFor'] = (step) => {
    const tokens = projects.get(projectOf(step, given.vars) ?? '');
    const byInput: Readonly<Record<string, string>> = {
      'gitlab-token': tokens?.gitlab ?? scene.tokens.gitlab,
      'gitlab-trigger-token': tokens?.trigger ?? scene.tokens.trigger,
      ...others,
    };
    const all = Object.entries(uses).flatMap(([name, input]) =>
      byInput[input] === undefined ? [] : [[name, byInput[input]] as const],
    );
    return Object.fromEntries(all);
  };
  return {
    workflows: new Map(own.map((one) => [one.path, one])),
    vars: given.vars,
    environments,
    secretsFor,
    says: [
      ...own.map(
        ({ path, workflow }) =>
          `${path} is on the default branch; it listens to ${[...workflow.on.keys()].join(', ')}`,
      ),
      ...made.flat(),
      ...secretsSay(own, uses, environments),
      policySays(given.policy),
      ...own.flatMap(({ workflow }) => policyHint(given.policy, [...workflow.on.keys()])),
      ...own.flatMap(({ notes, jobs }) => [...notes, ...[...jobs.values()].flatMap((job) => job.notes)]),
    ],
  };
}

/** GitHub looks for workflows in one folder, by name. */
function nameOf(given: string): string {
  const name = basename(given);
  if (!/^[\w.-]+\.ya?ml$/.test(name))
    throw new Refusal(400, `${name} is no name of a workflow: it ends with .yml`);
  return name;
}

function workflowsThere({ sandbox, repository }: Scene): string[] {
  const repo = sandbox.github.world.repositories.get(repository.toLowerCase());
  const head = repo?.refs.get(`refs/heads/${repo.defaultBranch}`) ?? '';
  return [...(repo?.network.get(head)?.tree.keys() ?? [])].filter((path) =>
    path.startsWith('.github/workflows/'),
  );
}

/** The project of a step: a path or an id. Undefined where the step names none, as `require-all` need not. */
function projectOf(step: OwnStep, vars: Given['vars']): string | undefined {
  const text = step.with['gitlab-project'];
  if (text === undefined) return undefined;
  const name = text.replace(/\$\{\{\s*vars\.(\w+)\s*\}\}/g, (_, variable: string) => {
    const value = vars[variable];
    if (value === undefined) throw new Refusal(422, `vars.${variable} has no value: add --var ${variable}=…`);
    return value;
  });
  if (name.includes('${{'))
    throw new Refusal(422, `gitlab-project: ${text} is not played; a path, or vars.NAME`);
  return name;
}

const filesOf = ({ gitlab }: Given, step: OwnStep): Record<string, string> =>
  Object.keys(gitlab).length > 0 ? { ...gitlab } : filesFor(step.with);

function addProject(
  { sandbox }: Scene,
  name: string,
  projects: Map<string, ProjectTokens>,
  files: Record<string, string>,
  isOwn: boolean,
): string[] {
  const { gitlab } = sandbox;
  if (files['.gitlab-ci.yml'] === undefined)
    throw new Refusal(400, 'the GitLab project has no .gitlab-ci.yml');
  const id = /^\d+$/.test(name) ? Number(name) : undefined;
  const known = [...gitlab.world.projects.values()].find((one) => one.path === name || one.id === id);
  const project =
    known ??
    gitlab.addProject({ path: id === undefined ? name : `project/${name}`, files, ...(id && { id }) });
  if (known) {
    const head = known.repository.commits.get(known.repository.branches.get(known.defaultBranch) ?? '');
    const gone = Object.keys(head?.files ?? {}).filter((path) => files[path] === undefined);
    gitlab.push(known.id, known.defaultBranch, {
      ...files,
      ...Object.fromEntries(gone.map((path) => [path, null])),
    });
  }
  projects.set(name, {
    gitlab: gitlab.addAccessToken({
      ...{ project: project.id, scopes: ['api'], role: 'developer', user: 'drawbridge-bot' },
    }),
    trigger: gitlab.addTriggerToken(project.id),
  });
  const jobs = isOwn
    ? 'your CI file'
    : 'one job for each test, all of which pass; --gitlab-ci takes a file of yours';
  return [`GitLab has the project ${project.path}, with ${jobs}`];
}

/** Name of a secret → the input that it is for. */
function secretUses(steps: readonly OwnStep[]): Record<string, string> {
  const found = steps.flatMap((step) =>
    Object.entries(step.with).flatMap(([input, value]) => {
      const name = /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/.exec(value)?.[1];
      return name === undefined || name === 'GITHUB_TOKEN' ? [] : [[name, input] as const];
    }),
  );
  return { ...usual, ...Object.fromEntries(found) };
}

function otherTokens({ sandbox, repository, tokens }: Scene): Record<string, string> {
  const { github } = sandbox;
  return {
    'membership-token': tokens.membership,
    'duplicate-token': github.issueToken({
      kind: 'app',
      permissions: { contents: 'write', 'pull-requests': 'write', workflows: 'write' },
      repositories: [repository],
      lifetime: 86_400,
    }),
    'github-token': github.issueToken({ kind: 'pat', login: 'alice', scopes: ['repo', 'read:org'] }),
  };
}

/** Which of the secrets that the files name are there, and where. */
function secretsSay(
  own: readonly OwnWorkflow[],
  uses: Readonly<Record<string, string>>,
  environments: readonly string[],
): string[] {
  const named = own.flatMap(({ text }) =>
    [...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, name = '']) => name),
  );
  const asked = [...new Set(named)].filter((name) => name !== 'GITHUB_TOKEN');
  const there = asked.filter((name) => isToken(uses[name]));
  const empty = asked.filter((name) => !there.includes(name));
  const where =
    environments.length === 0
      ? 'the repository holds'
      : `the environment ${environments.join(', ')} is limited to the default branch; it alone holds`;
  return [
    ...(there.length > 0 ? [`${where} ${there.join(', ')}: tokens of the sandbox`] : []),
    ...empty.map(
      (name) => `the secret ${name} does not exist here, so it is empty: no input for a token takes it`,
    ),
  ];
}

const isToken = (input: string | undefined): boolean =>
  /^(gitlab-token|gitlab-trigger-token|membership-token|duplicate-token|github-token)$/.test(input ?? '');

/** The sandbox's Vault has a role for a workflow of its own only. */
function refuseVault({ with: inputs }: OwnStep): void {
  if (inputs['vault-url'] !== undefined)
    throw new Refusal(
      422,
      'vault-url: workflows of your own with Vault are not played yet; leave the vault- inputs out',
    );
}
