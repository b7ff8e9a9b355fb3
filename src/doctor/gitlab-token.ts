/** Whether the token of GitLab lives, and may do what it has to, and not more. Pure. */
import type { Fact } from '../facts/fact.ts';
import { type Found, orWell, untold, warning, wrong } from './finding.ts';
import { type AccessToken, answered, developer, type Project } from './project.ts';

/** How many days are left when it is time to say so, and when it is urgent. */
const soon = 21;
const urgent = 3;
const day = 86_400_000;

/** Judges scope, life and role. @param starts whether this token starts pipelines, and does not only watch */
export function tokenFound(
  token: Fact<AccessToken>,
  project: Fact<Project>,
  { now, starts }: { readonly now: number; readonly starts: boolean },
): readonly Found[] {
  return answered(token, 'whether GitLab takes the token', ({ scopes, expiresAt }) => {
    const days = expiresAt === undefined ? undefined : Math.floor((expiresAt - now) / day);
    const level = project.known ? project.value.level : undefined;
    const broad = scopes.filter((scope) => !['api', 'read_api', 'self_rotate', 'granular'].includes(scope));
    return orWell(
      [
        ...(starts && !scopes.some((scope) => scope === 'api' || scope === 'granular')
          ? [wrong('the token may only read: it starts and stops nothing', 'Make one with the scope `api`.')]
          : []),
        ...(broad.length > 0
          ? [
              warning(
                `the token has ${broad.length} more scopes than it needs`,
                'Make one with the scope `api` alone.',
              ),
            ]
          : []),
        ...(days === undefined
          ? [warning('the token never ends', 'Give it a date of expiry, and rotate it.')]
          : days < urgent
            ? [
                wrong(
                  `the token ends in ${days} days`,
                  'Rotate it now: Settings > Access tokens, or `POST …/rotate`.',
                ),
              ]
            : days < soon
              ? [
                  warning(
                    `the token ends in ${days} days`,
                    'Rotate it: it keeps its user, so nothing else changes.',
                  ),
                ]
              : []),
        ...(scopes.includes('granular') && !scopes.includes('api')
          ? [
              untold(
                'what a token with fine-grained permissions may do',
                'See that it has those of docs/gitlab.md, "Tokens".',
              ),
            ]
          : []),
        ...(project.known && level === undefined
          ? [
              untold(
                'which role the token has in the project',
                `See that it is ${starts ? 'Developer' : 'Reporter'}, by itself or by a group.`,
              ),
            ]
          : []),
        ...(level !== undefined && level < (starts ? developer : 20)
          ? [
              wrong(
                `the role of the token is too low to ${starts ? 'start pipelines' : 'watch pipelines'}`,
                `Make one with the role ${starts ? 'Developer' : 'Reporter'}.`,
              ),
            ]
          : []),
        ...(level !== undefined && level > developer
          ? [warning('the role of the token is more than Developer', 'Make one with the role Developer.')]
          : []),
      ],
      `the token is good${days === undefined ? '' : ` for ${days} days`}, with the scope and the role that it needs`,
    );
  });
}
