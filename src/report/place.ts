/** Where people are sent: addresses made of our own settings, of numbers and of commits, and of nothing that a service said. */

/** The public pages of a run, whom to ask there, and GitLab's pages where they are shown. */
export interface Place {
  /** Page of the repository, without a slash at its end. */
  readonly repositoryUrl: string;
  readonly runUrl: string;
  /** Whose members let an outsider's commit cross, and the teams of it, if only these may. */
  readonly organization: string;
  readonly teams: readonly string[];
  /** Page of the GitLab project; undefined: it is not shown (input `link`). */
  readonly projectUrl: string | undefined;
}

/** What a place is made of. */
export interface PlaceSettings {
  readonly github: { readonly repository: string; readonly runUrl: string };
  readonly gate: { readonly organization: string; readonly teams: readonly string[] };
  readonly gitlab: { readonly url: string; readonly project: string };
  readonly link: boolean;
}

/** A project that is known by its number has no address that we could make. */
const byPath = /^[A-Za-z0-9_][A-Za-z0-9_./-]*\/[A-Za-z0-9_.-]+$/;

/** The place of a run. Pure. */
export function placeOf({ github, gate, gitlab, link }: PlaceSettings): Place {
  const { runUrl } = github;
  const { organization, teams } = gate;
  const hasPage = link && byPath.test(gitlab.project);
  return {
    repositoryUrl: runUrl.replace(/\/actions\/runs\/[^/]*$/, ''),
    ...{ runUrl, organization, teams },
    projectUrl: hasPage ? `${gitlab.url}/${gitlab.project}` : undefined,
  };
}

/** The page of a pipeline; undefined where it is not shown. Pure. */
export const pipelineUrl = (
  { projectUrl }: Pick<Place, 'projectUrl'>,
  id: number | undefined,
): string | undefined =>
  projectUrl === undefined || id === undefined ? undefined : `${projectUrl}/-/pipelines/${id}`;

/** A link in Markdown, or its text alone where there is no address. `text` is our own, and has no bracket. Pure. */
export const linked = (text: string, url: string | undefined): string =>
  url === undefined ? text : `[${text}](${url})`;

/** The commit by its first seven digits, as GitHub shows it, and its page. Pure. */
export const commitLink = (commit: string, place: Place | undefined): string =>
  linked(`\`${commit.slice(0, 7)}\``, place && `${place.repositoryUrl}/commit/${commit}`);

/** `#42`, and its page. Pure. */
export const pullLink = (pull: number, place: Place | undefined): string =>
  linked(`#${pull}`, place && `${place.repositoryUrl}/pull/${pull}`);
