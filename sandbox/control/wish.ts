/** Reads the JSON body of a request by the table of verbs. */
import { Refusal } from './refusal.ts';
import { type Field, type VerbName, verbOf, type Wish } from './verbs.ts';

/** The kinds as JSON. */
const shapes: Readonly<Record<Field['kind'], { says: string; fits: (value: unknown) => boolean }>> = {
  number: {
    says: 'a whole number above 0',
    fits: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  },
  text: { says: 'a text', fits: (value) => typeof value === 'string' && value !== '' },
  flag: { says: 'true or false', fits: (value) => typeof value === 'boolean' },
  list: {
    says: 'a list of texts',
    fits: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== ''),
  },
  pairs: { says: 'an object of texts', fits: isTexts },
  files: { says: 'an object: the name of each file → its text', fits: isTexts },
};

function isTexts(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}

/** Checks a body. Throws a Refusal with 400 that names the field. */
export function wishOf(name: VerbName, body: unknown): Wish {
  const { fields } = verbOf(name);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal(400, `POST /${name} takes a JSON object`);
  const given = new Map(Object.entries(body));
  for (const [field, value] of given) {
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!known)
      throw new Refusal(400, `POST /${name}: no field ${field}; it has ${Object.keys(fields).join(', ')}`);
    const { says, fits } = shapes[known.kind];
    if (!fits(value)) throw new Refusal(400, `POST /${name}: ${field} must be ${says}`);
  }
  for (const [field, { required, kind }] of Object.entries(fields))
    if (required && !given.has(field))
      throw new Refusal(400, `POST /${name}: ${field} is missing: ${shapes[kind].says}`);
  return {
    number: (field) => given.get(field) as number | undefined,
    text: (field) => given.get(field) as string | undefined,
    list: (field) => (given.get(field) as string[] | undefined) ?? [],
    pairs: (field) => (given.get(field) as Record<string, string> | undefined) ?? {},
    is: (field) => given.get(field) === true,
  };
}
