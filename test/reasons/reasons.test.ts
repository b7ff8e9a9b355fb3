import { describe, expect, it } from 'vitest';
import { reasonOf, reasons } from '../../src/reasons.ts';
import { codes } from '../report/build.ts';

describe('the table of reasons', () => {
  it.each(codes)('%s is worded for a person', (code) => {
    const { sentence, remedy } = reasonOf(code);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sentence.length).toBeLessThanOrEqual(100);
    expect(sentence).toMatch(/^(?!.*\s\s)\S.*[^.\s]$/);
    expect(remedy).toMatch(/^(?!.*\s\s)[A-Z].*[.?]$/);
  });

  it('never says two things in the same words', () => {
    const sentences = Object.values(reasons).map(({ sentence }) => sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('is green for what is certain, and for nothing else', () => {
    const green = codes.filter((code) => reasonOf(code).shows === 'success');
    expect(green.sort()).toEqual([
      'all-tests-selected',
      'needed-tests-selected',
      'no-test-needed',
      'pipeline-success',
      'pipeline-success-with-warnings',
    ]);
  });

  it('ends with 0 for nothing that failed or is not known', () => {
    const red = codes.filter((code) => ['failure', 'error'].includes(reasonOf(code).shows));
    expect(red.filter((code) => reasonOf(code).exit === 0)).toEqual([]);
  });

  it('ends with 0 whenever it is green', () => {
    const green = codes.filter((code) => reasonOf(code).shows === 'success');
    expect(green.filter((code) => reasonOf(code).exit !== 0)).toEqual([]);
  });

  it('calls what a service did not tell an error, never a failure of the contributor', () => {
    const services =
      /^vault-|^(github|gitlab)-(token-refused|forbidden|rate-limited|unavailable|moved|unexpected|throttled)$|-hidden$|-uncertain$/;
    const shown = codes
      .filter((code) => services.test(code))
      .map((code) => `${code} ${reasonOf(code).shows}`);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => !line.endsWith(' error'))).toEqual([]);
  });
});
