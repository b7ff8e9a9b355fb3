import { describe, expect, it } from 'vitest';
import { commitLink, linked, pipelineUrl, placeOf, pullLink } from '../../src/report/place.ts';
import { commit } from './build.ts';

const settings = (project: string, link = true) => ({
  github: { repository: 'acme/engine', runUrl: 'https://github.com/acme/engine/actions/runs/9' },
  gate: { organization: 'acme', teams: ['core'] },
  gitlab: { url: 'https://gitlab.example/below', project },
  link,
});

describe('where people are sent', () => {
  it.each([
    ['acme/tests', true, 'https://gitlab.example/below/acme/tests/-/pipelines/5'],
    ['acme/sub/tests', true, 'https://gitlab.example/below/acme/sub/tests/-/pipelines/5'],
    ['acme/tests', false, undefined],
    ['4711', true, undefined],
    ['acme/te)sts', true, undefined],
    ['acme/te sts', true, undefined],
  ])('the pipeline of %s, with `link: %s`: %s', (project, link, url) =>
    expect(pipelineUrl(placeOf(settings(project, link)), 5)).toBe(url),
  );

  it('to no pipeline where there is none', () =>
    expect(pipelineUrl(placeOf(settings('acme/tests')), undefined)).toBeUndefined());

  it('to the pull request and the commit, or to nowhere', () => {
    const place = placeOf(settings('acme/tests'));
    expect(pullLink(42, place)).toBe('[#42](https://github.com/acme/engine/pull/42)');
    expect(commitLink(commit, place)).toBe(`[\`aaaaaaa\`](https://github.com/acme/engine/commit/${commit})`);
    expect(commitLink(commit, undefined)).toBe('`aaaaaaa`');
    expect(linked('x', undefined)).toBe('x');
  });
});
