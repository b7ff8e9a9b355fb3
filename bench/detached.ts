/** What a pipeline that nobody waits for costs a runner on GitHub: `wait: false` with a proof, main and post together. */
import type { Recorder } from '../sandbox/base/record.ts';
import { provenScene } from '../sandbox/proven-scene.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene } from '../sandbox/scene.ts';
import { vaultFor } from '../sandbox/vault-scene.ts';
import type { Figure } from './figure.ts';

const runs = 5;

/** The figures of the quickest of such runs, each with processes of its own: what else the machine does only adds to them. */
export async function detachedFigures(): Promise<readonly Figure[]> {
  const sandbox = await startSandbox();
  try {
    const scene = exampleScene(sandbox);
    const proven = provenScene(scene, await vaultFor(scene), { report: 'true' });
    const answers = watchAnswers(sandbox.recorder);
    const walls: number[] = [];
    const owns: number[] = [];
    for (let run = 0; run < runs; run++) {
      const pull = scene.openByMember(`feature/detached-${run}`, ['test-aws-infra']);
      // The pipeline's own jobs would take the processors.
      sandbox.gitlab.hold('next', 'created');
      const job = proven.job(scene.job(pull.number, { with: { wait: 'false' } }));
      answers.forget();
      const begun = performance.now();
      const { exitCode, log, post } = await scene.run({ ...job, post: () => true }).done;
      const wall = performance.now() - begun;
      if (exitCode !== 0 || post?.exitCode !== 0) throw new Error(`the run ended with ${exitCode}:\n${log}`);
      walls.push(wall);
      owns.push(wall - answers.waited());
    }
    return [
      { name: '`wait: false` with a proof, main and post', value: Math.min(...walls) / 1000, unit: 's' },
      {
        name: 'the same without the answers of others',
        value: Math.min(...owns) / 1000,
        unit: 's',
        budget: 2,
      },
    ];
  } finally {
    await sandbox.close();
  }
}

/** Adds up how long at least one answer of the sandbox was awaited, in real milliseconds. */
function watchAnswers(recorder: Recorder): { forget(): void; waited(): number } {
  let open = 0;
  let since = 0;
  let sum = 0;
  const arrive = recorder.arrive;
  recorder.arrive = (request) => {
    if (open === 0) since = performance.now();
    open += 1;
    const answered = arrive(request);
    return (status) => {
      answered(status);
      open -= 1;
      if (open === 0) sum += performance.now() - since;
    };
  };
  return {
    forget: () => {
      sum = 0;
    },
    waited: () => sum,
  };
}
