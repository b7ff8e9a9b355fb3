import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Answers that outlive a sandbox, by their question. */
export interface Store {
  get<T>(key: string): T | undefined;
  set(key: string, answer: unknown): void;
}

/** What a configuration comes to, and which of its jobs run. */
export interface EvaluationStore {
  readonly expansions: Store;
  readonly decisions: Store;
}

const project = join(import.meta.dirname, '..', '..', '..');

/**
 * Evaluations kept below `node_modules`, for all sandboxes of this machine: one takes more than a second of
 * processor time, and most tests ask the same. They are thrown away with another gitlab-ci-local or another version
 * of the code that asks it.
 */
export function keptEvaluations(
  folder = join(project, 'node_modules', '.cache', 'evaluations'),
): EvaluationStore {
  const of = join(folder, generation());
  return { expansions: storeIn(join(of, 'expansions')), decisions: storeIn(join(of, 'decisions')) };
}

function storeIn(folder: string): Store {
  const path = (key: string) => join(folder, `${key}.json`);
  return {
    get: <T>(key: string) => {
      try {
        return JSON.parse(readFileSync(path(key), 'utf8')) as T;
      } catch {
        return undefined;
      }
    },
    set: (key, answer) => {
      // Renamed into its place: another process never reads half of it. Where nothing can be kept, nothing is.
      const draft = join(folder, `${randomUUID()}.tmp`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(draft, JSON.stringify(answer));
        renameSync(draft, path(key));
      } catch {}
    },
  };
}

const rooms = [
  ...['changes', 'configuration', 'errors', 'evaluate', 'expand', 'gitlab-ci-local', 'glob', 'includes'],
  ...['inputs', 'keywords', 'plan', 'policies', 'stand-ins'],
];

/** What an evaluation depends on besides the question: who answers, and who asks. 16 hex digits. */
function generation(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(createRequire(import.meta.url).resolve('gitlab-ci-local/package.json')));
  for (const room of rooms) hash.update(readFileSync(join(import.meta.dirname, `${room}.ts`)));
  return hash.digest('hex').slice(0, 16);
}
