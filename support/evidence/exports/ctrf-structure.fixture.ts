import { z } from 'zod';

// The structure that ctrf.io publishes (specification 0.0.0), written down by hand: required fields, closed objects.
const extra = z.record(z.string(), z.unknown()).optional();
const text = z.string();
const ms = z.int();
const status = z.enum(['passed', 'failed', 'skipped', 'pending', 'other']);
const scalar = z.union([text, z.number(), z.boolean()]);
const step = z.strictObject({ name: text, status, extra });
const attachment = z.strictObject({ name: text, contentType: text, path: text, extra });
const lines = z.array(text).optional();

const attempt = z.strictObject({
  ...{ attempt: z.int().min(1), status, duration: ms.optional(), start: ms.optional(), stop: ms.optional() },
  ...{ message: text.optional(), trace: text.optional(), line: z.int().optional(), snippet: text.optional() },
  ...{ stdout: lines, stderr: lines, attachments: z.array(attachment).optional(), extra },
});

const test = z.strictObject({
  ...{ id: z.uuid().optional(), name: text.min(1), status, duration: ms, start: ms.optional(), stop: ms.optional() },
  ...{ suite: z.array(text).min(1).optional(), message: text.optional(), trace: text.optional() },
  ...{ snippet: text.optional(), ai: text.optional(), line: z.int().optional(), rawStatus: text.optional() },
  tags: z.array(text).optional(),
  labels: z.record(text, z.union([scalar, z.array(scalar).min(1)])).optional(),
  ...{ type: text.optional(), filePath: text.optional(), retries: z.int().optional(), flaky: z.boolean().optional() },
  ...{ retryAttempts: z.array(attempt).optional(), stdout: lines, stderr: lines, threadId: text.optional() },
  ...{ browser: text.optional(), device: text.optional(), screenshot: text.optional() },
  ...{ attachments: z.array(attachment).optional(), parameters: extra, steps: z.array(step).optional() },
  ...{ insights: extra, extra },
});

const environment = z.strictObject({
  ...{ reportName: text.optional(), appName: text.optional(), appVersion: text.optional(), buildId: text.optional() },
  ...{ buildName: text.optional(), buildNumber: z.int().optional(), buildUrl: text.optional() },
  ...{ repositoryName: text.optional(), repositoryUrl: text.optional(), commit: text.optional() },
  ...{ branchName: text.optional(), osPlatform: text.optional(), osRelease: text.optional() },
  ...{ osVersion: text.optional(), testEnvironment: text.optional(), healthy: z.boolean().optional(), extra },
});

const summary = z.strictObject({
  ...{ tests: z.int(), passed: z.int(), failed: z.int(), skipped: z.int(), pending: z.int(), other: z.int() },
  ...{ flaky: z.int().optional(), suites: z.int().optional(), start: ms, stop: ms, duration: ms.optional(), extra },
});

/** A report of the Common Test Report Format. */
export const ctrfStructure = z.strictObject({
  ...{ reportFormat: z.literal('CTRF'), specVersion: text.regex(/^\d+\.\d+\.\d+$/) },
  ...{ reportId: z.uuid().optional(), timestamp: z.iso.datetime().optional(), generatedBy: text.optional(), extra },
  results: z.strictObject({
    tool: z.strictObject({ name: text.min(1), version: text.optional(), extra }),
    ...{ summary, tests: z.array(test), environment: environment.optional(), extra },
  }),
  ...{ insights: extra, baseline: extra },
});
