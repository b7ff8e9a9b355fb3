import { sees } from '../access.ts';
import type { Api } from '../api.ts';
import { limitShape } from '../limits.ts';
import type { Account } from '../people.ts';
import { type Issue, isPull, type PullRequest, type Repository } from '../repository.ts';
import { idOfNode, nodeId, nullableUser, web } from '../shapes/account.ts';
import { commentShape } from '../shapes/conversation.ts';
import { fullPull, labelShape } from '../shapes/pull.ts';
import { repositoryShape } from '../shapes/repository.ts';
import type { Comment } from '../thread.ts';
import type { Token } from '../tokens.ts';
import { findComment } from '../verbs/conversation.ts';
import { iso } from '../world.ts';

export type Args = Record<string, unknown>;
export type Answer = string | number | boolean | null | GraphqlObject | (GraphqlObject | null)[];

/** An object as GraphQL sees it: its type, and a function for each field. */
export interface GraphqlObject {
  type: string;
  fields: Record<string, (args: Args) => Answer>;
}

/** An error of one field: its value is null, the rest of the answer stands. */
export interface FieldError {
  fieldError: { type: string; message: string };
}
export const isFieldError = (thrown: unknown): thrown is FieldError =>
  typeof thrown === 'object' && thrown !== null && 'fieldError' in thrown;

const fieldError = (type: string, message: string): FieldError => ({ fieldError: { type, message } });

/** The root of all queries for one asker. Fields throw a FieldError for what is missing or hidden. */
export function queryObject(api: Api, token: Token): GraphqlObject {
  const { world } = api;
  const visible = (repo: Repository) => sees(world, token, repo);

  const node = (id: unknown): GraphqlObject => {
    const found = typeof id === 'string' ? findNode(id) : undefined;
    if (found) return found;
    throw fieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${String(id)}'.`);
  };

  const findNode = (id: string): GraphqlObject | undefined => {
    const commentId = idOfNode('IC', id);
    const pullId = idOfNode('PR', id);
    for (const repo of [...world.repositories.values()].filter(visible)) {
      const found = commentId === undefined ? undefined : findComment(repo, commentId);
      if (found) return commentObject(api, repo, found.issue, found.comment);
      const pull = [...repo.issues.values()].filter(isPull).find((issue) => issue.pull.id === pullId);
      if (pull) return pullObject(api, repo, pull);
      if (nodeId('R', repo.id) === id) return repositoryObject(api, repo);
    }
    return undefined;
  };

  return {
    type: 'Query',
    fields: {
      node: ({ id }) => node(id),
      nodes: ({ ids }) => (Array.isArray(ids) ? ids.map(node) : []),
      repository: ({ owner, name }) => {
        const full = `${String(owner)}/${String(name)}`;
        const repo = world.repositories.get(full.toLowerCase());
        if (repo && visible(repo)) return repositoryObject(api, repo);
        throw fieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${full}'.`);
      },
      viewer: () => actorObject(api, token.account),
      rateLimit: () => {
        const { reset, ...bucket } = limitShape(api.limits.bucket(token, 'graphql'));
        return object('RateLimit', { ...bucket, cost: 1, resetAt: iso(reset * 1000) });
      },
    },
  };
}

/** An object whose fields are plain values. */
function object(type: string, plain: Record<string, Answer>): GraphqlObject {
  return {
    type,
    fields: Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, () => value])),
  };
}

/** An actor; null when deleted (REST says `ghost`), and a bot's login lacks the `[bot]` it has in REST. */
function actorObject(api: Api, account: Account | null): GraphqlObject | null {
  if (!account || account.gone) return null;
  const shape = nullableUser(api.world, account);
  const login = account.login.replace(/\[bot\]$/, '');
  return object(account.type, {
    id: nodeId(account.type === 'Bot' ? 'BOT' : 'U', account.id),
    databaseId: account.id,
    login,
    url: `${web(api.world)}/${account.type === 'Bot' ? 'apps/' : ''}${login}`,
    resourcePath: `/${account.type === 'Bot' ? 'apps/' : ''}${login}`,
    avatarUrl: shape?.avatar_url ?? '',
  });
}

function repositoryObject(api: Api, repo: Repository): GraphqlObject {
  const shape = repositoryShape(api.world, repo);
  const plain = object('Repository', {
    id: shape.node_id,
    databaseId: repo.id,
    name: repo.name,
    nameWithOwner: shape.full_name,
    url: shape.html_url,
    isPrivate: repo.private,
    isFork: shape.fork,
  });
  plain.fields['pullRequest'] = ({ number }) => {
    const issue = repo.issues.get(Number(number));
    if (isPull(issue)) return pullObject(api, repo, issue);
    throw fieldError('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${String(number)}.`);
  };
  return plain;
}

function pullObject(api: Api, repo: Repository, issue: PullRequest): GraphqlObject {
  const shape = fullPull(api.world, repo, issue);
  const { head } = issue.pull;
  const plain = object('PullRequest', {
    id: shape.node_id,
    databaseId: shape.id,
    number: issue.number,
    title: issue.title,
    url: shape.html_url,
    body: issue.body ?? '',
    state: issue.pull.merged ? 'MERGED' : issue.state.toUpperCase(),
    isDraft: issue.pull.draft,
    headRefName: head.ref,
    headRefOid: head.sha,
    baseRefName: issue.pull.base.ref,
    createdAt: shape.created_at,
    updatedAt: shape.updated_at,
    lastEditedAt: null,
    includesCreatedEdit: false,
    authorAssociation: shape.author_association,
    author: actorObject(api, issue.author),
    editor: null,
    headRepository: head.repo ? repositoryObject(api, head.repo) : null,
  });
  plain.fields['comments'] = (args) => {
    const nodes = issue.comments.map((comment) => commentObject(api, repo, issue, comment));
    return connectionObject('IssueComment', 'comments', nodes, args);
  };
  plain.fields['labels'] = (args) => {
    const nodes = issue.labels.map((label) => {
      const { node_id: id, name, color, description } = labelShape(api.world, repo, label);
      return object('Label', { id, name, color, description });
    });
    return connectionObject('Label', 'labels', nodes, args);
  };
  return plain;
}

function commentObject(api: Api, repo: Repository, issue: Issue, comment: Comment): GraphqlObject {
  const shape = commentShape(api.world, repo, issue, comment);
  const plain = object('IssueComment', {
    id: shape.node_id,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    url: shape.html_url,
    body: comment.body,
    createdAt: shape.created_at,
    updatedAt: shape.updated_at,
    lastEditedAt: comment.editedAt === null ? null : iso(comment.editedAt),
    includesCreatedEdit: comment.editedAt !== null,
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    authorAssociation: shape.author_association,
    author: actorObject(api, comment.author),
    editor: actorObject(api, comment.editor),
  });
  plain.fields['pullRequest'] = () => (isPull(issue) ? pullObject(api, repo, issue) : null);
  return plain;
}

/** A page of a connection. GitHub insists on `first` or `last`, 1 to 100. */
function connectionObject(type: string, field: string, all: GraphqlObject[], args: Args): GraphqlObject {
  const count = args['first'] ?? args['last'];
  if (typeof count !== 'number') {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`;
    throw fieldError('MISSING_PAGINATION_BOUNDARIES', message);
  }
  if (count < 1 || count > 100) {
    const message = `Requesting ${count} records on the \`${field}\` connection exceeds the \`first\` limit of 100 records.`;
    throw fieldError('EXCESSIVE_PAGINATION', message);
  }
  const cursor = (index: number) => Buffer.from(`cursor:${index}`).toString('base64');
  const position = (text: unknown, otherwise: number) =>
    typeof text === 'string' ? Number(Buffer.from(text, 'base64').toString('utf8').slice(7)) : otherwise;
  const from = position(args['after'], -1) + 1;
  const to = position(args['before'], all.length);
  const start = args['first'] === undefined ? Math.max(from, to - count) : from;
  const end = args['first'] === undefined ? to : Math.min(to, from + count);
  const nodes = all.slice(start, end);
  return object(`${type}Connection`, {
    nodes,
    edges: nodes.map((node, i) => object(`${type}Edge`, { cursor: cursor(start + i), node })),
    totalCount: all.length,
    pageInfo: object('PageInfo', {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursor(start) : null,
      endCursor: nodes.length > 0 ? cursor(end - 1) : null,
    }),
  });
}
