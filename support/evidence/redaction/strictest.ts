import { personalClasses } from '../../catalogue';
import type { Policy } from './policy';

const fromPairs = (of: (one: keyof Policy) => Policy[keyof Policy]): Policy =>
  Object.fromEntries(personalClasses.map((one) => [one, of(one)])) as unknown as Policy;

/** What holds for a folder in which an earlier policy was applied: what is gone does not come back. */
export function togetherWith(earlier: Policy | undefined, wanted: Policy): Policy {
  if (!earlier) return wanted;
  return fromPairs((of) =>
    earlier[of] === 'mask' || (earlier[of] === 'pseudonymise' && wanted[of] === 'keep') ? earlier[of] : wanted[of],
  );
}

/** What of a policy is still to be done: `keep` where it was done earlier. */
export function stillToDo(earlier: Policy | undefined, policy: Policy): Policy {
  if (!earlier) return policy;
  return fromPairs((of) => (earlier[of] === policy[of] ? 'keep' : policy[of]));
}

export function same(a: Policy, b: Policy): boolean {
  return personalClasses.every((of) => a[of] === b[of]);
}
