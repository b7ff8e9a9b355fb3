import type { Cases } from '../bridge/cases.ts';

/**
 * Makes a pipeline of each of these projects' files, so that GitLab knows which jobs they have: the first one takes real
 * seconds, which are minutes in the sandbox's time, and longer than GitLab works on a request.
 */
export async function warmUp(
  { sandbox: { gitlab } }: Cases,
  projects: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  for (const [nth, files] of projects.entries()) {
    const path = `acme/warm-${nth}`;
    gitlab.addProject({ path, files: { ...files } });
    const { id } = await gitlab.startPipeline(path, {
      user: 'root',
      variables: { TESTS_TO_RUN: 'test-all', DRAWBRIDGE_KEY: '' },
    });
    gitlab.deletePipeline(id);
  }
}
