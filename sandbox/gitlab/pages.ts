import type { Context } from 'hono';
import { invalid, refusal } from './refusals.ts';
import type { World } from './world.ts';

const PER_PAGE = 20;
const MAX_PER_PAGE = 100;

/**
 * One page of a list, with GitLab's offset headers on the answer (docs: "REST API pagination"). `page` and `per_page` come
 * from the query. Throws 400 for what is no number, and for `per_page=0`.
 */
export function page<T>(world: World, c: Context, items: T[]): T[] {
  const number = positive(c, 'page', 1);
  const size = Math.min(positive(c, 'per_page', PER_PAGE), MAX_PER_PAGE);
  const pages = Math.max(1, Math.ceil(items.length / size));
  const next = number < pages ? String(number + 1) : '';
  const previous = number > 1 ? String(number - 1) : '';
  const asked = new URL(c.req.url);
  const path = asked.pathname.slice(asked.pathname.indexOf('/api/v4'));
  const link = (target: string, relation: string): string[] => {
    if (target === '') return [];
    const query = new URLSearchParams(asked.search);
    query.set('page', target);
    query.set('per_page', String(size));
    return [`<${world.url}${path}?${query}>; rel="${relation}"`];
  };
  const links = [link(previous, 'prev'), link(next, 'next'), link('1', 'first'), link(String(pages), 'last')];
  const headers = {
    link: links.flat().join(', '),
    'x-next-page': next,
    'x-page': String(number),
    'x-per-page': String(size),
    'x-prev-page': previous,
    'x-total': String(items.length),
    'x-total-pages': String(pages),
  };
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return items.slice((number - 1) * size, number * size);
}

function positive(c: Context, name: string, otherwise: number): number {
  const text = c.req.query(name);
  if (text === undefined || text === '') return otherwise;
  if (!/^-?\d+$/.test(text)) throw invalid(name);
  if (name === 'per_page' && Number(text) === 0)
    throw refusal(400, { error: 'per_page has a value not allowed' });
  return Math.max(1, Number(text));
}
