/** What is included from elsewhere: from this machine for real, from other servers what a test says, from other projects. */
import { NotImitated } from '../../base/gaps.ts';
import type { World } from '../world.ts';
import type { Sources } from './includes.ts';
import { findRef } from './refs.ts';

/** What one GitLab can include. Throws NotImitated for what it cannot find as GitLab would. */
export const sourcesOf = (world: World): Sources => ({
  remote: async (url) => {
    const known = world.elsewhere.get(url);
    if (known !== undefined) return known;
    if (!/^http:\/\/127\.0\.0\.1:\d+\//.test(url)) throw new NotImitated(`\`include:remote\` of ${url}`);
    const answer = await fetch(url);
    return answer.ok ? answer.text() : undefined;
  },
  component: (address) => componentOf(world, address),
});

/** `host/group/project/name@version`, where the version is a commit, a tag or a branch (docs/facts/gitlab.md, "Which jobs run"). */
function componentOf(world: World, address: string): string | undefined {
  const [, host, path, name, version = ''] = /^([^/]+)\/(.+)\/([^/@]+)@(.+)$/.exec(address) ?? [];
  if (host !== new URL(world.url).host) throw new NotImitated(`\`include:component\` of ${address}`);
  if (/^(~latest|\d+(\.\d+)?)$/.test(version)) throw new NotImitated(`the version ${version} of a component`);
  const project = [...world.projects.values()].find((one) => one.path === path);
  if (project === undefined) return undefined;
  const { commits } = project.repository;
  const found = findRef(project, version);
  const sha = commits.has(version) || typeof found === 'string' ? version : found.sha;
  const files = commits.get(sha)?.files;
  return files?.[`templates/${name}.yml`] ?? files?.[`templates/${name}/template.yml`];
}
