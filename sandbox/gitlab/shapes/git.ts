/** The shapes of a commit, a branch, a tag and a file. */

import { createHash } from 'node:crypto';
import type { Project } from '../project.ts';
import type { Commit } from '../repository.ts';
import type { World } from '../world.ts';
import { time } from './time.ts';

/** Entity `Commit`. */
export function commitShape(world: World, project: Project, of: Commit) {
  return {
    id: of.sha,
    short_id: of.sha.slice(0, 8),
    created_at: time(of.at),
    parent_ids: of.parent === undefined ? [] : [of.parent],
    title: of.title,
    message: of.title,
    author_name: 'Sandbox',
    author_email: 'sandbox@example.com',
    authored_date: time(of.at),
    committer_name: 'Sandbox',
    committer_email: 'sandbox@example.com',
    committed_date: time(of.at),
    trailers: {},
    extended_trailers: {},
    web_url: `${world.url}/${project.path}/-/commit/${of.sha}`,
  };
}

/** The commit of that SHA, or null. */
export const commitOf = (world: World, project: Project, sha: string) => {
  const found = project.repository.commits.get(sha);
  return found ? commitShape(world, project, found) : null;
};

/** Entity `Branch`. */
export function branchShape(world: World, project: Project, name: string, canPush: boolean) {
  const sha = project.repository.branches.get(name) ?? '';
  const least = project.protectedBranches.get(name);
  return {
    name,
    commit: commitOf(world, project, sha),
    merged: false,
    protected: least !== undefined,
    developers_can_push: least !== undefined && (project.pushRoles.get(name) ?? least) === 'developer',
    developers_can_merge: least === 'developer',
    can_push: canPush,
    default: name === project.defaultBranch,
    web_url: `${world.url}/${project.path}/-/tree/${name}`,
  };
}

/** Entity `Tag`, of a lightweight one. */
export function tagShape(world: World, project: Project, name: string) {
  const sha = project.repository.tags.get(name) ?? '';
  return {
    name,
    message: '',
    target: sha,
    commit: commitOf(world, project, sha),
    release: null,
    protected: false,
    created_at: null,
  };
}

/** A file (GitLab docs, "Repository files API", "Get file from repository"). */
export function fileShape(path: string, ref: string, sha: string, text: string) {
  const size = Buffer.byteLength(text);
  return {
    file_name: path.split('/').at(-1) ?? path,
    file_path: path,
    size,
    encoding: 'base64',
    content_sha256: createHash('sha256').update(text).digest('hex'),
    ref,
    blob_id: createHash('sha1').update(`blob ${size}\0${text}`).digest('hex'),
    commit_id: sha,
    last_commit_id: sha,
    execute_filemode: false,
    content: Buffer.from(text).toString('base64'),
  };
}
