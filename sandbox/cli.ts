/** `npm run sandbox`: keeps the example up in real time until Ctrl-C; with a command, causes an event in the one that is up. */
import { ask, Fault } from './cli/ask.ts';
import { typedIn } from './cli/files.ts';
import { findAll } from './cli/found.ts';
import { helpPage } from './cli/help.ts';
import { keepUp } from './cli/up.ts';
import { readWords } from './cli/words.ts';
import { painter } from './demo/screen.ts';
import { whenStopped } from './demo/stop.ts';

const { stdout, stderr } = process;
const typed = readWords(process.argv.slice(2));
const write = (text: string) => void stdout.write(text);
const paint = painter(stdout);
/** A pipe may be written later on; the process must not end before that. */
const end = (code: number) => void stdout.write('', () => process.exit(code));

try {
  if (typed.kind === 'help') write(helpPage(typed.about));
  else if (typed.kind === 'start') await keepUp({ ...typed, stopped: whenStopped(), write, paint });
  else if (typed.kind !== 'wrong')
    await ask(typed, { paint, folder: typedIn(), sandboxes: findAll, print: (line) => write(`${line}\n`) });
  if (typed.kind === 'wrong') {
    const { about, says } = typed;
    stderr.write(`${says}\n\n${helpPage(about)}`, () => process.exit(2));
  } else end(0);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  stderr.write(`${error.message}\n`, () => process.exit(1));
}
