import * as v from 'valibot';
import { toPerson } from '../facts/payload.ts';
import { ServiceFailure, serviceFailureAs } from '../net/failure.ts';
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

/** Sizes of a page: where an answer is too large, the rest of the list is asked for in smaller ones. */
const pageSizes = [100, 10, 1] as const;

/**
 * Reads a list to its end, page by page (GitHub docs, "Using pagination in the REST API"). Octokit's own paging takes
 * an answer that is no list for an empty one. A page of texts that others wrote can be larger than any bound on an
 * answer, so then smaller ones are asked for: nobody's length may hide what comes after it.
 */
export async function readAll<S extends v.GenericSchema>(
  octokit: Octokit,
  shape: S,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly v.InferOutput<S>[]> {
  const items: v.InferOutput<S>[] = [];
  let page = 1;
  let [size = 1, ...smaller] = pageSizes as readonly number[];
  for (;;) {
    const asked = { ...parameters, per_page: size, ...(page > 1 && { page }) };
    const answer = await octokit.request(route, asked).catch(serviceFailureAs(undefined, isTooLarge));
    if (answer === undefined) {
      const [next, ...rest] = smaller;
      // One item alone is never larger than the bound.
      if (next === undefined) throw tooLarge;
      page = ((page - 1) * size) / next + 1;
      [size, smaller] = [next, rest];
      continue;
    }
    items.push(...read(v.array(shape), answer.data));
    if (!/rel="next"/.test(answer.headers.link ?? '')) return items;
    page += 1;
  }
}

/** Whether an answer was larger than we take. */
export const isTooLarge = ({ transport }: ServiceFailure): boolean => transport === 'too-large';
const tooLarge = new ServiceFailure({
  service: 'github',
  status: undefined,
  kind: 'unexpected',
  mayHaveActed: false,
  transport: 'too-large',
});

/** What a call gives, or `other` where GitHub answered 404. */
export const absentAs = <T, U>(other: U, call: Promise<T>): Promise<T | U> =>
  call.catch(serviceFailureAs(other, ({ kind }) => kind === 'not-found'));
