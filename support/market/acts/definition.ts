import type { z } from 'zod';
import type { RoleCode } from '../../catalogue';

/**
 * What kind of thing an act is: a decision of the business, the loading of data, word from outside the DIP (`css`,
 * whoever brings it), a day that comes, or something that is asked of the DIP.
 */
export type ActKind = 'business' | 'load' | 'css' | 'travel' | 'dip';

/** Who may bring word from outside the DIP. */
export type Outsider = 'CSS' | 'DCC' | 'LDSO';

export interface ActDefinition {
  kind: ActKind;
  /** Roles that can be given the act. */
  roles: readonly RoleCode[];
  /** One line for people who wire their own system. */
  what: string;
  /** The words between who acts and the MPAN in a step: `changes the consent of`. Absent: the act has steps of its own. */
  says?: string;
  /** Who does it outside the DIP, and so tells it to each of the roles. Absent: one of the roles does it. */
  tells?: Outsider;
  /** Arguments that depend on the scenario, where a step leaves them out, in words: `{ from: 'the SSD' }`. */
  usually?: Readonly<Record<string, string>>;
  /** Reading its own answer again changes nothing. */
  args: z.ZodType<Record<string, unknown>>;
}
