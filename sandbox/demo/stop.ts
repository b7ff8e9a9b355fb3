/** How often it is looked whether npm is still there, real milliseconds. */
const lookEveryMs = 500;

/**
 * Aborted when somebody wants this process to end: Ctrl-C, a polite kill, a closed terminal, nobody reading its output
 * any more (`| head`), or the end of the npm that started it. The process then ends by itself, after it has tidied up.
 */
export function whenStopped(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.stdout.on('error', stop);
  // npm hands on SIGINT and SIGTERM, and dies of the others: with it goes the one whom people would stop.
  const { ppid } = process;
  const look = () => {
    if (process.ppid !== ppid) stop();
  };
  if (process.env['npm_lifecycle_event'] !== undefined) setInterval(look, lookEveryMs).unref();
  return controller.signal;
}
