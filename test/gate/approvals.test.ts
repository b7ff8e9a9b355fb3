import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, known, unknown } from '../../src/facts/fact.ts';
import {
  type ApprovalCandidate,
  approvalsOf,
  approvedCommit,
  standingApproval,
  stands,
} from '../../src/gate/approvals.ts';
import { canWrite } from '../../src/gate/roles.ts';
import { approval, bob, bot, comment, head, other } from './build.ts';

/** Any UTF-16 unit, also half a character. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

describe('the words that approve a commit', () => {
  it.each([
    ['alone', `/ok-to-test ${head}`],
    ['with blanks behind', `/ok-to-test ${head}  \t`],
    ['with words on further lines', `/ok-to-test ${head}\n\nlooks good`],
    ['with the line ends of a browser', `/ok-to-test ${head}\r\nlooks good\r\n`],
    ['in capitals', `/ok-to-test ${head.toUpperCase()}`],
    ['with a blank before', ` /ok-to-test ${head}`],
    ['with two blanks between', `/ok-to-test  ${head}`],
    ['with a tab between', `/ok-to-test\t${head}`],
    ['with a hard space between', `/ok-to-test\u00a0${head}`],
    ['with an empty line before', `\n/ok-to-test ${head}`],
    ['in back-ticks', `\`/ok-to-test ${head}\``],
  ])('%s', (_, body) => expect(approvedCommit(body)).toBe(head));

  it.each([
    ['a short commit: attack 7', '/ok-to-test aaaaaaaaaaaa'],
    ['39 digits', `/ok-to-test ${head.slice(1)}`],
    ['41 digits', `/ok-to-test ${head}a`],
    ['the command in capitals', `/OK-TO-TEST ${head}`],
    ['the command in words', `/ok to test ${head}`],
    ['back-ticks around a part', `\`/ok-to-test ${head}\` please`],
    ['no hex', `/ok-to-test ${'g'.repeat(40)}`],
    ['no commit', '/ok-to-test'],
    ['two commits', `/ok-to-test ${head} ${other}`],
    ['words behind', `/ok-to-test ${head} please`],
    ['words before', `please /ok-to-test ${head}`],
    ['on the second line', `looks good\n/ok-to-test ${head}`],
    ['quoted', `> /ok-to-test ${head}`],
    ['in quotes', `"/ok-to-test ${head}"`],
    ['another case', `/OK-to-test ${head}`],
    ['another command', `/test ${head}`],
    ['one that begins like it', `/ok-to-tests ${head}`],
    ['an old line end', `/ok-to-test ${head}\rmore`],
    ['a line separator', `/ok-to-test ${head}\u2028more`],
    ['an invisible character', `/ok-to-test ${head}\u200b`],
    ['nothing', ''],
  ])('not: %s', (_, body) => expect(approvedCommit(body)).toBeUndefined());

  it('are exactly these', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{38,42}$/);
    const word = fc.constantFrom('/ok-to-test', 'ok-to-test', '/ok-to-Test', '/retest');
    const gap = fc.constantFrom(' ', '  ', '\t', '', '\n', '\u00a0');
    const tail = fc.oneof(fc.constantFrom('', ' ', '\nmore', '\r\n', ' more'), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(word, gap, hex, tail, (command, between, commit, behind) => {
        const body = `${command}${between}${commit}${behind}`;
        const line = body.split(/\r?\n/)[0] ?? '';
        const fits = /^\/ok-to-test[ \t\u00a0]+([0-9a-f]{40})[ \t\u00a0]*$/i.exec(line);
        expect(approvedCommit(body)).toBe(command === '/ok-to-test' ? fits?.[1]?.toLowerCase() : undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are never found in any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit }), (text) => {
        fc.pre(!text.startsWith('/ok-to-test '));
        expect(approvedCommit(text)).toBeUndefined();
      }),
    );
  });
});

describe('comments that may approve', () => {
  it('are those of living people that name this head, oldest first', () => {
    const comments = [
      comment({ id: 1, body: 'hello' }),
      comment({ id: 2, body: `/ok-to-test ${other}` }),
      comment({ id: 3 }),
      comment({ id: 4, author: null }),
      comment({ id: 5, author: bot('github-actions[bot]', 5) }),
      comment({ id: 6, body: `> /ok-to-test ${head}` }),
      comment({ id: 8, author: bob, body: `/ok-to-test ${head}\nthank you` }),
    ];
    expect(approvalsOf(comments, head).map(({ comment: { id }, approver }) => [id, approver.login])).toEqual([
      [3, 'dave'],
      [8, 'bob'],
    ]);
  });
});

describe('whether one stands', () => {
  const down = unknown('github-unavailable');
  const hidden = unknown('membership-hidden');

  it.each<[string, Partial<ApprovalCandidate>, Fact<boolean>]>([
    ['all is well', {}, known(true)],
    ['edited', { edited: known(true) }, known(false)],
    ['hidden', { hidden: known(true) }, known(false)],
    ['hidden, and edited', { hidden: known(true), edited: known(true) }, known(false)],
    ['it is not known whether it is hidden', { hidden: down }, down],
    ['no member', { member: known(false) }, known(false)],
    ['no write', { role: known('read') }, known(false)],
    ['one doubt', { edited: down }, down],
    ['two doubts: the first is named', { edited: down, member: hidden }, down],
    ['a doubt and a no', { edited: down, member: known(false) }, known(false)],
  ])('%s', (_, over, expected) => expect(stands(approval(over))).toEqual(expected));

  it.each([
    ['none', [], known(undefined)],
    ['the first', [{ commentId: 1 }, { commentId: 2 }], 1],
    [
      'the first that does',
      [{ commentId: 1, edited: known(true) }, { commentId: 2, role: down }, { commentId: 3 }],
      3,
    ],
    [
      'a doubt',
      [
        { commentId: 1, edited: known(true) },
        { commentId: 2, role: down },
      ],
      down,
    ],
    ['certainly none', [{ edited: known(true) }], known(undefined)],
  ] as const)('among several: %s', (_, list, expected) => {
    const found = standingApproval(list.map((one) => approval(one)));
    expect(typeof expected === 'number' ? found.known && found.value?.commentId : found).toEqual(expected);
  });

  it('write comes with three roles', () => {
    const roles = ['admin', 'maintain', 'write', 'triage', 'read', 'none', 'other'] as const;
    expect(roles.filter(canWrite)).toEqual(['admin', 'maintain', 'write']);
  });
});

it.each([`/ok-to-test ${head.slice(1)}`, '/ok-to-test', '/test', '/retest', `/duplicate ${head}`, 'Hi'])(
  '%j approves no commit',
  (body) => expect(approvedCommit(body)).toBeUndefined(),
);
