/**
 * What a bridge may rely on in GitLab's answers, as JSON schemas of our own. Field names and types were checked
 * against GitLab's description of its API; where it differs from what GitLab does, a comment says so.
 */

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const id = { type: 'integer', minimum: 1 };
const flag = { type: 'boolean' };
const instant = { type: 'string', format: 'date-time' };
const instantOrNull = { type: ['string', 'null'], format: 'date-time' };
const numberOrNull = { type: ['number', 'null'] };
const integerOrNull = { type: ['integer', 'null'] };
const url = { type: 'string', format: 'uri' };
const sha = { type: 'string', pattern: '^[0-9a-f]{40}$' };
const status = {
  enum: [
    'created',
    'waiting_for_resource',
    'preparing',
    'waiting_for_callback',
    'pending',
    'running',
    'success',
    'failed',
    'canceling',
    'canceled',
    'skipped',
    'manual',
    'scheduled',
  ],
};

type Properties = Record<string, unknown>;

/** Every property is required, and no other is taken: a misspelt field is an error on both counts. */
const exactly = (properties: Properties, optional: Properties = {}) => ({
  type: 'object',
  properties: { ...properties, ...optional },
  required: Object.keys(properties),
  additionalProperties: false,
});

const listOf = (items: object) => ({ type: 'array', items, minItems: 1 });

const user = exactly({
  id,
  username: text,
  public_email: textOrNull,
  name: text,
  state: text,
  locked: flag,
  avatar_url: textOrNull,
  web_url: url,
});

const basic = {
  id,
  iid: id,
  project_id: id,
  sha,
  ref: text,
  status,
  source: text,
  created_at: instant,
  updated_at: instant,
  web_url: url,
};

const detailedStatus = exactly({
  icon: text,
  text,
  label: text,
  group: text,
  tooltip: text,
  has_details: flag,
  details_path: text,
  illustration: { type: ['object', 'null'] },
  favicon: text,
});

const full = {
  ...basic,
  before_sha: sha,
  tag: flag,
  yaml_errors: textOrNull,
  user,
  started_at: instantOrNull,
  finished_at: instantOrNull,
  committed_at: instantOrNull,
  duration: integerOrNull,
  queued_duration: integerOrNull,
  coverage: numberOrNull,
  detailed_status: detailedStatus,
};

const commit = exactly({
  id: sha,
  short_id: text,
  created_at: instant,
  parent_ids: { type: 'array', items: sha },
  title: text,
  message: text,
  author_name: text,
  author_email: text,
  authored_date: instant,
  committer_name: text,
  committer_email: text,
  committed_date: instant,
  trailers: { type: 'object' },
  extended_trailers: { type: 'object' },
  web_url: url,
});

const jobBasic = {
  id,
  status,
  stage: text,
  name: text,
  ref: text,
  tag: flag,
  coverage: numberOrNull,
  allow_failure: flag,
  created_at: instant,
  started_at: instantOrNull,
  finished_at: instantOrNull,
  erased_at: instantOrNull,
  duration: numberOrNull,
  queued_duration: numberOrNull,
  user,
  commit,
  pipeline: exactly(basic),
  web_url: url,
  project: { type: 'object' },
};
const failure = { failure_reason: text };

const job = exactly(
  {
    ...jobBasic,
    artifacts: { type: 'array' },
    runner: { type: ['object', 'null'] },
    runner_manager: { type: ['object', 'null'] },
    artifacts_expire_at: instantOrNull,
    archived: flag,
    tag_list: { type: 'array', items: text },
  },
  failure,
);

const branch = exactly({
  name: text,
  commit,
  merged: flag,
  protected: flag,
  developers_can_push: flag,
  developers_can_merge: flag,
  can_push: flag,
  default: flag,
  web_url: url,
});

/** Entity UserPublic. */
const currentUser = {
  type: 'object',
  required: [
    'id',
    'username',
    'name',
    'state',
    'web_url',
    'created_at',
    'bot',
    'email',
    'external',
    'identities',
  ],
  properties: {
    ...user.properties,
    created_at: instant,
    bot: flag,
    email: text,
    external: flag,
    two_factor_enabled: flag,
    can_create_project: flag,
    identities: { type: 'array' },
    projects_limit: { type: 'integer' },
    last_activity_on: { type: ['string', 'null'], format: 'date' },
    confirmed_at: instantOrNull,
  },
};

/** Schema for each kind of answer. */
export const SCHEMAS = {
  currentUser,
  pipeline: exactly(full),
  pipelineWithName: exactly({ ...full, name: textOrNull }),
  // The description has no `name` in lists; GitLab sends it.
  pipelines: listOf(exactly({ ...basic, name: textOrNull })),
  job,
  jobs: listOf(job),
  bridges: listOf(exactly({ ...jobBasic, downstream_pipeline: { type: ['object', 'null'] } }, failure)),
  branch,
  branches: listOf(branch),
  project: {
    type: 'object',
    required: ['id', 'name', 'path', 'path_with_namespace', 'default_branch', 'web_url', 'visibility'],
    properties: {
      id,
      name: text,
      path: text,
      path_with_namespace: text,
      default_branch: textOrNull,
      created_at: instant,
      web_url: url,
      visibility: text,
      empty_repo: flag,
      archived: flag,
      restrict_user_defined_variables: flag,
      ci_pipeline_variables_minimum_override_role: {
        enum: ['no_one_allowed', 'developer', 'maintainer', 'owner'],
      },
    },
  },
  variables: listOf(exactly({ variable_type: text, key: text, value: text, raw: flag })),
  testReportSummary: exactly({ total: { type: 'object' }, test_suites: { type: 'array' } }),
  accessToken: exactly({
    id,
    name: text,
    revoked: flag,
    created_at: instant,
    description: textOrNull,
    scopes: listOf(text),
    user_id: id,
    last_used_at: instantOrNull,
    active: flag,
    expires_at: { type: ['string', 'null'], format: 'date' },
    last_used_ips: { type: 'array', items: text },
  }),
  metadata: exactly({ version: text, revision: text, kas: { type: 'object' }, enterprise: flag }),
  message: exactly({ message: text }),
  baseErrors: exactly({ message: exactly({ base: listOf(text) }) }),
  error: exactly({ error: text }),
  scopeError: exactly({ error: text, error_description: text }, { scope: text }),
};

export type SchemaName = keyof typeof SCHEMAS;
