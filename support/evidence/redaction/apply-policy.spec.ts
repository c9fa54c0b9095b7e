import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { unpackReport } from '../../catalogue';
import { applyPolicy } from './apply-policy';
import {
  bodies,
  code,
  everything,
  filesOf,
  linesIn,
  personalRun,
  scan,
  sha256,
  told,
  unmasked,
} from './redaction.fixture';

describe('a policy that masks everything', () => {
  it('leaves no value of the customer in any file of the run', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    // Counter-example: they are all there before.
    assert.deepEqual(unmasked(folder), Object.keys(told));
    await applyPolicy(folder, { stateFolder: state });
    assert.deepEqual(unmasked(folder), []);
    const log = readFileSync(path.join(folder, 'participant.log'), 'utf8');
    assert.equal(log, 'SUP [struck: mpan] booked "addressLine4":"[struck: address]" at [struck: address]\n');
    const [{ CustomBlock }] = [bodies(folder)[3]!.body] as [{ CustomBlock: { P03: { compressedReport: string } } }];
    assert.deepEqual(unpackReport(CustomBlock.P03), { addressLine5: '[struck: address]', price: 12.5 });
  });

  it('keeps what proves the conversation: parties, transactions, references, hashes, dates, checks', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    const before = bodies(folder);
    await applyPolicy(folder, { stateFolder: state });
    const after = bodies(folder);
    for (const key of ['seq', 'at', 'from', 'to', 'kind', 'transactionID', 'bodySha256', 'headers']) {
      assert.deepEqual(
        after.map((entry) => entry[key]),
        before.map((entry) => entry[key]),
        key,
      );
    }
    const [first] = after as { checks: { status: string; reason: string }[]; body: Record<string, never> }[];
    assert.equal(first!.checks[0]!.status, 'fail');
    assert.equal(
      first!.checks[0]!.reason,
      'CustomBlock.B050List[0].v: expected three decimals, got "[struck: consumption]"; B022.addressLine5: expected less, got "[struck: address]"',
    );
    const text = JSON.stringify(first!.body);
    for (const kept of [
      'S-IF-018-1000000001-SUP-20270210-A1',
      '"senderDIPID":"1000000001"',
      '2027-02-10T00:30:00+00:00',
    ]) {
      assert.ok(text.includes(kept), kept);
    }
    assert.match(text, /"subText":null/);
    assert.match(text, /"addressLine6":null/);
  });

  it('names on each line the rules that struck, and the hash of the line as it was captured', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    const originals = linesIn(folder);
    const original = readFileSync(path.join(folder, 'ledger.ndjson'));
    const redaction = (await applyPolicy(folder, { stateFolder: state }))!;
    bodies(folder).forEach((entry, index) => assert.equal(entry.captured, sha256(originals[index]!)));
    assert.deepEqual(bodies(folder)[1]!.redacted, ['policy:address', 'policy:mpan']);
    assert.equal(redaction.originalLedgerSha256, sha256(original));
    assert.equal(redaction.ledgerSha256, (await scan(folder)).sha256);
    const address = redaction.struck.find(({ class: of }) => of === 'address');
    assert.deepEqual(address, { rule: 'policy:address', class: 'address', treatment: 'mask', values: 5, lines: 4 });
    assert.ok(existsSync(path.join(folder, 'redaction.json')));
    assert.ok(!unmasked(folder).length && !JSON.stringify(redaction).includes(told.town));
  });

  it('keeps the originals in the state folder, readable by their owner only', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    const before = filesOf(folder);
    const redaction = (await applyPolicy(folder, { stateFolder: state }))!;
    const place = path.join(state, 'originals', redaction.run);
    for (const { file, originalSha256 } of redaction.files) {
      const kept = path.join(place, file);
      assert.equal(sha256(readFileSync(kept)), originalSha256);
      assert.equal(readFileSync(kept, 'latin1'), before.get(file));
      assert.equal(statSync(kept).mode & 0o777, 0o600);
    }
    assert.equal(statSync(place).mode & 0o077, 0);
    const struckFiles = redaction.files.map(({ file }) => file).sort();
    const expected = [
      'diagrams/MQ-BP001-010.svg',
      'ledger.ndjson',
      'messages.ndjson',
      'participant.log',
      'verdicts.json',
    ];
    assert.deepEqual(struckFiles, expected);
  });
});

describe('pseudonyms', () => {
  it('are one for one value in all files, so that a conversation can be followed', async () => {
    const { folder, state } = await personalRun(everything('pseudonymise'));
    await applyPolicy(folder, { stateFolder: state });
    assert.deepEqual(unmasked(folder), []);
    const [first, , third] = bodies(folder) as {
      mpan: string;
      url: string;
      body: { CommonBlock: { M0: { MPANCore: string } } };
    }[];
    const mpan = first!.mpan;
    assert.match(mpan, /^98\d{11}$/);
    assert.equal(first!.body.CommonBlock.M0.MPANCore, mpan);
    assert.equal(third!.mpan, mpan);
    assert.ok(third!.url.includes(`/records/${mpan}?`));
    for (const name of ['verdicts.json', 'messages.ndjson', 'participant.log', 'diagrams/MQ-BP001-010.svg']) {
      assert.ok(filesOf(folder).get(name)!.includes(mpan), name);
    }
  });

  it('are the same in another run of the state folder, and others elsewhere', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => personalRun(everything('pseudonymise'))));
    const states = [runs[0]!.state, runs[0]!.state, runs[2]!.state];
    const mpans: unknown[] = [];
    for (const [index, { folder }] of runs.entries()) {
      await applyPolicy(folder, { stateFolder: states[index]! });
      mpans.push(bodies(folder)[0]!.mpan);
    }
    assert.equal(mpans[0], mpans[1]);
    assert.notEqual(mpans[0], mpans[2]);
  });
});

describe('a run in which nothing is to be struck', () => {
  it('is left as it is, but for the record', async () => {
    const { folder } = await personalRun(everything('keep'));
    const before = filesOf(folder);
    const redaction = (await applyPolicy(folder))!;
    const after = filesOf(folder);
    assert.deepEqual(redaction.struck, []);
    assert.equal(redaction.originalLedgerSha256, redaction.ledgerSha256);
    after.delete('redaction.json');
    assert.deepEqual(after, before);
    assert.deepEqual(unmasked(folder), Object.keys(told));
  });

  it('makes no record where there are no verdicts', async () => {
    const { folder } = await personalRun();
    renameSync(path.join(folder, 'verdicts.json'), path.join(folder, 'other.json'));
    assert.equal(await applyPolicy(folder), undefined);
    assert.ok(!existsSync(path.join(folder, 'redaction.json')));
  });

  it('needs no state folder; one in which something is struck does', async () => {
    const { folder } = await personalRun(everything('mask'));
    const before = filesOf(folder);
    await assert.rejects(applyPolicy(folder), code('REDACTION_NO_STATE_FOLDER'));
    const after = filesOf(folder);
    for (const name of after.keys()) if (name.startsWith('.redaction.part')) after.delete(name);
    assert.deepEqual(after, before);
  });
});

describe('a second call', () => {
  it('changes nothing', async () => {
    const { folder, state } = await personalRun(everything('pseudonymise'));
    const first = await applyPolicy(folder, { stateFolder: state });
    const before = filesOf(folder);
    assert.deepEqual(await applyPolicy(folder, { stateFolder: state }), first);
    assert.deepEqual(filesOf(folder), before);
  });

  it('with a stricter policy strikes what is left, and what was made from it goes with the originals', async () => {
    const { folder, state } = await personalRun('redaction: { meterIds: pseudonymise, address: keep }\n');
    const first = (await applyPolicy(folder, { stateFolder: state }))!;
    assert.ok(unmasked(folder).includes('street'));
    const serial = /PS[0-9A-Z]{8}/.exec(linesIn(folder)[0]!)![0];
    writeFileSync(path.join(folder, 'summary.html'), `<p>${told.street}</p>`);
    mkdirSync(path.join(folder, 'allure-results'));
    writeFileSync(path.join(folder, 'allure-results', 'a.json'), told.street);
    writeFileSync(path.join(folder, 'profile.effective.yaml'), 'redaction: { address: mask, meterIds: keep }\n');

    const second = (await applyPolicy(folder, { stateFolder: state }))!;
    assert.ok(!unmasked(folder).includes('street'));
    assert.ok(linesIn(folder)[0]!.includes(serial), 'what is a pseudonym stays one');
    assert.equal(second.policy.meterIds, 'pseudonymise');
    assert.equal(second.originalLedgerSha256, first.originalLedgerSha256);
    assert.ok(second.struck.some(({ rule }) => rule === 'policy:meterIds'));
    assert.deepEqual(second.moved, ['summary.html']);
    assert.ok(existsSync(path.join(state, 'originals', second.run, 'summary.html')));
    assert.ok(!existsSync(path.join(folder, 'allure-results')));
    const original = readFileSync(path.join(state, 'originals', second.run, 'ledger.ndjson'));
    assert.equal(sha256(original), first.originalLedgerSha256);
    assert.equal((await scan(folder)).intact, true);
  });

  it('leaves a ledger that is not the one it left', async () => {
    const { folder, state } = await personalRun();
    await applyPolicy(folder, { stateFolder: state });
    const ledger = path.join(folder, 'ledger.ndjson');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('IF-018', 'IF-019'));
    writeFileSync(path.join(folder, 'profile.effective.yaml'), everything('mask'));
    const before = filesOf(folder);
    await applyPolicy(folder, { stateFolder: state });
    assert.deepEqual(filesOf(folder), before);
  });
});
