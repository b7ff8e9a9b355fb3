import type { Context } from 'hono';

const PER_PAGE = 20;
const MAX_PER_PAGE = 100;

/**
 * One page of a list with GitLab's offset headers (docs: "REST API pagination"). `page` and `per_page` come from the
 * query; `url` is the base that `Link` names.
 */
export function paged<T>(c: Context, items: T[], url: string, show: (item: T) => unknown): Response {
  const page = positive(c.req.query('page'), 1);
  const perPage = Math.min(positive(c.req.query('per_page'), PER_PAGE), MAX_PER_PAGE);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const next = page < pages ? String(page + 1) : '';
  const previous = page > 1 ? String(page - 1) : '';
  const asked = new URL(c.req.url);
  const path = asked.pathname.slice(asked.pathname.indexOf('/api/v4'));
  const link = (target: string, relation: string): string[] => {
    if (target === '') return [];
    const query = new URLSearchParams(asked.search);
    query.set('page', target);
    query.set('per_page', String(perPage));
    return [`<${url}${path}?${query}>; rel="${relation}"`];
  };
  const links = [link(previous, 'prev'), link(next, 'next'), link('1', 'first'), link(String(pages), 'last')];
  return Response.json(items.slice((page - 1) * perPage, page * perPage).map(show), {
    headers: {
      link: links.flat().join(', '),
      'x-next-page': next,
      'x-page': String(page),
      'x-per-page': String(perPage),
      'x-prev-page': previous,
      'x-total': String(items.length),
      'x-total-pages': String(pages),
    },
  });
}

const positive = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
};
