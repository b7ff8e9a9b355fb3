/** What people do on GitHub: it changes the world, and GitHub tells its Actions service of it. */
import { atLeast, roleOf } from '../github/access.ts';
import type { Run } from '../github/actions/run.ts';
import type { EventDetails, EventName } from '../github/events.ts';
import type { Account, RepositoryRole } from '../github/people.ts';
import { fullName, isPull, type PullRequest } from '../github/repository.ts';
import { repositoryOf } from '../github/world.ts';
import type { Scene } from '../scene.ts';
import { branchNamed, fileNamed } from './names.ts';
import { createPeople, owner } from './people.ts';
import { Refusal } from './refusal.ts';
import type { VerbName, Wish } from './verbs.ts';

/** What came of it. */
export interface Done {
  /** What happened, a sentence each. */
  readonly says: readonly string[];
  /** The pull request that it was about. */
  readonly pull?: number;
  readonly runs: readonly Run[];
}

/** The verbs that are acts on GitHub. */
export type ActName = Extract<
  VerbName,
  | 'open'
  | 'push'
  | 'label'
  | 'unlabel'
  | 'comment'
  | 'close'
  | 'reopen'
  | 'draft'
  | 'ready'
  | 'dispatch'
  | 'schedule'
>;

/** The acts. Each throws a Refusal for what is not there, and for what GitHub would not let its person do. */
export function createActs({ sandbox, repository }: Scene): Readonly<Record<ActName, (wish: Wish) => Done>> {
  const { github } = sandbox;
  const { world } = github;
  const repo = repositoryOf(world, repository);
  const { personOf, must } = createPeople(world, repo);

  const pullOf = (wish: Wish): PullRequest => {
    const number = wish.number('pull') ?? 0;
    const issue = repo.issues.get(number);
    if (isPull(issue)) return issue;
    const known = [...repo.issues.keys()].map((one) => `#${one}`).join(', ');
    throw new Refusal(404, `there is no pull request #${number}; there are ${known}`);
  };
  /** A pull request's own events go by two names: one with secrets, one without. */
  const tell = (action: string, details: EventDetails): Run[] =>
    (['pull_request', 'pull_request_target'] as const).flatMap((name) =>
      github.actions.happen(name, action, details),
    );
  const about = (pull: PullRequest, by: Account): EventDetails => ({
    ...{ repo: repository, number: pull.number, sender: by.login },
  });
  const changes = (wish: Wish) => {
    const files = wish.list('file').map(fileNamed);
    // Two pushes of the same path differ.
    const text = `changed at ${sandbox.clock.iso()}\n`;
    return files.length === 0 ? {} : { files: Object.fromEntries(files.map((path) => [path, text])) };
  };
  const short = (sha: string) => sha.slice(0, 12);

  const open = (wish: Wish): Done => {
    const by = personOf(wish.text('as') ?? 'bob');
    const isFork = wish.is('fork');
    if (!isFork && !atLeast(roleOf(world, repo, by), 'write'))
      throw new Refusal(403, `${by.login} may not push to ${repository}: add --fork`);
    const fork = `${by.login}/${repo.name}`;
    const isThere = world.repositories.has(fork.toLowerCase());
    const from = isFork ? (isThere ? repositoryOf(world, fork) : github.fork(repository, by.login)) : repo;
    const branch = branchNamed(wish.text('branch') ?? `change-${repo.issues.size + 1}`);
    const isOpen = [...repo.issues.values()].some(
      (one) =>
        isPull(one) && one.state === 'open' && one.pull.head.repo === from && one.pull.head.ref === branch,
    );
    if (isOpen)
      throw new Refusal(422, `a pull request from ${branch} is open already: push to it, or --branch`);
    const labels = wish.list('label');
    const sets = atLeast(roleOf(world, repo, by), 'triage') ? by : personOf(owner);
    const sha = github.push({ repo: fullName(from), branch, by: by.login, ...changes(wish) });
    const pushed = isFork ? [] : pushEvent(branch, by);
    const title = wish.text('title');
    const pull = github.openPullRequest({
      ...{ repo: repository, author: by.login, headRepo: fullName(from), branch, draft: wish.is('draft') },
      ...(title !== undefined && { title }),
      labels: sets === by ? [...labels] : [],
    });
    const opened = tell('opened', about(pull, by));
    // GitHub tells of each label too, also of those that were set while it was opened (docs/facts/github.md, "Events").
    const labelled = labels.flatMap((label) => {
      if (sets !== by) github.addLabel(repository, pull.number, label);
      return tell('labeled', { ...about(pull, sets), label });
    });
    const where = `${isFork ? `${fork}, branch ` : ''}${branch}, commit ${short(sha)}`;
    return {
      says: [
        `${by.login} opened #${pull.number}${wish.is('draft') ? ' as a draft' : ''} from ${where}`,
        ...labels.map((label) => `${sets.login} set the label ${label}`),
      ],
      pull: pull.number,
      runs: [...pushed, ...opened, ...labelled],
    };
  };

  const pushEvent = (branch: string, by: Account): Run[] =>
    github.actions.happen('push', null, { repo: repository, sender: by.login, ref: `refs/heads/${branch}` });

  const push = (wish: Wish): Done => {
    const asked = wish.text('branch');
    const branch = asked === undefined ? undefined : branchNamed(asked);
    const number = wish.number('pull');
    if ((branch === undefined) === (number === undefined))
      throw new Refusal(400, 'push takes the number of a pull request, or --branch');
    const pull = number === undefined ? undefined : pullOf(wish);
    const head = pull?.pull.head;
    const target = head === undefined ? repo : head.repo;
    if (!target) throw new Refusal(422, `the repository of #${number} is gone`);
    const by = personOf(wish.text('as') ?? pull?.author.login ?? owner);
    must(by, 'write', `push to ${fullName(target)}`, target);
    const name = head?.ref ?? branch ?? '';
    const sha = github.push({
      ...{ repo: fullName(target), branch: name, by: by.login, force: wish.is('force') },
      ...changes(wish),
    });
    const pushed = target === repo ? pushEvent(name, by) : [];
    const open = [...repo.issues.values()].filter(
      (one): one is PullRequest =>
        isPull(one) && one.state === 'open' && one.pull.head.repo === target && one.pull.head.ref === name,
    );
    return {
      says: [`${by.login} pushed ${short(sha)} to ${target === repo ? '' : `${fullName(target)}, `}${name}`],
      ...(pull && { pull: pull.number }),
      runs: [...pushed, ...open.flatMap((one) => tell('synchronize', about(one, by)))],
    };
  };

  /** Something with one pull request, by somebody who may. */
  const act =
    (
      what: string,
      who: 'owner' | 'author',
      least: RepositoryRole,
      change: (pull: PullRequest, by: Account, wish: Wish) => Omit<Done, 'pull'>,
    ) =>
    (wish: Wish): Done => {
      const pull = pullOf(wish);
      const by = personOf(wish.text('as') ?? (who === 'author' ? pull.author.login : owner));
      if (!(who === 'author' && by === pull.author)) must(by, least, `${what} #${pull.number}`);
      return { ...change(pull, by, wish), pull: pull.number };
    };
  const hasLabel = ({ labels }: PullRequest, name: string) =>
    labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
  const state = (pull: PullRequest, wanted: 'open' | 'closed') => {
    if (pull.state !== wanted) throw new Refusal(422, `#${pull.number} is ${pull.state}`);
  };

  return {
    open,
    push,
    label: act('label', 'owner', 'triage', (pull, by, wish) => {
      const label = wish.text('name') ?? '';
      if (hasLabel(pull, label)) throw new Refusal(422, `#${pull.number} has the label ${label} already`);
      github.addLabel(repository, pull.number, label);
      return {
        says: [`${by.login} set the label ${label} on #${pull.number}`],
        runs: tell('labeled', { ...about(pull, by), label }),
      };
    }),
    unlabel: act('unlabel', 'owner', 'triage', (pull, by, wish) => {
      const label = wish.text('name') ?? '';
      if (!hasLabel(pull, label)) throw new Refusal(422, `#${pull.number} has no label ${label}`);
      github.removeLabel(repository, pull.number, label);
      return {
        says: [`${by.login} took the label ${label} from #${pull.number}`],
        runs: tell('unlabeled', { ...about(pull, by), label }),
      };
    }),
    comment: act('comment on', 'owner', 'read', (pull, by, wish) => {
      const body = wish.text('body') ?? '';
      github.comment(repository, pull.number, by.login, body);
      return {
        says: [`${by.login} commented on #${pull.number}: ${body}`],
        runs: github.actions.happen('issue_comment', 'created', about(pull, by)),
      };
    }),
    close: act('close', 'author', 'triage', (pull, by) => {
      state(pull, 'open');
      github.closePullRequest(repository, pull.number);
      return { says: [`${by.login} closed #${pull.number}`], runs: tell('closed', about(pull, by)) };
    }),
    reopen: act('reopen', 'author', 'triage', (pull, by) => {
      state(pull, 'closed');
      github.reopenPullRequest(repository, pull.number);
      return { says: [`${by.login} reopened #${pull.number}`], runs: tell('reopened', about(pull, by)) };
    }),
    draft: act('make a draft of', 'author', 'write', (pull, by) => {
      if (pull.pull.draft) throw new Refusal(422, `#${pull.number} is a draft already`);
      github.convertToDraft(repository, pull.number);
      return {
        says: [`${by.login} made #${pull.number} a draft`],
        runs: tell('converted_to_draft', about(pull, by)),
      };
    }),
    ready: act('end the draft of', 'author', 'write', (pull, by) => {
      if (!pull.pull.draft) throw new Refusal(422, `#${pull.number} is no draft`);
      github.markReady(repository, pull.number);
      return {
        says: [`${by.login} marked #${pull.number} ready for review`],
        runs: tell('ready_for_review', about(pull, by)),
      };
    }),
    dispatch: (wish) => {
      const by = personOf(wish.text('as') ?? owner);
      must(by, 'write', 'start workflows');
      const file = wish.text('workflow');
      const workflow = file?.includes('/') ? file : file && `.github/workflows/${file}`;
      const details = { inputs: { ...wish.pairs('input') }, sender: by.login };
      return timed(
        'workflow_dispatch',
        { ...details, ...(workflow && { workflow }) },
        `${by.login} started it`,
      );
    },
    schedule: () => timed('schedule', {}, 'the hour struck'),
  };

  /** An event that is for a workflow and not for a pull request. */
  function timed(event: EventName, details: Omit<EventDetails, 'repo'>, says: string): Done {
    const runs = github.actions.happen(event, null, { repo: repository, ...details });
    if (runs.length === 0)
      throw new Refusal(
        422,
        `no workflow ${details.workflow ? `at ${details.workflow} ` : ''}listens to ${event}`,
      );
    return { says: [`${event}: ${says}`], runs };
  }
}
