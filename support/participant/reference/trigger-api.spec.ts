import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IncomingRequest } from '../../wire';
import { createTriggerApi, type Acting } from './trigger-api';

const token = 'token-of-the-test-0123';
const mpan = '2000000000016';

function api(...roles: [role: string, dipId: string][]) {
  const done: string[] = [];
  const identities: Acting[] = roles.map(([role, dipId]) => ({
    role,
    dipId,
    knows: () => dipId.endsWith('2'),
    records: () => ({ mpan, appointments: [], exceptions: [dipId] }),
    act: (act) => [String(done.push(`${dipId} ${act}`))],
  }));
  const handle = createTriggerApi({ token, identities });
  const call = async (method: string, path: string, body?: unknown, bearer = token) => {
    const bytes = typeof body === 'string' ? body : JSON.stringify(body ?? {});
    const headers = { authorization: `Bearer ${bearer}` };
    const request: IncomingRequest = {
      method,
      path,
      url: path,
      headers,
      body: Buffer.from(bytes),
      clientFingerprint: '',
    };
    const { status, body: answer } = await handle(request);
    return { status, text: JSON.stringify(answer) };
  };
  return { call, done };
}

const endContract = { mpan, args: { supplier: '2000000001' } };

describe('the trigger API', () => {
  it('runs an act and says 202', async () => {
    const { call, done } = api(['MSS', '1000000021']);
    assert.deepEqual(await call('POST', '/acts/endContract', endContract), {
      status: 202,
      text: '{"accepted":true,"notes":["1"]}',
    });
    assert.deepEqual(done, ['1000000021 endContract']);
  });

  it('gives a load act to every identity that can take it, a business act to one only', async () => {
    const { call, done } = api(
      ['MSS', '1000000021'],
      ['SUP', '1000000001'],
      ['SUP', '1000000002'],
      ['SDS', '1000000041'],
    );
    await call('POST', '/acts/endContract', endContract);
    assert.deepEqual(done, ['1000000021 endContract', '1000000041 endContract']);
    const args = { service: { dipId: '2000000021', mpid: 'META' }, from: '2027-06-22', scenario: 'COS' };
    assert.equal((await call('POST', '/acts/appointMeteringService', { mpan, args })).status, 409);
    assert.equal((await call('POST', '/acts/appointMeteringService', { mpan, args, dipId: '1000000002' })).status, 202);
    assert.deepEqual(done.slice(2), ['1000000002 appointMeteringService']);
  });

  const refused: [string, string, string, unknown, string | undefined, number, RegExp][] = [
    ['a wrong token', 'POST', '/acts/endContract', endContract, 'another', 401, /token/],
    ['no token', 'GET', `/records/${mpan}`, undefined, '', 401, /token/],
    ['an unknown act', 'POST', '/acts/endContracts', endContract, token, 404, /endContract\\"\?/],
    [
      'an act of another role',
      'POST',
      '/acts/switchPending',
      {
        mpan,
        args: { registrationId: 'R', supplier: { dipId: '2000000001', mpid: 'LARC' }, supplyStartDate: '2027-06-22' },
      },
      token,
      409,
      /does not do/,
    ],
    ['wrong arguments', 'POST', '/acts/endContract', { mpan, args: { supplier: 'x' } }, token, 400, /supplier/],
    ['a wrong MPAN', 'POST', '/acts/endContract', { ...endContract, mpan: '1' }, token, 400, /13 digits/],
    ['a body that is no JSON', 'POST', '/acts/endContract', '{', token, 400, /expected object/],
    ['another path', 'POST', '/records', {}, token, 404, /there is no POST/],
    ['an unknown identity', 'GET', `/records/${mpan}?dipId=9`, undefined, token, 404, /DIP ID 9/],
  ];
  for (const [name, method, path, body, bearer, status, says] of refused) {
    it(`refuses ${name}`, async () => {
      const { call, done } = api(['MSS', '1000000021']);
      const answer = await call(method, path, body, bearer);
      assert.equal(answer.status, status);
      assert.match(answer.text, says);
      assert.deepEqual(done, []);
    });
  }

  it('reads the records of the identity named, else of the first that knows the MPAN', async () => {
    const { call } = api(['SUP', '1000000001'], ['SUP', '1000000002']);
    assert.match((await call('GET', `/records/${mpan}?dipId=1000000001`)).text, /"1000000001"/);
    assert.match((await call('GET', `/records/${mpan}`)).text, /"1000000002"/);
  });
});
