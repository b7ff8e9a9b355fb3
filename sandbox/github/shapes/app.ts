/** An App, as it is shown to everybody. */
import type { Account } from '../people.ts';
import { iso, type World } from '../world.ts';
import { nodeId, web } from './account.ts';

/** GitHub Actions' own number (`GET /apps/github-actions`). */
const actionsApp = 15_368;

/** What stands in the address of an App: its bot is called so, with `[bot]` behind it. */
const slugOf = (bot: Account): string => bot.login.replace(/\[bot\]$/, '');

/** The number of the App whose bot that is: an integration has another one than its account. */
export const appIdOf = (bot: Account): number =>
  bot.login === 'github-actions[bot]' ? actionsApp : bot.id + 1_000_000;

/** Schema integration. */
export function appShape(world: World, bot: Account, owner: object) {
  const slug = slugOf(bot);
  const made = iso(bot.createdAt);
  return {
    id: appIdOf(bot),
    slug,
    node_id: nodeId('A', bot.id),
    owner,
    name: slug,
    description: null,
    external_url: `${web(world)}/apps/${slug}`,
    html_url: `${web(world)}/apps/${slug}`,
    created_at: made,
    updated_at: made,
    permissions: { metadata: 'read', statuses: 'write' },
    events: [],
  };
}
