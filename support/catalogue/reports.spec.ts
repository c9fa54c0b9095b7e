import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { QualifyError } from '../errors';
import { reportContents } from './blocks';
import { allEvents, bundledRelease } from './release';
import { packReport, type ReportContents, type ReportId, unpackReport, validateReport } from './reports';

const file = resolve(__dirname, '../../../shared/dip-spec/v2.1.0/Examples-unresolved.yaml');
const skip = existsSync(file) ? false : 'left out: the published specification is absent';

const run = { settlementDate: '2027-06-22', settlementCode: 'SF', runNumber: 1 } as const;
const tariff = { DUoSTariffID: '1', DUoSTariffEnergyDirection: 'I', DUoSTariffDomesticPremiseIndicator: true } as const;
const period = {
  ...{ settlementPeriod: 1, settlementPeriodDuration: 30, totalUncorrectedVolume: '12.345678' },
  ...{ totalNumberEnergisedMPANs: 3, totalNumberDeEnergisedMPANs: 0 },
};
const report: ReportContents['REP-002'] = {
  R007: { settlementRunExecutionDate: '2027-07-16T00:00:00+01:00' },
  R002: run,
  R009: { supplierMPID: 'SUPA' },
  'REP002-R027': [
    {
      R027: { distributorID: '20' },
      'REP002-R013': [{ R013: { GSPGroupID: '_H' }, 'REP002-R010': [{ R010: tariff, 'REP002-R011': [period] }] }],
    },
  ],
};
const event = 'DUOSSupplierAggData';

const raises = (code: string, compressedReport: string, limit?: number) =>
  assert.throws(
    () => unpackReport({ compressedReport }, limit),
    (error) => error instanceof QualifyError && error.code === code && error.kind === 'participant',
  );

test('a report comes out as it went in, and passes its schema', () => {
  const unpacked = unpackReport({ compressedReport: packReport(report) });
  assert.deepEqual(unpacked, report);
  const checked = validateReport('REP-002', event, unpacked);
  assert.ok(checked.ok);
  assert.equal(checked.report.R002?.runNumber, 1);
});

test('what is packed is base64 of a zlib stream, shorter than the report', () => {
  const many = { ...report, 'REP002-R027': Array(100).fill(report['REP002-R027']![0]) };
  const packed = packReport(many);
  assert.equal(Buffer.from(packed, 'base64')[0], 0x78);
  assert.ok(packed.length < JSON.stringify(many).length / 10);
});

test('text that is not base64 is refused', () => {
  const packed = packReport(report);
  for (const text of ['', 'abc', `${packed} `, `\n${packed}`, packed.slice(0, -1), '-_-_', '====']) {
    raises('REPORT_NOT_BASE64', text);
  }
});

test('bytes that are no zlib stream are refused: gzip, raw deflate, plain text, a cut stream', () => {
  const json = Buffer.from(JSON.stringify(report));
  const whole = deflateSync(json);
  for (const bytes of [gzipSync(json), deflateRawSync(json), json, whole.subarray(0, whole.length / 2)]) {
    raises('REPORT_NOT_ZLIB', bytes.toString('base64'));
  }
});

test('a stream that unpacks to something other than JSON in UTF-8 is refused', () => {
  for (const bytes of [
    Buffer.from('<report/>'),
    Buffer.from('{"R002":'),
    Buffer.from([0x22, 0xff, 0x22]),
    Buffer.alloc(0),
  ]) {
    raises('REPORT_NOT_JSON', deflateSync(bytes).toString('base64'));
  }
});

test('a report in which a key stands twice, or one is reserved, is refused with its place', () => {
  const unpacked = (json: string) => () => unpackReport({ compressedReport: deflateSync(json).toString('base64') });
  assert.throws(unpacked('{"R002":{"runNumber":1,"runNumber":2}}'), {
    code: 'REPORT_NOT_JSON',
    message: /R002\.runNumber: the key "runNumber" stands twice/,
  });
  assert.throws(unpacked('{"__proto__":{}}'), { code: 'REPORT_NOT_JSON' });
});

test('more values than a report may have are refused before they are made', () => {
  raises('REPORT_TOO_LARGE', deflateSync(`[${'[],'.repeat(3_000_000)}0]`).toString('base64'));
  const many = { R: Array<number>(600_000).fill(1) };
  assert.deepEqual(unpackReport({ compressedReport: packReport(many) }), many);
});

test('a small text that unpacks to very much stops at the limit, without being held', () => {
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, ' '), { level: 9 }).toString('base64');
  assert.ok(bomb.length < 100_000);
  const before = process.memoryUsage().arrayBuffers;
  raises('REPORT_TOO_LARGE', bomb, 1024 * 1024);
  assert.ok(process.memoryUsage().arrayBuffers - before < 16 * 1024 * 1024);
});

test('the limit is the last length that passes', () => {
  const compressedReport = packReport(report);
  const { length } = JSON.stringify(report);
  assert.deepEqual(unpackReport({ compressedReport }, length), report);
  raises('REPORT_TOO_LARGE', compressedReport, length - 1);
});

test('problems name their place in the report, what was expected and what was meant', () => {
  const wrong = { ...report, R002: { ...run, settlementCode: 'sf' }, R27: [], R009: { supplierMPID: 'SUPPLIER' } };
  const checked = validateReport('REP-002', event, wrong);
  assert.ok(!checked.ok);
  assert.deepEqual(checked.problems.map(({ path }) => path).sort(), [
    'R002.settlementCode',
    'R009.supplierMPID',
    'R27',
  ]);
  const [run27] = checked.problems.filter(({ path }) => path === 'R27');
  assert.equal(run27!.text, 'expected no item of that name here, got a list of 0');
  assert.ok(checked.problems.every(({ code }) => code === undefined));
});

test('contents of one report are no other report', () => {
  const checked = validateReport('REP-004', 'SupplierDeemedTakeReport', report);
  assert.ok(!checked.ok);
  assert.deepEqual(checked.problems.map(({ path }) => path).sort(), ['R009', 'REP002-R027']);
});

test('what is no report of the catalogue is said, with the one that was probably meant', () => {
  for (const [id, code] of [
    ['IF-031', 'MSApp'],
    ['REP-002', 'DUoSLDSOAggData'],
    ['toString', 'x'],
  ] as const) {
    const checked = validateReport(id as string, code, {});
    assert.ok(!checked.ok);
    assert.match(checked.problems[0]!.text, /^expected a report, one of REP-002 \[DUOSSupplierAggData\], .* got /);
  }
});

test('every report event has contents, and no other has', () => {
  const [reports, others] = [true, false].map((is) =>
    allEvents(bundledRelease).filter(({ kind }) => (kind === 'report') === is),
  );
  const ids = new Set(reports!.map((one) => one.interface));
  assert.deepEqual([...ids].sort(), Object.keys(reportContents).sort());
  for (const one of reports!) {
    assert.equal(bundledRelease.report(one)?.schema, reportContents[one.interface as ReportId]);
  }
  for (const one of others!) assert.equal(bundledRelease.report(one), undefined);
});

test('the published example unpacks, though it holds another report than its name says', { skip }, () => {
  const { examples } = parse(readFileSync(file, 'utf8')).components;
  const unpacked = unpackReport(examples['REP-002'].value[0].payload.CustomBlock.P03);
  assert.equal(validateReport('REP-002', event, unpacked).ok, false);
  assert.equal(validateReport('REP-003', 'BMUnitAllocatedDemandVolumesToMarketParticipants', unpacked).ok, true);
});
