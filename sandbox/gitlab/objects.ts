/** The names that git gives to files, trees and commits: SHA-1 over a header and the content (git-hash-object(1)). */
import { createHash } from 'node:crypto';

/** What a commit's name depends on. */
export interface CommitText {
  readonly parent: string | undefined;
  /** Path → content. */
  readonly files: Readonly<Record<string, string>>;
  readonly title: string;
  /** `name <address> seconds zone`, for author and committer. */
  readonly who: string;
}

/** 40 hex digits. */
export function commitName({ parent, files, title, who }: CommitText): string {
  const lines = [
    `tree ${treeName(Object.entries(files)).toString('hex')}`,
    ...(parent === undefined ? [] : [`parent ${parent}`]),
    `author ${who}`,
    `committer ${who}`,
  ];
  return named('commit', Buffer.from(`${lines.join('\n')}\n\n${title}`)).toString('hex');
}

/** A script may be executed, any other file may not. */
export const modeOf = (content: string): '100755' | '100644' =>
  content.startsWith('#!') ? '100755' : '100644';

function treeName(files: readonly (readonly [path: string, content: string])[]): Buffer {
  const inner = Map.groupBy(
    files.filter(([path]) => path.includes('/')),
    ([path]) => path.slice(0, path.indexOf('/')),
  );
  const entries = [
    ...files
      .filter(([path]) => !path.includes('/'))
      .map(([name, content]) => ({ name, mode: modeOf(content), id: named('blob', Buffer.from(content)) })),
    ...[...inner].map(([name, below]) => ({
      name,
      mode: '40000',
      id: treeName(below.map(([path, content]) => [path.slice(name.length + 1), content])),
    })),
  ];
  // Git sorts by bytes, a folder as if its name ended in a slash.
  const key = ({ name, mode }: (typeof entries)[number]) => Buffer.from(mode === '40000' ? `${name}/` : name);
  entries.sort((a, b) => Buffer.compare(key(a), key(b)));
  return named(
    'tree',
    Buffer.concat(entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), id])),
  );
}

const named = (type: string, content: Buffer): Buffer =>
  createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest();
