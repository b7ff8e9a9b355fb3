import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Evaluation } from './plan.ts';

/** Evaluations that outlive a sandbox. */
export interface EvaluationStore {
  get(key: string): Evaluation | undefined;
  set(key: string, evaluation: Evaluation): void;
}

const project = join(import.meta.dirname, '..', '..');

/**
 * Evaluations kept below `node_modules`, for all sandboxes of this machine: one takes more than a second of
 * processor time, and most tests ask the same. They are thrown away with another gitlab-ci-local or another version
 * of the code that asks it.
 */
export function keptEvaluations(
  folder = join(project, 'node_modules', '.cache', 'evaluations'),
): EvaluationStore {
  const of = join(folder, generation());
  const path = (key: string) => join(of, `${key}.json`);
  return {
    get: (key) => {
      try {
        return JSON.parse(readFileSync(path(key), 'utf8')) as Evaluation;
      } catch {
        return undefined;
      }
    },
    set: (key, evaluation) => {
      // Renamed into its place: another process never reads half of it. Where nothing can be kept, nothing is.
      const draft = join(of, `${randomUUID()}.tmp`);
      try {
        mkdirSync(of, { recursive: true });
        writeFileSync(draft, JSON.stringify(evaluation));
        renameSync(draft, path(key));
      } catch {}
    },
  };
}

/** What an evaluation depends on besides the question: who answers, and who asks. 16 hex digits. */
function generation(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(createRequire(import.meta.url).resolve('gitlab-ci-local/package.json')));
  for (const file of ['configuration.ts', 'evaluate.ts', 'expand.ts', 'plan.ts'])
    hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 16);
}
