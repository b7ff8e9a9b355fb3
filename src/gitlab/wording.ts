/** GitLab's sentences, each with what we call it: the only place where words of GitLab are compared with anything. */
import type { KnownRefusal } from '../net/refusal.ts';
import type { GitLabRefusal } from '../net/refusals.ts';

/**
 * Matches an answer in which a text begins with one of these sentences, in any case of letters. Only the beginning
 * counts: further on stand links, and names that people have chosen for branches, jobs and inputs. GitLab puts
 * "400 Bad request - " before some texts, and our own `"` inside of a text is `\"` in JSON.
 */
const says = (...beginnings: readonly RegExp[]): RegExp =>
  new RegExp(
    `(?<!\\\\)"\\s*(?:4\\d\\d (?:bad request )?- )?(?:${beginnings.map(({ source }) => source).join('|')})`,
    'i',
  );

/**
 * Known refusals, the first that fits counts (docs/facts/gitlab.md, "Refusals" and "Words of a refused start", where each
 * generation of words has its source). What is not here stays without a name: no word of it is taken for another.
 */
export const known: readonly KnownRefusal<GitLabRefusal>[] = [
  // GitLab answers every method but GET so, in whatever words, and we make no call that it does not know.
  { code: 'project-moved', status: 405, text: /./, kind: 'moved' },
  { code: 'insufficient-granular-scope', text: says(/insufficient_granular_scope\b/) },
  { code: 'insufficient-scope', text: says(/insufficient_scope\b/) },
  { code: 'token-expired', text: says(/token is expired/) },
  { code: 'token-revoked', text: says(/token was revoked/) },
  { code: 'branch-not-found', text: says(/404 branch not found/) },
  { code: 'tag-not-found', text: says(/404 tag not found/) },
  { code: 'project-not-found', text: says(/404 project not found/) },

  { code: 'reference-not-found', text: says(/reference not found/) },
  { code: 'variables-refused', text: says(/insufficient permissions to set pipeline variables/) },
  { code: 'insufficient-role', text: says(/insufficient permissions to create a new pipeline/) },
  {
    code: 'protected-ref',
    text: says(
      /you do not have sufficient permission to run a pipeline on /,
      /insufficient permissions for protected ref /,
    ),
  },
  { code: 'too-many-pipelines', text: says(/too many pipelines created/), kind: 'rate-limited' },
  { code: 'pipelines-disabled', text: says(/pipelines are disabled/) },
  { code: 'config-missing', text: says(/missing ci config file/) },
  {
    code: 'identity-verification',
    text: says(
      /(?:identity|account) verification/,
      /verify your (?:account|identity)/,
      /credit card required/,
    ),
  },
  // Up to 16, and since 17.
  {
    code: 'filtered-by-workflow',
    text: says(/pipeline filtered out by workflow rules/, /(?:the )?pipeline did not run\. review the /),
  },
  // Up to 15.7, up to 16, and since 17.
  {
    code: 'no-jobs',
    text: says(
      /no (?:stages ?\/ ?)?jobs for this pipeline/,
      /pipeline will not run for the selected trigger/,
      /(?:the )?resulting pipeline would have been empty/,
    ),
  },
  {
    code: 'name-refused',
    text: says(
      /name"\s*:\s*\[\s*"is too (?:long|short)/,
      /(?:failed to (?:build|update|persist|create) [^"]*|workflow |pipeline metadata )?name (?:is too (?:long|short)|can't be blank)/,
    ),
  },
  {
    code: 'variables-invalid',
    text: says(
      /variables(?:\[[^\]"]*\])* (?:is|are|needs|key|have|do(?:es)? not)\b/,
      /duplicate variable names?: /,
    ),
  },
  {
    code: 'inputs-invalid',
    text: says(
      /inputs? (?:is|are) invalid/,
      /`[^`"]*` input: /,
      /given inputs (?:not defined|must be)/,
      /unknown input/,
      /there cannot be more than \d+ inputs/,
      /invalid inputs/,
    ),
  },
  // The first error of the CI files. Last, because it begins with names.
  {
    code: 'config-invalid',
    text: says(
      /(?:jobs|root|workflow|include|stages|variables|default|image|services|cache|header|spec)\b[^"]*? config (?:should|must|can|cannot|has|contains|is|key)\b/,
      /[^"]* job: (?:chosen stage|undefined need|dependency|needs?\b)/,
      /'[^'"]*' job needs /,
      /[^"]*: (?:unknown keys in `extends`|circular dependency detected in `extends`)/,
      /(?:included file|local file|remote file|project) `[^"]*` (?:is|does|not|could)\b/,
      /[^"]*while (?:parsing|scanning) a /,
      /[^"]*did not find expected /,
      /invalid (?:configuration format|yaml)/,
      /failed to parse rule for /,
      /the parsed yaml is too big/,
    ),
  },
  // GitLab begins each of its own 404s with the number; a gateway that knows no such route says so in other words.
  { code: 'foreign-not-found', status: 404, text: /^(?!.*"\s*404 )/s },
];
