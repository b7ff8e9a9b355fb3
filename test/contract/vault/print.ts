/** Writes an answer down without what is made by chance or by the clock, so that answers of two servers can be equal. */
import type { Answered } from './stage.ts';

/** Status, where it leads to, and body: `400 {"errors":["missing role"]}`. */
export function print({ status, headers, text, json }: Answered): string {
  const location = headers.get('location');
  const body = json === undefined ? text.trim() : JSON.stringify(json, settled);
  return [String(status), location === null ? '' : `→ ${location}`, body]
    .filter((part) => part !== '')
    .join(' ')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT');
}

/** Names whose values are made by chance or by the clock. */
const RANDOM =
  /^(?:request_id|accessor|wrapped_accessor|entity_id|uuid|cluster_id|cluster_name|secret_id|secret_id_accessor|role_id|username|password|creation_time|server_time_utc)$/;
const TIME = /^\d{4}-\d\d-\d\dT[\d:]+(?:\.\d+)?Z$/;
const TOKEN = /^(s|b)\.([\w-]+)(\.\w+)?$/;

function settled(name: string, value: unknown): unknown {
  // Go sorts the names of a map, and not those of a struct.
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (RANDOM.test(name) && value !== '') return `<${name}>`;
  // A second may have begun since.
  // What is left of a time: a second may have gone by. Short ones are asked for on purpose.
  if (name === 'ttl' && typeof value === 'number') return Math.ceil(value / 10) * 10;
  if (name === 'lease_duration' && typeof value === 'number' && value > 50) return Math.ceil(value / 10) * 10;
  if (typeof value !== 'string') return value;
  if (TIME.test(value)) return value.includes('.') ? '<time>' : '<time in seconds>';
  const token = TOKEN.exec(value);
  if (token)
    return `${token[1]}.${token[1] === 's' ? token[2]?.length : 'n'}${token[3] ? '.<namespace>' : ''}`;
  if (name === 'id' && /^\w{5,6}$/.test(value)) return '<id>';
  if (/^root-/.test(value)) return '<root token>';
  return value.replace(/(queue\/creds\/app)\/\w{24}$/, '$1/<24>');
}
