import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickSearch } from './quick-search';
import { createRedactor } from './redactor';

const secrets = ['k3y/+ "quoted"', 'longer-secret-value', 'päss\nwörd \u2603', 'short', 'AbCdEfGhIjKl'];
const redactor = createRedactor(secrets);
const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----';
const struckIn = (json: string) => redactor.value(JSON.parse(json)).rules.length > 0;

/** Numbers from 0 up to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('an ordinary message is clean, and stays as it is', () => {
  for (const body of [
    [{ payload: { CommonBlock: { S0: { interfaceID: 'IF-031' } }, note: 'a "quoted" \\ text\n', n: [1, null, true] } }],
    'cookie: a text, no key',
    { keys: 'authorization', list: ['x-api-key', 'cookie"'] },
    {},
  ]) {
    const json = JSON.stringify(body);
    assert.equal(redactor.clean(json), true, json);
    assert.equal(JSON.stringify(redactor.value(body).value), json);
  }
  assert.equal(createRedactor([]).clean('[]'), true);
});

test('whatever a rule strikes is not clean, however it is written', () => {
  const texts = [
    ...secrets.filter((secret) => secret.length >= 8),
    JSON.stringify({ nested: secrets[0] }),
    encodeURIComponent(secrets[0]!),
    Buffer.from(secrets[2]!).toString('base64'),
    pem,
    Buffer.from(pem).toString('base64'),
  ];
  const bodies: unknown[] = texts.flatMap((text) => [
    `before ${text} after`,
    [text],
    { [text]: 1 },
    { deep: [{ text }] },
  ]);
  for (const key of [
    'x-api-key',
    'ApiKey',
    'API-KEY',
    'Authorization',
    'proxy-authorization',
    'Cookie',
    'set-cookie',
  ]) {
    bodies.push({ [key]: 'abc' }, [{ [key]: '' }]);
  }
  bodies.push({ 'coo\u212aie': 'in lower case it is that header' });
  for (const body of bodies) {
    const json = JSON.stringify(body);
    assert.equal(struckIn(json), true, json);
    assert.equal(redactor.clean(json), false, json);
  }
  for (const json of [
    '"longer\\u002dsecret-value"',
    '{"\\u0061uthorization":"x"}',
    '{ "authorization" \n : "x" }',
    `"${Buffer.from(pem).toString('base64').replaceAll('/', '\\/')}"`,
  ]) {
    assert.equal(struckIn(json), true, json);
    assert.equal(redactor.clean(json), false, json);
  }
});

test('clean implies that value strikes nothing: 20,000 texts made of dangerous pieces', () => {
  const random = seeded(20_27);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const encodings = [
    (s: string) => s,
    encodeURIComponent,
    (s: string) => Buffer.from(s).toString('base64'),
    (s: string) => JSON.stringify(s),
    (s: string) => s.toUpperCase(),
    (s: string) => s.slice(1),
    (s: string) => s.slice(0, -1),
  ];
  const pieces = [
    ...secrets,
    pem,
    'authorization',
    'cookie',
    'x-api-key',
    '"',
    '\\',
    '/',
    ' ',
    ':',
    'a',
    'ß',
    '\u2028',
    '\n',
  ];
  const text = (): string => Array.from({ length: 1 + random() * 3 }, () => pick(encodings)(pick(pieces))).join('');
  const value = (depth: number): unknown => {
    const kind = depth > 2 ? 0 : Math.floor(random() * 5);
    if (kind === 1) return [value(depth + 1), value(depth + 1)];
    if (kind === 2 || kind === 3) return { [random() < 0.3 ? 'plain' : text()]: value(depth + 1) };
    return random() < 0.2 ? null : random() < 0.3 ? 'nothing' : text();
  };
  // As writers of JSON may: some characters by their number, slashes escaped.
  const rewritten = (json: string) =>
    random() < 0.7
      ? json
      : json.replace(/[a-z/](?=[^"]*")/g, (c) => {
          if (random() > 0.05) return c;
          return c === '/' ? '\\/' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
        });
  const seen = { clean: 0, struck: 0 };
  for (let n = 0; n < 20_000; n += 1) {
    let json = JSON.stringify(value(0));
    const other = rewritten(json);
    try {
      JSON.parse(other);
      json = other;
    } catch {
      // An escape was torn apart: the text as it was will do.
    }
    const struck = struckIn(json);
    const clean = redactor.clean(json);
    assert.ok(!(clean && struck), json);
    if (clean) seen.clean += 1;
    if (struck) seen.struck += 1;
  }
  assert.ok(seen.clean > 1000 && seen.struck > 1000, JSON.stringify(seen));
});

test('a copy has every key, those of every object too', () => {
  const body = JSON.parse('{"__proto__":{"a":1},"b":{"__proto__":"x"},"constructor":"y","toString":"z"}') as object;
  assert.equal(JSON.stringify(redactor.value(body).value), JSON.stringify(body));
  assert.equal(Object.getPrototypeOf(redactor.value(body).value), Object.prototype);
});

test('the quick search misses nothing, wherever it stands', () => {
  const patterns = ['needle', 'Some-Words', 'häystack', 'ab'];
  for (const few of [patterns, patterns.slice(0, 3)]) {
    const holds = quickSearch(few);
    for (const pattern of few) {
      for (let before = 0; before < 20; before += 1) {
        assert.equal(holds(`${'.'.repeat(before)}${pattern}`), true);
        assert.equal(holds(`${'n'.repeat(before)}${pattern}...`), true);
        assert.equal(holds(`${'ee'.repeat(before)}${pattern.replace(/[a-z]/g, (c) => c.toUpperCase())}`), true);
      }
    }
    assert.equal(holds('a nxedle, qome words, a hystack'), false);
    assert.equal(holds(''), false);
  }
  assert.equal(quickSearch([])('anything'), false);
});
