import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaledClock } from '../../sandbox/clock.ts';
import { createGitHub } from '../../sandbox/github/github.ts';
import { createGitLab } from '../../sandbox/gitlab/gitlab.ts';

const files = readdirSync('sandbox', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join('sandbox', path));

/** The files of the sandbox that a file imports, types included. */
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+\.ts)'/g)]
    .map(([, target = '']) => normalize(join(dirname(path), target)))
    .filter((target) => files.includes(target));

/** One circle among these nodes, or none. */
function circle(nodes: readonly string[], next: (node: string) => readonly string[]): string[] {
  const done = new Set<string>();
  const walk = (node: string, path: string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const target of next(node)) {
      const found = walk(target, [...path, node]);
      if (found.length > 0) return found;
    }
    done.add(node);
    return [];
  };
  return nodes.map((node) => walk(node, [])).find((found) => found.length > 0) ?? [];
}

/** A folder, where a file is in a room of its service; the services' own files stand for themselves. */
const roomOf = (path: string): string =>
  ['sandbox', 'sandbox/github', 'sandbox/gitlab', 'sandbox/vault'].includes(dirname(path))
    ? path
    : dirname(path);

describe('the sandbox', () => {
  it('has no circle among its files, and none among its rooms', () => {
    expect(circle(files, importsOf)).toEqual([]);
    const rooms = [...new Set(files.map(roomOf))];
    const next = (room: string) => [
      ...new Set(
        files
          .filter((file) => roomOf(file) === room)
          .flatMap(importsOf)
          .map(roomOf),
      ),
    ];
    expect(circle(rooms, (room) => next(room).filter((other) => other !== room))).toEqual([]);
  });

  it('would see one', () => {
    const next: Record<string, string[]> = { a: ['b'], b: ['c'], c: ['b'], d: [] };
    expect(circle(Object.keys(next), (node) => next[node] ?? [])).toEqual(['b', 'c', 'b']);
    expect(importsOf('sandbox/sandbox.ts')).toContain('sandbox/gitlab/gitlab.ts');
  });

  it('plays GitHub, GitLab and Vault with the same inner shape', () => {
    const shared = ['access', 'api', 'app', 'limits', 'refusals', 'tokens', 'world'];
    // Vault has no pages, and each of its routes says itself what it reads.
    const further = { github: ['pages', 'parameters'], gitlab: ['pages', 'parameters'], vault: [] };
    for (const [service, more] of Object.entries(further)) {
      const files = [...shared, ...more, service].map((name) => `${name}.ts`);
      expect(readdirSync(join('sandbox', service))).toEqual(
        expect.arrayContaining(['routes', 'shapes', 'verbs', ...files]),
      );
    }
  });

  it('makes both in the same way', async () => {
    const clock = scaledClock(1);
    const [github, gitlab] = [createGitHub({ clock }), createGitLab({ clock })];
    for (const service of [github, gitlab]) {
      service.url = 'http://127.0.0.1:8080';
      expect(service.world.url).toBe('http://127.0.0.1:8080');
      expect(service.world.settings).toBe(service.settings);
      expect(service.world.now()).toBeGreaterThan(0);
      expect((await service.app.request('/api/v4/nowhere', { headers: { 'user-agent': 'x' } })).status).toBe(
        501,
      );
      expect(service.world.gaps.take()).toEqual(['GET /api/v4/nowhere']);
    }
    await gitlab.close();
  });
});
