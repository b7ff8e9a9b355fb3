import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planFor } from '../../src/init/plan.ts';
import { answersWith } from '../init/build.ts';
import { requestComplaints } from './github/openapi.ts';

/** The lines that `drawbridge init` prints for GitHub's API, and the bodies that it has written for them. */
const { files, steps } = planFor(answersWith());
const lines = steps.flatMap(({ commands }) => commands.filter((line) => line.startsWith('gh api ')));

/** The request of a line: method, path as GitHub's description has it, and body. */
function requestOf(line: string) {
  const [, method = '', path = '', rest = ''] = /^gh api --method (\w+) (\S+) (.+)$/.exec(line) ?? [];
  const form = `/${path}`
    .replace('acme/engine', '{owner}/{repo}')
    .replace('/environments/private-tests', '/environments/{environment_name}');
  const file = /^--input (\S+)$/.exec(rest)?.[1];
  const fields = [...rest.matchAll(/-f (\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]);
  const text = files.find((one) => one.path === file)?.text;
  return {
    method: method.toLowerCase(),
    form,
    body: text === undefined ? Object.fromEntries(fields) : JSON.parse(text),
  };
}
const requests = lines.map(requestOf);
/** Not in the description that octokit publishes; the page's own body is the witness. */
const policies = '/repos/{owner}/{repo}/actions/policies';

it('asks for an environment, its branch, a policy and a rule', () => {
  expect(requests.map(({ method, form }) => `${method} ${form}`)).toEqual([
    'put /repos/{owner}/{repo}/environments/{environment_name}',
    'post /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    `post ${policies}`,
    'post /repos/{owner}/{repo}/rulesets',
  ]);
});

it.each(requests.filter(({ form }) => form !== policies))(
  'sends what $method $form takes',
  ({ method, form, body }) => {
    expect(Object.keys(body as object)).not.toEqual([]);
    expect(requestComplaints(method, form, body)).toEqual([]);
  },
);

it('requires the status from the one source, and no more', () => {
  const [ruleset] = requests.filter(({ form }) => form.endsWith('/rulesets'));
  expect(ruleset?.body).toMatchObject({
    ...{
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'] } },
    },
    rules: [{ parameters: { required_status_checks: [{ context: 'drawbridge', integration_id: 15_368 }] } }],
  });
});

it('hears a complaint of a body that is none', () => {
  expect(requestComplaints('post', '/repos/{owner}/{repo}/rulesets', { name: 'x' })).not.toEqual([]);
});

it('allows by the policy of the page what the one file needs, and nothing wider', () => {
  const page = JSON.parse(readFileSync('examples/workflows/policy.json', 'utf8')) as object;
  expect(requests.find(({ form }) => form === policies)?.body).toEqual({
    ...page,
    conditions: { workflow_path: { include: ['.github/workflows/private-tests.yml'], exclude: [] } },
  });
});
