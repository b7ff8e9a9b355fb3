/** The doctor: asks everything at once, and gives what it found in the order of the table of checks. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import { contextOfRequireAll } from '../report/claim.ts';
import type { Settings } from '../settings.ts';
import { type CheckName, checks } from './checks.ts';
import { type CiFile, readCiFile } from './ci-file.ts';
import { type CrossingPorts, crossingFound } from './crossing.ts';
import {
  type Finding,
  type Found,
  orWell,
  refusedOrUnknown,
  unanswered,
  unknowable,
  untold,
  well,
  wrong,
} from './finding.ts';
import {
  branchFound,
  type GitLabSource,
  passingFound,
  projectFound,
  proofFound,
  templateFound,
  tokenFound,
} from './gitlab.ts';
import { agreement, hazards } from './hazards.ts';
import {
  type Environment,
  environmentFound,
  environmentsOf,
  isJobToken,
  type Needs,
  permissionsFound,
  secretInputs,
  secretsFound,
  statusesFound,
  type UsualPermissions,
} from './job.ts';
import { membershipFound, teamsFound } from './people.ts';
import { defaultEnforcedFrom, type Policy, policyFound } from './policy.ts';
import { labelsFound, type RequiredCheck, rulesetFound } from './required.ts';
import { loginFound, policiesFound, revokeFound, type Visit } from './vault.ts';
import { readWorkflow, type Use, usesIn, type Workflow, type WorkflowFile } from './workflow.ts';

/** The repository, as the token sees it. */
export interface Repository {
  readonly isPublic: boolean;
  readonly defaultBranch: string;
  readonly isAdmin: boolean;
  /** Of a classic token; undefined: GitHub tells nothing of this one. */
  readonly scopes: readonly string[] | undefined;
}

/** What GitHub is asked beside what the gate asks. Each rejects with a ServiceFailure. */
export interface SetUpSource {
  settings(): Promise<Repository>;
  /** Undefined: 404. */
  policies(): Promise<readonly Policy[] | undefined>;
  /** Those of the default branch. */
  workflowFiles(): Promise<readonly WorkflowFile[]>;
  requiredChecks(branch: string): Promise<readonly RequiredCheck[]>;
  labels(): Promise<readonly string[]>;
  environment(name: string): Promise<Environment | undefined>;
  /** Names of the secrets of all levels. */
  secretNames(environments: readonly string[]): Promise<readonly string[]>;
  usualPermissions(): Promise<UsualPermissions>;
  /** Reads what the action reads with this token: pull requests, statuses. */
  reads(branch: string): Promise<void>;
}

/** What is wrong with an input; the values of inputs are never repeated. */
export interface InputFault {
  readonly input: string;
  readonly wrong: string;
}

/** Whom the doctor looks at. */
export interface Patient {
  readonly settings: Settings;
  readonly faults: readonly InputFault[];
  /** False: the settings are good for nothing but saying so. */
  readonly isSound: boolean;
  /** Inputs whose values are not at hand, and where they would be looked for. */
  readonly absent: ReadonlyMap<string, string>;
  /** Undefined: they are read from the default branch. */
  readonly files: readonly WorkflowFile[] | undefined;
  readonly github: CrossingPorts['github'] & SetUpSource;
  /** Undefined: it is a GitHub Enterprise Server, which has no Actions policies (docs/facts/github.md). */
  readonly hasPolicies: boolean;
  /** With an access token. */
  gitlab(token: string): GitLabSource;
  /** Undefined where nothing is read in Vault; it answers once, before GitLab is asked. */
  readonly vault: (() => Promise<Visit>) | undefined;
  /** Why Vault is not asked here, where it would be in a run. */
  readonly vaultElsewhere: boolean;
  readonly clock: Clock;
  readonly interrupted: AbortSignal;
}

type Section = () => Promise<Partial<Record<CheckName, readonly Found[]>>>;

/** All findings. Asks GitHub, GitLab and Vault at the same time; changes nothing anywhere. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const files =
    patient.files === undefined ? await ask(patient.github.workflowFiles()) : known(patient.files);
  const all = files.known ? files.value.flatMap((file) => readWorkflow(file) ?? []) : [];
  const uses = usesIn(all);
  const sections: readonly Section[] = [
    async () => fileSection(patient, files, all, uses),
    () => gitHubSection(patient, uses),
    ...(patient.isSound ? [() => gitLabSection(patient), () => crossingSection(patient)] : []),
  ];
  const found = Object.assign({}, ...(await Promise.all(sections.map((section) => section()))));
  return (Object.keys(checks) as CheckName[]).flatMap((check) => {
    const own = (found[check] ?? []) as readonly Found[];
    // Two jobs of one file may have the same fault.
    return own
      .filter(({ said }, n) => own.findIndex((one) => one.said === said) === n)
      .map((one) => ({ check, ...one }));
  });
}

function fileSection(
  { faults, absent }: Patient,
  files: Fact<readonly WorkflowFile[]>,
  all: readonly Workflow[],
  uses: readonly Use[],
): Partial<Record<CheckName, readonly Found[]>> {
  const inputs = orWell(
    [
      ...faults.map(({ input, wrong: what }) =>
        wrong(`\`${input}\` ${what}`, 'Correct it in the workflow file.'),
      ),
      ...[...absent]
        .filter(([input]) => !secretInputs.includes(input))
        .map(([input, where]) => unknowable(`the value of \`${input}\` is not at hand`, where)),
    ],
    'the inputs are right',
  );
  if (!files.known) return { inputs, files: [unanswered(files, 'which workflow files there are')] };
  if (uses.length === 0)
    return {
      inputs,
      files: [
        wrong(
          'no workflow file of the default branch uses the action',
          'Copy one from examples/workflows, and merge it: events take it from the default branch.',
        ),
      ],
    };
  const count = new Set(uses.map(({ workflow }) => workflow.path)).size;
  const looked = Object.entries(hazards).map(([name, look]) => [name, look(uses, all)] as const);
  return {
    inputs,
    files: [well(`${count} of ${all.length} workflow files use the action`)],
    ...Object.fromEntries(looked),
    agreement: agreement(uses),
  };
}

async function gitHubSection(
  patient: Patient,
  uses: readonly Use[],
): Promise<Partial<Record<CheckName, readonly Found[]>>> {
  const { github, settings, clock, isSound, absent } = patient;
  const { tests, prefix } = settings.selection;
  const environments = environmentsOf(uses);
  const repository = await ask(github.settings());
  const branch = repository.known ? repository.value.defaultBranch : 'main';
  const [policies, usual, names, required, labels, reads, membership, teams, ...found] = await Promise.all([
    ask(github.policies()),
    ask(github.usualPermissions()),
    ask(github.secretNames(environments)),
    ask(github.requiredChecks(branch)),
    ask(github.labels()),
    ask(github.reads(branch)),
    isSound && !absent.has('membership-token') ? membershipFound(github, settings.gate) : [],
    isSound ? teamsFound(github, settings.gate, teamsOf(settings)) : [],
    ...environments.map((name) => ask(github.environment(name))),
  ]);
  const isOwn = uses.every(({ step }) => isJobToken(step.with['github-token']));
  const isPublic = !repository.known || repository.value.isPublic;
  const ofFiles: Partial<Record<CheckName, readonly Found[]>> =
    uses.length === 0
      ? {}
      : {
          permissions: permissionsFound(uses, (use) => needsOf(use, patient), usual),
          environment: environmentFound(
            uses,
            new Map(environments.map((name, n) => [name, found[n] ?? unreadable])),
          ),
          secrets: secretsFound(uses, names, []),
          policy: policyFound(uses, {
            policies,
            isPublic,
            isAdmin: repository.known && repository.value.isAdmin,
            isDefaultEnforced: clock.now() >= defaultEnforcedFrom,
            hasPolicies: patient.hasPolicies,
          }),
          statuses: statusesFound(uses, usual, {
            isOwn,
            isPublic,
            scopes: repository.known ? repository.value.scopes : undefined,
          }),
        };
  if (!repository.known)
    return { ...ofFiles, token: [refusedOrUnknown(repository, 'whether `github-token` reads')] };
  return {
    ...ofFiles,
    token: [
      reads.known
        ? well('`github-token` reads what is needed')
        : refusedOrUnknown(reads, 'whether `github-token` reads'),
    ],
    membership: absent.has('membership-token')
      ? [untold('`membership-token` is not at hand', absent.get('membership-token') ?? '')]
      : membership,
    teams,
    ...(isSound && {
      ruleset: rulesetFound(required, contextsOf(uses, settings), isOwn),
      labels: labelsFound(labels, tests && [...tests.keys()], prefix),
    }),
  };
}

const unreadable: Fact<Environment | undefined> = { known: false, reason: 'github-unexpected' };

/** Teams of `teams`, and those that `who-may-run` names. */
function teamsOf({ gate, rights }: Settings): readonly string[] {
  const roles = ['read', 'triage', 'write', 'maintain', 'admin'];
  const rows = [...(rights?.keys() ?? [])].filter((row) => !roles.includes(row.toLowerCase()));
  return [...new Set([...gate.teams, ...rows])];
}

/** The statuses that the workflows write. */
function contextsOf(uses: readonly Use[], { statusContext }: Settings): readonly string[] {
  if (statusContext === undefined) return [];
  const modes = uses.map(({ step }) => step.with['mode'] ?? 'auto');
  const requiresAll = modes.includes('require-all') ? [contextOfRequireAll(statusContext)] : [];
  return [statusContext, ...requiresAll];
}

function needsOf({ step }: Use, { settings }: Patient): Needs {
  const mode = step.with['mode'] ?? 'auto';
  return {
    statuses: mode !== 'doctor' && step.with['status-context']?.trim() !== '',
    commands: mode === 'auto' || mode === 'run' || mode === 'cancel',
    contents: settings.selection.paths !== undefined,
    idToken: mode !== 'require-all' && (settings.vault?.auth.method === 'jwt' || settings.pipeline.proof),
  };
}

async function gitLabSection(patient: Patient): Promise<Partial<Record<CheckName, readonly Found[]>>> {
  const { settings, clock, absent } = patient;
  const visit = await patient.vault?.();
  const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((one) =>
    one?.from === 'vault' ? [one] : [],
  );
  const ofVault: Partial<Record<CheckName, readonly Found[]>> = visit
    ? {
        'vault-login': loginFound(visit, wanted),
        'vault-policies': policiesFound(visit),
        'vault-revoke': revokeFound(visit),
      }
    : patient.vaultElsewhere
      ? {
          'vault-login': [
            untold('what the log-in to Vault takes is not at hand here', 'Run `mode: doctor` in the job.'),
          ],
        }
      : {};
  const source = settings.gitlab.token;
  const token = absent.has('gitlab-token') ? undefined : tokenFrom(source, visit);
  if (token === undefined)
    return {
      ...ofVault,
      'gitlab-token': [
        visit !== undefined
          ? unknowable('without its token GitLab is not asked', 'See what is said of Vault.')
          : source === undefined
            ? untold('a trigger token alone shows nothing of the project', 'Look at docs/gitlab.md.')
            : unknowable('the token of GitLab is not at hand', whereOf(absent)),
      ],
    };
  const gitlab = patient.gitlab(token);
  const project = await ask(gitlab.project());
  const starts = settings.gitlab.triggerToken === undefined;
  const named = settings.pipeline.ref.ref;
  const branch = named ?? (project.known ? project.value.defaultBranch : 'main');
  const path = (project.known ? project.value.configPath : undefined) ?? '.gitlab-ci.yml';
  const [own, rights, text] = await Promise.all([
    ask(gitlab.accessToken()),
    ask(gitlab.branchRights(branch)),
    ask(gitlab.file(path, branch)),
  ]);
  const file: Fact<CiFile | undefined> = text.known
    ? known(text.value === undefined ? undefined : readCiFile(text.value))
    : text;
  const sending = settings.pipeline;
  const rules = { selection: settings.selection, testJobs: settings.testJobs };
  return {
    ...ofVault,
    project: projectFound(project),
    'gitlab-token': tokenFound(own, project, { now: clock.now(), starts }),
    ...(project.known && {
      branch: branchFound(rights, project, { starts, isDefault: named === undefined }),
      passing: passingFound(project, file, sending),
      template: templateFound(file, rules),
      proof: proofFound(project, file, sending),
    }),
  };
}

/** The access token: as it was given, or as Vault has it; undefined where it is neither. */
function tokenFrom(source: Settings['gitlab']['token'], visit: Visit | undefined): string | undefined {
  if (source?.from !== 'vault') return source?.value;
  const text = visit?.secrets.known
    ? visit.secrets.value.get(source.path)?.get(source.key)?.trim()
    : undefined;
  return text !== undefined && /^[\x21-\x7e]{4,8192}$/.test(text) ? text : undefined;
}

const whereOf = (absent: ReadonlyMap<string, string>): string =>
  absent.get('gitlab-token') ?? 'Set it in the environment.';

async function crossingSection(patient: Patient): Promise<Partial<Record<CheckName, readonly Found[]>>> {
  const { settings } = patient;
  if (settings.pullRequest === undefined) return {};
  return { crossing: await crossingFound(patient, settings, settings.pullRequest) };
}
