/** The Actions service: given what happens in a repository, it tells which runs start, and why others do not. */
import { type EventDetails, type EventName, eventPayload, type Payload } from '../events.ts';
import { parsePolicy, refusalOf } from '../policy.ts';
import { fullName, type Repository } from '../repository.ts';
import { type RunDetails, senderOf } from '../shapes/run.ts';
import type { Push } from '../verbs/repositories.ts';
import { accountOf, pullOf, repositoryOf, type World } from '../world.ts';
import { isHeld, mayApprove } from './approval.ts';
import { holds } from './expression.ts';
import type { Run } from './run.ts';
import { type Source, sourceOf } from './source.ts';
import { isWorkflow, listens, parseWorkflow, type Workflow, workflowsIn } from './workflow.ts';

/** What the documentation leaves open, or what a day changes. */
export interface ActionsSettings {
  /** Until 2026-12-02 GitHub only warns (its changelog of 2026-09-17). */
  defaultPolicy: 'enforced' | 'evaluated';
  /**
   * When `workflow_run` tells that a held run was requested. People report `at once`: the run is made as completed with
   * the conclusion `action_required`, and nothing is requested again after the approval (pytorch/test-infra#8029).
   */
  heldRuns: 'told at once' | 'told when approved';
}

/** A run, and what a further attempt of it needs. */
interface Kept {
  readonly id: number;
  readonly repo: Repository;
  readonly workflow: Workflow;
  readonly event: EventName;
  readonly payload: Payload;
  readonly source: Source;
  readonly actor: string;
  /** What `workflow_run` says of it, whichever attempt. */
  readonly told: RunDetails;
  /** How many `workflow_run` lie before it. */
  readonly depth: number;
  attempt: number;
  isHeld: boolean;
}

/** `workflow_run` can chain three levels of workflows (GitHub docs, "Events that trigger workflows", workflow_run). */
const deepest = 3;

/** The verbs of the Actions service. All throw when something they name does not exist or is not played. */
export function createActions(world: World, push: (commit: Push) => string) {
  const settings: ActionsSettings = { defaultPolicy: 'enforced', heldRuns: 'told at once' };
  const runs = new Map<number, Kept>();

  const shown = (kept: Kept, triggeringActor: string): Omit<Run, 'outcome' | 'jobs'> => ({
    id: kept.id,
    repository: fullName(kept.repo),
    workflow: { path: kept.workflow.path, name: kept.workflow.name },
    event: kept.event,
    payload: kept.payload,
    actor: kept.actor,
    triggeringActor,
    attempt: kept.attempt,
    ref: kept.source.ref,
    sha: kept.source.sha,
  });

  /** One attempt: asks the policies, then the conditions of the jobs. */
  const attempt = (kept: Kept, triggeringActor: string): Run => {
    const { repo, workflow, event, payload, source, actor } = kept;
    const run = shown(kept, triggeringActor);
    const actors = [actor, triggeringActor].map((login) => accountOf(world, login).id);
    const about = { path: workflow.path, event, actors, isPublic: !repo.private };
    const refusal = refusalOf(repo.setUp.policies, about, settings.defaultPolicy === 'enforced');
    if (refusal !== undefined) return { ...run, outcome: 'blocked', jobs: [], message: refusal };
    if (kept.isHeld) return { ...run, outcome: 'waiting', jobs: [] };
    const github = {
      event_name: event,
      event: payload,
      actor,
      triggering_actor: triggeringActor,
      repository: run.repository,
      run_attempt: kept.attempt,
      ref: source.ref,
      sha: source.sha,
    };
    const jobs = workflow.jobs.filter(({ condition }) => condition === undefined || holds(condition, github));
    if (jobs.length === 0)
      return { ...run, outcome: 'skipped', jobs: [], message: 'no `if:` of its jobs holds' };
    return { ...run, outcome: 'runs', jobs: jobs.map(({ id }) => id) };
  };

  /** What `workflow_run` of a run starts. Whether GitHub tells of a blocked run nobody has written: here it does not. */
  const tell = (kept: Kept, run: Run, action: 'requested' | 'completed', more: RunDetails = {}): Run[] => {
    if (run.outcome === 'blocked' || kept.depth >= deepest) return [];
    const { head_repository: head } = kept.told;
    const told: RunDetails = {
      ...kept.told,
      ...(head && !world.repositories.has(head.toLowerCase()) && { head_repository: null }),
      triggering_actor: run.triggeringActor,
      run_attempt: run.attempt,
      ...more,
    };
    return raise(
      'workflow_run',
      action,
      { repo: run.repository, sender: run.triggeringActor, run: told },
      kept.depth + 1,
    );
  };
  const ended = (kept: Kept, run: Run): Run[] =>
    tell(kept, run, 'completed', { conclusion: run.outcome === 'runs' ? 'success' : 'skipped' });

  const first = (kept: Kept, triggeringActor: string): Run[] => {
    if (kept.source.nothing !== undefined) {
      return [
        { ...shown(kept, triggeringActor), outcome: 'skipped', jobs: [], message: kept.source.nothing },
      ];
    }
    runs.set(kept.id, kept);
    const run = attempt(kept, triggeringActor);
    if (run.outcome !== 'waiting') return [run, ...tell(kept, run, 'requested'), ...ended(kept, run)];
    if (settings.heldRuns === 'told when approved') return [run];
    return [run, ...tell(kept, run, 'requested', { status: 'completed', conclusion: 'action_required' })];
  };

  const raise = (event: EventName, action: string | null, details: EventDetails, depth: number): Run[] => {
    const repo = repositoryOf(world, details.repo);
    const payload = eventPayload(world, event, action, details);
    const source = sourceOf(repo, event, payload, details);
    const ran: unknown = Object(payload['workflow_run']);
    const workflow = event === 'workflow_run' ? String(Object(ran).name) : undefined;
    // Who a run of `workflow_run` is by is in nobody's documentation: taken over from the run that it is about.
    const triggeringActor = senderOf(details.sender, details.run) || repo.owner.login;
    const actor = details.run?.actor ?? triggeringActor;
    const pull = event === 'pull_request' ? pullOf(repo, details.number ?? 0) : undefined;
    return workflowsIn(source.files)
      .filter((one) => listens(one, { event, action, ref: source.ref, workflow }))
      .filter(({ path }) => details.workflow === undefined || path === details.workflow)
      .flatMap((one) => {
        const id = world.nextId();
        const kept: Kept = {
          id,
          repo,
          workflow: one,
          event,
          payload,
          source,
          actor,
          told: {
            id,
            name: one.name,
            path: one.path,
            event,
            actor,
            ...(pull
              ? {
                  head_sha: pull.pull.head.sha,
                  head_branch: pull.pull.head.ref,
                  head_repository: pull.pull.head.repo && fullName(pull.pull.head.repo),
                }
              : { head_sha: source.sha, head_branch: source.ref.replace(/^refs\/(heads|tags)\//, '') }),
          },
          depth,
          attempt: 1,
          isHeld: pull !== undefined && isHeld(world, repo, pull, accountOf(world, actor)),
        };
        return first(kept, triggeringActor);
      });
  };

  const kept = (run: Run): Kept => {
    const known = runs.get(run.id);
    if (!known) throw new Error(`GitHub has made no run of ${run.workflow.path} for this ${run.event}`);
    return known;
  };

  return {
    settings,

    /** Puts a workflow file on the default branch, or takes it away: null. By default the owner does it. */
    install(name: string, path: string, text: string | null, by?: string): string {
      if (!isWorkflow(path)) throw new Error(`GitHub looks for no workflow at ${path}`);
      if (text !== null) parseWorkflow(path, text);
      const repo = repositoryOf(world, name);
      return push({
        repo: name,
        branch: repo.defaultBranch,
        by: by ?? repo.owner.login,
        files: { [path]: text },
      });
    },

    /** Adds a policy: the body that GitHub's REST API takes. Those of higher levels are added in the same way. */
    addPolicy(name: string, policy: unknown): void {
      const repo = repositoryOf(world, name);
      repo.setUp.policies.push(parsePolicy(policy));
    },

    /** Takes the policies away. */
    clearPolicies(name: string): void {
      repositoryOf(world, name).setUp.policies.length = 0;
    },

    /**
     * Something happens in a repository, by `sender`. Gives one entry for each workflow that listens, and after each run
     * those that `workflow_run` starts: when it was requested, then when it ended.
     */
    happen: (event: EventName, action: string | null, details: EventDetails): Run[] =>
      raise(event, action, details, event === 'workflow_run' ? 1 : 0),

    /** "Approve and run": the run starts, then what `workflow_run` starts. Throws for whoever has no write. */
    approveAndRun(run: Run, by: string): Run[] {
      const held = kept(run);
      if (!held.isHeld) throw new Error('this run waits for nobody');
      if (!mayApprove(world, held.repo, accountOf(world, by))) throw new Error(`${by} may not approve runs`);
      held.isHeld = false;
      const started = attempt(held, run.triggeringActor);
      const requested = settings.heldRuns === 'told when approved' ? tell(held, started, 'requested') : [];
      return [started, ...requested, ...ended(held, started)];
    },

    /**
     * A further attempt with the payload, commit and workflow of the first (GitHub docs, "Re-running workflows and
     * jobs"). `workflow_run` tells only of its end, never that it was requested (the docs; actions/runner#726).
     */
    rerun(run: Run, by: string): Run[] {
      const known = kept(run);
      if (known.isHeld) throw new Error('this run waits for "Approve and run"');
      known.attempt += 1;
      const again = attempt(known, by);
      return [again, ...ended(known, again)];
    },
  };
}
