/** Reads the input `proof`, and holds what is sent by pipeline inputs against what GitLab takes. */
import { partNames } from '../proof/parts.ts';
import { longestInput, mostInputs } from '../request/limits.ts';
import { alwaysSent } from '../request/request.ts';
import type { Settings } from '../settings.ts';
import type { Reader } from './read.ts';

/** The branch and the tests have names of the maintainer's. */
const ownNames = alwaysSent.length + 2;

/**
 * Whether requests are proven. A proof travels in pipeline inputs, which cannot be changed once they are sent, and is for
 * the project's numeric id, which a trigger token cannot read.
 */
export function readProof(
  reader: Reader,
  { triggerToken }: Settings['gitlab'],
  { passAs, further }: Pick<Settings['pipeline'], 'passAs' | 'further'>,
): boolean {
  const proof = reader.boolean('proof');
  if (proof && passAs !== 'inputs')
    reader.fault('proof', 'needs `pass-as: inputs`: pipeline variables can be changed by others');
  if (proof && triggerToken !== undefined)
    reader.fault('proof', 'needs `gitlab-token` to start pipelines: leave `gitlab-trigger-token` out');
  if (passAs === 'inputs') holdAgainstLimits(reader, further, proof);
  return proof;
}

function holdAgainstLimits(reader: Reader, further: Settings['pipeline']['further'], proof: boolean): void {
  const most = mostInputs - ownNames - (proof ? partNames.length : 0);
  const values = Object.entries(further);
  if (values.length > most)
    reader.fault(
      'variables',
      `has ${values.length} entries, and may have ${most}${proof ? ' with `proof: true`' : ''}: GitLab takes ${mostInputs} inputs, and the others are ours`,
    );
  const long = values.findIndex(([, value]) => value.length > longestInput);
  if (long >= 0)
    reader.fault(
      'variables',
      `the value of entry ${long + 1} is longer than the ${longestInput} characters that one input may have`,
    );
}
