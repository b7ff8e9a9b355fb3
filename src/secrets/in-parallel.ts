/** Several things at once, but not all. */

/**
 * Acts on each item, at most `most` at a time, in their order. After a failure nothing more is begun; what is under way
 * is waited for, then the first failure is thrown.
 */
export async function inParallel<T>(
  most: number,
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (const item of left) {
      if (failures.length > 0) return;
      await act(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
  if (failures.length > 0) throw failures[0];
}
