/** The root CI file of the GitLab project, as far as it is looked at. Pure. Nothing of its text is ever shown. */
import { parseAllDocuments } from 'yaml';

/** What the file says. */
export interface CiFile {
  /** Names of the inputs that `spec: inputs` declares; undefined without such a header. */
  readonly inputs: readonly string[] | undefined;
  /** Whether it takes jobs from other files. */
  readonly includes: boolean;
  /** The tests that the template is told of; undefined where it is not included. `[]`: included, and told of none. */
  readonly known: readonly string[] | undefined;
  /** Names of its jobs, hidden ones left out. */
  readonly jobs: readonly string[];
}

/** Keys that are no jobs (GitLab docs, "CI/CD YAML syntax reference", global keywords). */
const globals = [
  ...['spec', 'include', 'workflow', 'stages', 'variables', 'default', 'image', 'services'],
  ...['before_script', 'after_script', 'cache', 'pages:deploy', 'types'],
];

/** Reads it; undefined where it is no YAML. */
export function readCiFile(text: string): CiFile | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
  const [first = {}, second] = documents.map((one) => mapping(one.toJS({ maxAliasCount: 1000 })));
  // A header stands before `---` (GitLab docs, "CI/CD inputs").
  const header = 'spec' in first ? first : undefined;
  const body = header === undefined || second !== undefined ? (second ?? first) : {};
  const included = [body['include']].flat().filter((one) => one !== undefined);
  return {
    inputs: header && Object.keys(mapping(mapping(header['spec'])['inputs'])),
    includes: included.length > 0,
    known: included.map(knownIn).find((known) => known !== undefined),
    jobs: Object.keys(body).filter((name) => !globals.includes(name) && !name.startsWith('.')),
  };
}

/** The list that an include hands to the template. */
function knownIn(include: unknown): readonly string[] | undefined {
  const given = mapping(include);
  const from = ['remote', 'component', 'project', 'local', 'file', 'template'].map((key) =>
    String(given[key] ?? ''),
  );
  const inputs = mapping(given['inputs']);
  if (!('known-tests' in inputs) && !from.some((text) => /functional-tests(?:[/.@]|$)/.test(text)))
    return undefined;
  return [inputs['known-tests'] ?? []]
    .flat()
    .flatMap((entry) => String(entry).split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

const mapping = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
