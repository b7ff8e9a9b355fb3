import { describe, expect, it } from 'vitest';
import { createPipeline, look, namePipeline, readPull, writeStatus } from '../requests.ts';
import type { Story } from '../story.ts';
import { openCases } from './cases.ts';
import { beforeStart, expectWatched } from './watched.ts';

// GitHub Enterprise Server, and a GitLab that lives below a path.
const cases = await openCases({ enterprise: true, gitlabPath: '/gitlab' });
const { github, gitlab, faults } = cases.sandbox;

/** The same requests without what these servers have in front. */
const plain = ({ requests }: Story) => ({
  requests: requests.map((line) => line.replace(/ \/api\/v3\//, ' /').replace(/ \/gitlab\/api\//, ' /api/')),
});

describe.concurrent('on servers of one’s own', () => {
  it('everything is where GITHUB_API_URL and `gitlab-url` say', async () => {
    const one = cases.make({ looks: ['running', 'success'] });
    const job = { githubUrl: 'https://github.acme.example' };
    const story = await one.play({ with: { 'gitlab-url': `${gitlab.url}/` }, job });

    for (const { service, path } of story.recorded)
      expect(path.startsWith(service === 'github' ? '/api/v3/' : '/gitlab/api/v4/')).toBe(true);
    expectWatched(
      plain(story),
      [...beforeStart(one.pull.branch), createPipeline, namePipeline],
      [writeStatus, look, look, readPull, writeStatus],
    );
    expect(story.exitCode).toBe(0);
    expect(story.statuses.at(-1)).toBe('success: private tests passed (test-all)');
    const run = `https://github.acme.example/acme/engine/actions/runs/<run>?pr=${one.pull.number}`;
    expect(story.links.map((link) => link?.split('&')[0])).toEqual([run, run, run]);
  });

  it('GraphQL is beside the REST API, where GitHub Enterprise Server has it', async () => {
    const one = cases.make({ looks: ['success'], outsider: true });
    const { number, sha } = one.pull;
    const approval = github.comment('acme/engine', number, 'carol', `/ok-to-test ${sha}`);
    // Something touched the comment since; only GraphQL knows that its text is still the same.
    github.touchComment('acme/engine', approval.id, approval.createdAt + 60_000);
    const story = await one.play();

    expect(story.requests.filter((line) => line.endsWith('/graphql'))).toEqual(['github POST /api/graphql']);
    expect(story.exitCode).toBe(0);
    expect(story.audit['comment']).toBe(approval.id);
  });
});

describe.concurrent('a project that moves', () => {
  it('while it is watched: the redirect is not followed, and the log says what to change', async () => {
    const one = cases.make({ looks: ['running'] });
    const act = () => one.move(`${one.project}-elsewhere`);
    const path = /\/pipelines\/\d+$/;
    one.plant({ method: 'GET', path, when: 'before', nth: 2, fault: { kind: 'act', act } });
    const story = await one.play();

    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ verdict: 'lost', reason: 'gitlab-moved' });
    expect(story.requests).toContain(`${look} → 301`.replace(' /api/', ' /gitlab/api/'));
    const after = story.recorded.filter(({ path: asked }) => asked.includes('elsewhere'));
    expect(after).toEqual([]);
    expect(story.log.at(-1)).toMatch(
      /^Error: .*redirects are never followed.*`gitlab-project`, or `gitlab-url`/,
    );
    expect(story.log).toContainEqual(
      'Warning: pipeline #<pipeline> is left running: a later run of this job takes it up',
    );
  });

  it('on GitHub: a renamed repository is not followed either', async () => {
    const one = cases.make();
    const location = `${cases.sandbox.apiUrl}/repositories/1/pulls/${one.pull.number}`;
    const moved = { kind: 'status', status: 301, headers: { location } } as const;
    const path = new RegExp(`/pulls/${one.pull.number}$`);
    faults.plant({ service: 'github', method: 'GET', path, when: 'before', fault: moved });
    const story = await one.play();

    expect(story.requests.filter((line) => line.startsWith('gitlab '))).toEqual([]);
    expect(story.requests.filter((line) => line.includes('/repositories/'))).toEqual([]);
    expect(story.exitCode).toBe(1);
    expect(story.outputs).toMatchObject({ decision: 'undecided', reason: 'github-moved' });
    expect(story.statuses.at(-1)).toMatch(/^error: /);
  });
});
