import * as v from 'valibot';
import { toPerson } from '../facts/event.ts';
import { serviceFailureAs } from '../net/failure.ts';
import { readerOf } from '../net/shape.ts';
import type { Octokit } from './octokit.ts';

/**
 * An account, or null for one that is gone: deleted, or the ghost that stands in for it. Any other shape is not
 * understood; it must not pass for nobody.
 */
export const personShape = v.pipe(
  v.nullable(
    v.object({ id: v.pipe(v.number(), v.safeInteger()), login: v.string(), type: v.optional(v.string()) }),
  ),
  v.transform((value) => toPerson(value)),
);

/** Reads an answer by its documented shape. Throws a ServiceFailure (`unexpected`) for any other shape. */
export const read = readerOf('github');

/**
 * Reads a list to its end, page by page (GitHub docs, "Using pagination in the REST API"). Octokit's own paging takes
 * an answer that is no list for an empty one.
 */
export async function readAll<S extends v.GenericSchema>(
  octokit: Octokit,
  shape: S,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly v.InferOutput<S>[]> {
  const items: v.InferOutput<S>[] = [];
  let page = await octokit.request(route, parameters);
  for (;;) {
    items.push(...read(v.array(shape), page.data));
    const next = /<([^<>]+)>; *rel="next"/.exec(page.headers.link ?? '')?.[1];
    if (next === undefined) return items;
    page = await octokit.request(`GET ${next}`);
  }
}

/** What a call gives, or `other` where GitHub answered 404. */
export const absentAs = <T, U>(other: U, call: Promise<T>): Promise<T | U> =>
  call.catch(serviceFailureAs(other, ({ kind }) => kind === 'not-found'));
