/**
 * `npm run pictures`: plays real runs on the sandbox, and draws their summaries and comments as GitHub shows them: light,
 * dark and narrow. Those that the pages show go to docs/pictures, with what they were made from (test/docs/pictures.test.ts);
 * the others to node_modules/.cache/pictures. It needs `dist`, and Debian's `chromium-headless-shell` and
 * `fonts-noto-color-emoji`: no test does.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { marked } from 'marked';
import { chromium } from 'playwright-core';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene, type Scene, type SceneJob, type ScenePull } from '../sandbox/scene.ts';
import { digestOf, file, folder, type MadeFrom, views, withoutChance } from './made-from.ts';

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'pictures');
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';

/** What the pages show. */
const ofPages: readonly string[] = ['comment-waiting', 'comment-running', 'summary-failed'];

/** A text in Markdown, and the name of its pictures. */
interface Shown {
  readonly name: string;
  readonly text: string;
}

const madeFrom = await draw(await play());
writeFileSync(file, `${JSON.stringify(madeFrom, undefined, 2)}\n`);

/** Plays what is shown: pull requests that wait, run, pass, fail, and name a test that does not run. */
async function play(): Promise<readonly Shown[]> {
  const sandbox = await startSandbox({ scale: 100 });
  try {
    const scene = exampleScene(sandbox);
    const branch = (name: string, ...ends: readonly [aws: string, digitalOcean: string]) =>
      sandbox.gitlab.addBranch(scene.project, name, {
        files: {
          'expected/test-aws-infra.txt': `${ends[0]}\n`,
          'expected/test-do-infra.txt': `${ends[1]}\n`,
        },
      });
    const labels = ['test-aws-infra', 'test-do-infra'];
    branch('resume-uploads', 'pass 300', 'pass 900');
    branch('fix-retries', 'fail 602 the private reason', 'pass 721');
    const resumed = scene.openByMember('resume-uploads', labels);
    await ofRun(scene, 'first', resumed);
    // One more commit: how long its tests take as a rule is known by now.
    sandbox.github.push({ repo: scene.repository, branch: 'resume-uploads', by: 'bob' });
    return [
      ...(await ofRun(scene, 'passed', resumed, { action: 'synchronize' })),
      ...(await ofRun(scene, 'waiting', scene.openByOutsider('more-tests', ['test-do-infra']))),
      ...(await ofRun(scene, 'failed', scene.openByMember('fix-retries', labels))),
      ...(await ofRun(scene, 'mistyped', scene.openByMember('a-label', ['test-aws-infr']))),
    ];
  } finally {
    await sandbox.close();
  }
}

/** What a run leaves for people to read: its summary, and the comment on the pull request, as it was on the way too. */
async function ofRun(
  scene: Scene,
  name: string,
  pull: ScenePull,
  job: SceneJob = {},
): Promise<readonly Shown[]> {
  const told = { disclose: 'jobs', link: 'true', comment: 'true' };
  const { world } = scene.sandbox.github;
  const comment = () => world.repositories.get(scene.repository)?.issues.get(pull.number)?.comments[0]?.body;
  let running: string | undefined;
  const looking = setInterval(() => {
    const body = comment();
    if (body?.includes('jobs done')) running = body;
  }, 20);
  const { summary } = await scene.start(pull.number, { ...job, with: told }).done;
  clearInterval(looking);
  const last = comment();
  return [
    { name: `summary-${name}`, text: summary },
    ...(last === undefined ? [] : [{ name: `comment-${name}`, text: last }]),
    ...(running === undefined || name !== 'passed' ? [] : [{ name: 'comment-running', text: running }]),
  ];
}

/** Draws each text in each view, and folded out. */
async function draw(texts: readonly Shown[]): Promise<MadeFrom> {
  for (const one of [cache, folder]) mkdirSync(one, { recursive: true });
  const sheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css');
  const css = readFileSync(sheet, 'utf8');
  const made: Record<string, MadeFrom[string]> = {};
  const browser = await chromium.launch({ executablePath: program, chromiumSandbox: false });
  try {
    for (const { name, text } of texts) {
      const pictures: Record<string, string> = {};
      for (const { view, scheme, width } of [...views, { ...views[1], view: 'opened' }]) {
        const page = await browser.newPage({
          ...{ colorScheme: scheme, viewport: { width, height: 100 }, deviceScaleFactor: 2 },
        });
        await page.setContent(pageOf(css, name, await marked(text, { gfm: true })));
        if (view === 'opened') await page.locator('details').evaluateAll(open);
        const picture = `${name}-${view}.png`;
        const isShown = ofPages.includes(name) && view !== 'opened';
        const bytes = await page.screenshot({
          path: join(isShown ? folder : cache, picture),
          fullPage: true,
        });
        if (isShown) pictures[picture] = digestOf(bytes);
        console.log(`${picture}: ${Math.ceil(bytes.length / 1024)} KB`);
        await page.close();
      }
      if (ofPages.includes(name)) made[name] = { text: withoutChance(text), pictures };
    }
  } finally {
    await browser.close();
  }
  return made;
}

/** Unfolds what is folded; it runs in the page. */
function open(folded: readonly { toggleAttribute(name: string, force: boolean): unknown }[]): void {
  for (const one of folded) one.toggleAttribute('open', true);
}

/** The page: GitHub's style, in a frame as GitHub puts around a summary and around a comment. */
function pageOf(css: string, name: string, html: string): string {
  const head = name.startsWith('comment')
    ? '<b>github-actions</b> <i>bot</i> commented'
    : '<b>private-tests</b> summary';
  const own = `
    body { margin: 0 }
    .page { padding: 8px }
    .page, article { font-size: 14px !important }
    .frame { border: 1px solid var(--borderColor-default); border-radius: 6px; overflow: hidden }
    .head { padding: 8px 16px; color: var(--fgColor-muted); border-bottom: 1px solid var(--borderColor-default);
      background: var(--bgColor-muted) }
    .head b { color: var(--fgColor-default) }
    .head i { font-style: normal; font-size: 12px; padding: 0 6px; border: 1px solid var(--borderColor-default);
      border-radius: 2em }
    article { box-sizing: border-box; padding: 16px }
    article > :last-child { margin-bottom: 0 !important }`;
  return `<!doctype html><meta charset="utf-8"><style>${css} ${own}</style><div class="page markdown-body"><div class="frame"><div class="head">${head}</div><article class="markdown-body">${html}</article></div></div>`;
}
