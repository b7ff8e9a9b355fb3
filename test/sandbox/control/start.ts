/** A sandbox with its API for events, in scaled time, and commands typed at it. */
import { createFaults } from '../../../sandbox/base/faults.ts';
import { createRecorder } from '../../../sandbox/base/record.ts';
import { serve } from '../../../sandbox/base/serve.ts';
import { ask } from '../../../sandbox/cli/ask.ts';
import { readWords } from '../../../sandbox/cli/words.ts';
import { type Answer, createControl } from '../../../sandbox/control/app.ts';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import { exampleScene } from '../../../sandbox/scene.ts';

const token = 'the-token';

/** Starts one. `type` carries out a command line as a person types it, and gives what it prints. */
export async function startControl() {
  const sandbox = await startSandbox({ scale: 20 });
  const scene = exampleScene(sandbox);
  const heard: string[] = [];
  let stops = 0;
  const control = createControl({
    ...{ scene, token, hear: (line: string) => heard.push(line) },
    stop: () => {
      stops += 1;
    },
  });
  const options = { service: 'control', recorder: createRecorder(), faults: createFaults() } as const;
  const served = await serve(control.app, { ...options, clock: sandbox.clock });
  const found = [{ port: served.port, token, pid: process.pid }];

  const type = async (line: string): Promise<string> => {
    const typed = readWords(wordsOf(line));
    if (typed.kind !== 'ask' && typed.kind !== 'show') throw new Error(`no command: ${line}`);
    const lines: string[] = [];
    await ask(typed, {
      ...{ paint: (_: unknown, text: string) => text, folder: process.cwd() },
      ...{ sandboxes: () => found, print: (text: string) => lines.push(text) },
    });
    return lines.join('\n');
  };
  return {
    ...{ sandbox, scene, heard, type },
    stops: () => stops,
    json: async (line: string) => JSON.parse(await type(`${line} --json`)) as Answer,
    /** A request without the command line. */
    send: (path: string, init: RequestInit = {}) =>
      fetch(served.url + path, { headers: { authorization: `Bearer ${token}` }, ...init }),
    close: async () => {
      await control.close();
      await served.close();
      await sandbox.close();
    },
  };
}

/** The words of a line: blanks part them, but not between quotes. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
