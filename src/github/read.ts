import * as v from 'valibot';
import { ServiceFailure } from '../net/failure.ts';

/**
 * Reads an answer by its documented shape. Throws a ServiceFailure (`unexpected`) for any other shape: a new form
 * of an answer is not understood, and must not be half read.
 */
export function read<S extends v.GenericSchema>(shape: S, data: unknown): v.InferOutput<S> {
  const result = v.safeParse(shape, data);
  if (result.success) return result.output;
  throw new ServiceFailure({ service: 'github', status: 200, kind: 'unexpected', mayHaveActed: true });
}

/** What a call gives, or `other` where GitHub answered 404. */
export async function absentAs<T, U>(other: U, call: Promise<T>): Promise<T | U> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ServiceFailure && error.kind === 'not-found') return other;
    throw error;
  }
}
