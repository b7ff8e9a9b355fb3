/** The comment says what the status of the commit says, run by run. */
import { describe, expect, it } from 'vitest';
import type { WorkflowRunEvent } from '../../src/facts/event.ts';
import { commentsOf, commentOf as keeperFor } from '../../src/modes/comments.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import type { Ports } from '../../src/modes/ports.ts';
import { run } from '../../src/modes/run.ts';
import { contextOnRequest } from '../../src/report/claim.ts';
import type { Speaker } from '../../src/report/line.ts';
import { alice, commentEvent, event, githubFailure, head, livePull, mallory, record } from '../gate/build.ts';
import { fails, passes } from '../world/gitlab.ts';
import { changes, ending, openStage, type Stage, type StageOptions } from './stage.ts';

/** A run by `workflow_run` for the head of pull requests of the repository. */
const byHead: WorkflowRunEvent = {
  ...{ kind: 'workflow-run', action: 'requested', sender: alice, rerunner: undefined },
  head: { sha: head, branch: 'feature/x', repository: 'acme/engine' },
};

/** A stage on which a comment is kept, and the headings that it had. */
async function commented(options: StageOptions = {}) {
  const stage = await openStage({ ...options, inputs: { comment: 'true', ...options.inputs } });
  const headings: string[] = [];
  const note = (body: string) => headings.push(/^### (.*?) · /m.exec(body)?.[1] ?? body);
  const { github } = stage.ports;
  const noting: Ports['github'] = {
    ...github,
    createComment: (pull, body) => {
      note(body);
      return github.createComment(pull, body);
    },
    editComment: (id, body) => {
      note(body);
      return github.editComment(id, body);
    },
  };
  const ports: Ports = { ...stage.ports, github: noting };
  return { stage, headings, ports: { ...ports, commentOn: commentsOf(ports) } };
}
const count = ({ github }: Stage) => (github.comments as readonly unknown[]).length;

describe('the comment', () => {
  it('of a pull request that shares its commit says no more than GitHub has taken', async () => {
    const { stage, ports, headings } = await commented({
      inputs: { 'settle-seconds': '0' },
      run: { event: byHead },
    });
    for (const number of [4, 9]) stage.github.pulls.set(number, livePull({ number, head: byHead.head }));
    stage.github.pulls.delete(42);
    stage.github.pushes = record([alice, head]);
    stage.fail('status drawbridge: success', githubFailure('unavailable'));
    expect(ending(await dispatch(ports))).toContain('lost');
    expect(headings.filter((heading) => heading.includes('passed'))).toEqual([]);
  });

  it.each([
    ['passed', passes, '✅ Private tests passed'],
    ['failed', fails, '❌ Private tests failed'],
  ])('is queued, runs, and has %s', async (_, course, last) => {
    const { stage, ports, headings } = await commented();
    stage.gitlab.courses = [course];
    await run(ports);
    expect([headings[0], headings.at(-1)]).toEqual(['⏳ Private tests are queued', last]);
    expect(count(stage)).toBe(1);
  });

  it('waits for whoever may approve', async () => {
    const { ports, headings } = await commented({ run: { event: event({ sender: mallory }) } });
    await run(ports);
    expect(headings).toEqual(['⏳ Waiting for a maintainer of acme']);
  });

  it('stays as the status does, where somebody runs it again who may not', async () => {
    const { stage, ports, headings } = await commented();
    await run(ports);
    const again: Ports = { ...ports, run: { ...ports.run, rerunner: mallory.login, attempt: 2 } };
    const second = { ...again, commentOn: commentsOf(again) };
    expect(ending(await run(second))).toBe('denied rerunner-not-member');
    expect(stage.of('status').at(-1)).toContain('success');
    expect(headings.at(-1)).toBe('✅ Private tests passed');
  });

  it('says that this run is out of date, as long as no other one has spoken in it', async () => {
    const { stage, ports, headings } = await commented();
    stage.clock.at(30_000, () => stage.github.pulls.set(42, changes['a new head']));
    expect(ending(await run(ports))).toContain('superseded');
    expect(headings.at(-1)).toBe('⏭️ A newer run has taken over');
  });

  it('says it of a pull request that was closed', async () => {
    const { stage, ports, headings } = await commented();
    stage.clock.at(30_000, () => stage.github.pulls.set(42, changes['closed']));
    await run(ports);
    expect(headings.at(-1)).toBe('🛑 The pull request is closed');
  });

  it('is left to the status: what is not written there is not said here either', async () => {
    const { stage, ports, headings } = await commented();
    stage.fail('status', githubFailure('forbidden'));
    await run(ports);
    expect(headings).toEqual([]);
  });

  it('is all there is without a status', async () => {
    const { ports, headings } = await commented({ inputs: { 'status-context': '' } });
    await run(ports);
    expect(headings.at(-1)).toBe('✅ Private tests passed');
  });

  it('changes no verdict where GitHub does not take it', async () => {
    const { stage, ports } = await commented();
    for (const line of ['github own account', 'github comment on', 'github edit comment'])
      stage.fail(line, githubFailure('unavailable'));
    expect(ending(await run(ports))).toBe('allowed pipeline-success success none');
    expect(stage.log.filter((line) => line.includes('the comment was not written'))).toHaveLength(1);
  });

  it('is kept for nobody unless it is wanted, by no mode that tells nothing, and by no run on request', async () => {
    const plain = await openStage();
    expect(commentsOf(plain.ports)).toBeUndefined();
    const { ports } = await commented();
    const { settings } = ports;
    expect(commentsOf({ ...ports, settings: { ...settings, mode: 'cancel' } })).toBeUndefined();
    const speaker = { pull: 42, context: settings.statusContext } satisfies Partial<Speaker>;
    expect(keeperFor(ports, speaker)).toBe(keeperFor(ports, speaker));
    expect(keeperFor(ports, speaker)).toBeDefined();
    expect(keeperFor(ports, { ...speaker, context: contextOnRequest('drawbridge') })).toBeUndefined();
    expect(keeperFor(ports, { ...speaker, pull: undefined })).toBeUndefined();
    // Without a status neither run has a context.
    const without = { ...settings, statusContext: undefined };
    const run = {
      ...ports.run,
      event: commentEvent({ parsed: { kind: 'command', command: { name: 'test', tests: ['dns'] } } }),
    };
    expect(keeperFor({ ...ports, settings: without, run }, { pull: 42, context: undefined })).toBeUndefined();
    expect(keeperFor({ ...ports, settings: without }, { pull: 42, context: undefined })).toBeDefined();
  });
});
