/**
 * Which keywords of .gitlab-ci.yml the sandbox plays. Unknown ones GitLab refuses itself; of those that GitLab knows (GitLab
 * docs, "CI/CD YAML syntax reference") the others are refused here, because a file that is played without them would
 * pass where GitLab's does not.
 */
import { NotImitated } from '../../base/gaps.ts';
import { refuseForeignFiles } from './changes.ts';
import { list, type Mapping, mapping } from './configuration.ts';

/** What is played. */
const played: Readonly<Record<string, readonly string[]>> = {
  root: ['default', 'include', 'stages', 'variables', 'workflow'],
  workflow: ['name', 'rules', 'auto_cancel'],
  job: [
    ...[
      'script',
      'before_script',
      'after_script',
      'stage',
      'variables',
      'tags',
      'extends',
      'inherit',
      'id_tokens',
    ],
    ...[
      'rules',
      'only',
      'except',
      'when',
      'start_in',
      'allow_failure',
      'needs',
      'parallel',
      'artifacts',
      'trigger',
    ],
  ],
  rule: ['if', 'changes', 'exists', 'when', 'start_in', 'allow_failure', 'variables', 'needs'],
  // `strategy` is in what a test says of bridges (project.ts, `bridgeStatus`).
  trigger: ['project', 'branch', 'strategy'],
  artifacts: ['paths'],
  include: ['local', 'remote', 'integrity', 'component', 'inputs', 'rules'],
};

/** What changes nothing here: there is one machine without containers, nothing is kept from job to job, nobody looks. */
const without: Readonly<Record<string, readonly string[]>> = {
  root: ['image', 'services', 'cache', 'before_script', 'after_script'],
  workflow: [],
  job: ['image', 'services', 'cache', 'interruptible', 'coverage'],
  rule: ['interruptible', 'auto_cancel'],
  trigger: [],
  artifacts: ['name', 'expire_in', 'expose_as', 'public', 'access'],
  include: [],
};

/** Throws NotImitated for the first keyword of an expanded configuration that the sandbox does not play. */
export function refuseKeywords(preview: Mapping): void {
  for (const [name, entry] of Object.entries(preview)) {
    if (name.startsWith('.') || isKnown('root', name)) continue;
    refuseIn('job', name, mapping(entry));
    refuseRules(name, mapping(entry));
    refuseIn('trigger', `${name}:trigger`, mapping(mapping(entry)['trigger']));
    refuseIn('artifacts', `${name}:artifacts`, mapping(mapping(entry)['artifacts']));
  }
  const workflow = mapping(preview['workflow']);
  refuseIn('workflow', 'workflow', workflow);
  refuseRules('workflow', workflow);
  for (const [when, what] of Object.entries(mapping(workflow['auto_cancel']))) {
    // Nothing is cancelled by another pipeline here, which is what `none` says.
    if (what !== 'none') throw new NotImitated(`\`workflow:auto_cancel:${when}: ${String(what)}\``);
  }
}

/** The same for a file before its includes are fetched. */
export function refuseIncludes(document: Mapping): void {
  for (const entry of list(document['include'])) {
    if (typeof entry !== 'string') refuseIn('include', 'include', mapping(entry));
    else if (/^https?:/.test(entry)) throw new NotImitated('`include:remote` in its short form');
  }
}

function refuseRules(owner: string, { rules }: Mapping): void {
  for (const rule of list(rules).map(mapping)) {
    refuseIn('rule', `${owner}:rules`, rule);
    refuseForeignFiles(rule);
  }
}

function refuseIn(kind: string, owner: string, entry: Mapping): void {
  const key = Object.keys(entry).find((one) => !isKnown(kind, one));
  if (key !== undefined) throw new NotImitated(`\`${owner}:${key}\` in .gitlab-ci.yml`);
}

const isKnown = (kind: string, key: string): boolean =>
  played[kind]?.includes(key) === true || without[kind]?.includes(key) === true;
