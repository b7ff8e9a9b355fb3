/** What may stand on a commit that several pull requests have as their head: the oracle, which knows nothing of the source. */

/** A pull request as it is at a moment. */
export interface Wish {
  /** Open, ready, and with which head. */
  readonly lives: boolean;
  readonly head: string;
  /** The tests that it asks for; undefined where its labels cannot be run. */
  readonly asks: ReadonlySet<string> | undefined;
  /** What has to be selected before it is whole: all, or all that its files need. */
  readonly needs: ReadonlySet<string>;
  /** Whether a commit may be tested for it. */
  readonly through: (commit: string) => boolean;
}

/** A commit status, as it is written. */
export interface Line {
  readonly commit: string;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string;
}

/** What the oracle is told of a world. */
export interface Told {
  /** The context of the tests; that of the check that all are selected is beside it. */
  readonly context: string;
  /** Input `require-all`. */
  readonly demandsAll: boolean;
  readonly pulls: () => ReadonlyMap<number, Wish>;
  /** The tests of each pipeline of a commit that has passed by now. */
  readonly passed: (commit: string) => readonly ReadonlySet<string>[];
  /** Whether a pipeline of a commit has ended otherwise. */
  readonly failed: (commit: string) => boolean;
}

/**
 * Looks at every status when it is written, and at all of them once everything is at rest. What a run is held to is what
 * it could know: what a pull request asked for at some instant between its last look at the list and its write counts.
 */
export interface HeadsTruth {
  /** Something has happened to a pull request. */
  changed(): void;
  /** A run has been shown the statuses of a commit, newest first. */
  listed(run: string, commit: string, lines: readonly Line[]): void;
  /** `judged`: false for what comes so late that its run has seen more since. */
  wrote(run: string, line: Line, judged?: boolean): void;
  /** What must never happen and did, with the moment. */
  readonly broken: readonly string[];
  /** What is not true of a commit when nothing goes on any more. `swept`: the sweep has been there too. */
  atRest(commit: string, swept: boolean): readonly string[];
}

/** What a run was shown, and after which change. */
interface List {
  readonly version: number;
  readonly lines: readonly Line[];
}

/** It waits for somebody who has to say something. */
const isForPeople = ({ description }: Line): boolean =>
  /^(?:waiting for a member|needs \/ok-to-test)/.test(description);

/** For whom a link speaks, and whether it claims; a push, a tag and the queue speak for nobody. */
function speakerIn(url: string): { pull: number | undefined; claims: boolean; run: string } {
  const query = new URL(url).searchParams;
  const pull = query.get('pr');
  return { pull: pull === null ? undefined : Number(pull), claims: query.has('tests'), run: runOf(url) };
}

const runOf = (url: string): string => new URL(url).pathname;

const holds = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...others].every((one) => some.has(one));

export function createHeadsTruth({ context, demandsAll, pulls, passed, failed }: Told): HeadsTruth {
  const versions: ReadonlyMap<number, Wish>[] = [pulls()];
  const lists = new Map<string, readonly List[]>();
  const written: (Line & { readonly version: number })[] = [];
  const broken: string[] = [];

  const isClaimant = (wish: Wish | undefined, commit: string): wish is Wish =>
    wish?.lives === true && wish.head === commit;
  const claimsIn = (lines: readonly Line[]) =>
    new Set(
      lines
        .filter((line) => line.context === context)
        .map(({ targetUrl }) => speakerIn(targetUrl))
        .flatMap(({ pull, claims }) => (claims && pull !== undefined ? [pull] : [])),
    );

  /** Whether a wish is met by tests that ran; for the other check, whether it asks for all that it needs. */
  const isMet = ({ asks, needs }: Wish, ran: ReadonlySet<string>, name: string): boolean => {
    if (asks === undefined) return false;
    if (name !== context) return holds(asks, needs);
    return holds(ran, asks) && (!demandsAll || holds(ran, needs));
  };

  /** Whether a success may stand, for what these pull requests were like at some instant of these. */
  const mayBeGreen = (
    { commit, context: name }: Line,
    claimants: ReadonlySet<number>,
    instants: readonly ReadonlyMap<number, Wish>[],
  ): boolean =>
    [new Set<string>(), ...passed(commit)].some((ran) =>
      [...claimants].every((number) =>
        instants.some((pulls) => {
          const wish = pulls.get(number);
          return !isClaimant(wish, commit) || isMet(wish, ran, name);
        }),
      ),
    );

  const wrote = (run: string, line: Line, judged = true): void => {
    written.push({ ...line, version: versions.length - 1 });
    if (!judged) return;
    const { commit, context: name, targetUrl } = line;
    const { pull, claims } = speakerIn(targetUrl);
    const found = (what: string) =>
      broken.push(`${what}: ${name} ${line.state} "${line.description}" ${targetUrl}`);
    const shown = lists.get(`${run} ${commit}`) ?? [];
    const last = shown.at(-1);
    const instants = versions.slice(last?.version ?? 0);
    const always = (is: (wish: Wish | undefined) => boolean, number: number) =>
      instants.every((one) => is(one.get(number)));
    if (claims && pull !== undefined && always((wish) => wish?.through(commit) !== true, pull))
      found('a claim of who was not let through');
    if (line.state === 'success') {
      if (last === undefined) found('a success without a look');
      // What is said again after a look was judged by the one before.
      const mayBe = shown.some(({ version, lines }) =>
        mayBeGreen(
          line,
          new Set([...claimsIn(lines), ...(pull === undefined ? [] : [pull])]),
          versions.slice(version),
        ),
      );
      // The other check reads labels alone, and claims nothing: it is held to what stands at rest.
      if (name === context && !mayBe) found('a success for fewer than is asked for');
    }
    // The other check is claimed where the tests are.
    const isClaimed = name !== context && pull !== undefined && claimsIn(last?.lines ?? []).has(pull);
    if (claims || isClaimed) return;
    if (pull === undefined) {
      const claimant = [...claimsIn(last?.lines ?? [])].find((one) =>
        always((wish) => isClaimant(wish, commit), one),
      );
      if (claimant !== undefined) found(`a push or the queue over the claim of #${claimant}`);
      return;
    }
    if (shown.length > 0 && shown.every(({ lines }) => isOvers(lines, line)))
      found("a refusal over another's word");
  };

  /** Whether a refusal lies over what another has said. What nobody has claimed says that all tests are selected. */
  const isOvers = (lines: readonly Line[], { context: name, targetUrl }: Line): boolean => {
    const [top] = lines.filter((one) => one.context === name);
    if (!top) return false;
    const [own, seen] = [speakerIn(targetUrl), speakerIn(top.targetUrl)];
    const isOwn = seen.pull === own.pull && (!seen.claims || top.state === 'pending');
    return !isOwn && seen.run !== own.run && (seen.claims || (name === context && top.state !== 'success'));
  };

  /** Whether a line says truly that some tests have passed, and who asks for more. */
  const isTrulyHeld = (
    { commit, description }: Line,
    wishes: readonly Wish[],
    pulls: ReadonlyMap<number, Wish>,
  ): boolean => {
    const [, named = '', by] =
      /^passed(?:: ([^;]*))?; (?:#(\d+) asks|all tests are needed)/.exec(description) ?? [];
    if (!description.startsWith('passed')) return false;
    const ran = new Set(named.split(', '));
    if (by === undefined) return demandsAll && wishes.some(({ needs }) => !holds(ran, needs));
    const wish = pulls.get(Number(by));
    return isClaimant(wish, commit) && !isMet(wish, ran, context);
  };

  /** Whether a success was told that has covered these pull requests ever since. A push's covers nobody. */
  const wasGreen = (commit: string, claimants: readonly number[]): boolean =>
    written.some(
      (line) =>
        line.commit === commit &&
        line.context === context &&
        line.state === 'success' &&
        speakerIn(line.targetUrl).claims &&
        versions.slice(line.version).every((instant) => mayBeGreen(line, new Set(claimants), [instant])),
    );

  const atRest = (commit: string, swept: boolean): readonly string[] => {
    const now = pulls();
    const lines = written.filter((one) => one.commit === commit).toReversed();
    const claimants = [...claimsIn(lines)].filter((number) => isClaimant(now.get(number), commit));
    const wrong: string[] = [];
    for (const name of new Set(lines.map((line) => line.context))) {
      const [top] = lines.filter((line) => line.context === name);
      if (!top) continue;
      const found = (what: string) =>
        wrong.push(`at rest ${what}: ${name} ${top.state} "${top.description}" ${top.targetUrl}`);
      const { pull, claims } = speakerIn(top.targetUrl);
      const wishes = claimants.flatMap((number) => now.get(number) ?? []);
      const covered = [new Set<string>(), ...passed(commit)].some((ran) =>
        wishes.every((wish) => isMet(wish, ran, name)),
      );
      const judged = lines.some((line) => line.context === name && speakerIn(line.targetUrl).claims);
      if (wishes.length > 0 && name === context && !claims && pull !== undefined)
        found("a refusal lies over a claimant's word");
      // The other check is taken back by who sets a label, or by the sweep.
      if (top.state === 'success' && wishes.length > 0 && !covered && (swept || name === context))
        found('a success for fewer');
      const own = pull === undefined ? undefined : now.get(pull);
      // Nobody is left whom it concerns; of a draft and a closed one it says so.
      if (top.state === 'pending' && claims && own?.head === commit && !own.lives && wishes.length === 0)
        found('the status of one that has left hangs');
      if (name !== context || wishes.length === 0 || !judged) continue;
      if (top.state === 'pending' && !isForPeople(top) && !isTrulyHeld(top, wishes, now))
        found(swept ? 'a status hangs' : 'a status is left pending');
      if (top.state === 'pending' && !isForPeople(top) && wasGreen(commit, claimants))
        found('a pass for all was painted over');
      // What could not be run once may stand: who corrects it without an event is not heard.
      const mayFail =
        failed(commit) || versions.some((one) => claimants.some((of) => one.get(of)?.asks === undefined));
      // Nor is who takes back the failure of one that has left: a member says `/retest`.
      const isLeft = pull !== undefined && !claimants.includes(pull);
      if ((top.state === 'failure' || top.state === 'error') && !mayFail && !isLeft)
        found('a failure of nothing');
    }
    return wrong;
  };

  return {
    changed: () => void versions.push(pulls()),
    listed: (run, commit, lines) => {
      const key = `${run} ${commit}`;
      lists.set(key, [...(lists.get(key) ?? []).slice(-1), { version: versions.length - 1, lines }]);
    },
    wrote,
    broken,
    atRest,
  };
}
