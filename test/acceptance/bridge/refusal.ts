import type { ReasonCode } from '../../../src/reasons.ts';
import type { Together } from '../requests.ts';
import {
  atGate,
  createPipeline,
  readBranch,
  readOwner,
  readProject,
  together,
  triggerPipeline,
  writeStatus,
} from '../requests.ts';
import { type Case, type CaseOptions, marker } from './cases.ts';
import { beforeStart } from './watched.ts';

/** One way in which GitLab refuses a start, and what is made of it. */
export interface Refusal {
  readonly when: string;
  readonly reason: ReasonCode;
  readonly state: 'failure' | 'error';
  /** What the remedy must name: the input to change, or the place in GitLab. */
  readonly says: readonly string[];
  readonly requests: (branch: string) => readonly (string | Together)[];
  readonly make?: CaseOptions;
  /** Further inputs, and what happens before the job starts. */
  readonly given?: (one: Case) => Readonly<Record<string, string>>;
}

/** A start that is answered with 400. */
export const start = `${createPipeline} → 400`;
/** All goes well up to the start, and these are the starts. */
export const starts =
  (...refused: string[]) =>
  (branch: string) => [...beforeStart(branch), ...refused, writeStatus];
/** The same with `gitlab-ref`: the default branch is not asked for. */
export const startsOnRef = (branch: string) => [...beforeStart(branch, []), start, writeStatus];
/** The start is by trigger token, beside an access token. */
export const triggers = (status: number) => (branch: string) => [
  ...beforeStart(branch, [readProject, readOwner]),
  `${triggerPipeline} → ${status}`,
  writeStatus,
];
/** The refusal comes before the start: to the probe of the branch, and of the project. */
export const probes = (status: number, project: string) => (branch: string) => [
  atGate(branch),
  together(writeStatus, `${readBranch(branch)} → ${status}`, project),
  writeStatus,
];

/** A project with this CI file. */
export const ci = (text: string): CaseOptions => ({ files: { '.gitlab-ci.yml': text } });
/** A project whose CI file has errors: GitLab keeps a failed pipeline, and answers with this status. */
export const broken = (yamlErrorStatus: 201 | 400 | 422): CaseOptions => ({
  ...ci('unit: { script: [exit 0], needs: [nobody] }\n'),
  settings: { yamlErrorStatus },
});

/** GitLab's answer to a start, where the sandbox does not play the cause. */
export const answered =
  (status: number, body: object, when: 'before' | 'after' = 'before') =>
  (one: Case) => {
    const fault = { kind: 'status', status, body: JSON.stringify({ ...body, trace: marker }) } as const;
    one.plant({ method: 'POST', path: /\/pipeline$/, when, nth: 'every', fault });
    return {};
  };
/** GitLab's usual form of a refusal. */
export const base = (text: string) => ({ message: { base: [text] } });

/** The case's token is another one. */
export const tokenOf =
  (wanted: Parameters<Case['addToken']>[0]) =>
  (one: Case): Readonly<Record<string, string>> => ({ 'gitlab-token': one.addToken(wanted) });
