import { sampleMessage } from '../catalogue';
import { createSigner, signatureHeaders, type Identity, type Signer } from '../wire';
import { damaged } from './fuzz-damage.fixture';
import { brokenAttempt } from './fuzz-broken.fixture';
import { requestBytes, type Attempt, type Headers } from './fuzz-http.fixture';
import type { Random } from './fuzz-random.fixture';

export interface Caller {
  dipId: string;
  role: string;
  apiKey: string;
  identity: Identity;
}

type Json = Parameters<typeof damaged>[0];

const events = [
  ['SUP', 'IF-031', 'MSApp'],
  ['SUP', 'IF-027', 'ConsumptionAmendment'],
  ['SUP', 'IF-024', 'SN-Vacant'],
  ['SDS', 'IF-021', 'ActivePower'],
] as const;
const words = [
  'dip-channel',
  'statusmessage',
  'validate',
  'pubconfig',
  'replay',
  'config',
  '..',
  '%00',
  '%zz',
  'IF-031',
];
const methods = ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'POST', 'REPORT', 'post'];
const callbacks = ['https://127.0.0.1:9/in', 'http://127.0.0.1:9/in', 'ftp://x', '', 'https://', 'not an address'];

/** Makes attempts without end, all of them from the randomness that is given. */
export function attemptsOf(o: { base: string; callers: readonly Caller[]; random: Random; maxBodyBytes: number }) {
  const { base, callers, random } = o;
  const signers = new Map<Caller, Signer>(callers.map((caller) => [caller, createSigner(caller.identity.signing)]));
  let references = 0;

  function batch(caller: Caller): { channel: string; event: string; items: Json } {
    const own = events.filter(([role]) => role === caller.role);
    const [, channel, event] = random.one(own.length > 0 ? own : events);
    const items = Array.from({ length: random.chance(0.1) ? 1 + random.int(4) : 1 }, () => {
      const seed = random.int(1_000_000);
      const payload = sampleMessage(channel, event, { seed, from: caller.dipId, at: new Date() });
      references += 1;
      if (random.chance(0.7)) payload.CommonBlock.S1.DIPConnectionProviderID = null;
      payload.CommonBlock.S1.senderUniqueReference = `S-${channel}-${caller.dipId}-${caller.role}-20260101-${references}`;
      return { payload: payload as unknown as Json };
    });
    return { channel, event, items };
  }

  function headersOf(caller: Caller, method: string, path: string, body: Buffer): Headers {
    const signed = signatureHeaders(signers.get(caller)!, { method, url: `${base}${path}`, body });
    return [['x-api-key', caller.apiKey], ...(Object.entries(signed) as Headers)];
  }

  const written = (method: string, path: string, headers: Headers, body: Buffer) =>
    requestBytes(new URL(base).host, method, path, headers, body);

  function signed(caller: Caller): Attempt {
    const { channel, items } = batch(caller);
    const path = `/dip-channel/${random.chance(0.05) ? random.one(['IF-001', 'if-031', 'IF-999', 'REP-002']) : channel}`;
    const body = random.chance(0.1) ? random.bytes(random.int(600)) : damaged(items, random);
    return {
      name: 'signed',
      method: 'POST',
      path,
      bytes: written('POST', path, headersOf(caller, 'POST', path, body), body),
    };
  }

  // Not signed anew: the signature of another body, another's key or certificate, headers that are missing or odd.
  const stale = new Map(
    callers.map((caller) => [caller, headersOf(caller, 'POST', '/statusmessage', Buffer.from('[]'))]),
  );
  function oddHeaders(caller: Caller): Attempt {
    const { channel, items } = batch(caller);
    const path = `/dip-channel/${channel}`;
    const body = random.chance(0.5) ? Buffer.from(JSON.stringify(items)) : damaged(items, random);
    const other = stale.get(random.one(callers))!;
    const headers = stale.get(caller)!.flatMap(([name, value], at): Headers => {
      switch (random.int(9)) {
        case 0:
          return [];
        case 1:
          return [
            [name, value],
            [name, value],
          ];
        case 2:
          return [[name, other[at]![1]]];
        case 3:
          return [[name, random.bytes(random.int(40)).toString('base64')]];
        case 4:
          return [[name, `${value}${' '.repeat(random.int(3))}é`]];
        case 5:
          return [[name, value.repeat(1 + random.int(3))]];
        default:
          return [[name, value]];
      }
    });
    return { name: 'odd headers', method: 'POST', path, bytes: written('POST', path, headers, body) };
  }

  function elsewhere(caller: Caller): Attempt {
    const parts = () => Array.from({ length: 1 + random.int(5) }, () => random.one(words)).join('/');
    const path = random.chance(0.5)
      ? `/${parts()}`
      : random.one([
          '/dip-channel/IF-031',
          '/statusmessage',
          `/statusmessage/config/${caller.dipId}`,
          '/validate/IF-031/MSApp',
        ]);
    const method = random.one(methods);
    const body = random.chance(0.5) ? Buffer.alloc(0) : random.bytes(random.int(100));
    // node's own parser refuses what is no method of HTTP.
    const mayClose = !/^[A-Z]+$/.test(method);
    return {
      name: 'elsewhere',
      method,
      path,
      mayClose,
      bytes: written(method, path, headersOf(caller, method, path, body), body),
    };
  }

  function otherEndpoints(caller: Caller): Attempt {
    const whom = random.one(callers).dipId;
    const time = () => random.one(['2026-01-01T00:00:00+00:00', '2030-01-01T00:00:00+00:00', 'yesterday', '']);
    const request: Json = {
      ...{ datetimeFrom: time(), datetimeTo: time(), eventCode: random.one(['[MSApp]', null, 'x']), MPAN: null },
      version: random.one(['011', null, '9']),
      ...(random.chance(0.3) && { transactionIDs: [random.one(['T-1', 'x'.repeat(70)])] }),
    };
    const [path, json]: readonly [string, Json] = random.one([
      [`/dip-channel/IF-00${1 + random.int(9)}/pubconfig/${whom}`, { callbackURL: random.one(callbacks) }],
      [`/dip-channel/IF-031/replay/${whom}`, request],
      [`/dip-channel/IF-031/requeue/${whom}`, request],
      ['/statusmessage', [{ transactionID: 'T-1', message: 'RCP0000 - Message Success', help: null }]],
      [`/statusmessage/config/0000000000`, { callbackURL: random.one(callbacks) }],
    ]);
    const body = damaged(json, random);
    return {
      name: 'other endpoints',
      method: 'POST',
      path,
      bytes: written('POST', path, headersOf(caller, 'POST', path, body), body),
    };
  }

  function validate(caller: Caller): Attempt {
    const { channel, event, items } = batch(caller);
    const path = `/validate/${channel}/${random.chance(0.1) ? random.one(['None', 'x'.repeat(300), '%5BMSApp%5D']) : event}`;
    const headers: Headers = random.chance(0.95) ? [['x-api-key', caller.apiKey]] : [];
    return { name: 'validate', method: 'POST', path, bytes: written('POST', path, headers, damaged(items, random)) };
  }

  function broken(caller: Caller): Attempt {
    const { channel, items } = batch(caller);
    const path = `/dip-channel/${channel}`;
    const body = Buffer.from(JSON.stringify(items));
    const headers = headersOf(caller, 'POST', path, body);
    return brokenAttempt({ random, maxBodyBytes: o.maxBodyBytes, host: new URL(base).host, path, headers, body });
  }

  const kinds = [
    ...Array.from({ length: 30 }, () => signed),
    ...Array.from({ length: 30 }, () => oddHeaders),
    ...Array.from({ length: 12 }, () => elsewhere),
    ...Array.from({ length: 10 }, () => otherEndpoints),
    ...Array.from({ length: 17 }, () => validate),
    broken,
  ];
  return (caller: Caller): Attempt => random.one(kinds)(caller);
}
