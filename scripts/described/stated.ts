import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.strictObject({
  said: z.record(z.string(), z.string().min(1)),
  lacking: z.record(z.string().min(1), z.array(z.string()).nullable()),
});

/** What is stated to lack, by reason, and how features say what goes past the DIP. */
export type Stated = z.infer<typeof schema>;

/** Reads the table of what lacks; throws where it has another form. */
export const readStated = (text: string): Stated => schema.parse(parse(text));

/**
 * What lacks without a stated reason, what is stated to lack and does not (`stale`), and what is stated twice.
 */
export function against({ lacking }: Stated, found: readonly string[]) {
  const stated = Object.values(lacking).flatMap((names) => names ?? []);
  return {
    unstated: found.filter((name) => !stated.includes(name)),
    stale: stated.filter((name) => !found.includes(name)),
    twice: stated.filter((name, index) => stated.indexOf(name) !== index),
  };
}
