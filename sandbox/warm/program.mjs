/** A bundled program as a function, so that V8 learns it once and it can be run again from its first line. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/compiled');

/** `import a from "x"`, `import * as b from "x"`, `import { c as d } from "x"`, as bundlers write them. */
const IMPORT =
  /(?<=^|[;}\n])import\s*(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)\s*)?(?:\{([^{}"';]*)\}\s*)?from\s*"([^"]+)";/g;

/**
 * The module at a path as a function `run`; each call is the module from its beginning. It may import what Node itself
 * brings, and its own chunks where they stand beside it (`import("./" + …)`). What this does not understand is a syntax
 * error, or a name that is not there. `keep` is called after a run: it keeps what V8 has made of it for other processes.
 * @param {string} path absolute
 * @param {(text: string) => string} change what is to be another text
 * @param {Record<string, unknown>} known names that the changed text uses besides
 */
export function programAt(path, change, known) {
  const url = pathToFileURL(path).href;
  const ours = {
    __importMeta: { url, resolve: (name) => pathToFileURL(createRequire(url).resolve(name)).href },
    // Not by vm's own way, which prints a warning into the program's output.
    __importChunk: (name) => import(new URL(name, url)),
    ...known,
  };
  const text = change(asScript(readFileSync(path, 'utf8')));
  const source = `(function (${Object.keys(ours).join(', ')}) {${text}\n})`;
  const file = join(
    CACHE,
    `${createHash('sha256').update(process.version).update(source).digest('hex')}.script`,
  );
  const cachedData = bytesOf(file);
  const script = new vm.Script(source, { filename: url, ...(cachedData && { cachedData }) });
  const body = script.runInThisContext();
  let isKept = cachedData !== undefined && !script.cachedDataRejected;
  return {
    run: () => body.call(undefined, ...Object.values(ours)),
    keep: () => {
      if (!isKept) write(file, script.createCachedData());
      isKept = true;
    },
  };
}

/** A module's text without what only a module may say. */
function asScript(text) {
  const imports = [];
  const body = text
    .replace(/^#!.*/, '')
    .replace(IMPORT, (_, whole, all, named, from) => {
      const module = `process.getBuiltinModule(${JSON.stringify(from)})`;
      if (whole) imports.push(`${whole} = ${module}`);
      if (all) imports.push(`${all} = ${module}`);
      if (named) imports.push(`{ ${named.replace(/([\w$]+)\s+as\s+/g, '$1: ')} } = ${module}`);
      return '';
    })
    .replaceAll('import.meta', '__importMeta')
    .replaceAll('import("./"', '__importChunk("./"');
  return `'use strict'; var ${['__none', ...imports].join(', ')}; ${body}`;
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Renamed into its place, so that nobody reads half of it. Where nothing can be kept, nothing is. */
function write(file, bytes) {
  const draft = `${file}.${randomUUID()}`;
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch {}
}
