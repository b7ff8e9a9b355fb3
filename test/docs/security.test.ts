import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditRecord } from '../../src/audit.ts';
import { ask } from '../../src/facts/ask.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import { type Decision, decide, type Evidence } from '../../src/gate/decide.ts';
import { isMember } from '../../src/gate/members.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import { type ReasonCode, reasonOf, reasons } from '../../src/reasons.ts';
import * as b from '../gate/build.ts';
import { anchorOf, bare, blocksOf, checkedTable } from './pages.ts';
import { parseWorkflow } from './workflows.ts';

const page = 'docs/security.md';
const gate = checkedTable(page, 'gate');
const undecided = checkedTable(page, 'undecided');
const after = checkedTable(page, 'after');

/** The reason codes that the files name, without those that say no more than that a run goes on. */
function reasonsIn(...patterns: string[]): string[] {
  const files = patterns.flatMap((pattern) => globSync(pattern));
  const words = files.flatMap((file) => readFileSync(file, 'utf8').match(/'[a-z]+(?:-[a-z]+)*'/g) ?? []);
  const found = new Set(words.map((word) => word.slice(1, -1)).filter((word) => word in reasons));
  return [...found].filter((reason) => reason !== 'starting').sort();
}

describe("the gate's table", () => {
  it('has every reason that the gate can give, and no other', () => {
    const listed = [...gate, ...undecided].map(([reason]) => bare(reason));
    const ofGitHub = reasonsIn('src/facts/ask.ts').filter((reason) => reason.startsWith('github-'));
    expect(listed.sort()).toEqual([...new Set([...reasonsIn('src/gate/*.ts'), ...ofGitHub])].sort());
  });

  it('says of each what becomes of the status, and the exit code', () => {
    for (const [reason, , status, exit] of [...gate, ...undecided]) {
      const { shows, exit: code } = reasonOf(bare(reason) as ReasonCode);
      expect([reason, status, exit]).toEqual([reason, shows, String(code)]);
    }
  });

  const outsider = b.witness(b.mallory, false);
  const live = (over: Parameters<typeof b.livePull>[0]) => known(b.livePull(over));
  const { head } = b.livePull();
  const approvals = known([b.approval()]);
  const malformed = b.malformed('ok-to-test');
  /** One case for each row: evidence, and the policy where it is another. */
  const cases: Record<string, readonly [Evidence, Partial<GatePolicy>?]> = {
    'unsupported-event': [{ kind: 'none', reason: 'unsupported-event' }],
    'label-without-prefix': [{ kind: 'none', reason: 'label-without-prefix' }],
    'text-edited': [{ kind: 'none', reason: 'text-edited' }],
    'no-command': [{ kind: 'none', reason: 'no-command' }],
    'command-not-allowed': [b.evidence({ cause: b.byCommand({ sender: b.writer(b.mallory, false) }) })],
    'command-malformed': [b.evidence({ cause: malformed })],
    'comment-edited': [b.evidence({ cause: b.byCommand({ unedited: known(false) }) })],
    'pull-request-closed': [b.evidence({ pull: live({ open: false }) })],
    'head-moved': [b.evidence({ pull: live({ head: { ...head, sha: b.other } }) })],
    'author-gone': [b.evidence({ pull: live({ author: null }) })],
    'head-repository-gone': [b.evidence({ pull: live({ head: { ...head, repository: null } }) })],
    draft: [b.evidence({ pull: live({ draft: true }) })],
    'sender-not-writer': [b.evidence({ cause: { by: 'dispatch', sender: b.writer(b.bob, true, 'read') } })],
    'rerunner-not-member': [b.evidence({ rerunners: [outsider] })],
    'approvals-off': [b.evidence({ cause: b.byCommand() }), { approvals: 'none' }],
    'approval-stale': [
      b.evidence({ cause: b.byCommand({ command: { name: 'ok-to-test', commit: b.other } }) }),
    ],
    'all-members': [b.evidence()],
    'approved-now': [b.evidence({ author: outsider, cause: b.byCommand(), approvals })],
    'approved-commit': [b.evidence({ author: outsider, approvals })],
    'tag-off-branch': [b.refEvidence({ vouched: known(false) })],
    'member-with-write': [b.refEvidence()],
    'not-member': [b.evidence({ pushers: known([outsider]) }), { approvals: 'none' }],
    'push-unrecorded': [b.evidence({ pushers: known(undefined), approvals: known([]) })],
    'approval-needed': [b.evidence({ pushers: known([outsider]), approvals: known([]) })],
  };

  it.each(gate.map(([reason = '', decision]) => [bare(reason), decision]))(
    '%s is %s',
    (reason = '', decision) => {
      const [evidence, policy] = cases[reason] ?? [];
      const answer: Decision | undefined = evidence && decide(evidence, { ...b.policy, ...policy });
      expect([answer?.reason, answer?.decision]).toEqual([reason, decision]);
    },
  );

  it('is in the order in which the gate asks', () => {
    // Everything is wrong at once; then, row by row, what the answer was about is put right.
    const order = gate.map(([reason]) => bare(reason)).filter((reason) => reason !== 'sender-not-writer');
    const wrong = b.livePull({
      open: false,
      author: null,
      draft: true,
      head: { ...head, repository: null, sha: b.other },
    });
    const told: string[] = [];
    let pull = wrong;
    let cause = b.byCommand({ sender: b.writer(b.mallory, false), unedited: known(false) });
    let rerunners = [outsider];
    let policy: GatePolicy = { ...b.policy, approvals: 'none' };
    const look = () => {
      const pushers = known([outsider]);
      const given = { pull: known(pull), cause, author: outsider, pushers, rerunners };
      const { reason } = decide(b.evidence(given), policy);
      told.push(reason);
    };
    look();
    cause = b.byCommand({ unedited: known(false) });
    look();
    cause = b.byCommand();
    look();
    pull = { ...pull, open: true };
    look();
    pull = { ...pull, author: b.alice };
    look();
    pull = { ...pull, head: { ...pull.head, repository: 'mallory/engine' } };
    look();
    pull = { ...pull, draft: false };
    look();
    rerunners = [];
    look();
    policy = b.policy;
    look();
    pull = { ...pull, head: { ...pull.head, sha: b.head } };
    look();
    expect(new Set(told).size).toBe(told.length);
    expect(told).toEqual(order.filter((reason) => told.includes(reason)));
  });

  it('lets a certain no outweigh what is unknown', () => {
    const hidden = b.witness(b.alice, unknown('membership-hidden'));
    const evidence = b.evidence({ author: hidden, pushers: known([outsider]), approvals: known([]) });
    expect(decide(evidence, b.policy).reason).toBe('approval-needed');
  });
});

describe('what is undecided', () => {
  const kinds: Record<string, Parameters<typeof b.githubFailure>[0]> = {
    'github-token-refused': 'unauthorized',
    'github-forbidden': 'forbidden',
    'github-rate-limited': 'rate-limited',
    'github-unavailable': 'unavailable',
    'github-untrusted': 'untrusted',
    'github-moved': 'moved',
    'github-unexpected': 'unexpected',
  };
  const byKind = undecided.map(([reason]) => bare(reason)).filter((reason) => reason.startsWith('github-'));

  it.each(byKind)('%s follows from an answer of GitHub', async (reason) => {
    const kind = kinds[reason];
    expect(kind).toBeDefined();
    const fact = await ask(Promise.reject(b.githubFailure(kind ?? 'invalid')));
    expect(fact).toEqual(unknown(reason as ReasonCode));
    const pull = fact.known ? known(b.livePull()) : fact;
    expect(decide(b.evidence({ pull }), b.policy)).toMatchObject({ decision: 'undecided', reason });
  });

  it('membership-hidden unless it is public', () => {
    const organization = unknown('membership-hidden');
    const facts = { organization, teams: [] };
    expect(isMember({ ...facts, publicMember: known(true) })).toEqual(known(true));
    expect(isMember({ ...facts, publicMember: known(false) })).toEqual(organization);
  });
});

describe('the table of what follows the gate', () => {
  it('has every reason of selection and admission, and no other', () => {
    const listed = after.map(([reason]) => bare(reason));
    const files = [
      ...['src/request/tests.ts', 'src/request/subject.ts', 'src/request/recheck.ts'],
      ...['src/modes/admit.ts', 'src/modes/refuse.ts'],
    ];
    // The last one is found out where a pipeline is looked for.
    expect(reasonsIn('src/pipeline/launch.ts')).toContain('retest-needed');
    expect(listed.concat('unsupported-event').sort()).toEqual(
      [...reasonsIn(...files), 'retest-needed'].sort(),
    );
  });

  it('says of each what becomes of the status, and the exit code', () => {
    for (const [reason, status, exit] of after) {
      const { shows, exit: code } = reasonOf(bare(reason) as ReasonCode);
      expect([reason, status, exit]).toEqual([reason, shows, String(code)]);
    }
  });
});

describe('the table of workflows', () => {
  const rows = checkedTable(page, 'workflows');
  const recipes = blocksOf('docs/recipes.md').filter(({ text }) => /^jobs:/m.test(text));

  it.each(rows)('%s', (link = '', on, permissions) => {
    const anchor = /\(recipes\.md#([^)]+)\)/.exec(link)?.[1];
    const recipe = recipes.find(({ heading }) => anchorOf(heading) === anchor);
    const workflow = parseWorkflow(recipe?.text ?? '');
    const events = Object.entries(workflow.on).map(([event, config]) =>
      config && 'types' in config ? `${event}: ${config.types?.join(', ')}` : event,
    );
    const [job] = Object.values(workflow.jobs);
    const asked = Object.entries(job?.permissions ?? {}).map(([scope, level]) => `${scope}: ${level}`);
    expect([on, permissions]).toEqual([events.join(', '), asked.join(', ') || 'none']);
  });
});

describe('the audit table', () => {
  it('has the fields of a record, in their order', () => {
    const context = {
      when: '2026-01-01T00:00:00Z',
      repository: 'acme/engine',
      mode: 'run',
      run: { event: { kind: 'schedule' }, rerunner: undefined, attempt: 1 },
      runUrl: 'https://github.com/acme/engine/actions/runs/1',
    } as const;
    const record = auditRecord(context, undefined, undefined, { decision: 'denied', reason: 'draft' });
    const listed = checkedTable(page, 'audit').flatMap(([fields = '']) => bare(fields).split(', '));
    expect(listed).toEqual(Object.keys(record));
  });
});

describe('the list of attacks', () => {
  const attacks = checkedTable(page, 'attacks');

  it('numbers 56, and answers each', () => {
    expect(attacks.map(([number]) => Number(number))).toEqual(Array.from({ length: 56 }, (_, n) => n + 1));
    expect(attacks.filter(([, attack, answer]) => !attack || !answer)).toEqual([]);
  });

  it('answers with reasons that exist', () => {
    const named = attacks
      .flatMap(([, , answer = '']) => answer.match(/`[a-z]+(?:-[a-z]+)+`/g) ?? [])
      .map(bare);
    const known = [...Object.keys(reasons), 'trusted-bots'];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });
});
