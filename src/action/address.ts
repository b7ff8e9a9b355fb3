/** Reads the address of a server. */
import { isLoopback } from '../net/url.ts';
import type { Reader } from './read.ts';

/** What an address of a server is needed for, and what may be wrong with this server's alone. */
export interface ServerAddress {
  /** What to do where it is missing. */
  readonly why: string;
  /** What was copied along with it, as the whole of what is wrong; undefined where nothing was. */
  readonly slip: (url: URL) => string | undefined;
}

/** An https address without user, query or fragment, http on loopback only; without the slash at its end. */
export function readServerUrl(reader: Reader, name: string, { why, slip }: ServerAddress): string {
  const text = reader.required(name, why);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fits =
    url !== undefined &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (text !== '' && !fits) {
    const shape = 'must be an https URL without user, query or fragment (http only on loopback)';
    reader.fault(name, /^[\w-]+(?:\.[\w-]+)+(?:[:/].*)?$/.test(text) ? 'must begin with `https://`' : shape);
  } else if (url) {
    const wrong = slip(url);
    if (wrong !== undefined) reader.fault(name, wrong);
  }
  return text.replace(/\/+$/, '');
}
