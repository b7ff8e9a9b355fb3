import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { secretInputs } from '../../src/action/runner.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { action, facts, getter, type Inputs, least, settings } from './build.ts';

/** Every input that the code asks for. */
async function askedFor(written: Inputs): Promise<string[]> {
  const asked = new Set<string>();
  const get = getter({ ...least, ...written });
  await readInputs((name) => {
    asked.add(name);
    return get(name);
  }, facts);
  return [...asked].sort();
}

describe('action.yml', () => {
  it('declares the inputs that are read, and reads those that are declared', async () => {
    const byVault = { 'gitlab-token': ' ', 'vault-secrets': 'secret/ci token = gitlab-token' };
    const asked = await Promise.all(
      ['jwt', 'approle', 'token'].map((method) => askedFor({ ...byVault, 'vault-auth': method })),
    );
    expect([...new Set(asked.flat())].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('declares the outputs that are set', () => {
    const set = Object.keys(outputsOf({ decision: 'denied', reason: 'not-member' }));
    expect(Object.keys(action.outputs).sort()).toEqual(set.sort());
  });

  it('gives defaults that are right by themselves', async () => {
    await expect(settings()).resolves.toBeDefined();
  });

  it("gives no default to a secret but the job's own token", () => {
    const secrets = Object.keys(action.inputs).filter(
      (name) => /token|secret/.test(name) && name !== 'vault-secrets',
    );
    expect([...secretInputs].sort()).toEqual(secrets.sort());
    const defaults = secrets.map((name) => action.inputs[name]?.default);
    expect(defaults.filter((value) => value?.trim())).toEqual(['${{ github.token }}']);
  });

  it('describes each input and output', () => {
    for (const [name, { description }] of [
      ...Object.entries(action.inputs),
      ...Object.entries(action.outputs),
    ]) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description.trim(), name).toMatch(/^[`A-Z].*\.$/s);
    }
  });
});
