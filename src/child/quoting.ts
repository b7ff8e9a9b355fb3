/** How a text looks once a program has quoted it for another one: XML, shells, program texts, JSON in JSON. */

/** A text as it is written in each of these, where that makes a difference to it. Pure. */
export function* quotedForms(text: string): Generator<string> {
  for (const write of writers) {
    const written = write(text);
    if (written !== text) yield written;
  }
}

/** Replaces each character of a table. */
function by(table: Readonly<Record<string, string>>): (text: string) => string {
  const special = new RegExp(`[${Object.keys(table).join('').replaceAll('\\', '\\\\')}]`, 'g');
  return (text) => text.replace(special, (character) => table[character] ?? character);
}

/** XML 1.0, section 2.4. What holds for attributes many write everywhere; the apostrophe has three forms (HTML, XML, Go). */
const inText = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const inAttributes = { ...inText, '"': '&quot;' };

const jsonTwice = (text: string): string => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1);

const writers: readonly ((text: string) => string)[] = [
  by(inText),
  by(inAttributes),
  ...['&#39;', '&apos;', '&#x27;'].map((apostrophe) => by({ ...inAttributes, "'": apostrophe })),
  by({ ...inText, '"': '&#34;', "'": '&#39;' }),
  // A shell's trace, and who quotes for one (POSIX, "Shell Command Language", 2.2).
  by({ "'": "'\\''" }),
  by({ "'": `'"'"'` }),
  // In double quotes of a shell.
  by({ '"': '\\"', $: '\\$', '`': '\\`', '\\': '\\\\' }),
  // `printf %q` of bash.
  (text) => text.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^[#~]/g, '\\$&'),
  // Program texts: Python's repr with either quote.
  by({ '\\': '\\\\' }),
  by({ '\\': '\\\\', "'": "\\'" }),
  // A body of JSON in a line of a log that is JSON.
  jsonTwice,
];
