import { expect } from 'vitest';
import type { Fault } from '../../sandbox/base/faults.ts';
import type { JobOptions } from '../../sandbox/runner/job.ts';
import type { StepResult } from '../../sandbox/runner/step.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene, type Scene, type SceneJob, type ScenePull } from '../../sandbox/scene.ts';

/** One attack, by its number in docs/security.md, "The attacks". */
export interface Attack {
  readonly number: number;
  /** What is tried, and what comes of it. */
  readonly title: string;
  /** How fast its time runs: slower where answers are large, which else take longer than the action waits for one. */
  readonly scale?: number;
  /** Plays it and asserts how it ends. */
  play(stage: AttackStage): Promise<void>;
}

/** How an attack must end. No status at all unless some are named; never one that is green. */
export interface Ending {
  readonly reason: string;
  /** States of the commit statuses that the run writes, on whatever commit, oldest first. */
  readonly statuses?: readonly string[];
  /** Default `denied`. A run that has nothing to do with any pull request is `not-run`, and alone may end with 0. */
  readonly decision?: 'denied' | 'undecided' | 'allowed' | 'not-run';
}

/** The example scene with more people in it, and a hand for what attackers do. */
export interface AttackStage {
  readonly sandbox: Sandbox;
  readonly scene: Scene;
  /** Plays a job to its end. */
  play(job: JobOptions): Promise<StepResult>;
  /** Plays a job that must end like this: red (see `Ending`), without a request to GitLab, Vault or for an ID token. */
  refused(job: JobOptions, ending: Ending): Promise<StepResult>;
  /** The job of an event of a pull request; default `opened` by its author, or `requested` of a run by its author. */
  event(pull: ScenePull, options?: SceneJob): JobOptions;
  /** The job of the newest comment on a pull request, which is written now unless `body` is undefined. */
  comment(pull: ScenePull, author: string, body: string | undefined, options?: SceneJob): JobOptions;
  /** A job of any other event. */
  other(name: string, payload: Record<string, unknown>, sender: string, options?: SceneJob): JobOptions;
  /** Pushes one more commit to the head branch; gives the pull request as it is then. */
  push(pull: ScenePull, repo: string, by: string, more?: { date?: number; force?: boolean }): ScenePull;
  /** Something that happens between two calls: before GitHub answers the nth that matches. */
  meanwhile(path: RegExp, act: () => void, nth?: number): void;
  /** Sets an answer in place of GitHub's. */
  answer(path: RegExp, fault: Fault): void;
  /** The newest status of the required context on a commit: `state: description`. */
  standing(sha: string): string | undefined;
  /** Requests to GitLab since this attack began. */
  toGitLab(): readonly string[];
}

/**
 * Opens the stage: besides alice, bob, carol (members with write) and mallory (outsider) there are
 * wendy: an outside collaborator with write; trina: one with triage; dora: a member who may only read; pia: invited
 * to the organisation with write, but she has not accepted. Time runs `scale` times as fast as the machine's.
 */
export async function openAttackStage(scale = 100): Promise<AttackStage> {
  const sandbox = await startSandbox({ scale });
  const { github, recorder, faults } = sandbox;
  const scene = exampleScene(sandbox);
  const { repository } = scene;
  for (const login of ['wendy', 'trina', 'dora', 'pia']) github.addUser(login);
  github.setCollaborator(repository, 'wendy', 'write');
  github.setCollaborator(repository, 'trina', 'triage');
  github.setCollaborator(repository, 'pia', 'write');
  github.addMember('acme', 'dora');
  github.addMember('acme', 'pia', { state: 'pending' });

  const play = (job: JobOptions): Promise<StepResult> => scene.run(job).done;
  const event = (pull: ScenePull, options: SceneJob = {}): JobOptions =>
    scene.job(pull.number, { ...options, with: { 'settle-seconds': '0', ...options.with } });
  const other = (
    name: string,
    payload: Record<string, unknown>,
    sender: string,
    options: SceneJob = {},
  ): JobOptions =>
    scene.job(0, { ...options, sender, payload: {}, job: { ...options.job, event: { name, payload } } });

  return {
    sandbox,
    scene,
    play,
    event,
    other,
    refused: async (job, { reason, statuses = [], decision = 'denied' }) => {
      const before = { statuses: github.statuses(repository).length, requests: recorder.all().length };
      const result = await play(job);
      const written = github.statuses(repository).slice(before.statuses);
      const others = recorder
        .lines()
        .slice(before.requests)
        .filter((line) => !line.startsWith('github '));
      const { exitCode, outputs } = result;
      expect({ reason: outputs['reason'], decision: outputs['decision'] }).toEqual({ reason, decision });
      expect(exitCode).toBe(decision === 'not-run' ? 0 : 1);
      // What was said of that pull request already is not said again: then it stands.
      const standing = github.statuses(repository, outputs['commit']).slice(-1);
      const said = written.length === 0 && statuses.length > 0 ? standing : written;
      expect(said.map(({ state }) => state)).toEqual(statuses);
      expect(written.filter(({ state }) => state === 'success')).toEqual([]);
      expect(others).toEqual([]);
      // Nothing was asked of GitLab, so its post has nothing to do.
      expect(result.post).toBeUndefined();
      return result;
    },
    comment: (pull, author, body, options = {}) => {
      if (body !== undefined) github.comment(repository, pull.number, author, body);
      const details = { repo: repository, number: pull.number, sender: author };
      return other(
        'issue_comment',
        { ...github.event('issue_comment', 'created', details) },
        author,
        options,
      );
    },
    push: (pull, repo, by, more = {}) => ({
      ...pull,
      sha: github.push({ repo, branch: pull.branch, by, ...more }),
    }),
    meanwhile: (path, act, nth = 1) =>
      faults.plant({ service: 'github', path, when: 'before', nth, fault: { kind: 'act', act } }),
    answer: (path, fault) => faults.plant({ service: 'github', path, when: 'before', nth: 'every', fault }),
    standing: (sha) => {
      const last = github.statuses(repository, sha).findLast(({ context }) => context === 'drawbridge');
      return last && `${last.state}: ${last.description ?? ''}`;
    },
    toGitLab: () => recorder.lines('gitlab'),
  };
}
