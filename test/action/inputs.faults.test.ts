import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { action, faults, type Inputs, read } from './build.ts';

/** Any UTF-16 unit, also half a character. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

const marker = 'M4RK3R';

/** Inputs with which a token is read in Vault, so that those of Vault's count. */
const byVault: Inputs = {
  'gitlab-token': ' ',
  'vault-url': 'https://vault.example',
  'vault-secrets': 'secret/ci/gitlab token = gitlab-token',
};

describe('what is wrong about Vault is told by the name of its input', () => {
  it.each<[string, string, RegExp]>([
    ['vault-url', ' ', /^vault-url: is missing: give the address of the Vault server$/],
    ['vault-url', '', /is empty: give the address/],
    ['vault-url', `http://${marker}.example`, /https URL/],
    ['vault-url', 'vault.example:8200', /begin with `https/],
    ['vault-url', `https://vault.example/v1/${marker}`, /leave out `\/v1` and `\/ui`/],
    ['vault-url', 'https://vault.example/ui', /leave out/],
    ['vault-namespace', `/${marker}`, /path of a namespace/],
    ['vault-auth', marker, /must be one of: jwt, approle, token/],
    ['vault-mount', `auth/${marker}`, /leave out `auth\/`/],
    ['vault-mount', 'jwt/login', /leave out `auth\/` and `\/login`/],
    ['vault-mount', `/${marker}`, /path of a mount/],
    ['vault-mount', `../${marker}`, /path of a mount/],
    ['vault-mount', `${marker}/./jwt`, /path of a mount/],
    ['vault-namespace', `${marker}/..`, /path of a namespace/],
    ['vault-role', `two ${marker}`, /name of a role/],
    ['vault-audience', `two ${marker}`, /one word/],
    ['vault-role-id', marker, /not used with `vault-auth: jwt`: leave it out, or set `vault-auth: approle`/],
    ['vault-secret-id', marker, /not used with `vault-auth: jwt`/],
    ['vault-token', marker, /not used with `vault-auth: jwt`: leave it out, or set `vault-auth: token`/],
    ['vault-kv-version', '3', /must be 1 or 2/],
    ['vault-secrets', `secret/ci ${marker}`, /^vault-secrets: line 1 must be `path key = gitlab-token`/],
    ['vault-secrets', `/secret/${marker} token = gitlab-token`, /line 1 must be `path key/],
    ['vault-secrets', `secret/../${marker} token = gitlab-token`, /line 1 must be `path key/],
    ['vault-secrets', `secret//${marker} token = gitlab-token`, /line 1 must be `path key/],
    [
      'vault-secrets',
      `secret/ci ${marker} = AWS_KEY`,
      /line 1 may fill `gitlab-token` or `gitlab-trigger-token`/,
    ],
    ['vault-secrets', 'a b = gitlab-token\n\n c d = gitlab-token', /line 3 fills `gitlab-token` once more/],
  ])('%s: %j', async (name, value, told) => {
    const all = await faults({ ...byVault, [name]: value });
    expect(all).toEqual([expect.stringMatching(told)]);
    expect(all.join()).not.toContain(marker);
  });

  it.each<[string, Inputs, RegExp]>([
    [
      'no token is to be read',
      { 'vault-url': 'https://vault.example' },
      /^vault-secrets: is missing, and `vault-url` is set/,
    ],
    [
      'a token is given twice',
      { ...byVault, 'gitlab-token': 'glpat-1' },
      /fills `gitlab-token`, which is set as an input too/,
    ],
    ...(['vault-namespace', 'vault-mount', 'vault-audience', 'vault-role'] as const).map(
      (name): [string, Inputs, RegExp] => [
        `no token is to be read, and ${name} is set`,
        { [name]: 'ci' },
        new RegExp(`^vault-secrets: is missing, and \`${name}\` is set`),
      ],
    ),
    [
      'no token is to be read with such a version',
      { 'vault-kv-version': '2' },
      /^vault-secrets: is missing, and `vault-kv-version` is set/,
    ],
    [
      'no token is to be read in such a way',
      { 'vault-auth': 'approle' },
      /^vault-secrets: is missing, and `vault-auth` is set/,
    ],
    [
      'an expression found no token to read',
      { 'gitlab-token': ' ', 'vault-url': 'https://vault.example', 'vault-secrets': '' },
      /^vault-secrets: is empty: name a token to read/,
    ],
    [
      'the way to log in is mistyped',
      { ...byVault, 'vault-auth': 'aprole', 'vault-role-id': marker, 'vault-secret-id': marker },
      /^vault-auth: must be one of/,
    ],
    ['the id of a role is missing', { ...byVault, 'vault-auth': 'approle' }, /^vault-role-id: is missing/],
    ['the token is missing', { ...byVault, 'vault-auth': 'token' }, /^vault-token: is missing/],
    [
      'a role is given to AppRole',
      { ...byVault, 'vault-auth': 'approle', 'vault-role-id': 'r', 'vault-role': 'ci' },
      /^vault-role: is not used with `vault-auth: approle`/,
    ],
  ])('%s', async (_, inputs, told) => {
    expect(await faults(inputs)).toEqual([expect.stringMatching(told)]);
  });

  it('does not count where no token is needed', async () => {
    expect(await faults({ ...byVault, mode: 'require-all', 'vault-url': marker })).toEqual([]);
  });
});

describe('what is wrong is told by the name of its input', () => {
  it.each<[string, string, RegExp]>([
    ['mode', `ruun${marker}`, /must be one of: auto, run, /],
    ['mode', '', /must be one of/],
    [
      'github-token',
      '',
      /^github-token: is empty: does the secret exist, and has the job its `environment:`\?$/,
    ],
    ['membership-token', '', /is empty: does the secret exist/],
    ['duplicate-token', '', /is empty: does the secret exist/],
    ['gitlab-trigger-token', '', /is empty: does the secret exist/],
    [
      'gitlab-token',
      '',
      /^gitlab-token: is empty: does the secret exist, and has the job its `environment:`\?$/,
    ],
    ['membership-token', `two words ${marker}`, /one word/],
    ['duplicate-token', `two\n${marker}`, /one word/],
    ['organization', `acme/${marker}`, /name of an organisation/],
    ['organization', '-acme', /name of an organisation/],
    ['teams', `core, ${marker} team`, /item 2/],
    ['teams', `core, acme/${marker}`, /without the organisation.*item 2/],
    ['teams', `@acme/${marker}`, /without the organisation.*item 1/],
    ['teams', '', /is empty: name a team/],
    ['who-may-run', '', /is empty: name who may run what/],
    ['who-may-run', `acme/${marker}: all`, /without the organisation/],
    ['organization', `https://github.com/${marker}`, /and no address/],
    ['trusted-bots', `1,${marker}[bot]`, /numeric ids.*item 2/],
    ['trusted-bots', '1234567890123456', /item 1/],
    ['drafts', `${marker}`, /true or false/],
    ['drafts', 'yes', /true or false/],
    ['drafts', '', /true or false/],
    ['approvals', `${marker}`, /must be one of: comment, none/],
    ['who-may-run', `core ${marker}: all`, /names must be roles, or team slugs/],
    ['who-may-run', `core: $${marker}`, /test ids/],
    ['who-may-run', 'core:', /test ids/],
    ['status-context', 'drawbridge/require-all', /must not end with `\/require-all` unless/],
    ['label-prefix', '', /is empty/],
    ['tests', '{test-a: a', /YAML map/],
    ['tests', `- test-a\n- {${marker}: b}`, /item 2 of the list/],
    ['tests', '[]', /at least one/],
    ['tests', `test-a: {${marker}: b}`, /entry 1/],
    ['tests', `test-a: a\ntest-a: ${marker}`, /YAML map/],
    ['tests', `test-a: "a b ${marker}"`, /the id of the label test-a must consist of/],
    ['tests', `test-a: "a,${marker}"`, /the id of the label test-a must consist of/],
    ['test-jobs', `None${marker}`, /the word `none`, or a YAML map/],
    ['test-jobs', `[${marker}]`, /the word `none`, or a YAML map/],
    ['test-jobs', `a: {${marker}: b}`, /entry 1/],
    ['test-jobs', `a: x\n"b ${marker}": x`, /entry 2 must be for a test id/],
    ['test-jobs', 'test-all: x', /entry 1 .*not for the one of `all-label`/],
    ['test-jobs', `a: "x,,${marker}"`, /entry 1 must have names of jobs/],
    ['test-jobs', 'a: []', /entry 1 must have names of jobs/],
    ['test-jobs', 'a:', /entry 1 must have names of jobs/],
    ['test-jobs', `a: ${'x'.repeat(256)}`, /1 to 255 characters/],
    ['paths', `[${marker}]`, /YAML map/],
    ['paths', '{}', /at least one test/],
    ['paths', `"a ${marker}": x/**`, /entry 1: test ids must consist of/],
    ['paths', `a: x/**\nb: [x, "/${marker}"]`, /entry 2: pattern 2 must begin at the root/],
    ['paths', `a: ["!${marker}"]`, /entry 1: must have a pattern that does not begin with `!`/],
    ['paths', 'a: []', /entry 1: must have a pattern/],
    ['paths', 'a:', /entry 1: pattern 1 is empty/],
    ['paths', `a: [x, !${marker} ]`, /put quotes around/],
    ['paths', `a: *${marker}`, /entry 1: put quotes around/],
    ['default-tests', `a,$${marker}`, /item 2/],
    ['all-label', `$${marker}`, /must consist of/],
    ['settle-seconds', '601', /from 0 to 600/],
    ['settle-seconds', '-1', /from 0 to 600/],
    ['pull-request', `#${marker}`, /number of a pull request/],
    ['pull-request', '0', /number of a pull request/],
    ['gitlab-url', `http://${marker}.example`, /https URL/],
    ['gitlab-url', `https://user:${marker}@git.example`, /https URL/],
    ['gitlab-url', `https://git.example/?${marker}`, /https URL/],
    ['gitlab-url', `https://git.example/#${marker}`, /https URL/],
    ['gitlab-url', `ftp://${marker}`, /https URL/],
    ['gitlab-url', marker, /https URL/],
    ['gitlab-url', '', /is empty/],
    ['gitlab-url', `${marker}.example.org/gitlab`, /must begin with `https:/],
    ['gitlab-url', `https://${marker}.example/api/v4/`, /server alone: leave out `.api.v4`/],
    ['gitlab-url', `https://${marker}.example/gitlab/API/v4`, /server alone: leave out `.api.v4`/],
    ['gitlab-url', `https://gitlab.com/${marker}/tests`, /server alone: leave out the path of the project/],
    ['gitlab-url', 'https://git.example/Acme/engine-tests', /leave out the path of the project/],
    ['gitlab-url', `https://git.example/a/${marker}.git`, /leave out the path of the project/],
    ['gitlab-url', `https://git.example/a/${marker}/-/pipelines`, /leave out the path of the project/],
    ['gitlab-url', 'https://api.github.com', /this one is GitHub/],
    ['gitlab-project', '', /is empty: give the path/],
    ['gitlab-project', ' ', /is missing: give the path/],
    ['gitlab-project', `https://gitlab.com/acme/${marker}`, /path alone.*: leave out the address/],
    ['gitlab-project', `git@gitlab.com:acme/${marker}.git`, /path alone.*: leave out the address/],
    ['gitlab-project', `acme/${marker}.git`, /path alone.*: leave out the `.git`/],
    ['gitlab-project', `/acme/${marker}`, /path alone.*: leave out the `\/` around it/],
    ['gitlab-project', `acme/${marker}/-/settings`, /path alone.*: leave out all from/],
    ['gitlab-project', marker, /`group\/project` or a number/],
    ['gitlab-ref', `-${marker}`, /branch or tag/],
    ['gitlab-ref', `a ${marker}`, /branch or tag/],
    ['gitlab-ref', 'x'.repeat(256), /branch or tag.*256/],
    ['twin-branches', `main,a ${marker}`, /branch names.*item 2/],
    ['gitlab-trigger-token', `two words ${marker}`, /one word/],
    ['gitlab-token', `two words ${marker}`, /one word/],
    ['pass-as', marker, /must be one of: variables, inputs/],
    ['variables', marker, /YAML map/],
    ['variables', `A-B: ${marker}`, /letters, digits and _/],
    ['variables', `A: $${marker}`, /the value of A must consist of/],
    ['variables', `A: "a ${marker}"`, /the value of A must consist of/],
    ['variables', `A: |\n  ${marker}\n`, /the value of A must consist of/],
    ['branch-variable', `A-${marker}`, /name of a variable/],
    ['tests-variable', `1${marker}`, /name of a variable/],
    ['wait', marker, /true or false/],
    ['supersede', marker, /true or false/],
    ['disclose', marker, /must be one of: status, counts, jobs/],
    ['link', marker, /must be/],
    ['comment', marker, /must be/],
    ['timeout-minutes', '0', /more than 0 and at most 1440/],
    ['timeout-minutes', `${marker}`, /number of minutes/],
    ['timeout-minutes', '1e3', /number of minutes/],
    ['timeout-minutes', '1441', /number of minutes/],
    ['error-budget-minutes', '-1', /number of minutes/],
    ['error-budget-minutes', '', /number of minutes/],
    ['on-blocked', marker, /must be one of: fail, wait/],
    ['on-rerun', marker, /must be one of: retry-failed, new/],
    ['status-context', `ü${marker}`, /printable/],
    ['status-context', 'x'.repeat(101), /printable.*101/],
    ['ca-certificate', marker, /PEM/],
    ['ca-certificate', `-----BEGIN PRIVATE KEY-----\n${marker}\n-----END PRIVATE KEY-----`, /private key/],
    ['ca-certificate', `-----BEGIN CERTIFICATE-----\n${marker}\n-----END CERTIFICATE-----`, /number 1 in it/],
    ['ca-certificate', `-----BEGIN CERTIFICATE-----\n${marker}\n`, /has no end/],
  ])('%s: %j', async (name, value, message) => {
    const told = await faults({ [name]: value });
    expect(told.length).toBeGreaterThan(0);
    for (const line of told) expect(line.startsWith(`${name}: `)).toBe(true);
    expect(told.join('\n')).toMatch(message);
    expect(told.join('\n')).not.toContain(marker);
  });

  it.each([
    'CI_COMMIT_SHA',
    'GIT_CONFIG_COUNT',
    'node_options',
    'HTTPS_PROXY',
    'GITHUB_COMMIT_ID',
    'DRAWBRIDGE_KEY',
    'TESTS_TO_RUN',
  ])('variables: %s is reserved: attack 18', async (name) =>
    expect(await faults({ variables: `${name}: x` })).toEqual([
      `variables: the name ${name} is reserved; choose another`,
    ]),
  );

  it('variables: the names that the maintainer chose are taken', async () => {
    expect(await faults({ 'tests-variable': 'TESTS', variables: 'TESTS: x' })).toEqual([
      'variables: the name TESTS is reserved; choose another',
    ]);
  });

  it('who-may-run: ids that no label means, where `tests` lists them', async () => {
    const tests = 'test-a: aws\ntest-b: dns';
    const told = 'cloud must have test ids that `tests` lists, or `all`';
    expect(await faults({ tests, 'who-may-run': 'core: aws\ncloud: test-a' })).toEqual([
      `who-may-run: ${told}`,
    ]);
    expect(await faults({ tests, 'who-may-run': 'core: [aws, dns]\ncloud: ALL\nnet: test-all' })).toEqual([]);
    expect(await faults({ 'who-may-run': 'cloud: test-a' })).toEqual([]);
  });

  it('status-context: one that is relied on for all may be of the run that requires all', async () => {
    const inputs = { 'status-context': 'drawbridge/require-all', 'require-all': 'true' };
    expect(await faults(inputs)).toEqual([]);
    expect(await faults({ ...inputs, 'require-all': 'false', mode: 'require-all' })).toEqual([]);
  });

  it.each<[string, Inputs, string]>([
    ['no token', { 'gitlab-token': ' ' }, 'gitlab-token: is missing'],
    [
      'a trigger token alone cannot watch',
      { 'gitlab-token': ' ', 'gitlab-trigger-token': 'x' },
      'gitlab-token: is missing: a trigger token alone',
    ],
    [
      'nor cancel',
      { 'gitlab-token': ' ', 'gitlab-trigger-token': 'x', mode: 'cancel' },
      'gitlab-token: is missing: a trigger token alone can neither watch nor cancel; add an access token, or leave',
    ],
    [
      'nor sweep',
      { 'gitlab-token': ' ', 'gitlab-trigger-token': 'x', mode: 'sweep', wait: 'false' },
      'gitlab-token: is missing: a trigger token alone can neither watch nor cancel; add an access token, or leave',
    ],
    [
      'nor find the default branch',
      { 'gitlab-token': ' ', 'gitlab-trigger-token': 'x', mode: 'trigger' },
      'gitlab-ref: is missing',
    ],
  ])('%s', async (_, inputs, expected) => {
    const told = await faults(inputs);
    expect(told).toHaveLength(1);
    expect(told[0]?.startsWith(expected)).toBe(true);
  });

  it('all at once', async () => {
    const told = await faults({
      mode: 'x',
      drafts: 'x',
      'gitlab-url': 'x',
      'timeout-minutes': 'x',
      teams: 'a b',
    });
    expect(told.map((line) => String(line.split(':')[0])).sort()).toEqual([
      'drafts',
      'gitlab-url',
      'mode',
      'teams',
      'timeout-minutes',
    ]);
  });
});

describe('any text in any input', () => {
  it('is read without throwing, and never repeated', async () => {
    const name = fc.constantFrom(...Object.keys(action.inputs));
    const text = fc.oneof(
      fc.string({ unit: anyUnit }),
      fc.string(),
      fc.constantFrom('a: b', '- x', '{', '&a *a', '!!binary x', '? x', '%YAML 1.1'),
    );
    await fc.assert(
      fc.asyncProperty(name, text, text, async (input, before, behind) => {
        const told = (await read({ [input]: `${before}${marker}${behind}` })).faults;
        // Labels and names of variables are repeated, as `shown`: they are no values.
        const others = told.filter(({ wrong }) => !/^the (name|label|id of the label|value of) /.test(wrong));
        expect(JSON.stringify(others)).not.toContain(marker);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what would only show much later', () => {
  // A list of nothing would mean "no test": GitLab would get an empty TESTS_TO_RUN.
  it.each([',', ', ,'])('default-tests: %j', async (value) => {
    expect(await faults({ 'default-tests': value })).toEqual(['default-tests: must name at least one test']);
  });

  // GitLab would get a name that no job there knows, on every pull request without a label.
  it.each<[string, Inputs, number]>([
    ['an id that `tests` does not list', { 'default-tests': 'aws,lint' }, 2],
    ['a label in place of its id', { 'default-tests': 'test-aws' }, 1],
    ['the usual all label, where it is another', { 'default-tests': 'test-all', 'all-label': 'x:all' }, 1],
  ])('default-tests: %s', async (_, inputs, item) => {
    expect(await faults({ tests: 'test-aws: aws', ...inputs })).toEqual([
      `default-tests: must be test ids that \`tests\` lists, or the one of \`all-label\`; item ${item} is neither`,
    ]);
  });

  // The jobs of the test that was meant would never be asked for.
  it.each(['aws: x\nlint: x', 'aws: x\ntest-aws: x'])(
    'test-jobs: an id that `tests` does not list: %j',
    async (value) => {
      expect(await faults({ tests: 'test-aws: aws', 'test-jobs': value })).toEqual([
        'test-jobs: entry 2 must be for a test id that `tests` lists',
      ]);
    },
  );

  it('default-tests, test-jobs: nothing is said of them where `tests` itself cannot be read', async () => {
    expect(await faults({ tests: '{a', 'default-tests': 'aws', 'test-jobs': 'aws: x' })).toEqual([
      'tests: must be a YAML map, one `name: value` on each line, or a list of names',
    ]);
  });

  it('paths: an id that `tests` does not list', async () => {
    const tests = 'test-aws: aws';
    expect(await faults({ tests, paths: 'aws: a/**\ntest-all: b/**\ntest-aws: c/**' })).toEqual([
      'paths: entry 3: `test-aws` is no test id: give one that `tests` lists, or the one of `all-label`',
    ]);
    expect(await faults({ paths: 'anything: a/**' })).toEqual([]);
  });

  // The names of the two variables are held against the reserved ones too (docs/security.md, attack 18).
  it.each(['BASH_ENV', 'CI_PIPELINE_SOURCE', 'GIT_CONFIG_COUNT', 'GITHUB_COMMIT_ID', 'DRAWBRIDGE_KEY'])(
    'branch-variable: %s',
    async (name) => {
      expect(await faults({ 'branch-variable': name })).not.toEqual([]);
    },
  );

  // With one name for both, the tests would overwrite the branch without a word.
  it('branch-variable and tests-variable: the same name', async () => {
    expect(await faults({ 'branch-variable': 'X', 'tests-variable': 'X' })).not.toEqual([]);
  });

  // The transport would refuse a token with a line end in it, as "GitHub could not be reached".
  it('github-token: two words', async () => {
    expect(await faults({ 'github-token': 'two words' })).not.toEqual([]);
  });

  // Such a label can never choose its test.
  it('tests: a label without the prefix', async () => {
    const why = 'must begin with `label-prefix`, or it can never choose its test';
    expect(await faults({ tests: 'aws: aws\n"\\u202egnp": png' })).toEqual([
      `tests: the label aws ${why}`,
      `tests: the label "\\u{202e}gnp" ${why}`,
    ]);
  });

  // GitHub has one of the two, and which id it stands for would be a guess.
  it('tests and who-may-run: a name twice, in other letters', async () => {
    expect(await faults({ tests: 'test-a: a\nTest-A: b', 'who-may-run': 'Admin: a\nadmin: b' })).toEqual([
      'tests: the label Test-A is there twice: case makes no difference to GitHub',
      'who-may-run: the name admin is there twice: case makes no difference to GitHub',
    ]);
  });

  // In a list the label itself would be sent.
  it.each(['test-a, test b', '[test-a, test b]', '- test-a\n- "test b"', 'test-a\ntest b'])(
    'tests: a list with a label that may not be sent: %j',
    async (tests) => {
      expect(await faults({ tests })).toEqual([
        'tests: the label "test b" is its own id, and must consist of letters, digits and . _ / : @ # + = -; ' +
          'give it an id of such characters: `label: id`',
      ]);
    },
  );
});

it('a link needs a path: a number makes no address of a page', async () => {
  const fault = 'link: needs `gitlab-project` as a path (`group/project`): a number makes no address';
  expect(await faults({ link: 'true', 'gitlab-project': '4711' })).toEqual([fault]);
  expect(await faults({ link: 'true', 'gitlab-project': 'acme/tests' })).toEqual([]);
  expect(await faults({ 'gitlab-project': '4711' })).toEqual([]);
});
