/** The HTTP API of a running sandbox (docs/sandbox.md): what people do, and how everything stands. */
import { Hono } from 'hono';
import { repositoryOf } from '../github/world.ts';
import type { Scene } from '../scene.ts';
import { type ActName, createActs } from './acts.ts';
import { createPeople, owner } from './people.ts';
import { type Given, type Places, settle } from './places.ts';
import { Refusal } from './refusal.ts';
import { createRuns, type RunView } from './runs.ts';
import { labelsOf } from './tests.ts';
import { isVerb, type VerbName, verbs, type Wish } from './verbs.ts';
import { nextOf, type PullView, pullViews } from './views.ts';
import { wishOf } from './wish.ts';

/** What a verb answers. */
export interface Answer {
  /** What happened, a sentence each. */
  readonly says: readonly string[];
  readonly pull: PullView | null;
  /** What GitHub's Actions service made of it: one for each workflow that listens. */
  readonly runs: readonly RunView[];
  /** What could be tried next: words after `npm run sandbox --`. */
  readonly next: readonly string[];
}

/** What `GET /` answers. */
export interface Overview {
  readonly services: Readonly<Record<string, string>>;
  readonly repository: string;
  readonly workflows: readonly string[];
  readonly pulls: readonly PullView[];
  readonly runs: readonly RunView[];
  readonly next: readonly string[];
}

/** What the API works with. */
export interface ControlOptions {
  readonly scene: Scene;
  /** Every request carries it: whoever may cause events may also run programs here, as jobs of a CI file. */
  readonly token: string;
  /** Told each change, as a line for a person. */
  readonly hear: (line: string) => void;
  readonly stop: () => void;
}

/** The API, and what goes with it. */
export type Control = ReturnType<typeof createControl>;

/** Makes the API. No workflow is there before the first `settle`. */
export function createControl({ scene, token, hear, stop }: ControlOptions) {
  const { world } = scene.sandbox.github;
  const people = createPeople(world, repositoryOf(world, scene.repository));
  const acts = createActs(scene);
  const runs = createRuns(scene, hear);
  let places: Places = {
    ...{ workflows: new Map(), vars: {}, environments: [], says: [] },
    secretsFor: () => ({}),
  };

  const answer = (says: readonly string[], pull: number | undefined, made: readonly RunView[]): Answer => {
    const shown = pullViews(scene).find(({ number }) => number === pull);
    return { says, pull: shown ?? null, runs: made, next: nextOf(shown, made) };
  };
  const taken = (says: readonly string[], pull: number | undefined, make: () => RunView[]): Answer => {
    const made = make();
    return answer(says, pull ?? made.find((one) => one.pull !== null)?.pull ?? undefined, made);
  };

  const load = (wish: Wish): readonly string[] => {
    places = settle(scene, givenIn(wish));
    return places.says;
  };

  const own: Readonly<Record<Exclude<VerbName, ActName>, (wish: Wish) => Answer>> = {
    run: (wish) => {
      const says = load(wish);
      return { says, pull: null, runs: [], next: firstSteps(places) };
    },
    rerun: (wish) => {
      const { id, by } = buttonOf(wish);
      return taken([`${by} ran run ${id} again`], undefined, () => runs.rerun(places, id, by));
    },
    approve: (wish) => {
      const { id, by } = buttonOf(wish);
      return taken([`${by} let run ${id} start`], undefined, () => runs.approve(places, id, by));
    },
    cancel: (wish) => {
      const { id, by } = buttonOf(wish);
      return taken([`${by} cancelled run ${id}`], undefined, () => [runs.cancel(id)]);
    },
    stop: () => {
      // After the answer is on its way.
      setImmediate(stop);
      return { says: ['the sandbox stops'], pull: null, runs: [], next: [] };
    },
  };
  /** Whoever may write may press a button of a run (GitHub docs, "Re-running workflows and jobs"). */
  const buttonOf = (wish: Wish) => {
    const by = people.personOf(wish.text('as') ?? owner);
    people.must(by, 'write', 'press that button');
    return { id: wish.number('run') ?? 0, by: by.login };
  };

  const perform = (name: VerbName, body: unknown): Answer => {
    const wish = wishOf(name, body);
    if (!isAct(name)) return own[name](wish);
    const done = acts[name](wish);
    for (const line of done.says) hear(line);
    return taken(done.says, done.pull, () => runs.take(places, done.runs));
  };
  const isAct = (name: VerbName): name is ActName => Object.hasOwn(acts, name);

  const overview = (): Overview => {
    const { gitlab, vault: secrets, issuer, apiUrl } = scene.sandbox;
    return {
      services: { github: apiUrl, gitlab: gitlab.url, vault: secrets.url, idTokens: issuer.url },
      repository: scene.repository,
      workflows: [...places.workflows.keys()],
      pulls: pullViews(scene),
      runs: runs.all(),
      next: nextOf(undefined, runs.all()),
    };
  };

  const app = new Hono();
  app.use(async (c, next) => {
    if (c.req.header('authorization') === `Bearer ${token}`) return next();
    return c.json({ message: 'the header `authorization: Bearer <token>` of this sandbox is missing' }, 401);
  });
  app.onError((error, c) => {
    // What the sandbox's GitHub throws is about the request too: an unplayed filter, an unknown name.
    const status = error instanceof Refusal ? error.status : 422;
    return c.json({ message: error.message }, status);
  });
  app.get('/', (c) => c.json(overview()));
  app.get('/pulls/:number{[0-9]+}', (c) => {
    const number = Number(c.req.param('number'));
    const pull = pullViews(scene).find((one) => one.number === number);
    if (!pull) throw new Refusal(404, `there is no pull request #${number}`);
    const made = runs.all().filter((one) => one.pull === number);
    return c.json({ says: [], pull, runs: made, next: nextOf(pull, made) } satisfies Answer);
  });
  app.get('/runs/:id{[0-9]+}', (c) => {
    const run = runs.view(Number(c.req.param('id')));
    return c.json(answer([], run.pull ?? undefined, [run]));
  });
  app.post('/:verb', async (c) => {
    const verb = c.req.param('verb');
    if (!isVerb(verb))
      throw new Refusal(404, `there is no ${verb}; there are ${Object.keys(verbs).join(', ')}`);
    const text = await c.req.text();
    return c.json(perform(verb, jsonOf(text)));
  });
  app.notFound((c) =>
    c.json({ message: `there is no ${c.req.method} ${c.req.path}: see docs/sandbox.md` }, 404),
  );

  return {
    app,
    /** Puts workflows there before anybody asks. Gives what there is to say of them. */
    load,
    close: runs.close,
  };
}

/** As GitHub's own API does: JSON, whatever its content type says; nothing is an empty object. */
function jsonOf(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

function givenIn(wish: Wish): Given {
  const [policy, ...more] = Object.values(wish.pairs('policy'));
  if (more.length > 0) throw new Refusal(400, 'one policy, please');
  if (policy !== undefined && wish.is('no-policy'))
    throw new Refusal(400, '--policy or --no-policy, not both');
  return {
    workflows: wish.pairs('workflow'),
    gitlab: wish.pairs('gitlab-ci'),
    vars: wish.pairs('var'),
    policy: policy === undefined ? (wish.is('no-policy') ? 'none' : 'default') : { text: policy },
  };
}

/** What shows most of workflows that have just come: a member's pull request, then a stranger's. */
function firstSteps({ workflows }: Places): string[] {
  const steps = [...workflows.values()].flatMap(({ jobs }) =>
    [...jobs.values()].flatMap(({ step }) => step ?? []),
  );
  const [label] = steps.flatMap((step) => labelsOf(step.with['tests'] ?? ''));
  const labelled = label === undefined ? '' : ` --label ${/^[\w.-]+$/.test(label) ? label : `'${label}'`}`;
  return [`open --as bob${labelled}`, `open --as mallory --fork${labelled}`];
}
