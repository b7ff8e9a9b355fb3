/** Which characters: every alphabet that a value from outside has to keep to, in one place. */

/**
 * What may be sent to GitLab as a value. GitLab expands `$X` in the values of a trigger and jobs use them in shells, so
 * everything else is refused (docs/facts/gitlab.md, "Values"; docs/gitlab.md, "What arrives").
 */
export const safeValue = /^[A-Za-z0-9._/,:@#+=-]*$/;

/** One test id: safe, and without the comma that joins them. */
export const safeTestId = /^[A-Za-z0-9._/:@#+=-]+$/;

/** What a variable may be called: as in POSIX shells. */
export const variableName = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;

/** The name of a branch or tag that is sent on: of the safe alphabet, and nothing that a shell takes for an option. */
export const safeRef = /^(?!-)[A-Za-z0-9._/,:@#+=-]{1,255}$/;

/** The login of a person or of an app, as it is shown: at most 39 characters, which an app's may exceed. */
export const accountName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?(?:\[bot\])?$/;

/** A login, an organisation, a team's slug (GitHub docs, "Username considerations"). */
export const slug = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?$/;
