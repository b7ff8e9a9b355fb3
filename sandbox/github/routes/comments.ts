import { type Context, Hono } from 'hono';
import { NotImitated } from '../../base/gaps.ts';
import { need } from '../access.ts';
import { type Api, bodyOf, type Env, jsonOf, numberOf } from '../api.ts';
import { page } from '../pages.ts';
import { invalid, refuse } from '../refusals.ts';
import type { Issue, Repository } from '../repository.ts';
import { commentShape, reactionShape } from '../shapes/conversation.ts';
import { issueShape, labelShape, reactionContents } from '../shapes/pull.ts';
import type { Comment } from '../thread.ts';
import { editBody, findComment, removeComment, writeComment } from '../verbs/conversation.ts';
import { addLabels } from '../verbs/pulls.ts';

const either: ('issues' | 'pull-requests')[] = ['issues', 'pull-requests'];

/** GitHub's longest comment, in characters: one of four bytes counts once. */
const longestBody = 65_536;

/** Issues, their comments, reactions and labels; a pull request is an issue here. */
export function commentRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();

  app.get('/issues/comments/:id', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, either, 'read');
    const { issue, comment } = commentAsked(repo, c.req.param('id'));
    return c.json(commentShape(world, repo, issue, comment));
  });

  app.patch('/issues/comments/:id', async (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    const { issue, comment } = commentAsked(repo, c.req.param('id'));
    need(api, token, repo, either, 'write', token?.account === comment.author ? 'read' : 'write');
    if (!token) return refuse(401, 'Requires authentication');
    editBody(comment, bodyText((await bodyOf(c))['body']), token.account, world.now());
    return c.json(commentShape(world, repo, issue, comment));
  });

  app.delete('/issues/comments/:id', (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    const { comment } = commentAsked(repo, c.req.param('id'));
    need(api, token, repo, either, 'write', token?.account === comment.author ? 'read' : 'write');
    removeComment(repo, comment.id);
    return c.body(null, 204);
  });

  app.post('/issues/comments/:id/reactions', async (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    need(api, token, repo, either, 'write', 'read');
    if (!token) return refuse(401, 'Requires authentication');
    const { comment } = commentAsked(repo, c.req.param('id'));
    const { content } = await bodyOf(c);
    const known = reactionContents.find((name) => name === content);
    if (!known) return invalid({ resource: 'Reaction', code: 'invalid', field: 'content' });
    const before = comment.reactions.find((r) => r.user === token.account && r.content === known);
    if (before) return c.json(reactionShape(world, before), 200);
    const made = { id: world.nextId(), user: token.account, content: known, createdAt: world.now() };
    comment.reactions.push(made);
    return c.json(reactionShape(world, made), 201);
  });

  app.get('/issues/:number', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, either, 'read');
    return c.json(issueShape(world, repo, issueAsked(repo, c.req.param('number'))));
  });

  app.get('/issues/:number/comments', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, either, 'read');
    const issue = issueAsked(repo, c.req.param('number'));
    const since = Date.parse(c.req.query('since') ?? '');
    // Oldest first; `since` looks at the last change, so an edited old comment comes too.
    const found = issue.comments.filter((comment) => Number.isNaN(since) || comment.updatedAt >= since);
    return c.json(page(world, c, found).map((comment) => commentShape(world, repo, issue, comment)));
  });

  app.post('/issues/:number/comments', async (c) => {
    const repo = c.get('repo');
    const token = c.get('token');
    need(api, token, repo, either, 'write', 'read');
    if (!token) return refuse(401, 'Requires authentication');
    const issue = issueAsked(repo, c.req.param('number'));
    const comment = writeComment(world, issue, token.account, bodyText((await bodyOf(c))['body']));
    return c.json(commentShape(world, repo, issue, comment), 201);
  });

  app.get('/issues/:number/labels', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, either, 'read');
    const { labels } = issueAsked(repo, c.req.param('number'));
    return c.json(page(world, c, labels).map((label) => labelShape(world, repo, label)));
  });

  app.post('/issues/:number/labels', async (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, either, 'write', 'triage');
    const issue = issueAsked(repo, c.req.param('number'));
    addLabels(world, repo, issue, await labelsSent(c));
    return c.json(issue.labels.map((label) => labelShape(world, repo, label)));
  });

  app.delete('/issues/:number/labels/:name', (c) => {
    const repo = c.get('repo');
    need(api, c.get('token'), repo, either, 'write', 'triage');
    const issue = issueAsked(repo, c.req.param('number'));
    const name = c.req.param('name').toLowerCase();
    if (!issue.labels.some((label) => label.name.toLowerCase() === name)) {
      return refuse(404, 'Label does not exist');
    }
    issue.labels = issue.labels.filter((label) => label.name.toLowerCase() !== name);
    issue.updatedAt = world.now();
    return c.json(issue.labels.map((label) => labelShape(world, repo, label)));
  });

  return app;
}

/** The names of labels in a body: a bare list or under `labels`, of texts or of objects (GitHub's description, "Add labels"). */
async function labelsSent(c: Context): Promise<string[]> {
  const sent = await jsonOf(c);
  const labels = Array.isArray(sent) ? sent : (await bodyOf(c))['labels'];
  if (!Array.isArray(labels)) return invalid({ resource: 'Label', code: 'missing_field', field: 'labels' });
  return labels.map((label: unknown) => {
    if (typeof label === 'string') return label;
    const { name, ...more } = Object(label) as { name?: unknown };
    const [other] = Object.keys(more);
    if (other !== undefined) throw new NotImitated(`\`${other}\` of a label`);
    return typeof name === 'string' ? name : invalid({ resource: 'Label', code: 'invalid', field: 'name' });
  });
}

function issueAsked(repo: Repository, text: string): Issue {
  return repo.issues.get(numberOf(text)) ?? refuse(404, 'Not Found');
}

function commentAsked(repo: Repository, text: string): { issue: Issue; comment: Comment } {
  return findComment(repo, numberOf(text)) ?? refuse(404, 'Not Found');
}

function bodyText(body: unknown): string {
  if (typeof body !== 'string') {
    return invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
  }
  if (body.trim() === '') {
    const message = 'Body cannot be blank';
    return invalid({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
  }
  if ([...body].length > longestBody) {
    const message = `body is too long (maximum is ${longestBody} characters)`;
    return invalid({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
  }
  return body;
}
