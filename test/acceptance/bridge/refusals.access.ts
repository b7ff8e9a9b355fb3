import { createPipeline, findByKey, readProject, readPull, together, writeStatus } from '../requests.ts';
import { marker } from './cases.ts';
import {
  answered,
  base,
  probes,
  type Refusal,
  start,
  starts,
  startsOnRef,
  tokenOf,
  triggers,
} from './refusal.ts';
import { beforeStart } from './watched.ts';

/** What a token may not do, or not see. */
export const accessRefusals: readonly Refusal[] = [
  {
    when: 'the ref is protected',
    reason: 'gitlab-ref-protected',
    state: 'failure',
    says: ['Settings > Repository > Protected branches', '`gitlab-ref`'],
    given: (one) => {
      one.protect('main');
      return { 'gitlab-ref': 'main' };
    },
    requests: startsOnRef,
  },
  {
    when: 'the trigger token is wrong',
    reason: 'gitlab-trigger-token-refused',
    state: 'error',
    says: ['`gitlab-trigger-token`', 'Settings > CI/CD > Pipeline trigger tokens'],
    given: () => ({ 'gitlab-trigger-token': 'glptt-0123456789abcdefghij' }),
    requests: triggers(404),
  },
  {
    when: 'the project is not found',
    reason: 'gitlab-project-not-found',
    state: 'error',
    says: ['`gitlab-project`', 'token'],
    given: () => ({ 'gitlab-project': 'acme/engine-tests' }),
    requests: probes(404, `${readProject} → 404`),
  },
  {
    when: 'the address is that of something else',
    reason: 'gitlab-not-there',
    state: 'error',
    says: ['`gitlab-url`', '`/api/v4`', '`gitlab-project`'],
    given: (one) => {
      const body = JSON.stringify({ message: 'Not Found', trace: marker });
      for (const path of [/\/repository\//, /$/])
        one.plant({ path, when: 'before', nth: 'every', fault: { kind: 'status', status: 404, body } });
      return {};
    },
    requests: probes(404, `${readProject} → 404`),
  },
  {
    when: 'CI/CD is switched off, which the list of pipelines says like any other no',
    reason: 'gitlab-pipelines-disabled',
    state: 'failure',
    says: ['Settings > General'],
    given: (one) => {
      const body = JSON.stringify({ message: '403 Forbidden', trace: marker });
      one.plant({
        path: /\/pipelines\?/,
        when: 'before',
        nth: 'every',
        fault: { kind: 'status', status: 403, body },
      });
      const change = (project: unknown) => ({ ...(project as object), builds_access_level: 'disabled' });
      one.plant({ path: /$/, when: 'after', nth: 'every', fault: { kind: 'mutate', change } });
      return {};
    },
    requests: (branch) => [
      ...beforeStart(branch).slice(0, -1),
      together(`${findByKey} → 403`, readPull),
      ...[readProject, writeStatus],
    ],
  },
  {
    when: 'the project has moved',
    reason: 'gitlab-moved',
    state: 'error',
    says: ['`gitlab-url`', '`gitlab-project`'],
    given: (one) => {
      one.move(`${one.project}-elsewhere`);
      return {};
    },
    requests: probes(301, `${readProject} → 301`),
  },
  {
    when: 'the token may not read branches',
    reason: 'gitlab-branch-unreadable',
    state: 'error',
    says: ['`gitlab-token`', 'Reporter', 'Settings > Access tokens'],
    given: tokenOf({ scopes: ['api'], role: 'guest' }),
    requests: probes(403, readProject),
  },
  {
    when: 'the token lacks the scope',
    reason: 'gitlab-scope-missing',
    state: 'error',
    says: ['`gitlab-token`', '`api`', 'Settings > Access tokens'],
    given: tokenOf({ scopes: ['read_api'] }),
    requests: starts(`${createPipeline} → 403`),
  },
  {
    when: 'a fine-grained token lacks a permission',
    reason: 'gitlab-permission-missing',
    state: 'error',
    says: ['`gitlab-token`', 'create', 'cancel pipelines'],
    given: tokenOf({ scopes: ['api'], missing: 'create_pipeline' }),
    requests: starts(`${createPipeline} → 403`),
  },
  {
    when: 'the token has too low a role',
    reason: 'gitlab-forbidden',
    state: 'error',
    says: ['`gitlab-token`', 'Developer', 'Settings > Access tokens'],
    given: tokenOf({ scopes: ['api'], role: 'reporter' }),
    requests: starts(`${createPipeline} → 403`),
  },
  {
    when: 'the token is taken away just before the start',
    reason: 'gitlab-token-refused',
    state: 'error',
    says: ['`gitlab-token`', 'Settings > Access tokens'],
    given: answered(401, { error: 'invalid_token', error_description: 'Token was revoked.' }),
    requests: starts(`${createPipeline} → 401`),
  },
  {
    when: 'the owner of the token is not verified',
    reason: 'gitlab-verification-needed',
    state: 'failure',
    says: ['owner of the token'],
    given: answered(400, base('Identity verification is required in order to run CI jobs')),
    requests: starts(start),
  },
];
