export const id = 617;
export const ids = [617];
export const modules = {

/***/ 9617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: ./build/js/child/exit.js
var exit = __webpack_require__(1799);
// EXTERNAL MODULE: ./build/js/init/questions.js
var questions = __webpack_require__(928);
;// CONCATENATED MODULE: ./build/js/init/answers.js
/** The answers, once each was held against its question: nothing else is put into a file or a command. Pure. */

/** Reads what was said, all of it before anything is told. */
function readAnswers(said) {
    const texts = new Map();
    const missing = [];
    const wrong = [];
    for (const name of questions/* questionNames */.F1) {
        const text = said(name) ?? (0,questions/* usualFor */.M1)(name);
        if (text === undefined) {
            missing.push(name);
            continue;
        }
        const fault = (0,questions/* faultOf */.Kl)(name, text);
        if (fault !== undefined)
            wrong.push(`--${name} ${fault}`);
        texts.set(name, text);
    }
    if (missing.length > 0 || wrong.length > 0)
        return { ok: false, missing, wrong };
    const of = (name) => texts.get(name) ?? '';
    const answers = {
        wayIn: of('event') === 'workflow_run' ? 'workflow_run' : 'pull_request_target',
        repository: of('repository'),
        repositoryId: of('repository-id'),
        ownerId: of('owner-id'),
        branch: of('default-branch'),
        actionCommit: of('action-commit'),
        gitlabUrl: of('gitlab-url'),
        project: of('gitlab-project'),
        projectId: of('gitlab-project-id'),
        tests: (0,questions/* testsIn */.pu)(of('tests')),
        image: of('image'),
        vaultUrl: of('vault-url'),
        tokenIn: of('token-in') === 'vault' ? 'vault' : 'environment',
    };
    return { ok: true, answers: answers };
}

;// CONCATENATED MODULE: ./build/js/init/made.js
/** What is made of the answers: files, and steps to take. Pure. */
/** What is not for the public repository: git leaves this folder alone. */
const besides = 'drawbridge-setup';
/** The GitHub environment with the secrets. */
const environment = 'private-tests';
/** Where the workflow with the secrets is. */
const workflowPath = '.github/workflows/private-tests.yml';
/** A value as text of a JSON file. */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
/** Words that YAML of one version or the other takes for something else than a text (YAML 1.1, "bool", "null"). */
const words = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/**
 * A text as a scalar of YAML: bare where nobody can take it for anything else, else between single quotes, which no answer can
 * hold.
 */
const scalar = (text) => /^[A-Za-z][A-Za-z0-9_/-]*$/.test(text) && !words.test(text) ? text : `'${text}'`;

;// CONCATENATED MODULE: ./build/js/init/vault.js

/** Where GitLab's ID tokens are taken. */
const gitlabMount = 'gitlab';
/** Where GitHub's are. */
const githubMount = 'jwt';
/** Role and policy of the tests in GitLab, and the path of their secrets. */
const testsRole = 'functional-tests';
/** Role and policy of the action. */
const githubRole = 'drawbridge';
/** Where the secrets of the tests are, as one writes them. */
const testsSecret = 'secret/functional-tests';
/** Where the token for GitLab is, as the action takes it. */
const gitlabSecret = 'secret/ci/gitlab';
/** An audience that no other role has. */
const audienceFor = (role, vaultUrl) => `${role}.${new URL(vaultUrl).hostname}`;
const folder = `${besides}/vault`;
/** The file of a policy, and that of a role. */
const policyFile = (role) => `${folder}/${role}.hcl`;
const roleFile = (role) => `${folder}/${role}.json`;
/** What only the tests need, and what the action needs where the token for GitLab is in Vault. */
function vaultFiles(answers) {
    const { vaultUrl, tokenIn, projectId, repository, repositoryId, ownerId, branch } = answers;
    const tests = both(testsRole, 'secret/data/functional-tests', 'the tests', {
        user_claim: 'project_id',
        bound_audiences: [audienceFor(testsRole, vaultUrl)],
        bound_claims: {
            project_id: projectId,
            ref_type: 'branch',
            ref_protected: 'true',
            // What Drawbridge starts by a token: no schedule, and nobody who starts one by hand.
            pipeline_source: 'api',
        },
    });
    if (tokenIn === 'environment')
        return tests;
    return [
        ...tests,
        ...both(githubRole, 'secret/data/ci/gitlab', 'the action', {
            user_claim: 'repository_id',
            bound_audiences: [audienceFor(githubRole, vaultUrl)],
            bound_claims: {
                repository_id: repositoryId,
                repository_owner_id: ownerId,
                environment: environment,
                job_workflow_ref: `${repository}/${workflowPath}@refs/heads/${branch}`,
            },
        }),
    ];
}
const both = (role, path, whose, bound) => [
    {
        path: policyFile(role),
        text: `path "${path}" {\n  capabilities = ["read"]\n}\n`,
        what: `the policy of ${whose}`,
    },
    {
        path: roleFile(role),
        text: json({
            role_type: 'jwt',
            ...bound,
            token_policies: [role],
            token_type: 'service',
            token_ttl: '5m',
            token_max_ttl: '5m',
        }),
        what: `the role of ${whose}`,
    },
];

;// CONCATENATED MODULE: ./build/js/init/workflow.js


const eventPath = '.github/workflows/private-tests-event.yml';
/** All types by which a pull request becomes, stays or stops being a matter of the tests. */
const types = [
    'opened',
    'synchronize',
    'reopened',
    'edited',
    'ready_for_review',
    'labeled',
    'unlabeled',
    'closed',
    'converted_to_draft',
];
/** The files of the way in that was chosen. */
const workflowFiles = (answers) => [
    ...(answers.wayIn === 'workflow_run' ? [eventFile] : []),
    {
        path: workflowPath,
        text: privateTests(answers),
        what: 'the workflow, for the default branch',
    },
];
/** The events that the workflow with the secrets listens to: an Actions policy has to allow each of them. */
const eventsOf = (wayIn) => [
    wayIn,
    'issue_comment',
    'push',
    'schedule',
    'workflow_dispatch',
];
const eventFile = {
    path: eventPath,
    text: `# ${eventPath}
name: private tests, event
on:
  pull_request:
    types: [opened, synchronize, reopened, edited, ready_for_review, converted_to_draft, labeled, unlabeled, closed]
permissions: {}
jobs:
  noticed:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: 'true'
`,
    what: 'what starts it: for every branch that pull requests go into',
};
const entries = {
    pull_request_target: `  pull_request_target:
    types:
${types.map((type) => `      - ${type}\n`).join('')}`,
    workflow_run: `  workflow_run:
    workflows: ['private tests, event']
    types: [requested, completed]
`,
};
const conditions = {
    pull_request_target: `      github.event_name != 'issue_comment' && (github.event.action != 'edited' || github.event.changes.base)
      || github.event.issue.pull_request
`,
    workflow_run: `      github.event_name == 'workflow_run'
      && (github.event.action == 'requested' || github.event.workflow_run.run_attempt > 1)
      || github.event_name != 'workflow_run' && github.event_name != 'issue_comment'
      || github.event.issue.pull_request && !contains(github.event.comment.body, '/duplicate')
`,
};
function privateTests(answers) {
    return `# ${workflowPath}
name: private tests
on: # zizmor: ignore[dangerous-triggers] nothing of the pull request is checked out or run
${entries[answers.wayIn]}  issue_comment:
    types: [created]
  push:
    branches: [${scalar(answers.branch)}]
  schedule:
    - cron: '17 * * * *'
  workflow_dispatch:
    inputs:
      pull-request:
        description: Number of a pull request to test; without one the sweep runs
permissions: {}
jobs:
  private-tests:
    if: >-
${conditions[answers.wayIn]}      && (contains(github.event.comment.body, '/ok') || contains(github.event.comment.body, '/test')
      || contains(github.event.comment.body, '/retest') || contains(github.event.comment.body, '/cancel'))
    runs-on: ubuntu-latest
    timeout-minutes: 165
    environment: ${environment}
    permissions:
      contents: read
      id-token: write
      pull-requests: write
      statuses: write
    steps:
      - uses: drawbridge-ci/drawbridge@${answers.actionCommit}
        with:
${inputs(answers)
        .map(([name, value]) => `          ${name}: ${value}\n`)
        .join('')}`;
}
/** The inputs of the step, as YAML. */
function inputs({ gitlabUrl, project, tests, tokenIn, vaultUrl }) {
    const token = tokenIn === 'environment'
        ? [['gitlab-token', '${{ secrets.GITLAB_TOKEN }}']]
        : [
            ['vault-url', scalar(vaultUrl)],
            ['vault-role', githubRole],
            ['vault-audience', scalar(audienceFor(githubRole, vaultUrl))],
            ['vault-secrets', `${gitlabSecret} token = gitlab-token`],
        ];
    return [
        ...(gitlabUrl === 'https://gitlab.com' ? [] : [['gitlab-url', scalar(gitlabUrl)]]),
        ['gitlab-project', scalar(project)],
        ...token,
        ['membership-token', '${{ secrets.MEMBERSHIP_TOKEN }}'],
        ['pull-request', '${{ inputs.pull-request }}'],
        ['tests', tests.join(', ')],
        ['require-all', 'true'],
        ['pass-as', 'inputs'],
        ['proof', 'true'],
    ];
}

;// CONCATENATED MODULE: ./build/js/init/github.js


const github_folder = `${besides}/github`;
/** Each of these files is the body of one request; the steps name it. */
const environmentFile = `${github_folder}/environment.json`;
const github_policyFile = `${github_folder}/policy.json`;
const rulesetFile = `${github_folder}/ruleset.json`;
/** GitHub Actions as the source of a status (docs/facts/github.md, "Set-up"). */
const githubActions = 15368;
/** The bodies, and what keeps this folder out of the public repository. */
const githubFiles = ({ wayIn }) => [
    {
        path: environmentFile,
        text: json({ deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } }),
        what: 'the environment: limited to branches that are named',
    },
    ...(wayIn === 'workflow_run'
        ? []
        : [
            {
                path: github_policyFile,
                text: json({
                    name: 'private tests',
                    enforcement: 'active',
                    conditions: { workflow_path: { include: [workflowPath], exclude: [] } },
                    rules: [{ type: 'restrict_action_events', parameters: { allowed_events: [...eventsOf(wayIn)] } }],
                }),
                what: 'the Actions policy: this file, these events',
            },
        ]),
    {
        path: rulesetFile,
        text: json({
            name: 'private tests',
            target: 'branch',
            enforcement: 'active',
            conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
            rules: [
                {
                    type: 'required_status_checks',
                    parameters: {
                        strict_required_status_checks_policy: false,
                        required_status_checks: [{ context: 'drawbridge', integration_id: githubActions }],
                    },
                },
            ],
        }),
        what: 'the rule: the status drawbridge, from GitHub Actions',
    },
    {
        path: `${besides}/.gitignore`,
        text: '*\n',
        what: 'this folder is not for the public repository',
    },
];

;// CONCATENATED MODULE: ./build/js/init/gitlab.js


/** Where the template of this version is, and the digest of its text: a test holds both against the file. */
const template = {
    url: 'https://raw.githubusercontent.com/drawbridge-ci/drawbridge/v0.1.0/templates/functional-tests/template.yml',
    integrity: 'sha256-4JUfJ1BxOnRB7iO2BruCaFSp4mchDEdVxBFBLPW3xjM=',
};
/** What a request brings, in the root file and in the include. */
const brought = [
    'GITHUB_ENGINE_BRANCH_NAME',
    'TESTS_TO_RUN',
    'GITHUB_COMMIT_ID',
    'FORCE_CHECKOUT_CUSTOM_BRANCH',
    'GITHUB_PULL_REQUEST',
    'GITHUB_REPOSITORY_FULL_NAME',
    'DRAWBRIDGE_KEY',
    'DRAWBRIDGE_PROOF_1',
    'DRAWBRIDGE_PROOF_2',
    'DRAWBRIDGE_PROOF_3',
    'DRAWBRIDGE_PROOF_4',
    'DRAWBRIDGE_PROOF_5',
];
/** Where the file is written; it belongs into the root of the private project. */
const ciFile = `${besides}/gitlab/.gitlab-ci.yml`;
/** The one file of the private project. */
const gitlabFiles = (answers) => [
    { path: ciFile, text: ciText(answers), what: 'for the root of the private project' },
];
function ciText(answers) {
    const inputs = [
        ...brought.map((name) => `${name}: $[[ inputs.${name} ]]`),
        ...trusted(answers).map(([name, value]) => `${name}: ${value}`),
    ];
    return `# .gitlab-ci.yml
# What the action sends: GitLab wants it declared here, and takes nothing else.
spec:
  inputs:
${brought.map((name) => `    ${name}: { default: '' }\n`).join('')}---
include:
  - remote: ${template.url}
    integrity: ${template.integrity}
    inputs:
${inputs.map((line) => `      ${line}\n`).join('')}
${answers.tests.map(jobOf).join('')}`;
}
/** Whose requests are taken, and where the secrets are, as YAML. */
function trusted(answers) {
    const { repository, repositoryId, ownerId, branch, tests, image, gitlabUrl, vaultUrl } = answers;
    return [
        ['repository-id', `'${repositoryId}'`],
        ['owner-id', `'${ownerId}'`],
        ['workflows', scalar(`${repository}/${workflowPath}@refs/heads/${branch}`)],
        ['environment', environment],
        ['known-tests', scalar(tests.join(','))],
        ['image', scalar(image)],
        ['gitlab-url', scalar(gitlabUrl)],
        ['vault-url', scalar(vaultUrl)],
        ['vault-mount', gitlabMount],
        ['vault-role', testsRole],
        ['vault-audience', scalar(audienceFor(testsRole, vaultUrl))],
    ];
}
/** The job of a test. Its id stands in a regular expression, where a dot would be any character. */
const jobOf = (test) => `${test}: { extends: .drawbridge-test, variables: { DRAWBRIDGE_TEST: '/,${test.replaceAll('.', '\\.')},/' } }\n`;

;// CONCATENATED MODULE: ./build/js/init/steps.js





/** All steps, in the order in which one leans on another; the rule comes last, when there is something that can pass. */
const stepsFor = (answers) => [
    privateProject(answers),
    vault(answers),
    secrets(answers),
    ...(answers.wayIn === 'pull_request_target' ? [policy(answers)] : []),
    labels(answers),
    files(answers),
    rule(answers),
    doctor(answers),
];
/** Whoever reads this has no checkout of ours. */
const installing = 'https://github.com/drawbridge-ci/drawbridge/blob/main/docs/install.md';
const privateProject = ({ project, image }) => ({
    title: `GitLab: the project ${project}`,
    notes: [
        `Put ${ciFile} into its root, and beside it a script tests/functional.sh, which gets the name of its test.`,
        `The image ${image} has to have git and drawbridge (${installing}).`,
        'Settings > General > Visibility: private. Settings > CI/CD > General pipelines: clear "Project-based pipeline visibility".',
        'Settings > CI/CD > Variables > Minimum role to use pipeline variables: no one allowed. By the API it is ci_pipeline_variables_minimum_override_role: no_one_allowed.',
        'Settings > Repository > Protected branches: the default branch, with Developers among those who may merge.',
        'Settings > Access tokens: a token with the role Developer and the scope api. A trigger token is not used with a proof: revoke those that nobody else needs.',
    ],
    commands: [],
});
function vault({ gitlabUrl, vaultUrl, tokenIn }) {
    const mount = (path, issuer) => [
        `vault auth enable -path=${path} jwt`,
        `vault write auth/${path}/config oidc_discovery_url=${issuer} bound_issuer=${issuer}`,
    ];
    const role = (path, name) => [
        `vault policy write ${name} ${policyFile(name)}`,
        `vault write auth/${path}/role/${name} - < ${roleFile(name)}`,
    ];
    return {
        title: 'Vault: who may read what',
        notes: [
            `Set VAULT_ADDR=${vaultUrl} and a token that may write policies. Leave out the mounts that are there.`,
            `The secrets of the tests are the keys of ${testsSecret}. \`vault kv put\` stores the first, here NAME with the value of that variable, and replaces all that is there: set the variable before, and take \`vault kv patch\` in its place for each further one.`,
            ...(tokenIn === 'environment'
                ? []
                : [
                    'Set GITLAB_TOKEN too, to the token of the step before: without it the last line stores an empty one.',
                ]),
        ],
        commands: [
            ...mount(gitlabMount, gitlabUrl),
            ...role(gitlabMount, testsRole),
            `printf %s "$NAME" | vault kv put ${testsSecret} NAME=-`,
            ...(tokenIn === 'environment'
                ? []
                : [
                    ...mount(githubMount, 'https://token.actions.githubusercontent.com'),
                    ...role(githubMount, githubRole),
                    `printf %s "$GITLAB_TOKEN" | vault kv put ${gitlabSecret} token=-`,
                ]),
        ],
    };
}
function secrets({ repository, branch, tokenIn }) {
    const at = `repos/${repository}/environments/${environment}`;
    const set = (name) => `gh secret set ${name} --repo ${repository} --env ${environment}`;
    return {
        title: `GitHub: the environment ${environment} and its secrets`,
        notes: [
            'Paste these one by one: each `gh secret set` asks for the value, and takes the next line for it.',
            'MEMBERSHIP_TOKEN is a fine-grained token whose resource owner is the organisation, with Members: read and nothing else.',
        ],
        commands: [
            `gh api --method PUT ${at} --input ${environmentFile}`,
            `gh api --method POST ${at}/deployment-branch-policies -f name=${branch} -f type=branch`,
            ...(tokenIn === 'environment' ? [set('GITLAB_TOKEN')] : []),
            set('MEMBERSHIP_TOKEN'),
        ],
    };
}
const policy = ({ repository }) => ({
    title: 'GitHub: the Actions policy',
    notes: [
        'Public repositories refuse pull_request_target without one. A policy of the organisation has to allow it too.',
    ],
    commands: [`gh api --method POST repos/${repository}/actions/policies --input ${github_policyFile}`],
});
const labels = ({ repository, tests }) => ({
    title: 'GitHub: a label for each test',
    notes: [],
    commands: [...tests, 'test-all'].map((test) => `gh label create ${test} --repo ${repository}`),
});
const files = (answers) => ({
    title: 'GitHub: the workflow',
    notes: [`Merge it into ${answers.branch}: what is elsewhere does not run with the secrets.`],
    commands: [
        `git add ${workflowFiles(answers)
            .map(({ path }) => path)
            .join(' ')}`,
    ],
});
const rule = ({ repository }) => ({
    title: 'GitHub: the rule, when the first pull request is green',
    notes: [
        'Require the status, not the job: GitHub counts a skipped job as passed. Let code owners review .github/.',
    ],
    commands: [`gh api --method POST repos/${repository}/rulesets --input ${rulesetFile}`],
});
const doctor = ({ repository, tokenIn }) => ({
    title: 'What is left: the doctor says it',
    notes: [
        tokenIn === 'environment'
            ? 'It changes nothing. With GITLAB_TOKEN and MEMBERSHIP_TOKEN in the environment it tries those too.'
            : 'It changes nothing. Only a job can log in to Vault as the action does: there `mode: doctor` tries that, and GitLab.',
    ],
    commands: [`GITHUB_TOKEN=$(gh auth token) drawbridge doctor --repository ${repository}`],
});

;// CONCATENATED MODULE: ./build/js/init/plan.js





/** Makes both. */
const planFor = (answers) => ({
    files: [
        ...workflowFiles(answers),
        ...gitlabFiles(answers),
        ...vaultFiles(answers),
        ...githubFiles(answers),
    ],
    steps: stepsFor(answers),
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/cli/init-files.js
/** Writes the files of `drawbridge init`: all or none, over nothing unless that was asked for, and nowhere else. */


/**
 * What would be in the way of the files, without changing anything: files that are there, unless they may be replaced, and
 * whatever else has one of the names. A symbolic link is never followed, and never replaced.
 */
function inTheWay(folder, files, { force }) {
    try {
        return inFolder(folder, files, force);
    }
    catch {
        // A name that is too long, links in a circle, a folder that may not be entered (path_resolution(7)).
        return ['the folder, or one in it, cannot be read'];
    }
}
function inFolder(folder, files, force) {
    if (!(0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return ['the folder is not there: make it first'];
    return files.flatMap(({ path }) => {
        const parts = path.split('/');
        const above = parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
        const strange = above.find((one) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, one), { throwIfNoEntry: false })?.isDirectory() === false);
        if (strange !== undefined)
            return [`${path}: ${strange} is no folder of its own; move it away`];
        const there = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(folder, path), { throwIfNoEntry: false });
        if (there === undefined)
            return [];
        if (!there.isFile())
            return [`${path} is there, and no plain file; move it away`];
        return force ? [] : [`${path} exists; --force writes over it`];
    });
}
/**
 * Writes all files. Where one cannot be put in its place, what was is put back, and what was made is taken away. No signal ends
 * us in between (src/cli/hearing.ts), and nothing waits.
 */
function writeAll(folder, files, writing) {
    const faults = inTheWay(folder, files, writing);
    if (faults.length > 0)
        return { ok: false, faults };
    const undo = [];
    const tidy = [];
    const root = (0,external_node_fs_.realpathSync)(folder);
    for (const file of files) {
        try {
            makeFolder(root, file, undo);
            const place = (0,external_node_path_.join)(root, file.path);
            if (writing.force && (0,external_node_fs_.existsSync)(place)) {
                const old = `${place}.${writing.mark}`;
                // Only a name that nobody has can be lost by a rename.
                if ((0,external_node_fs_.lstatSync)(old, { throwIfNoEntry: false }) !== undefined)
                    throw new Error('that name is taken');
                (0,external_node_fs_.renameSync)(place, old);
                undo.push(() => (0,external_node_fs_.renameSync)(old, place));
                tidy.push(() => (0,external_node_fs_.unlinkSync)(old));
            }
            write(place, file.text, undo);
        }
        catch {
            const said = isUndone(undo) ? 'all is as it was' : 'and not all could be put back';
            return { ok: false, faults: [`${file.path} cannot be written; ${said}`] };
        }
    }
    for (const step of tidy)
        step();
    return { ok: true };
}
/** Takes every step back, the last one first; whether all could be. */
function isUndone(undo) {
    const ends = undo.toReversed().map((step) => {
        try {
            step();
            return true;
        }
        catch {
            return false;
        }
    });
    return ends.every(Boolean);
}
/** Makes the folder of a file, by folder. Throws where it cannot, and where the way leads elsewhere. */
function makeFolder(root, { path }, undo) {
    const parts = path.split('/').slice(0, -1);
    for (const [at] of parts.entries()) {
        const folder = (0,external_node_path_.join)(root, ...parts.slice(0, at + 1));
        if ((0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false }) !== undefined)
            continue;
        (0,external_node_fs_.mkdirSync)(folder);
        undo.push(() => (0,external_node_fs_.rmdirSync)(folder));
    }
    // Somebody may have put a link there since it was looked at.
    const folder = (0,external_node_path_.join)(root, ...parts);
    if ((0,external_node_fs_.realpathSync)(folder) !== folder)
        throw new Error('it leads elsewhere');
}
/** Throws where something has the name, be it a link to nowhere (open(2), O_EXCL). */
function write(place, text, undo) {
    const open = (0,external_node_fs_.openSync)(place, 'wx', 0o666);
    undo.push(() => (0,external_node_fs_.unlinkSync)(place));
    try {
        (0,external_node_fs_.writeFileSync)(open, text);
    }
    finally {
        (0,external_node_fs_.closeSync)(open);
    }
}

;// CONCATENATED MODULE: ./build/js/cli/init-page.js
/** The page: the files, then each step with its commands to paste. */
function pageOf({ files, steps }, done) {
    const width = Math.max(...files.map(({ path }) => path.length));
    const lines = [
        `${done === 'written' ? 'Written' : 'Would be written'}:`,
        '',
        ...files.map(({ path, what }) => `  ${path.padEnd(width)}  ${what}`),
        ...steps.flatMap(({ title, notes, commands }, at) => [
            '',
            `${at + 1}. ${title}`,
            ...notes.map((note) => `   - ${note}`),
            ...(commands.length > 0 ? ['', ...commands.map((line) => `     ${line}`)] : []),
        ]),
    ];
    return `${lines.join('\n')}\n`;
}
/** The same as JSON, with the text of each file. */
const jsonOf = ({ files, steps }, done) => `${JSON.stringify({ done, files, steps }, null, 2)}\n`;

// EXTERNAL MODULE: ./build/js/cli/io.js
var cli_io = __webpack_require__(6239);
;// CONCATENATED MODULE: ./build/js/cli/init.js
/** `drawbridge init`: asks what is not said, writes the files, and says what is left to do. */







/** Gives the exit code: 0 written, or told by `--dry-run`; 1 refused, with nothing written; 2 an answer is not there. */
async function init(wishes, io, hearing) {
    const { folder, force, dryRun, json } = wishes;
    const told = await answersTo(wishes, io, hearing);
    if (typeof told === 'number')
        return told;
    const plan = planFor(told.answers);
    const faults = inTheWay(folder, plan.files, { force });
    if (faults.length > 0)
        return refuse(faults, io);
    if (!dryRun) {
        if (told.asked && !(await agreed(plan, io, hearing)))
            return refuse([], io);
        const mark = `drawbridge-${Buffer.from(io.random(6)).toString('hex')}`;
        const written = writeAll(folder, plan.files, { force, mark });
        if (!written.ok)
            return refuse(written.faults, io);
    }
    const done = dryRun ? 'dry-run' : 'written';
    io.stdout.write(json ? jsonOf(plan, done) : pageOf(plan, done));
    if (!json && !dryRun && hasToken(io))
        await lookAt(told.answers, folder, io, hearing);
    return 0;
}
const hasToken = ({ env }) => ['GITHUB_TOKEN', 'GH_TOKEN'].some((name) => env[name]?.trim());
/** The doctor's page. What it finds is what is left to do, and no failure of ours. */
async function lookAt({ repository }, folder, io, hearing) {
    const { doctor } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(413), __webpack_require__.e(470), __webpack_require__.e(640), __webpack_require__.e(395), __webpack_require__.e(651), __webpack_require__.e(323), __webpack_require__.e(225)]).then(__webpack_require__.bind(__webpack_require__, 6051));
    io.stdout.write('\n');
    const env = { ...io.env, GITHUB_WORKSPACE: folder };
    await doctor({ repository, pullRequest: undefined, workflow: undefined, json: false }, { ...io, env }, hearing);
}
/** The answers, and whether somebody was asked for them; an exit code where there are none. */
async function answersTo({ said }, io, hearing) {
    const missing = () => {
        const read = readAnswers((name) => said.get(name));
        return read.ok ? [] : read.missing;
    };
    const asked = missing().length > 0;
    if (asked && !(io.stdin.isTTY && io.stderr.isTTY)) {
        (0,cli_io/* say */.c)(io, 'init', missing().map((name) => `--${name} is missing; it ${(0,questions/* naming */.b7)(mustOf(name), said.get('repository'))}`));
        return exit/* wrongUsage */.xY;
    }
    const open = asked ? questions/* questionNames */.F1.filter((name) => !said.has(name)) : [];
    const heard = asked
        ? await promptsFor(open, said.get('repository'), io, hearing)
        : new Map();
    if (heard === undefined)
        return refuse([], io);
    const read = readAnswers((name) => said.get(name) ?? heard.get(name));
    if (read.ok)
        return { answers: read.answers, asked };
    (0,cli_io/* say */.c)(io, 'init', read.wrong);
    return exit/* wrongUsage */.xY;
}
async function promptsFor(names, repository, io, { interrupted }) {
    const { askFor } = await Promise.all(/* import() */[__webpack_require__.e(170), __webpack_require__.e(987)]).then(__webpack_require__.bind(__webpack_require__, 987));
    return askFor(names, repository, io, interrupted);
}
async function agreed({ files }, io, { interrupted }) {
    const { mayWrite } = await Promise.all(/* import() */[__webpack_require__.e(170), __webpack_require__.e(987)]).then(__webpack_require__.bind(__webpack_require__, 987));
    return mayWrite(files.map(({ path }) => path), io, interrupted);
}
function mustOf(name) {
    const { must } = questions/* questions */.ab[name];
    return must;
}
function refuse(faults, io) {
    (0,cli_io/* say */.c)(io, 'init', [...faults, 'nothing was written']);
    return exit/* failed */.gz;
}


/***/ }),

/***/ 928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ questionNames),
/* harmony export */   Kl: () => (/* binding */ faultOf),
/* harmony export */   M1: () => (/* binding */ usualFor),
/* harmony export */   ab: () => (/* binding */ questions),
/* harmony export */   b7: () => (/* binding */ naming),
/* harmony export */   pu: () => (/* binding */ testsIn)
/* harmony export */ });
/* harmony import */ var _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4611);
/* harmony import */ var _net_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8551);
/** What `drawbridge init` has to know: each question, and which answers are taken. Pure. */


/** GitHub's own bounds (GitHub docs, "Username considerations"; a repository's name has 100 characters at most). */
const repositoryForm = /^([A-Za-z0-9-]{1,39})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
/**
 * A branch that can stand in a filter of GitHub's, in the name of a workflow that is trusted, and behind `refs/heads/`: what git
 * allows beyond that is refused (git-check-ref-format(1)).
 */
const branchForm = /^(?![-./])(?!.*(?:\.\.|\/[./]|\.lock(?:\/|$)))[A-Za-z0-9._/-]{1,200}(?<![./])$/;
/** GitLab's full path of a project (GitLab docs, "Reserved project and group names", limitations). */
const projectForm = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/;
/** The name of an image, perhaps with its registry, tag and digest (distribution/reference, grammar). */
const imageForm = /^[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5}(?=\/))?(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;
/** A label has 50 characters at most, and the ids travel together in one input (docs/facts/gitlab.md, "Values"). */
const longestLabel = 50;
const longestTests = 1000;
/** The test ids in an answer, in the order given. */
const testsIn = (text) => text.split(',').map((one) => one.trim());
/** Labels of tests that a job of GitLab can be called like; two that GitHub takes for one are not two. */
function areTests(text) {
    const tests = testsIn(text);
    const isOne = (test) => /^test-[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(test);
    return (tests.every((test) => isOne(test) && test.length <= longestLabel && test.toLowerCase() !== 'test-all') &&
        new Set(tests.map((test) => test.toLowerCase())).size === tests.length &&
        tests.join(',').length <= longestTests);
}
/** As the template takes one, and nothing that could be read as another address. */
const isUrl = (text) => /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:\/[A-Za-z0-9._-]+)*$/.test(text) &&
    (0,_net_url_js__WEBPACK_IMPORTED_MODULE_0__/* .allowedUrl */ ._)(text) !== undefined;
const matches = (form) => (text) => form.test(text);
const isNumber = matches(/^[1-9]\d{0,19}$/);
const digits = /[0-9]/;
const pathCharacters = /[A-Za-z0-9._/-]/;
const urlCharacters = /[A-Za-z0-9._:/-]/;
/** All of them, in the order in which they are asked. */
const questions = {
    event: {
        ask: 'How may a pull request get in?',
        choices: {
            pull_request_target: 'one file; a public repository needs an Actions policy that allows the event',
            workflow_run: 'two files, and no policy',
        },
        alphabet: /[a-z_]/,
        fits: matches(/^(?:pull_request_target|workflow_run)$/),
        must: 'must be pull_request_target (one file, with an Actions policy) or workflow_run (two files, without)',
    },
    repository: {
        ask: 'Which public repository on GitHub?',
        alphabet: pathCharacters,
        fits: (text) => repositoryForm.test(text) && _facts_alphabet_js__WEBPACK_IMPORTED_MODULE_1__/* .slug */ .yR.test(text.split('/')[0] ?? ''),
        must: 'must be like acme/engine, with its letters as GitHub shows them',
        hint: 'acme/engine',
    },
    'repository-id': {
        ask: 'The number of that repository?',
        alphabet: digits,
        fits: isNumber,
        must: 'must be the number that `gh api repos/OWNER/NAME --jq .id` tells',
        hint: '`gh api repos/OWNER/NAME --jq .id` tells it',
    },
    'owner-id': {
        ask: 'The number of its owner?',
        alphabet: digits,
        fits: isNumber,
        must: 'must be the number that `gh api repos/OWNER/NAME --jq .owner.id` tells',
        hint: '`gh api repos/OWNER/NAME --jq .owner.id` tells it',
    },
    'default-branch': {
        ask: 'Its default branch?',
        alphabet: pathCharacters,
        fits: matches(branchForm),
        must: 'must be the name of a branch: letters, digits and . _ / -, beginning with none of these but _',
        usual: 'main',
    },
    'action-commit': {
        ask: 'Which commit of Drawbridge?',
        alphabet: /[0-9a-f]/,
        fits: matches(/^[0-9a-f]{40}$/),
        must: 'must be all 40 digits that `gh api repos/drawbridge-ci/drawbridge/commits/v1 --jq .sha` tells',
        hint: '`gh api repos/drawbridge-ci/drawbridge/commits/v1 --jq .sha` tells it',
    },
    'gitlab-url': {
        ask: 'Where is GitLab?',
        alphabet: urlCharacters,
        fits: isUrl,
        must: 'must be like https://gitlab.com, without a slash at its end',
        usual: 'https://gitlab.com',
    },
    'gitlab-project': {
        ask: 'Which private project there?',
        alphabet: pathCharacters,
        fits: (text) => projectForm.test(text) && text.length <= 255,
        must: 'must be its path in full, like acme/engine-tests',
        hint: 'acme/engine-tests',
    },
    'gitlab-project-id': {
        ask: 'The number of that project?',
        alphabet: digits,
        fits: isNumber,
        must: 'must be the number on its page in GitLab (Settings > General, Project ID)',
        hint: 'Settings > General, Project ID',
    },
    tests: {
        ask: 'Which tests? Each is a label and a job',
        alphabet: /[A-Za-z0-9._, -]/,
        fits: areTests,
        must: 'must be like test-dns, test-aws: each begins with test-, has letters, digits and . _ -, 50 characters at most, and is there once; test-all is known without',
        hint: 'test-dns, test-aws',
    },
    image: {
        ask: 'In which image do they run?',
        alphabet: /[A-Za-z0-9._/:@-]/,
        fits: (text) => imageForm.test(text) && text.length <= 255,
        must: 'must be like registry.acme.example/engine-tests:1; it has git and drawbridge',
        hint: 'registry.acme.example/engine-tests:1, with git and drawbridge',
    },
    'vault-url': {
        ask: 'Where is Vault?',
        alphabet: urlCharacters,
        fits: isUrl,
        must: 'must be like https://vault.acme.example, without a slash at its end',
        hint: 'https://vault.acme.example',
    },
    'token-in': {
        ask: 'Where is the token for GitLab kept?',
        choices: {
            environment: 'a secret of the environment private-tests on GitHub',
            vault: 'in Vault, which the runner of GitHub must reach',
        },
        alphabet: /[a-z]/,
        fits: matches(/^(?:environment|vault)$/),
        must: 'must be environment (a secret on GitHub) or vault',
        usual: 'environment',
    },
};
/** All names, in the order in which they are asked. */
const questionNames = Object.keys(questions);
/** What is wrong with an answer, as the rest of a sentence that begins with its name; undefined: nothing. */
function faultOf(name, text) {
    const { alphabet, fits, must } = questions[name];
    const stranger = [...text].find((character) => !alphabet.test(character));
    if (stranger !== undefined)
        return `has ${shown(stranger)} in it; it ${must}`;
    return fits(text) ? undefined : must;
}
/** A text about a question, with the repository that was named in place of `OWNER/NAME`, once one was. */
const naming = (text, repository) => repository === undefined || faultOf('repository', repository) !== undefined
    ? text
    : text.replace('OWNER/NAME', () => repository);
/** What is taken where nothing is said; undefined: it has to be said. */
function usualFor(name) {
    const { usual } = questions[name];
    return usual;
}
/** One character that cannot stay: as it is, where it is of ASCII and can be seen. */
function shown(character) {
    if (character === '`')
        return 'a back-tick';
    if (/^[!-~]$/.test(character))
        return `\`${character}\``;
    if (character === ' ')
        return 'a blank';
    return /^\p{Cc}$/u.test(character) ? 'a control character' : 'a character that is not ASCII';
}


/***/ })

};
