import type { Paint } from '../demo/text.ts';

/** What there is to tell about a running sandbox. */
export interface Facts {
  readonly github: string;
  readonly gitlab: string;
  readonly issuer: string;
  readonly vault: string;
  /** The API for events, and what there is to say of the workflows that are there. */
  readonly control: { readonly url: string; readonly token: string; readonly says: readonly string[] };
  readonly repository: string;
  readonly project: string;
  /** Of a member on GitHub; of a developer and of the trigger on GitLab; of Vault's root. */
  readonly tokens: Readonly<Record<'github' | 'gitlab' | 'trigger' | 'vault', string>>;
  readonly pulls: readonly [FactsOfPull, ...FactsOfPull[]];
}

/** A pull request to play with. */
export interface FactsOfPull {
  readonly number: number;
  readonly sha: string;
  /** Whose it is, in a few words. */
  readonly about: string;
  readonly script: string;
  readonly summary: string;
}

/** How to talk to the sandbox. Commands are never wrapped, so that they can be copied. */
export function guide(facts: Facts, paint: Paint): string {
  const { github, gitlab, tokens, repository, pulls, control } = facts;
  const project = `${gitlab}/api/v4/projects/${encodeURIComponent(facts.project)}`;
  const [first] = pulls;
  const asMember = `curl -sS -H 'authorization: Bearer ${tokens.github}'`;
  const asGitLabUser = `curl -sS -H 'private-token: ${tokens.gitlab}'`;
  const head = (text: string) => `\n${paint('title', text)}`;
  const note = (text: string) => `  ${paint('faint', `# ${text}`)}`;
  const row = (name: string, value: string, remark = '') =>
    `  ${name.padEnd(12)} ${value}${remark && paint('faint', `  ${remark}`)}`;

  return `${[
    paint(
      'strong',
      'The sandbox is up on 127.0.0.1, in real time. Ctrl-C stops it and leaves nothing behind.',
    ),
    head('Services'),
    row('GitHub API', github, repository),
    row('GitLab', gitlab, facts.project),
    row('ID tokens', facts.issuer),
    row('Vault', facts.vault, 'secret/ci/gitlab, secret/functional-tests'),
    row('Events', control.url, 'docs/sandbox.md'),
    head('Tokens, made for this start only'),
    row('github', tokens.github, "alice's, scopes repo and read:org"),
    row('gitlab', tokens.gitlab, 'scope api, role developer'),
    row('trigger', tokens.trigger, 'starts pipelines, nothing else'),
    row('vault', tokens.vault, 'root'),
    row('events', control.token, 'whoever has it may cause events, and run programs as jobs of a CI file'),
    head('Ask GitHub'),
    note(`pull request #${first.number} and its commit statuses`),
    `  ${asMember} ${github}/repos/${repository}/pulls/${first.number}`,
    `  ${asMember} ${github}/repos/${repository}/commits/${first.sha}/statuses`,
    head('Ask GitLab'),
    note(
      'start a pipeline with one test; list all (the log of a job: …/pipelines/<id>/jobs, …/jobs/<id>/trace)',
    ),
    `  curl -sS -d token=${tokens.trigger} -d ref=main -d 'variables[TESTS_TO_RUN]=test-do-infra' ${project}/trigger/pipeline`,
    `  ${asGitLabUser} ${project}/pipelines`,
    head('Run the action by hand (the built dist, without the runner)'),
    ...pulls.flatMap(({ number, about, script, summary }) => [
      note(`for pull request #${number}, ${about}`),
      `  sh ${script}`,
      `  cat ${summary}`,
    ]),
    note('each script is one command with its whole environment: read it, change inputs, run it again'),
    head('Workflows'),
    ...control.says.map(note),
    head('Cause events, in another terminal'),
    note('a pull request of bob, who is a member; its workflow runs, and you see log, status and summary'),
    '  npm run sandbox -- open --as bob --label test-do-infra',
    note('one of mallory, who is none: it waits for a member'),
    '  npm run sandbox -- open --as mallory --fork',
    note(
      'the same with a workflow of your own in place of this one; all commands: npm run sandbox -- --help',
    ),
    '  npm run sandbox -- run my-workflow.yml',
  ].join('\n')}\n`;
}
