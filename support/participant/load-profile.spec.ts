import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { QualifyError } from '../errors';
import { loadProfile } from './load-profile';

const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
after(() => rmSync(folder, { recursive: true }));

const good = `schema: 1
name: Example Energy
systemUnderTest: { name: Adapter }
identities:
  - dipId: '1000000001'
    mpid: EXMP
    role: SUP
triggers:
  connection: { baseUrl: 'https://driver.example' }
  acts:
    appointMeteringService: { method: POST, path: /acts/ms }
    appointDataService: { manual: press the button }
    dayArrives: automatic
`;

let count = 0;
function write(text: string): string {
  const file = path.join(folder, `case-${++count}.yaml`);
  writeFileSync(file, text);
  return file;
}

async function refusal(file: string): Promise<QualifyError> {
  const error = await loadProfile(file).then(
    () => assert.fail('the profile was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof QualifyError, String(error));
  assert.equal(error.kind, 'configuration');
  return error;
}

describe('loadProfile', () => {
  it('fills in what may be left out', async () => {
    const profile = await loadProfile(write(good));
    assert.equal(profile.bundled, false);
    assert.equal(profile.release, undefined);
    assert.deepEqual(profile.identities[0], {
      dipId: '1000000001',
      mpid: 'EXMP',
      role: 'SUP',
      connectionProvider: null,
      certificates: 'issued',
      apiKey: 'issued',
      webhooks: { registeredBy: 'itself', publications: {} },
    });
  });

  const wrong: [name: string, from: string, to: string, code: string, line: number, says: RegExp][] = [
    [
      'an unknown key',
      '    role: SUP',
      '    roel: SUP\n    role: SUP',
      'PROFILE_KEY_UNKNOWN',
      7,
      /identities\[0\].*"roel".*"role"/,
    ],
    ['an unknown key at the top', 'name:', 'trigers: {}\nname:', 'PROFILE_KEY_UNKNOWN', 2, /the profile.*"triggers"/],
    [
      'a key like no other',
      '    role: SUP',
      '    role: SUP\n    zzzzzzzz: 1',
      'PROFILE_KEY_UNKNOWN',
      8,
      /"zzzzzzzz" is not a key here$/,
    ],
    [
      'a key one level too deep in a union',
      '    role: SUP',
      '    role: SUP\n    certificates:\n      transport: { certificate: a.pem, pasword: x }\n      signing: { certificate: a.pem }',
      'PROFILE_KEY_UNKNOWN',
      9,
      /certificates\.transport: "pasword"/,
    ],
    [
      'an unquoted DIP ID',
      "'1000000001'",
      '1000000001',
      'PROFILE_VALUE_WRONG',
      5,
      /identities\[0\]\.dipId: expected 10 digits in quotes; it is 1000000001/,
    ],
    ['a short DIP ID', "'1000000001'", "'100000001'", 'PROFILE_VALUE_WRONG', 5, /10 digits/],
    ['a value that is missing', '    mpid: EXMP\n', '', 'PROFILE_VALUE_WRONG', 5, /identities\[0\]\.mpid.*missing/],
    ['a role that is none', 'role: SUP', 'role: SUPP', 'PROFILE_ROLE_UNKNOWN', 7, /"SUPP".*"SUP"/],
    [
      'an act that is none',
      'appointDataService:',
      'apointDataService:',
      'PROFILE_ACT_UNKNOWN',
      12,
      /"apointDataService".*"appointDataService"/,
    ],
    [
      'an act of another form',
      'automatic',
      'by itself',
      'PROFILE_VALUE_WRONG',
      13,
      /dayArrives: expected .*'automatic'.*"by itself"/,
    ],
    [
      'an act with a wrong method',
      'method: POST',
      'method: SEND',
      'PROFILE_VALUE_WRONG',
      11,
      /acts\.appointMeteringService\.method/,
    ],
    [
      'http instead of https',
      'triggers:',
      'probes: { connection: { baseUrl: "http://a.example" } }\ntriggers:',
      'PROFILE_VALUE_WRONG',
      8,
      /expected an https address/,
    ],
    [
      "started in a profile of one's own",
      'https://driver.example',
      'started',
      'PROFILE_VALUE_WRONG',
      9,
      /only the bundled profile/,
    ],
    [
      'a probe without the MPAN',
      'triggers:',
      'probes: { records: { path: /r } }\ntriggers:',
      'PROFILE_VALUE_WRONG',
      8,
      /\{mpan\}/,
    ],
    [
      'an API act without a connection',
      "  connection: { baseUrl: 'https://driver.example' }\n",
      '',
      'PROFILE_CONNECTION_MISSING',
      10,
      /triggers\.acts\.appointMeteringService/,
    ],
    [
      'webhooks without an address',
      '    role: SUP',
      '    role: SUP\n    webhooks: { registeredBy: harness }',
      'PROFILE_WEBHOOK_MISSING',
      8,
      /1000000001/,
    ],
    [
      'a publication of the wrong form',
      '    role: SUP',
      '    role: SUP\n    webhooks:\n      registeredBy: itself\n      publications: { IF-002: "https://a.example" }',
      'PROFILE_VALUE_WRONG',
      10,
      /IF-002: expected the form PUB-002/,
    ],
    [
      'a DIP ID used twice',
      'triggers:',
      "  - { dipId: '1000000001', mpid: EXMQ, role: MSS }\ntriggers:",
      'PROFILE_DIP_ID_TWICE',
      8,
      /identities\[1\].*1000000001/,
    ],
    [
      'certificates of an identity that there is not',
      'triggers:',
      "  - { dipId: '1000000002', mpid: EXMQ, role: MSS, certificates: { of: '1000000009' } }\ntriggers:",
      'PROFILE_CERTIFICATES_OF',
      8,
      /identities\[1\]\.certificates\.of.*1000000009/,
    ],
    [
      'certificates that are those of the identity itself',
      'triggers:',
      "  - { dipId: '1000000002', mpid: EXMQ, role: MSS, certificates: { of: '1000000002' } }\ntriggers:",
      'PROFILE_CERTIFICATES_OF',
      8,
      /1000000002/,
    ],
    ['a key given twice', 'name:', 'name: a\nname:', 'PROFILE_YAML', 3, /unique/i],
    ['broken YAML', 'name: Example Energy', 'name: "Example', 'PROFILE_YAML', 2, /./],
  ];
  for (const [name, from, to, code, line, says] of wrong) {
    it(`refuses ${name}`, async () => {
      const file = write(good.replace(from, to));
      const error = await refusal(file);
      assert.equal(error.code, code, error.message);
      if (name !== 'broken YAML') assert.equal(error.place, `${path.basename(file)}:${line}`);
      assert.match(error.message, says);
    });
  }

  for (const [name, line] of [
    ['an API key', '    apiKey: abcdef-secret-0123'],
    ['an API key of digits', '    apiKey: 12340001234'],
    ['a password in an address', '    webhooks: { registeredBy: itself, default: "https://me:secret-0123@a.example" }'],
    [
      'a private key',
      '    certificates: { signing: { certificate: a, key: "-----BEGIN PRIVATE KEY-----secret-0123" }, transport: { certificate: a } }',
    ],
  ] as const) {
    it(`refuses ${name} in the profile and does not show it`, async () => {
      const error = await refusal(write(good.replace('    role: SUP', `    role: SUP\n${line}`)));
      assert.equal(error.code, 'PROFILE_SECRET_IN_FILE', error.message);
      assert.match(error.place!, /:8$/);
      assert.doesNotMatch(error.message + error.fix, /secret-0123|12340001234/);
    });
  }

  it('reports all problems at once, ten at most, placed at the first', async () => {
    const three = await refusal(write(good.replace('role: SUP', 'role: SUPP\n    apiKey: abcdefgh')));
    assert.equal(three.code, 'PROFILE_INVALID');
    assert.match(three.message, /^2 problems[\s\S]*PROFILE_SECRET_IN_FILE[\s\S]*PROFILE_ROLE_UNKNOWN/);
    const keys = Array.from({ length: 12 }, (_, i) => `extra${i}: 1`).join('\n');
    const many = await refusal(write(`${good}${keys}\n`));
    assert.match(many.message, /^12 problems/);
    assert.equal(many.message.match(/PROFILE_KEY_UNKNOWN/g)?.length, 10);
    assert.match(many.message, /and 2 more$/);
  });

  it('refuses a probe that has no connection', async () => {
    const text = good.replace(/triggers:[\s\S]*/, "probes: { records: { path: '/r/{mpan}' } }\n");
    assert.equal((await refusal(write(text))).code, 'PROFILE_CONNECTION_MISSING');
  });

  it('names a file that is not there', async () => {
    const error = await refusal(path.join(folder, 'none.yaml'));
    assert.equal(error.code, 'PROFILE_FILE_MISSING');
    assert.match(error.place!, /none\.yaml$/);
  });
});
