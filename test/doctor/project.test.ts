/** What the doctor says of a GitLab that does not tell everything: what is absent is never taken for fine. */
import { describe, expect, it } from 'vitest';
import { tokenFound } from '../../src/doctor/gitlab-token.ts';
import { passingFound, type Sending } from '../../src/doctor/passing.ts';
import { branchFound, type Project, projectFound } from '../../src/doctor/project.ts';
import { known } from '../../src/facts/fact.ts';

const project: Project = {
  ...{ visibility: 'private', isArchived: false, publicPipelines: false, level: 30 },
  ...{ overrideRole: 'developer', defaultBranch: 'main', configPath: undefined },
};
const branch = { protected: true, canPush: false, developersCanPush: false, developersCanMerge: true };
const token = { scopes: ['api'], expiresAt: 100 * 86_400_000 };
const sending: Sending = {
  ...{ passAs: 'variables', proof: false, further: {} },
  names: { branch: 'B', tests: 'T' },
};
const line = (found: readonly { mark: string; said: string }[]) =>
  found.map(({ mark, said }) => `${mark}: ${said}`).join('\n');

describe('a project', () => {
  it.each<[Partial<Project>, RegExp]>([
    [{}, /^well/],
    [{ publicPipelines: undefined }, /^warning: could not find out/],
    [{ isArchived: true }, /^wrong: the project is archived/],
    [
      { visibility: 'internal', publicPipelines: undefined },
      /^warning: could not.*\nwrong: the project is internal/,
    ],
  ])('%j', (given, said) => {
    expect(line(projectFound(known({ ...project, ...given })))).toMatch(said);
  });
});

describe('its branch', () => {
  it.each<[Partial<typeof branch>, number | undefined, RegExp]>([
    [{}, 30, /^well/],
    [{ canPush: true }, undefined, /^well/],
    [{ developersCanPush: true, canPush: true }, 30, /^warning: .*takes pushes of every developer/],
    [{}, undefined, /^warning: could not find out/],
    [{ developersCanMerge: false }, undefined, /^warning: could not find out/],
    [{ developersCanMerge: false }, 30, /^wrong: .*neither merge nor push/],
    // A maintainer may not, where nobody may.
    [{ developersCanMerge: false }, 40, /^warning: could not find out/],
    [{}, 20, /^wrong: .*neither merge nor push/],
    [{ protected: false }, 30, /^wrong: .*not protected/],
  ])('%j for the role %j', (given, level, said) => {
    const found = branchFound(known({ ...branch, ...given }), known({ ...project, level }), {
      ...{ starts: true, isDefault: true },
    });
    expect(line(found)).toMatch(said);
  });
});

describe('its token', () => {
  it.each<[Partial<typeof token>, number | undefined, RegExp]>([
    [{}, 30, /^well/],
    [{}, undefined, /^warning: could not find out: which role/],
    [{ scopes: ['granular'] }, 30, /^warning: could not find out: what a token with fine-grained/],
    [{ scopes: ['api', 'sudo'] }, 30, /^warning: .*1 more scopes/],
  ])('%j of the role %j', (given, level, said) => {
    const found = tokenFound(known({ ...token, ...given }), known({ ...project, level }), {
      ...{ now: 0, starts: true },
    });
    expect(line(found)).toMatch(said);
  });
});

describe('its variables', () => {
  it.each<[Partial<Project>, boolean, RegExp]>([
    [{}, true, /^well/],
    [{ level: undefined }, true, /^warning: could not find out/],
    [{ level: 20 }, true, /^wrong/],
    // The trigger token counts then, which another person made.
    [{ level: 20 }, false, /^warning: could not find out/],
    [{ overrideRole: 'no_one_allowed' }, false, /^wrong/],
    [{ overrideRole: undefined }, true, /^warning: could not find out/],
  ])('%j, started by the access token: %j', (given, starts, said) => {
    expect(line(passingFound(known({ ...project, ...given }), known(undefined), sending, starts))).toMatch(
      said,
    );
  });
});
