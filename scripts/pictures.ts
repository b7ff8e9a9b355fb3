/**
 * `npm run pictures`: plays real runs on the sandbox, and makes pictures of their summary and comment as GitHub shows them,
 * light, dark and narrow, into node_modules/.cache/pictures; those that the pages show go to docs/pictures. It needs `dist`, and Debian's `chromium-headless-shell` and
 * `fonts-noto-color-emoji`. Nothing of it is part of the tests.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { marked } from 'marked';
import { chromium } from 'playwright-core';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene, type Scene, type ScenePull } from '../sandbox/scene.ts';

const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache', 'pictures');
const shown = join(root, 'docs', 'pictures');
/** What the pages show. */
const ofPages = [
  'summary-failed-light',
  'summary-failed-dark',
  'comment-waiting-light',
  'comment-waiting-dark',
];
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';

/** A text in Markdown, and the name of its picture. */
interface Shown {
  readonly name: string;
  readonly text: string;
}

/** The columns in which GitHub shows a summary and a comment, and the width of a telephone. Pixels. */
const views = [
  { view: 'light', scheme: 'light', width: 900 },
  { view: 'dark', scheme: 'dark', width: 900 },
  { view: 'narrow', scheme: 'light', width: 390 },
  { view: 'opened', scheme: 'dark', width: 900 },
] as const;

const runs = await play();
await draw(runs);

/** Plays the runs that are shown: one that waits, one that passes and one that fails. */
async function play(): Promise<readonly Shown[]> {
  const sandbox = await startSandbox({ scale: 50 });
  try {
    const scene = exampleScene(sandbox);
    sandbox.gitlab.addBranch(scene.project, 'fix-retries', {
      files: { 'expected/test-do-infra.txt': 'fail 1 the private reason\n' },
    });
    const labels = ['test-aws-self-hosted', 'test-do-infra'];
    return [
      ...(await ofRun(scene, 'waiting', scene.openByOutsider('more-tests', ['test-do-infra']))),
      ...(await ofRun(scene, 'passed', scene.openByMember('add-dns', labels))),
      ...(await ofRun(scene, 'failed', scene.openByMember('fix-retries', labels))),
      ...(await ofRun(scene, 'mistyped', scene.openByMember('a-label', ['test-aws-infr']))),
    ];
  } finally {
    await sandbox.close();
  }
}

/** What a run leaves for people to read: its summary, and the comment on the pull request. */
async function ofRun(scene: Scene, name: string, pull: ScenePull): Promise<readonly Shown[]> {
  const told = { disclose: 'jobs', link: 'true', comment: 'true' };
  const job = scene.start(pull.number, { with: told });
  const { summary } = await job.done;
  const { world } = scene.sandbox.github;
  const issue = world.repositories.get(scene.repository)?.issues.get(pull.number);
  return [
    { name: `summary-${name}`, text: summary },
    ...(issue?.comments ?? []).map(({ body }) => ({ name: `comment-${name}`, text: body })),
  ];
}

/** Draws each text in each view. */
async function draw(texts: readonly Shown[]): Promise<void> {
  for (const folder of [cache, shown]) mkdirSync(folder, { recursive: true });
  const sheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css');
  const css = readFileSync(sheet, 'utf8');
  const browser = await chromium.launch({ executablePath: program, chromiumSandbox: false });
  try {
    for (const { view, scheme, width } of views) {
      const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 200 } });
      for (const { name, text } of texts) {
        await page.setContent(pageOf(css, await marked(text, { gfm: true })));
        if (view === 'opened') await page.locator('details').evaluateAll(open);
        const picture = `${name}-${view}`;
        const file = join(ofPages.includes(picture) ? shown : cache, `${picture}.png`);
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** Unfolds what is folded; it runs in the page. */
function open(folded: readonly { toggleAttribute(name: string, force: boolean): unknown }[]): void {
  for (const one of folded) one.toggleAttribute('open', true);
}

function pageOf(css: string, html: string): string {
  const own =
    'body { margin: 0 } article { box-sizing: border-box; padding: 16px; font-size: 14px !important }';
  return `<!doctype html><meta charset="utf-8"><style>${css} ${own}</style><article class="markdown-body">${html}</article>`;
}
