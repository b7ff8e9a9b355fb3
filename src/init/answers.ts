/** The answers, once each was held against its question: nothing else is put into a file or a command. Pure. */
import { faultOf, type QuestionName, questionNames, testsIn, usualFor } from './questions.ts';

declare const held: unique symbol;

/** How a pull request gets in: the event of the workflow with the secrets. */
export type WayIn = 'pull_request_target' | 'workflow_run';

/** Everything that the files and commands are made of. Only `readAnswers` makes one. */
export interface Answers {
  readonly wayIn: WayIn;
  /** `owner/name` on GitHub, and the numbers of both. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly branch: string;
  /** 40 hexadecimal digits: the commit of the action. */
  readonly actionCommit: string;
  /** Without a slash at its end, as all addresses here. */
  readonly gitlabUrl: string;
  readonly project: string;
  readonly projectId: string;
  /** Labels that are test ids, at least one. */
  readonly tests: readonly string[];
  readonly image: string;
  readonly vaultUrl: string;
  readonly tokenIn: 'environment' | 'vault';
  readonly [held]: true;
}

/** What can be said to one question; undefined: nothing was. */
export type Said = (name: QuestionName) => string | undefined;

/** The answers, or what is not there and what is wrong. */
export type Reading =
  | { readonly ok: true; readonly answers: Answers }
  | {
      readonly ok: false;
      /** Questions without an answer, for which nothing is usual. */
      readonly missing: readonly QuestionName[];
      /** A line for each wrong answer, which begins with its name. */
      readonly wrong: readonly string[];
    };

/** Reads what was said, all of it before anything is told. */
export function readAnswers(said: Said): Reading {
  const texts = new Map<QuestionName, string>();
  const missing: QuestionName[] = [];
  const wrong: string[] = [];
  for (const name of questionNames) {
    const text = said(name) ?? usualFor(name);
    if (text === undefined) {
      missing.push(name);
      continue;
    }
    const fault = faultOf(name, text);
    if (fault !== undefined) wrong.push(`--${name} ${fault}`);
    texts.set(name, text);
  }
  if (missing.length > 0 || wrong.length > 0) return { ok: false, missing, wrong };
  const of = (name: QuestionName): string => texts.get(name) ?? '';
  const answers: Omit<Answers, typeof held> = {
    wayIn: of('event') === 'workflow_run' ? 'workflow_run' : 'pull_request_target',
    repository: of('repository'),
    repositoryId: of('repository-id'),
    ownerId: of('owner-id'),
    branch: of('default-branch'),
    actionCommit: of('action-commit'),
    gitlabUrl: of('gitlab-url'),
    project: of('gitlab-project'),
    projectId: of('gitlab-project-id'),
    tests: testsIn(of('tests')),
    image: of('image'),
    vaultUrl: of('vault-url'),
    tokenIn: of('token-in') === 'vault' ? 'vault' : 'environment',
  };
  return { ok: true, answers: answers as Answers };
}
