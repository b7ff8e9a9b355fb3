/** The names that git gives to files, trees and commits: SHA-1 over a header and the content (git-hash-object(1)). */
import { createHash } from 'node:crypto';

/** What a commit's name depends on. */
export interface CommitText {
  /** Names of commits: none for the first one, two for a merge. */
  readonly parents: readonly string[];
  /** Path → content. */
  readonly files: Readonly<Record<string, string>>;
  readonly title: string;
  /** `name <address> seconds zone`, for author and committer. */
  readonly who: string;
}

/** One object as git keeps it. */
export interface GitObject {
  /** 40 hex digits. */
  readonly name: string;
  /** Header and content, as git hashes and packs them. */
  readonly bytes: Buffer;
}

/** 40 hex digits. */
export const commitName = (commit: CommitText): string => commitObject(commit).name;

/** All that a commit consists of: its files, its folders, and itself at the end. Its parents are not among them. */
export const objectsOf = (commit: CommitText): GitObject[] => [
  ...treeObjects(Object.entries(commit.files)),
  commitObject(commit),
];

/** The name of a folder with these files. */
export const treeName = (files: Readonly<Record<string, string>>): string =>
  treeObject(Object.entries(files)).name;

/** A script may be executed, any other file may not. */
export const modeOf = (content: string): '100755' | '100644' =>
  content.startsWith('#!') ? '100755' : '100644';

/** Path and content. */
type File = readonly [path: string, content: string];

function commitObject({ parents, files, title, who }: CommitText): GitObject {
  const lines = [
    `tree ${treeName(files)}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
  ];
  return named('commit', Buffer.from(`${lines.join('\n')}\n\n${title}`));
}

function treeObjects(files: readonly File[]): GitObject[] {
  const { direct, inner } = parted(files);
  return [
    ...direct.map(([, content]) => blobObject(content)),
    ...[...inner.values()].flatMap(treeObjects),
    treeObject(files),
  ];
}

function treeObject(files: readonly File[]): GitObject {
  const { direct, inner } = parted(files);
  const entries = [
    ...direct.map(([name, content]) => ({ name, mode: modeOf(content), id: blobObject(content).name })),
    ...[...inner].map(([name, below]) => ({ name, mode: '40000', id: treeObject(below).name })),
  ];
  // Git sorts by bytes, a folder as if its name ended in a slash.
  const key = ({ name, mode }: (typeof entries)[number]) => Buffer.from(mode === '40000' ? `${name}/` : name);
  entries.sort((a, b) => Buffer.compare(key(a), key(b)));
  return named(
    'tree',
    Buffer.concat(
      entries.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    ),
  );
}

/** What lies directly in a folder, and what lies in each folder below it. */
function parted(files: readonly File[]): { direct: File[]; inner: Map<string, File[]> } {
  const inner = Map.groupBy(
    files.filter(([path]) => path.includes('/')),
    ([path]) => path.slice(0, path.indexOf('/')),
  );
  return {
    direct: files.filter(([path]) => !path.includes('/')),
    inner: new Map(
      [...inner].map(([name, below]) => [
        name,
        below.map(([path, content]): File => [path.slice(name.length + 1), content]),
      ]),
    ),
  };
}

/** A file's content. */
export const blobObject = (content: string): GitObject => named('blob', Buffer.from(content));

function named(type: string, content: Buffer): GitObject {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  return { name: createHash('sha1').update(bytes).digest('hex'), bytes };
}
