import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { nearest, QualifyError } from '../../errors';
import { actDefinition, acts, type Records } from '../../market';
import { sha256Hex, type IncomingRequest } from '../../wire';

/** One identity at work, as the trigger server sees it. */
export interface Acting {
  dipId: string;
  role: string;
  /** Runs an act; resolves once it is accepted, before its messages are answered. Notes say what it did or could not do. */
  act(act: string, mpan: string, args: Record<string, unknown>): string[];
  records(mpan: string): Records;
  knows(mpan: string): boolean;
}

type Answer = { status: number; body: object };

const callSchema = z.object({
  mpan: z.string().regex(/^\d{13}$/, 'expected 13 digits'),
  args: z.record(z.string(), z.unknown()).default({}),
  dipId: z.string().optional(),
});

/**
 * The trigger and probe API of the reference participant, behind a bearer token:
 * `POST /acts/{act}` with `{ mpan, args, dipId? }` → 202 `{ accepted, notes }`; `GET /records/{mpan}?dipId=` → Records;
 * `GET /system` → which build it is.
 */
export function createTriggerApi(o: { token: string; identities: readonly Acting[]; system?: object }) {
  return async (request: IncomingRequest): Promise<Answer> => {
    if (!hasToken(request, o.token)) return refusal(401, 'the bearer token is missing or wrong');
    const url = new URL(request.path, 'https://localhost');
    const [, part, name = ''] = url.pathname.split('/').map(decodeURIComponent);
    if (part === 'acts' && request.method === 'POST') return runAct(o.identities, name, request.body);
    if (part === 'records' && request.method === 'GET') {
      return readRecords(o.identities, name, url.searchParams.get('dipId'));
    }
    if (part === 'system' && request.method === 'GET' && o.system) return { status: 200, body: o.system };
    return refusal(404, `there is no ${request.method} ${url.pathname}`);
  };
}

function runAct(identities: readonly Acting[], name: string, bytes: Buffer): Answer {
  const definition = actDefinition(name);
  if (!definition) {
    const near = nearest(name, Object.keys(acts));
    return refusal(404, `there is no act "${name}"${near ? `; did you mean "${near}"?` : ''}`);
  }
  const call = callSchema.safeParse(readJson(bytes));
  if (!call.success) return refusal(400, z.prettifyError(call.error));
  const { mpan, dipId } = call.data;
  const args = definition.args.safeParse(call.data.args);
  if (!args.success) return refusal(400, z.prettifyError(args.error));
  const able = identities.filter(
    (identity) =>
      (definition.roles as readonly string[]).includes(identity.role) && (!dipId || identity.dipId === dipId),
  );
  if (able.length === 0) return refusal(409, `${dipId ?? 'no identity here'} does not do "${name}"`);
  if (able.length > 1 && definition.kind === 'business') {
    return refusal(409, `"${name}" could be done by ${able.map((a) => a.dipId).join(', ')}: say which with dipId`);
  }
  try {
    const notes = able.flatMap((identity) => identity.act(name, mpan, args.data));
    return { status: 202, body: { accepted: true, notes } };
  } catch (error) {
    if (error instanceof QualifyError) return refusal(409, `${error.code} ${error.message}`);
    throw error;
  }
}

function readRecords(identities: readonly Acting[], mpan: string, dipId: string | null): Answer {
  const meant = dipId
    ? identities.find((identity) => identity.dipId === dipId)
    : (identities.find((identity) => identity.knows(mpan)) ?? identities[0]);
  if (!meant) return refusal(404, `no identity here has the DIP ID ${dipId}`);
  return { status: 200, body: meant.records(mpan) };
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function hasToken(request: IncomingRequest, token: string): boolean {
  const given = String(request.headers.authorization ?? '').replace(/^Bearer /i, '');
  return timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(token)));
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
