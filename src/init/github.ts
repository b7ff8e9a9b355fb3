/** Bodies for GitHub's REST API: the environment, the Actions policy and the ruleset. Pure. */
import type { Answers } from './answers.ts';
import { besides, type File, json, workflowPath } from './made.ts';
import { eventsOf } from './workflow.ts';

const folder = `${besides}/github`;

/** Each of these files is the body of one request; the steps name it. */
export const environmentFile = `${folder}/environment.json`;
export const policyFile = `${folder}/policy.json`;
export const rulesetFile = `${folder}/ruleset.json`;

/** GitHub Actions as the source of a status (docs/facts/github.md, "Set-up"). */
const githubActions = 15368;

/** The bodies, and what keeps this folder out of the public repository. */
export const githubFiles = ({ wayIn }: Answers): readonly File[] => [
  {
    path: environmentFile,
    text: json({ deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } }),
    what: 'the environment: limited to branches that are named',
  },
  ...(wayIn === 'workflow_run'
    ? []
    : [
        {
          path: policyFile,
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
