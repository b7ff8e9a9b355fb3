import { expect } from 'vitest';
import { shown } from '../../../src/facts/shown.ts';
import { formsOf } from '../../acceptance/leaks.ts';
import type { Attack, AttackStage } from '../stage.ts';

const unsafe = { reason: 'unsafe-value', statuses: ['failure'] } as const;

/** A member's pull requests: the gate has no objection, so that only the value can stop them. */
async function refuseLabels({ scene, refused, event }: AttackStage, labels: readonly string[]) {
  for (const [index, label] of labels.entries()) {
    const pull = scene.openByMember(`feature/label-${label.length}-${index}`, [label]);
    const { log, outputs, summary } = await refused(event(pull), unsafe);
    // Named, in characters that do nothing: the label itself is nowhere but where it is harmless as it is.
    expect([log, summary].map((text) => text.includes(shown(label)))).toEqual([true, true]);
    if (shown(label) !== `"${label}"`)
      expect([log, outputs, summary].filter((text) => JSON.stringify(text).includes(label))).toEqual([]);
  }
}

async function refuseBranches({ scene, refused, event }: AttackStage, branches: readonly string[]) {
  for (const branch of branches) await refused(event(scene.openByMember(branch)), unsafe);
}

/** Attacks by what values carry. */
export const values: readonly Attack[] = [
  {
    number: 16,
    title:
      '`$(id)`, backticks, a newline, `;` in a branch, a label, a title: refused before GitLab is called',
    play: async (stage) => {
      await refuseLabels(stage, ['test-`id`', 'test-a;b', 'test-a\nb', 'test-a,test-b']);
      await refuseBranches(stage, ['feature/$(id)']);
      const { scene, sandbox, event, refused } = stage;
      const pull = scene.openByOutsider('titled');
      const issue = sandbox.github.world.repositories.get(scene.repository)?.issues.get(pull.number);
      if (issue) issue.title = 'Fix `id` $(touch /tmp/x)\n::set-output name=decision::allowed';
      const ending = { reason: 'approval-needed', statuses: ['pending'] };
      const { stdout } = await refused(event(pull), ending);
      expect(stdout).not.toContain('touch');
    },
  },
  {
    number: 17,
    title: '`$CI_JOB_TOKEN` and `${…}` in a label, a branch or a command, which GitLab would expand: refused',
    play: async (stage) => {
      await refuseLabels(stage, ['test-$CI_JOB_TOKEN']);
      await refuseBranches(stage, ['feature/${CI_JOB_TOKEN}']);
      const { scene, refused, comment } = stage;
      const pull = scene.openByMember('feature/expanded');
      await refused(comment(pull, 'carol', '/test $CI_JOB_TOKEN'), { reason: 'command-malformed' });
    },
  },
  {
    number: 18,
    title: 'variables that steer git, GitLab or a shell (`GIT_CONFIG_*`, …): refused as wrong input',
    play: async ({ scene, refused, event }) => {
      const pull = scene.openByMember('feature/variables');
      for (const name of ['GIT_CONFIG_COUNT', 'CI_API_V4_URL', 'BASH_ENV']) {
        const given = { variables: `${name}: "1"` };
        const { log } = await refused(event(pull, { with: given }), {
          reason: 'bad-input',
          statuses: ['failure'],
        });
        expect(log).toContain(`the name ${name} is reserved`);
      }
    },
  },
  {
    number: 24,
    title: 'private text in an answer of GitLab, be it a success or an error: nothing of it gets out',
    play: async ({ scene, sandbox, play, event }) => {
      const { gitlab, faults, recorder } = sandbox;
      const secret = 'Marker-90b1 of the private side';
      const refuse = { kind: 'status', status: 403, body: JSON.stringify({ message: secret }) } as const;
      faults.plant({ service: 'gitlab', path: /./, when: 'before', nth: 'every', fault: refuse });
      const none = await play(event(scene.openByMember('feature/told')));
      expect(none.exitCode).toBe(1);
      faults.clear();
      gitlab.plantMarker(secret, { inPipelineNames: true });
      const some = await play(event(scene.openByMember('feature/told-more'), { with: { wait: 'false' } }));
      // And one that is watched to its end. GitLab tells a pipeline's name when it is looked at, not when it is made;
      // in lists it stays as it is, or the run would not know its own.
      gitlab.plantMarker(secret);
      const renamed = (body: unknown) => ({ ...Object(body), name: `${Object(body).name} ${secret}` });
      const look = { service: 'gitlab', method: 'GET', path: /\/pipelines\/\d+$/, nth: 'every' } as const;
      faults.plant({ ...look, when: 'after', fault: { kind: 'mutate', change: renamed } });
      const ended = await play(event(scene.openByMember('feature/told-to-the-end')));
      faults.clear();
      gitlab.plantMarker(undefined);
      expect(some.outputs['reason']).toBe('detached');
      expect(ended.outputs['verdict']).toBe('success');
      const sent = recorder.of('github').map(({ path, body }) => `${decodeURIComponent(path)} ${body}`);
      const shown = [none, some, ended].map(({ masks, ...rest }) => JSON.stringify(rest));
      const text = [...sent, ...shown].join('\n');
      expect(formsOf(secret).filter((form) => text.includes(form))).toEqual([]);
    },
  },
];
