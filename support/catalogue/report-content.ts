import { z } from 'zod';
import { reportContents } from './blocks';
import type { JsonSchema } from './json-schema';

/** What a report holds once it is unpacked. */
export interface ReportContent {
  schema: z.ZodType;
  /** The same as JSON Schema 2020-12. */
  json(): JsonSchema;
}

/** The contents of a report of the bundled release by interface; undefined for one that carries no report. */
export function bundledContent(interfaceId: string): ReportContent | undefined {
  if (!Object.hasOwn(reportContents, interfaceId)) return undefined;
  const schema: z.ZodType = reportContents[interfaceId as keyof typeof reportContents];
  return { schema, json: () => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema };
}
