import { Hono } from 'hono';
import { need } from '../access.ts';
import type { Api, Env } from '../api.ts';
import { pageAsked } from '../pages.ts';
import { refuse } from '../refusals.ts';
import type { Activity } from '../repository.ts';
import { activityShape } from '../shapes/conversation.ts';

/** Who pushed what where, newest first. */
export function activityRoutes(api: Api): Hono<Env> {
  const { world } = api;
  const app = new Hono<Env>();
  app.get('/activity', (c) => {
    const repo = c.get('repo');
    // In a private repository Contents, read (GitHub docs, "Permissions required for fine-grained personal access
    // tokens"); what is public needs nothing but a token.
    need(api, c.get('token'), repo, [repo.private ? 'contents' : 'metadata'], 'read');
    if (!repo.showsActivity) refuse(404, 'Not Found');
    const { ref, actor, direction = 'desc', activity_type: kind, before, after } = c.req.query();
    const period = c.req.query('time_period');
    const days = period === undefined ? Number.POSITIVE_INFINITY : periods[period];
    if (days === undefined) return refuse(422, 'Invalid time_period');
    if (kind && !activityTypes.some((known) => known === kind)) refuse(422, 'Invalid activity_type');
    const full = ref && (ref.startsWith('refs/') ? ref : `refs/heads/${ref}`);
    const found = repo.activity
      .filter((entry) => entry.timestamp + world.settings.activityLag <= world.now())
      .filter((entry) => entry.timestamp > world.now() - days * 86_400_000)
      .filter((entry) => !full || entry.ref === full)
      .filter((entry) => !actor || entry.actor.login.toLowerCase() === actor.toLowerCase())
      .filter((entry) => !kind || entry.activity_type === kind);
    if (direction !== 'asc') found.reverse();
    const { size } = pageAsked(c);
    const { entries, links } = cursorPage(found, size, { before, after });
    const link = links.map(([rel, cursor]) => {
      const query = new URLSearchParams(c.req.query());
      query.delete('before');
      query.delete('after');
      query.set(rel === 'next' ? 'after' : 'before', cursor);
      return `<${world.url}/repositories/${repo.id}/activity?${query}>; rel="${rel}"`;
    });
    if (link.length > 0) c.header('link', link.join(', '));
    return c.json(entries.map((entry) => activityShape(world, entry)));
  });
  return app;
}

const activityTypes = [
  'push',
  'force_push',
  'branch_creation',
  'branch_deletion',
  'pr_merge',
  'merge_queue_merge',
] as const;

const periods: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };

/** This list is paged by cursors, not by numbers; a cursor is opaque to the client. */
function cursorPage(
  all: Activity[],
  size: number,
  cursor: { before?: string | undefined; after?: string | undefined },
) {
  const at = (text: string) => all.findIndex((entry) => encode(entry) === text);
  const start = cursor.after
    ? at(cursor.after) + 1
    : cursor.before
      ? Math.max(0, at(cursor.before) - size)
      : 0;
  const entries = all.slice(start, start + size);
  const [first, last] = [entries[0], entries.at(-1)];
  const links: ['next' | 'prev', string][] = [];
  if (last && start + size < all.length) links.push(['next', encode(last)]);
  if (first && start > 0) links.push(['prev', encode(first)]);
  return { entries, links };
}

const encode = (entry: Activity): string => Buffer.from(`activity ${entry.id}`).toString('base64url');
