/** What is included by `remote`: from this machine for real, from elsewhere what a test says. */
import { NotImitated } from '../../base/gaps.ts';
import type { World } from '../world.ts';
import type { Fetch } from './includes.ts';

/** A `Fetch` of one GitLab. Throws NotImitated for an address of which nobody has said what it serves. */
export const fetchFrom =
  ({ elsewhere }: World): Fetch =>
  async (url) => {
    const known = elsewhere.get(url);
    if (known !== undefined) return known;
    if (!/^http:\/\/127\.0\.0\.1:\d+\//.test(url)) throw new NotImitated(`\`include:remote\` of ${url}`);
    const answer = await fetch(url);
    return answer.ok ? answer.text() : undefined;
  };
