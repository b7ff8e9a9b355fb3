import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';
import { listOf, replyTo, type TestsToName, type Wrong } from '../../src/report/reply.ts';
import { commitOf, head, other } from '../gate/build.ts';

const listed: TestsToName = {
  ids: ['aws', 'dns'],
  labels: new Map([
    ['test-AWS', 'aws'],
    ['test 🚀', 'dns'],
  ]),
  prefix: 'test-',
};
/** A label whose id is another word. */
const renamed: TestsToName = {
  ids: ['other', 'dns-suite'],
  labels: new Map([['test-AWS', 'dns-suite']]),
  prefix: 'test-',
};
const open: TestsToName = { ids: [], labels: undefined, prefix: 'test-' };

/** The line that a reply gives to be pasted; undefined without one. */
const lineOf = (reply: string): string | undefined => /\n```\n(.+)\n```$/.exec(reply)?.[1];

describe('the line to paste', () => {
  it.each<[string, Wrong, string | undefined]>([
    ['no commit', { command: 'ok-to-test', meant: [], head }, `/ok-to-test ${head}`],
    ['a short one', { command: 'ok-to-test', meant: [head.slice(0, 7)], head }, `/ok-to-test ${head}`],
    ['a short one in other letters', { command: 'ok-to-test', meant: ['AAAA'], head }, `/ok-to-test ${head}`],
    ['another one', { command: 'ok-to-test', meant: [other], head }, `/ok-to-test ${head}`],
    ['no head to name', { command: 'ok-to-test', meant: [], head: undefined }, undefined],
    ['a duplicate', { command: 'duplicate', meant: [], head }, `/duplicate ${head}`],
    ['retest', { command: 'retest', meant: [] }, '/retest'],
    ['retest all', { command: 'retest', meant: ['All'] }, '/retest all'],
    ['cancel', { command: 'cancel' }, '/cancel'],
    ['no test', { command: 'test', meant: [], tests: listed }, '/test aws'],
    ['some that are known', { command: 'test', meant: ['dns', 'gcp'], tests: listed }, '/test dns'],
    ['none that is known', { command: 'test', meant: ['gcp'], tests: listed }, '/test aws'],
    ['other letters', { command: 'test', meant: ['DNS', 'Aws', 'dns'], tests: listed }, '/test dns,aws'],
    ['a label without its prefix', { command: 'test', meant: ['AWS'], tests: renamed }, '/test dns-suite'],
    ['a label by its full name', { command: 'test', meant: ['test-aws'], tests: renamed }, '/test dns-suite'],
    ['a label', { command: 'test', meant: ['test-aws'], tests: listed }, '/test aws'],
    ['all', { command: 'test', meant: ['ALL'], tests: listed }, '/test all'],
    ['ids that nothing lists', { command: 'test', meant: ['a', 'b'], tests: open }, '/test a,b'],
    ['nothing, and nothing lists', { command: 'test', meant: [], tests: open }, '/test all'],
  ])('%s', (_, wrong, line) => {
    const reply = replyTo(wrong);
    expect(lineOf(reply)).toBe(line);
    // What is pasted has to work.
    if (line !== undefined) expect(parseCommand(line).kind).toBe('command');
  });
});

describe('what is said', () => {
  it('of a commit', () => {
    expect(replyTo({ command: 'ok-to-test', meant: [], head })).toMatchInlineSnapshot(`
      "A command for a commit names all of its 40 digits. Read the change up to the commit below; then paste:

      \`\`\`
      /ok-to-test aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      \`\`\`"
    `);
    expect(replyTo({ command: 'ok-to-test', meant: ['bbbb'], head })).toMatchInlineSnapshot(`
      "The newest commit of this pull request is another one. Read the change up to the commit below; then paste:

      \`\`\`
      /ok-to-test aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      \`\`\`"
    `);
    expect(replyTo({ command: 'duplicate', meant: [], head: undefined })).toMatchInlineSnapshot(
      `"A command for a commit names all of its 40 digits: \`/duplicate\` and the commit."`,
    );
  });

  it('of tests', () => {
    expect(replyTo({ command: 'test', meant: ['gcp'], tests: listed })).toMatchInlineSnapshot(`
      "There is no test \`gcp\`. Tests: \`aws\`, \`dns\`; \`all\` for all. For example:

      \`\`\`
      /test aws
      \`\`\`"
    `);
    expect(listOf(listed)).toMatchInlineSnapshot(`
      "Tests: \`aws\`, \`dns\`; \`all\` for all. To run some, name them between commas:

      \`\`\`
      /test aws,dns
      \`\`\`"
    `);
    expect(listOf(open)).toMatchInlineSnapshot(`
      "Every label that begins with \`test-\` is a test, and its own id; \`all\` is all. To run some, name them between commas:

      \`\`\`
      /test all
      \`\`\`"
    `);
    expect(listOf({ ...open, ids: ['dns'] })).toMatchInlineSnapshot(`
      "Every label that begins with \`test-\` is a test, and its own id. Named in the set-up: \`dns\`; \`all\` for all. To run some, name them between commas:

      \`\`\`
      /test dns
      \`\`\`"
    `);
    expect(listOf({ ...listed, ids: [] })).toMatchInlineSnapshot(`
      "The only test is \`all\`. To run some, name them between commas:

      \`\`\`
      /test all
      \`\`\`"
    `);
    expect(listOf({ ...listed, ids: Array.from({ length: 60 }, (_, n) => `t${n}`) })).toContain(
      '`t49`, and 10 more;',
    );
  });

  it('of a commit that is named by its first digits, in any letters', () => {
    const mixed = commitOf(`abc${'1'.repeat(37)}`);
    const said = (digits: string) => replyTo({ command: 'ok-to-test', meant: [digits], head: mixed });
    expect(said('ABC1')).toMatch(/^A command for a commit names all of its 40 digits\. /);
    expect(said('1111')).toMatch(/^The newest commit of this pull request is another one\. /);
  });

  it('of words that name tests, and of words that do not', () => {
    const said = (...meant: string[]) => replyTo({ command: 'test', meant, tests: listed }).split('\n')[0];
    expect(said('gcp', 'dns', 'x')).toBe(
      'There is no test `gcp`, `x`. Tests: `aws`, `dns`; `all` for all. For example:',
    );
    expect(said('DNS', 'aws')).toBe(
      'A test is named by its whole id, and `DNS` is none. Tests: `aws`, `dns`; `all` for all. For example:',
    );
    expect(said('dns', 'aws')).toBe(
      'Tests are named between commas, without blanks. Tests: `aws`, `dns`; `all` for all. For example:',
    );
  });

  it('lists fifty tests at most, and shows two of them in use', () => {
    const ids = Array.from({ length: 51 }, (_, nth) => `t${nth}`);
    expect(listOf({ ...listed, ids: ids.slice(0, 50) })).toContain('`t49`; `all` for all.');
    expect(listOf({ ...listed, ids })).toContain('`t49`, and 1 more; `all` for all.');
    expect(lineOf(listOf({ ...listed, ids }))).toBe('/test t0,t1');
  });

  it('is never a command, and repeats nothing but what may be repeated', () => {
    const meant = fc.array(fc.stringMatching(/^[A-Za-z0-9._/:@#+=-]{1,12}$/), { maxLength: 4 });
    const wrong = meant.chain((words) =>
      fc.constantFrom<Wrong>(
        { command: 'ok-to-test', meant: words, head },
        { command: 'duplicate', meant: words, head: undefined },
        { command: 'test', meant: words, tests: listed },
        { command: 'test', meant: words, tests: open },
        { command: 'retest', meant: words },
      ),
    );
    fc.assert(
      fc.property(wrong, (one) => {
        const reply = replyTo(one);
        expect(parseCommand(reply)).toEqual({ kind: 'none' });
        // Outside of code nothing of anybody's can mention or link.
        expect(reply.replace(/```[\s\S]*?```|`[^`]*`/g, '')).toMatch(/^[\w ,.:;\n-]*$/);
      }),
    );
  });
});
