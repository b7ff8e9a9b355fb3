/**
 * What is wrong with CI files, in GitLab's sentences (GitLab's code, lib/gitlab/ci/yaml_processor.rb, lib/gitlab/ci/config):
 * gitlab-ci-local has words of its own.
 */
import { NotImitated } from '../../base/gaps.ts';
import { list, type Mapping, mapping } from './configuration.ts';

const sentences: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/needs: \[(.+?)\] for (.+) could not be found/, (need, job) => `${job} job: undefined need: ${need}`],
  [
    /^YAMLException: (.+?) \((\d+):(\d+)\)/,
    (_what, line, column) =>
      `(<unknown>): did not find expected node content while parsing a flow node at line ${line} column ${column}`,
  ],
  [
    /^(.+) must have script specified/,
    (job) => `jobs ${job} config should implement the script:, run:, or trigger: keyword`,
  ],
  [
    /Cannot create property '.*' on /,
    () => 'jobs config should implement the script:, run:, or trigger: keyword',
  ],
  [
    /^(.+) is unspecified, used by (.+) extends/,
    (base, job) => `${job}: unknown keys in \`extends\` (${base})`,
  ],
  [/^Local include file cannot be found (.+)/, (file) => `Local file \`${file}\` does not exist!`],
  [
    /'(.+)' property is not expected to be here at (\S+) \[/,
    (key, job) => `jobs:${job} config contains unknown keys: ${key}`,
  ],
  [/'name' must not have fewer than 1 characters at workflow/, () => tooShort],
  [
    /'name' must not have more than 255 characters at workflow/,
    () => 'workflow name is too long (maximum is 255 characters)',
  ],
];

const tooShort = 'workflow name is too short (minimum is 1 character)';

/** GitLab's sentence for what gitlab-ci-local said. Throws NotImitated where none is known: a made-up one would be kept. */
export function sentenceFor(said: string, document: Mapping): string {
  const [, stage, job] = /^stage:(.+) not found for (.+)/.exec(said) ?? [];
  if (stage !== undefined) {
    const stages = ['.pre', ...(list(document['stages']).map(String) || []), '.post'];
    return `${job} job: chosen stage ${stage} does not exist; available stages are ${stages.join(', ')}`;
  }
  for (const [pattern, sentence] of sentences) {
    const [match, ...parts] = pattern.exec(said) ?? [];
    if (match !== undefined) return sentence(...parts);
  }
  throw new NotImitated(`GitLab's sentence for: ${said}`);
}

/** What GitLab refuses in an expanded configuration that gitlab-ci-local takes; undefined when there is nothing. */
export function faultIn(preview: Mapping, jobs: ReadonlyMap<string, Mapping>): string | undefined {
  if (jobs.size === 0) return 'jobs config should contain at least one visible job';
  if (mapping(preview['workflow'])['name'] === '') return tooShort;
  for (const [name, job] of jobs) {
    const both = ['only', 'except'].filter((key) => job[key] !== undefined && job['rules'] !== undefined);
    if (both.length > 0) return `jobs:${name} config key may not be used with \`rules\`: ${both.join(', ')}`;
  }
  return undefined;
}
