import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { proofPolicy, provenJob } from '../../sandbox/proof-scene.ts';
import type { SceneJob, ScenePull } from '../../sandbox/scene.ts';
import { createKeys } from '../../src/proof/keys.ts';
import { partNames, tokenIn } from '../../src/proof/parts.ts';
import { alwaysSent } from '../../src/proof/request.ts';
import { verifyProof } from '../../src/proof/verify.ts';
import { publicText } from './leaks.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab, issuer, faults, clock } = sandbox;

const names = ['GITHUB_ENGINE_BRANCH_NAME', 'TESTS_TO_RUN', ...alwaysSent, 'REGION', ...partNames];
gitlab.push(scene.project, 'main', {
  '.gitlab-ci.yml': `spec:
  inputs:
${names.map((name) => `    ${name}: { default: '' }`).join('\n')}
---
dns:
  script: ['true']
`,
});

/** The job of the workflow, with what is told beside. */
const byProof = (pull: ScenePull, more: Readonly<Record<string, string>> = {}): SceneJob => {
  const usual = { tests: 'test-dns: dns', variables: 'REGION: eu', ...more };
  const { with: given, idToken } = provenJob(scene, scene.job(pull.number, { with: usual }));
  return { with: given, job: { idToken } };
};

/** The issuer's keys as it publishes them, asked without a socket. */
const keys = createKeys(
  issuer.url,
  async ({ url }) => {
    const answer = await issuer.app.request(url.slice(issuer.url.length));
    return { status: answer.status, headers: new Map(), body: await answer.text(), url };
  },
  clock,
);

it('sends what GitHub has signed with each start, a fresh one after a start that got lost', async () => {
  const pull = scene.openByMember('proven', ['test-dns']);
  faults.plant({
    ...{ service: 'gitlab', method: 'POST', path: /\/pipeline$/, when: 'before' },
    fault: { kind: 'status', status: 502, body: 'bad gateway' },
  });
  const story = await stage.play(pull, byProof(pull));
  expect([story.exitCode, story.outputs['reason']], story.log.join('\n')).toEqual([0, 'pipeline-success']);
  const starts = story.recorded.filter(({ method, path }) => method === 'POST' && path.endsWith('/pipeline'));
  const tokens = starts.map(({ body }) => tokenIn(JSON.parse(body).inputs));
  const [lost, sent] = tokens.map((one) => decodeJwt(one.found ? one.token : ''));
  expect(tokens.length).toBe(2);
  expect(lost?.jti).not.toBe(sent?.jti);
  expect(lost?.aud).toBe(sent?.aud);

  const [pipeline] = story.pipelines;
  const { project, ref, createdAt } = pipeline ?? expect.unreachable();
  const values = pipeline?.inputs as Record<string, string>;
  expect(Object.keys(values).sort()).toEqual([...names].sort());
  const received = { project: project.id, ref, createdAt, values };
  expect(await verifyProof(received, proofPolicy(scene), keys)).toMatchObject({
    proven: true,
    claims: { repository: scene.repository, actor: 'bob', event: 'pull_request_target' },
  });
  const changed = { ...received, values: { ...values, TESTS_TO_RUN: 'test-all' } };
  expect(await verifyProof(changed, proofPolicy(scene), keys)).toEqual({
    proven: false,
    reason: 'proof-audience',
  });
  for (const one of tokens) expect(publicText(story)).not.toContain(one.found ? one.token.slice(-40) : '');
});

it('starts nothing where the job may not ask for a token', async () => {
  const pull = scene.openByMember('unproven', ['test-dns']);
  const { with: given = {} } = byProof(pull);
  const story = await stage.play(pull, { with: given });
  expect([story.exitCode, story.outputs['reason']], story.log.join('\n')).toEqual([
    1,
    'id-token-not-allowed',
  ]);
  expect([story.pipelines, story.asked]).toEqual([[], []]);
});
