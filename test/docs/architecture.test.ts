import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, pages, pageText } from './pages.ts';

const page = 'docs/architecture.md';
const tree = blocksOf(page).find(({ language }) => language === 'text')?.text ?? '';

/** The paths of the drawn tree: folders end with `/`, files are indented below their folder. */
function pathsIn(drawn: string): string[] {
  const folders: string[] = [];
  return drawn
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      return namesIn(line.trim()).map((name) => {
        folders.length = depth;
        const path = join(...folders, name);
        if (name.endsWith('/')) folders[depth] = name;
        return path;
      });
    });
}

/** What stands in front of the remark; two names on one line are two paths. */
const namesIn = (line: string): string[] => line.match(/^\S+(?: {2}\S+\/)?/)?.[0].split(/ +/) ?? [];

const drawn = pathsIn(tree);
const prose = pageText(page).replace(/^```[\s\S]*?^```$/gm, '');
const named = [...prose.matchAll(/`((?:src|test|sandbox|scripts|dist|docs|examples)\/[\w./-]+)`/g)].map(
  ([, path = '']) => path,
);

describe('the plan of the house', () => {
  it('is read', () => {
    expect(drawn).toContain('src/modes/run.ts');
    expect(drawn).toContain('src/gitlab/');
    expect(named.length).toBeGreaterThan(10);
  });

  it('names only what exists', () => {
    const remarks = [...tree.matchAll(/(?<=[ ,])([\w-]+\.ts)(?=[ ,(;])/g)].map(([, file]) => file ?? '');
    const files = globSync('{src,sandbox}/**/*.ts').map((file) => basename(file));
    expect([...drawn, ...named].filter((path) => !existsSync(path))).toEqual([]);
    expect(remarks.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('names every folder of src', () => {
    const folders = globSync('src/*/').map((folder) => `${folder.replace(/\/$/, '')}/`);
    expect(folders.length).toBeGreaterThan(8);
    expect(folders.filter((folder) => !drawn.includes(folder))).toEqual([]);
  });

  it('names every file of src, and of src/modes', () => {
    const files = globSync('src/{*.ts,modes/*.ts}');
    expect(files.filter((file) => !drawn.includes(file))).toEqual([]);
  });

  it('names every top folder that git knows', () => {
    const tops = new Set(globSync('*/').map((folder) => `${folder.replace(/\/$/, '')}/`));
    const own = [...tops].filter((folder) => !/^(node_modules|build|coverage|reports|docs)\//.test(folder));
    expect(own.filter((folder) => !drawn.includes(folder))).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(pages)('%s holds no path of a machine', (file) => {
    const text = pageText(file);
    expect(text).not.toMatch(/\/(?:home|root|Users|work|tmp)\/\w/);
  });

  it('show a test that is a test', () => {
    const [example] = blocksOf('CONTRIBUTING.md').filter(({ language }) => language === 'ts');
    expect(readFileSync('test/docs/example.test.ts', 'utf8')).toBe(example?.text);
  });
});
