import type { z } from 'zod';
import { catalogueErrors, errorsOf } from '../../errors';
import { dotted } from '../problems';

const raise = errorsOf(catalogueErrors);

/** Answers a sample that its schema takes. Raises SAMPLE_NOT_POSSIBLE of any other. */
export function possible<T>(sample: T, schema: z.ZodType, message: string, release: string): T {
  const issue = schema.safeParse(sample).error?.issues[0];
  if (!issue) return sample;
  const path = dotted(issue.path) || 'the message';
  throw raise('SAMPLE_NOT_POSSIBLE', { message, release, path, expected: issue.message }, path);
}
