import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHubContext } from './context.ts';
import type { JobOptions } from './options.ts';

/** The folders of one job, below a temporary one that is removed after it. */
export interface JobFolders {
  root: string;
  workspace: string;
  home: string;
  temp: string;
  event: string;
}

/** Makes the folders of a job and writes the event's payload. */
export function makeFolders(options: JobOptions): JobFolders {
  const root = mkdtempSync(join(tmpdir(), 'drawbridge-job-'));
  const folders = {
    root,
    workspace: options.workspace ?? join(root, 'work'),
    home: join(root, 'home'),
    temp: join(root, 'temp'),
    event: join(root, 'event.json'),
  };
  for (const folder of [folders.workspace, folders.home, folders.temp])
    mkdirSync(folder, { recursive: true });
  writeFileSync(folders.event, JSON.stringify(options.event.payload, null, 2));
  return folders;
}

/**
 * The environment that every step of a job sees (docs: Variables, default environment variables). It starts from
 * nothing but PATH: what happens to be set on the machine that runs the sandbox must not change a result. HOME is a
 * fresh folder for the same reason.
 */
export function jobEnvironment(
  options: JobOptions,
  github: GitHubContext,
  folders: JobFolders,
): Record<string, string> {
  const { token: _token, event: _event, ...shown } = github;
  const variables = Object.entries(shown)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)] as const);
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folders.home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...Object.fromEntries(variables),
    GITHUB_EVENT_PATH: folders.event,
    RUNNER_TEMP: folders.temp,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'sandbox',
    RUNNER_ENVIRONMENT: 'github-hosted',
    ...(options.debug && { RUNNER_DEBUG: '1' }),
    ...(options.idToken && {
      ACTIONS_ID_TOKEN_REQUEST_URL: options.idToken.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: options.idToken.requestToken,
    }),
    SANDBOX_TIME_ORIGIN: String(options.clock.origin),
    SANDBOX_TIME_SCALE: String(options.clock.scale),
    SANDBOX_NETWORK_SCALE: String(options.networkScale ?? 1),
    ...options.env,
  };
}

/** The files through which one step speaks to the runner: variable name → path. */
export function makeCommandFiles(temp: string, step: string): Record<CommandFile, string> {
  const file = (name: string) => {
    const path = join(temp, `_${step}_${name}`);
    writeFileSync(path, '');
    return path;
  };
  return {
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
  };
}

/** The variables that name those files. */
export type CommandFile =
  | 'GITHUB_OUTPUT'
  | 'GITHUB_STATE'
  | 'GITHUB_STEP_SUMMARY'
  | 'GITHUB_ENV'
  | 'GITHUB_PATH';
