/** What a checkout says of itself: its workflow files, and the repository that it is of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from '../doctor/workflow.ts';

const folder = '.github/workflows';

/** The workflow files below the folder one is in; undefined where there are none. */
export function workflowFilesIn(root: string): readonly WorkflowFile[] | undefined {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));
  } catch {
    return undefined;
  }
}

/** `owner/name` of the remote `origin`, read from Git's own file; undefined without one on GitHub. */
export function repositoryIn(root: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, '.git', 'config'), 'utf8');
  } catch {
    return undefined;
  }
  const [, section = ''] = /^\[remote "origin"\]\n((?:[^[].*\n?|\n)*)/m.exec(text) ?? [];
  const [, url = ''] = /^\s*url\s*=\s*(\S+)/m.exec(section) ?? [];
  const [, name] = /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ?? [];
  return name;
}
