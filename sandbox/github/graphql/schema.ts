import type { Document, Selection } from './parse.ts';

/** The part of GitHub's GraphQL schema that exists here: type → field → the field's type and arguments. */
type Fields = Record<string, { type: string; args?: string[]; connection?: boolean }>;

const scalar = { type: 'scalar' };
const scalars = (...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, scalar]));
const paged = (type: string): Fields[string] => ({
  type,
  args: ['first', 'last', 'after', 'before', 'orderBy'],
  connection: true,
});
const connection = (type: string): Fields => ({
  nodes: { type },
  edges: { type: `${type}Edge` },
  pageInfo: { type: 'PageInfo' },
  totalCount: scalar,
});

const actor: Fields = scalars('login', 'url', 'resourcePath', 'avatarUrl');
const comment: Fields = {
  ...scalars(
    'id',
    'body',
    'createdAt',
    'updatedAt',
    'lastEditedAt',
    'includesCreatedEdit',
    'authorAssociation',
  ),
  author: { type: 'Actor' },
  editor: { type: 'Actor' },
};

export const schema: Record<string, Fields> = {
  Query: {
    node: { type: 'Node', args: ['id'] },
    nodes: { type: 'Node', args: ['ids'] },
    repository: { type: 'Repository', args: ['owner', 'name', 'followRenames'] },
    viewer: { type: 'User' },
    rateLimit: { type: 'RateLimit', args: ['dryRun'] },
  },
  Node: scalars('id'),
  Actor: actor,
  Comment: comment,
  User: { ...actor, ...scalars('id', 'databaseId') },
  Bot: { ...actor, ...scalars('id', 'databaseId') },
  Organization: { ...actor, ...scalars('id', 'databaseId') },
  RateLimit: scalars('limit', 'remaining', 'used', 'resetAt', 'cost'),
  Repository: {
    ...scalars('id', 'databaseId', 'name', 'nameWithOwner', 'url', 'isPrivate', 'isFork'),
    pullRequest: { type: 'PullRequest', args: ['number'] },
  },
  PullRequest: {
    ...comment,
    ...scalars(
      'databaseId',
      'number',
      'title',
      'url',
      'state',
      'isDraft',
      'headRefName',
      'headRefOid',
      'baseRefName',
    ),
    comments: paged('IssueCommentConnection'),
    labels: paged('LabelConnection'),
    headRepository: { type: 'Repository' },
  },
  IssueComment: {
    ...comment,
    ...scalars('databaseId', 'fullDatabaseId', 'url', 'isMinimized', 'minimizedReason'),
    pullRequest: { type: 'PullRequest' },
  },
  Label: scalars('id', 'name', 'color', 'description'),
  IssueCommentConnection: connection('IssueComment'),
  IssueCommentEdge: { cursor: scalar, node: { type: 'IssueComment' } },
  LabelConnection: connection('Label'),
  LabelEdge: { cursor: scalar, node: { type: 'Label' } },
  PageInfo: scalars('hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'),
};

const interfaces: Record<string, string[]> = {
  Node: ['User', 'Bot', 'Organization', 'Repository', 'PullRequest', 'IssueComment', 'Label'],
  Actor: ['User', 'Bot', 'Organization'],
  Comment: ['PullRequest', 'IssueComment'],
};

/** Whether an object of that type is also the one a fragment names. */
export const isA = (type: string, wanted: string): boolean =>
  type === wanted || (interfaces[wanted]?.includes(type) ?? false);

export interface GraphqlError {
  message: string;
  type?: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

/** Everything in the selections that the schema does not know, in GitHub's words. */
export function validate(document: Document, selections: Selection[], type: string): GraphqlError[] {
  return selections.flatMap((selection): GraphqlError[] => {
    if (selection.kind === 'spread') {
      const fragment = document.fragments[selection.name];
      if (!fragment) return [{ message: `Fragment ${selection.name} was used, but not defined` }];
      return validate(document, fragment.selections, fragment.on);
    }
    if (selection.kind === 'inline') {
      const on = selection.on ?? type;
      if (!schema[on]) return [{ message: `No such type ${on}, so it can't be a fragment condition` }];
      return validate(document, selection.selections, on);
    }
    const { name, args } = selection;
    if (name === '__typename') return [];
    const field = schema[type]?.[name];
    if (!field) {
      const extensions = { code: 'undefinedField', typeName: type, fieldName: name };
      return [{ message: `Field '${name}' doesn't exist on type '${type}'`, extensions }];
    }
    const unknown = Object.keys(args).filter((arg) => !field.args?.includes(arg));
    const errors: GraphqlError[] = unknown.map((arg) => ({
      message: `Field '${name}' doesn't accept argument '${arg}'`,
      extensions: { code: 'argumentNotAccepted', typeName: 'Field', argumentName: arg },
    }));
    if (field.type === 'scalar') {
      if (!selection.selections) return errors;
      const message = `Selections can't be made on scalars (field '${name}' returns a scalar)`;
      return [...errors, { message }];
    }
    if (!selection.selections) {
      const message = `Field must have selections (field '${name}' returns ${field.type} but has no selections.)`;
      return [...errors, { message }];
    }
    return [...errors, ...validate(document, selection.selections, field.type)];
  });
}
