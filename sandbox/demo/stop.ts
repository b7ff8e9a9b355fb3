/**
 * Aborted when somebody wants this process to end: Ctrl-C, a polite kill, a closed terminal, or nobody reading its
 * output any more (`| head`). The process then ends by itself, after it has tidied up.
 */
export function whenStopped(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.stdout.on('error', stop);
  return controller.signal;
}
