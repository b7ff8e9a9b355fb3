import { createFaults, type Faults } from './base/faults.ts';
import { createRecorder, type Recorder } from './base/record.ts';
import { serve } from './base/serve.ts';
import { type SandboxClock, scaledClock } from './clock.ts';
import { createGitHub, type GitHub } from './github/github.ts';
import { createGitLab, type GitLab } from './gitlab/gitlab.ts';
import { createIssuer, type Issuer } from './runner/oidc.ts';
import { createVault, type Vault } from './vault/vault.ts';

/** How to start a sandbox. */
export interface SandboxOptions {
  /** How much faster than real its time runs; default 1. */
  readonly scale?: number;
  /** GitHub Enterprise Server: the API is below `/api/v3`. */
  readonly enterprise?: boolean;
  /** A path in front of GitLab, as self-managed servers have: `/gitlab`. */
  readonly gitlabPath?: string;
  /** PEM key and certificate: GitLab speaks https with them. */
  readonly gitlabTls?: { readonly key: string; readonly cert: string };
}

/** GitHub, GitLab, Vault and the ID-token issuer on loopback, with one clock, one record of requests and one set of faults. */
export interface Sandbox {
  readonly clock: SandboxClock;
  readonly recorder: Recorder;
  readonly faults: Faults;
  readonly github: GitHub;
  readonly gitlab: GitLab;
  readonly vault: Vault;
  readonly issuer: Issuer;
  /** The base of GitHub's API, as `GITHUB_API_URL`. */
  readonly apiUrl: string;
  close(): Promise<void>;
}

/**
 * Starts all services on random ports. `close` ends every job, socket and folder, and throws where a service was asked for
 * what it does not imitate.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = scaledClock(options.scale ?? 1);
  const recorder = createRecorder();
  const faults = createFaults();
  const github = createGitHub({ clock });
  const gitlab = createGitLab({ clock });
  const vault = createVault({ clock });
  const issuer = createIssuer({ clock });
  const common = { recorder, faults, clock };
  const served = await Promise.all([
    serve(github.app, { service: 'github', ...common }),
    serve(gitlab.app, { service: 'gitlab', ...common, ...(options.gitlabTls && { tls: options.gitlabTls }) }),
    serve(issuer.app, { service: 'oidc', ...common }),
    serve(vault.app, { service: 'vault', ...common }),
  ]);
  const [githubServed, gitlabServed, issuerServed, vaultServed] = served;
  const apiUrl = githubServed.url + (options.enterprise ? '/api/v3' : '');
  github.url = apiUrl;
  gitlab.url = gitlabServed.url + (options.gitlabPath ?? '');
  issuer.url = issuerServed.url;
  vault.url = vaultServed.url;
  return {
    clock,
    recorder,
    faults,
    github,
    gitlab,
    vault,
    issuer,
    apiUrl,
    close: async () => {
      await Promise.all(served.map((one) => one.close()));
      await gitlab.close().finally(() => {
        github.close();
        vault.world.gaps.settle();
      });
    },
  };
}
