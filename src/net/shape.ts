import * as v from 'valibot';
import { type Service, ServiceFailure } from './failure.ts';

/**
 * Reads answers of a service by their documented shape. The reader throws a ServiceFailure (`unexpected`) for any
 * other shape: a new form of an answer is not understood, and must not be half read.
 */
export const readerOf =
  (service: Service) =>
  <S extends v.GenericSchema>(shape: S, data: unknown): v.InferOutput<S> => {
    const result = v.safeParse(shape, data);
    if (!result.success) {
      throw new ServiceFailure({ service, status: 200, kind: 'unexpected', mayHaveActed: true });
    }
    return result.output;
  };
