/** Asks GitHub how the repository is set up. */
import { ask } from '../facts/ask.ts';
import type { Fact } from '../facts/fact.ts';
import { contextOfRequireAll } from '../report/claim.ts';
import type { Settings } from '../settings.ts';
import { refusedOrUnknown, unanswered, untold, well, wrong } from './finding.ts';
import type { GitLabAnswers } from './gitlab-answers.ts';
import { type Environment, environmentFound, environmentsOf, secretsFound } from './job.ts';
import type { Patient, Repository, Section } from './patient.ts';
import { membershipFound, teamsFound } from './people.ts';
import { isJobToken, type Needs, permissionsFound, statusesFound } from './permissions.ts';
import { defaultEnforcedFrom, policyFound } from './policy.ts';
import { labelsFound, rulesetFound } from './required.ts';
import { isReported } from './verdict.ts';
import { modeOf, type Use } from './workflow.ts';

/** Asks, and judges. @param uses the steps that use the action */
export async function gitHubSection(
  patient: Patient,
  uses: readonly Use[],
  asked: { readonly repository: Promise<Fact<Repository>>; readonly gitlab: Promise<GitLabAnswers> },
): Promise<Section> {
  const { github, settings, clock, isSound, absent } = patient;
  const { tests, prefix } = settings.selection;
  const environments = environmentsOf(uses);
  const repository = await asked.repository;
  const branch = repository.known ? repository.value.defaultBranch : 'main';
  const writing = uses.filter((use) => needsOf(use, patient).statuses);
  const owners = writing.map(({ step }) => isJobToken(step.with['github-token']));
  const isOwn = owners.every(Boolean);
  const isMixed = !isOwn && owners.includes(true);
  const contexts = contextsOf(uses, settings);
  const written = isOwn || !isSound ? [] : contexts.map((context) => ask(github.writers(context)));
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
  const { file } = await asked.gitlab;
  const reported = file?.known && file.value && isReported(file.value) ? settings.statusContext : undefined;
  const seen = new Map((await Promise.all(written)).map((fact, n) => [contexts[n] ?? '', fact]));
  const elsewhere = absent.get('github-token');
  const isPublic = !repository.known || repository.value.isPublic;
  const ofFiles: Section =
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
          statuses: statusesFound(writing, usual, {
            isOwn,
            isPublic,
            // Of another token these tell nothing.
            mayPush: repository.known && elsewhere === undefined ? repository.value.mayPush : undefined,
            scopes: repository.known && elsewhere === undefined ? repository.value.scopes : undefined,
          }),
        };
  const ofPeople: Section = {
    membership: absent.has('membership-token')
      ? [untold('`membership-token` is not at hand', absent.get('membership-token') ?? '')]
      : membership,
    teams,
  };
  if (!repository.known)
    return {
      ...{ ...ofFiles, ...ofPeople },
      token: [refusedOrUnknown(repository, 'whether `github-token` reads')],
      ...(isSound && {
        // Of which branch is not known.
        ruleset: [unanswered(repository, 'whether a rule requires the status')],
        labels: labelsFound(labels, tests && [...tests.keys()], prefix),
      }),
    };
  return {
    ...{ ...ofFiles, ...ofPeople },
    token: [
      elsewhere !== undefined
        ? untold('`github-token` is not at hand: GitHub was asked with another one', elsewhere)
        : repository.value.isArchived
          ? wrong('the repository is archived: nothing runs there', 'Unarchive it, or look at another one.')
          : reads.known
            ? well('`github-token` reads what is needed')
            : refusedOrUnknown(reads, 'whether `github-token` reads'),
    ],
    ...(isSound && {
      ruleset: rulesetFound(required, contexts, { isOwn, isMixed, reported, seen }),
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

function needsOf(use: Use, { settings }: Patient): Needs {
  const mode = modeOf(use);
  const listens = (event: string) => [use, ...use.callers].some(({ workflow }) => workflow.events.has(event));
  const isTold = use.step.with['status-context']?.trim() !== '';
  // A release has no commit whose status is waited for; a copy of a pull request has a run of its own (docs/recipes.md).
  const isCopying =
    use.step.with['duplicate-token'] !== undefined &&
    /(?<![!(])contains\([^)]*'\/duplicate'\)/.test(use.job.condition);
  return {
    statuses: isTold && !['doctor', 'trigger'].includes(mode) && !isCopying,
    commands: (mode === 'auto' || mode === 'run') && listens('issue_comment'),
    pulls: mode !== 'trigger' && pullEvents.some(listens),
    contents: settings.selection.paths !== undefined,
    idToken: mode !== 'require-all' && (settings.vault?.auth.method === 'jwt' || settings.pipeline.proof),
  };
}

/** Events of which pull requests are read. */
const pullEvents = [
  ...['pull_request_target', 'workflow_run', 'issue_comment', 'workflow_dispatch', 'schedule', 'push'],
];
