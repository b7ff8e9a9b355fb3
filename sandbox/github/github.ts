import type { Clock } from '../../src/clock.ts';
import { createActions } from './actions/actions.ts';
import { createApp } from './app.ts';
import { type EventDetails, type EventName, eventPayload, type Payload } from './events.ts';
import { createLimits } from './limits.ts';
import { createStore } from './store.ts';
import { createTokens } from './tokens.ts';
import { conversationVerbs } from './verbs/conversation.ts';
import { mergeVerbs } from './verbs/merges.ts';
import { peopleVerbs } from './verbs/people.ts';
import { pullVerbs } from './verbs/pulls.ts';
import { repositoryVerbs } from './verbs/repositories.ts';
import { setUpVerbs } from './verbs/set-up.ts';
import { createWorld } from './world.ts';

/** The sandbox's GitHub: a hono app, its world, and the verbs that change it. */
export type GitHub = ReturnType<typeof createGitHub>;

/**
 * An empty GitHub in virtual time. `url` is the API's base without a trailing slash; set it again once the port is
 * known (`github.url = …`; with `/api/v3` at its end it plays GHES). `github.app.request(…)` works without a port.
 */
export function createGitHub(options: { clock: Pick<Clock, 'now'>; url?: string }) {
  const world = createWorld(() => options.clock.now(), options.url ?? 'http://127.0.0.1');
  const limits = createLimits(world);
  const { find, ...tokens } = createTokens(world);
  const repositories = repositoryVerbs(world);
  const store = createStore();
  return {
    app: createApp({ world, limits }, find, store),
    world,
    settings: world.settings,
    ...peopleVerbs(world),
    ...repositories,
    ...pullVerbs(world, repositories.push),
    ...mergeVerbs(world),
    ...setUpVerbs(world),
    ...conversationVerbs(world),
    ...tokens,
    actions: createActions(world, repositories.push),
    limit: limits.limit,
    secondaryLimit: limits.secondaryLimit,
    liftLimits: limits.liftLimits,

    /** The webhook payload of an event, frozen as of now; see `eventPayload`. `action` is null where GitHub has none. */
    event: (name: EventName, action: string | null, details: EventDetails): Payload =>
      eventPayload(world, name, action, details),

    /** Removes what it has written for git; throws where it was asked for what it does not imitate. */
    close: (): void => {
      store.close();
      world.gaps.settle();
    },

    get url(): string {
      return world.url;
    },
    set url(value: string) {
      world.url = value;
    },
  };
}
