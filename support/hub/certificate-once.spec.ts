import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { createLedger, type LedgerInput } from '../ledger';
import { scratchDir } from '../testing';
import { certificateOnce } from './certificate-once';
import { createRollingLedger } from './rolling-ledger';

const header = 'x-dip-signature-certificate';
const message = (certificate: string, text: string): LedgerInput => ({
  ...{ kind: 'accepted', source: 'dip', from: '1000000001', to: 'DIP', certificate },
  headers: { date: 'today', [header]: text },
});

test('a certificate stands in the ledger once, and later entries name its line', () => {
  const ledger = createLedger();
  const shorten = certificateOnce(ledger);
  const shown = [message('a', 'PEM A'), message('b', 'PEM B'), message('a', 'PEM A'), message('a', 'PEM A')].map(
    (input) => {
      const given = { ...input.headers };
      shorten(input);
      ledger.append(input);
      assert.equal(given.date, input.headers?.date);
      return input.headers?.[header];
    },
  );
  assert.deepEqual(shown, ['PEM A', 'PEM B', '[as in line 1]', '[as in line 1]']);
});

test('another text under the same fingerprint, as with a chain, stands whole', () => {
  const shorten = certificateOnce(createLedger());
  const [first, second] = [message('a', 'PEM A'), message('a', 'PEM A and its issuer')];
  shorten(first!);
  shorten(second!);
  assert.equal(second!.headers?.[header], 'PEM A and its issuer');
});

test('headers that are shared by the entries of one call are not changed', () => {
  const ledger = createLedger();
  const shorten = certificateOnce(ledger);
  const one = message('a', 'PEM A');
  const other = { ...one };
  for (const input of [one, other]) {
    shorten(input);
    ledger.append(input);
  }
  assert.equal(one.headers?.[header], 'PEM A');
  assert.equal(other.headers?.[header], '[as in line 1]');
});

test('a ledger that begins a new file has the certificate in that file too', async () => {
  const dir = scratchDir();
  const file = path.join(dir, 'one.ndjson');
  const ledger = createRollingLedger({ file, keepBytes: 4_096, maxBytes: 10_000, keepMs: 3_600_000 });
  const shorten = certificateOnce(ledger);
  const whole: number[] = [];
  for (let n = 0; n < 600; n += 1) {
    const input = message('a', 'PEM A');
    shorten(input);
    const { seq } = ledger.append(input);
    if (input.headers?.[header] === 'PEM A') whole.push(seq);
    else assert.equal(input.headers?.[header], '[as in line 1]');
    if (n % 100 === 99) await ledger.flush();
  }
  await ledger.close();
  assert.ok(whole.length > 1, 'it began a new file');
  assert.ok(whole.every((seq) => seq === 1));
});
