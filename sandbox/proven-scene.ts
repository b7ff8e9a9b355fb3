/** The example with a private project that takes only proven requests, and reads its secrets from Vault. */

import { repositoryOf } from './github/world.ts';
import { exampleEngine, provenFile, template, withInputs } from './gitlab/example.ts';
import type { JobOptions } from './runner/options.ts';
import type { Scene } from './scene.ts';
import { VAULT_AUDIENCE, type VaultScene } from './vault-scene.ts';

/** What is played with such a project. */
export interface ProvenScene {
  /** The inputs of the action that make it prove what it asks for. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The CI file of the private project. */
  readonly file: string;
  /** A job of the vault's scene that proves what it asks for. */
  job(job: JobOptions): JobOptions;
  /** A branch of the private project that may read secrets, as the default one may. */
  addBranch(name: string, files?: Record<string, string | null>): void;
}

/**
 * Puts the file of `examples/proven-tests` into the example's private project, with the addresses and numbers of this
 * sandbox, and lets it set no variables. `more` are further inputs of the template.
 */
export function provenScene(
  scene: Scene,
  vault: VaultScene,
  more: Readonly<Record<string, string>> = {},
): ProvenScene {
  const { sandbox, repository, project } = scene;
  const { gitlab, github, issuer } = sandbox;
  const { id, owner, defaultBranch } = repositoryOf(github.world, repository);
  const { url, text } = template();
  gitlab.world.elsewhere.set(url, text);
  const file = withInputs(provenFile(), {
    'repository-id': String(id),
    'owner-id': String(owner.id),
    workflows: `${repository}/.github/workflows/drawbridge.yml@refs/heads/${defaultBranch}`,
    // The scene's workflow names none.
    environment: '',
    issuer: issuer.url,
    'gitlab-url': gitlab.url,
    'engine-url': sandbox.apiUrl,
    'github-api-url': sandbox.apiUrl,
    'vault-url': vault.url,
    'vault-mount': 'gitlab',
    'vault-audience': VAULT_AUDIENCE,
    ...more,
  });
  const of = gitlab.project(project);
  of.settings.pipelineVariablesMinimumOverrideRole = 'no_one_allowed';
  gitlab.push(project, of.defaultBranch, { ...exampleEngine(), '.gitlab-ci.yml': file });
  gitlab.protectBranch(project, of.defaultBranch, 'developer');
  const inputs = { proof: 'true', 'pass-as': 'inputs', 'twin-branches': 'feature/*' };
  return {
    inputs,
    file,
    job: (job) => vault.job({ ...job, with: { ...job.with, ...inputs } }),
    addBranch: (name, files = {}) => {
      gitlab.addBranch(project, name, { protected: 'developer', files });
    },
  };
}
