/** The root CI file of the GitLab project, as far as it is looked at. Pure. Nothing of its text is ever shown. */
import { parseAllDocuments } from 'yaml';

/** What the file says. */
export interface CiFile {
  /** Names of the inputs that `spec: inputs` declares; undefined without such a header. */
  readonly inputs: readonly string[] | undefined;
  /** Whether it takes jobs from files beside the template. */
  readonly others: boolean;
  readonly template: Template | undefined;
  /** How often the template is included; only the first is looked at. */
  readonly templates: number;
  /** Its jobs, hidden ones left out. */
  readonly jobs: readonly CiJob[];
  /** Of all ID tokens that its jobs and defaults declare, but for the template's own jobs of the report. */
  readonly audiences: readonly string[];
}

/** The include of the template. */
export interface Template {
  /** By which key it is included. */
  readonly by: 'remote' | 'component' | 'project' | 'local';
  /** The address; of `project` the ref. */
  readonly at: string;
  readonly integrity: string | undefined;
  /** Whether `rules` may leave it out. */
  readonly isConditional: boolean;
  /** What it is handed, as texts; a list is joined by commas. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** A job, with what it has from the jobs of this file that it extends. */
export interface CiJob {
  readonly name: string;
  /** The names of all that it extends, of other files too. */
  readonly extended: readonly string[];
  /** The keys that are set for it in this file. */
  readonly keys: readonly string[];
  /** Its variable DRAWBRIDGE_TEST, which says for which test it runs. */
  readonly chosenBy: string | undefined;
  /** Its commands, one a line. */
  readonly commands: string;
}

type Mapping = Readonly<Record<string, unknown>>;

/** Keys that are no jobs (GitLab docs, "CI/CD YAML syntax reference", global keywords). */
const globals = [
  ...['spec', 'include', 'workflow', 'stages', 'variables', 'default', 'image', 'services'],
  ...['before_script', 'after_script', 'cache', 'pages:deploy', 'types'],
];

/** The template's jobs that report; a root file may set a key of theirs. */
const reporting = ['.drawbridge-report', 'drawbridge-report', 'drawbridge-report-failure'];

/** Reads it; undefined where it is no YAML, or grows too large by its aliases. */
export function readCiFile(text: string): CiFile | undefined {
  const documents = documentsIn(text);
  if (documents === undefined) return undefined;
  const [first = {}, second] = documents;
  // A header stands before `---` (GitLab docs, "CI/CD inputs").
  const header = 'spec' in first ? first : undefined;
  const body = header === undefined || second !== undefined ? (second ?? first) : {};
  const included = [body['include']].flat().filter((one) => one !== undefined);
  const templates = included.flatMap((one) => templateIn(one) ?? []);
  const names = Object.keys(body).filter((name) => !globals.includes(name));
  return {
    inputs: header && Object.keys(mapping(mapping(header['spec'])['inputs'])),
    others: included.length > templates.length,
    template: templates[0],
    templates: templates.length,
    jobs: names.filter((name) => !name.startsWith('.')).map((name) => jobIn(body, name)),
    audiences: [...names.filter((name) => !reporting.includes(name)), 'default'].flatMap((name) =>
      Object.values(mapping(mapping(body[name])['id_tokens'])).flatMap((token) =>
        [mapping(token)['aud']].flat().map(textOf),
      ),
    ),
  };
}

function documentsIn(text: string): readonly Mapping[] | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents.map((one) => mapping(one.toJS({ maxAliasCount: 1000 })));
  } catch {
    return undefined;
  }
}

/** The template, where an include takes it: by its place, or by the list that nothing else wants. */
function templateIn(include: unknown): Template | undefined {
  const given = mapping(include);
  const inputs = mapping(given['inputs']);
  const by = (['remote', 'component', 'project', 'local'] as const).find((key) => key in given);
  if (by === undefined) return undefined;
  const places = [given[by], given['file']].flat().map(textOf);
  if (!('known-tests' in inputs) && !places.some((text) => /functional-tests(?:[/.@]|$)/.test(text)))
    return undefined;
  const texts = Object.entries(inputs).map(([name, value]) => [name, [value].flat().map(textOf).join(',')]);
  return {
    by,
    at: textOf(given[by === 'project' ? 'ref' : by]),
    integrity: given['integrity'] === undefined ? undefined : textOf(given['integrity']),
    isConditional: 'rules' in given,
    inputs: new Map(texts as [string, string][]),
  };
}

function jobIn(body: Mapping, name: string): CiJob {
  const line = lineageOf(body, name, new Set());
  const own = line.map((one) => mapping(body[one]));
  const chosen = own.map((one) => mapping(one['variables'])['DRAWBRIDGE_TEST']).find((one) => one != null);
  const value = typeof chosen === 'object' ? mapping(chosen)['value'] : chosen;
  return {
    name,
    extended: line.slice(1),
    keys: [...new Set(own.flatMap((one) => Object.keys(one)))],
    chosenBy: value == null ? undefined : textOf(value),
    commands: own
      .flatMap((one) => [one['before_script'], one['script']].flat(3))
      .map(textOf)
      .filter(Boolean)
      .join('\n'),
  };
}

/** A job and what it extends, the nearest first: of several the last one wins (GitLab docs, "extends"). */
function lineageOf(body: Mapping, name: string, seen: Set<string>): readonly string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const parents = [mapping(body[name])['extends']].flat().map(textOf).filter(Boolean);
  return [name, ...parents.toReversed().flatMap((parent) => lineageOf(body, parent, seen))];
}

const textOf = (value: unknown): string =>
  ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';

const mapping = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
