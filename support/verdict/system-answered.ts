import { z } from 'zod';

const answer = z.object({
  /** When it was asked, ISO. */
  at: z.string(),
  name: z.string(),
  components: z.array(z.object({ name: z.string(), version: z.string() })),
});
const noAnswer = z.object({ at: z.string(), problem: z.string() });

/** What the system under test said of itself, or why it did not. */
export const systemAnswerSchema = z.union([answer, noAnswer]);
export type SystemAnswer = z.infer<typeof systemAnswerSchema>;

/** What it said when the run began and when it ended; null when it was not asked: the run was cut off before. */
export const systemAnsweredSchema = z.object({
  start: systemAnswerSchema.nullable(),
  end: systemAnswerSchema.nullable(),
});
export type SystemAnswered = z.infer<typeof systemAnsweredSchema>;
