/** Policies (Vault docs, "/sys/policies", "/sys/policy", "/sys/capabilities-self"). */
import { capabilitiesOf, isRoot, rulesOf as rulesOfToken } from '../access.ts';
import { type Answer, type Backend, type Call, type Policy, withData } from '../api.ts';
import { list } from '../duration.ts';
import { rulesOf } from '../hcl.ts';
import { absent, badRequest, deadToken } from '../refusals.ts';
import { time } from '../shapes/time.ts';
import type { World } from '../world.ts';
import { own } from './token.ts';

export function policies(world: World): Backend {
  const nameIn = ({ caught }: Call) => (caught[0] ?? '').toLowerCase();

  const write = (call: Call): Answer => {
    const { body, namespace } = call;
    const name = nameIn(call);
    if (name === 'root') throw badRequest('cannot update "root" policy');
    const text = String(body['policy'] ?? '');
    if (text === '') throw badRequest("'policy' parameter not supplied or empty");
    const version = (namespace.policies.get(name)?.version ?? 0) + 1;
    namespace.policies.set(name, { name, text, rules: rulesOf(text), version, modified: world.now() });
    return undefined;
  };
  const remove = (call: Call): Answer => {
    const name = nameIn(call);
    if (name === 'default') throw badRequest('cannot delete default policy');
    if (name === 'root') throw badRequest('cannot delete "root" policy');
    call.namespace.policies.delete(name);
    return undefined;
  };
  const read = (call: Call, as: 'policy' | 'rules'): Answer => {
    const found = call.namespace.policies.get(nameIn(call));
    if (!found) throw absent();
    const data = { ...policyShape(found), [as]: found.text };
    return { kind: 'usual', data, ...(as === 'rules' && { repeats: true }) };
  };

  const capabilities = (call: Call): Answer => {
    const { body, namespace } = call;
    const paths = list(body['paths'] ?? body['path']);
    const byPath = Object.fromEntries(
      paths.map((path) => [path, capabilitiesOf(own(call), namespace, path, true)]),
    );
    // Of a single path they are told under a name of their own too.
    const [only = ''] = paths;
    const data = { ...byPath, ...(paths.length === 1 && { capabilities: byPath[only] }) };
    return { kind: 'usual', data, repeats: true };
  };

  /** Rules with `+` are not among them (docs/facts/vault.md, "What a token may do"). */
  const resultant = (call: Call): Answer => {
    const { token, namespace } = call;
    if (!token) throw deadToken();
    if (isRoot(token)) return withData({ root: true });
    const rules = rulesOfToken(token, namespace).filter(({ path }) => !path.includes('+'));
    const merged = (open: boolean) => {
      const paths = rules.filter(({ path }) => path.endsWith('*') === open).map(({ path }) => path);
      const entries = [...new Set(paths)].sort().map((path) => {
        const all = rules.filter((rule) => rule.path === path).flatMap(({ capabilities: one }) => one);
        const together = all.includes('deny') ? ['deny'] : [...new Set(all)].sort();
        return [open ? path.slice(0, -1) : path, { capabilities: together }];
      });
      return Object.fromEntries(entries);
    };
    return withData({ exact_paths: merged(false), glob_paths: merged(true), root: false });
  };

  return [
    {
      path: /^policies\/acl\/([^/]+)$/,
      fields: ['policy', 'name'],
      read: (call) => read(call, 'policy'),
      write,
      delete: remove,
    },
    {
      path: /^policy\/([^/]+)$/,
      fields: ['policy', 'name'],
      read: (call) => read(call, 'rules'),
      write,
      delete: remove,
    },
    {
      path: /^policies\/acl\/?$/,
      // The root policy is in no store, and stands behind all others.
      list: ({ namespace }) => withData({ keys: [...[...namespace.policies.keys()].sort(), 'root'] }),
    },
    { path: /^internal\/ui\/resultant-acl$/, read: resultant },
    { path: /^capabilities-self$/, fields: ['paths', 'path'], write: capabilities },
  ];
}

const policyShape = ({ name, version, modified }: Policy) => ({
  allow_slashes_in_identity_templates: false,
  allow_wildcards_in_identity_templates: false,
  cas_required: false,
  modified: time(modified),
  name,
  version,
});
