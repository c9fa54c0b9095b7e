import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packReport } from '../../catalogue';
import { QualifyError } from '../../errors';
import { createLedger, scanLedger, type LedgerInput, type LedgerScan } from '../../ledger';
import { scratchDir } from '../../testing';
import { scenario, verdictsOf } from '../fixture';

/** Values of a customer, as they stand in the messages of `personalRun`. */
export const told = {
  street: 'Larkspur & Finch Road',
  town: 'Nettlebury',
  postcode: 'QX9 8ZZ',
  note: 'Beware of the dog; ring Mrs Fothergill before noon, the meter is behind the third door',
  reading: '155846.308',
  period: '0.471',
  serial: 'L83A55102',
  device: '00-1D-24-AA-03-55-91-7C',
  registration: '0d5d7c6e-90b4-4c1f-8e1b-6a55f0f0c1aa',
  mpan: '9900000000006',
  other: '9900000000015',
  phone: '01632 960 114',
  siteRead: '778812.5',
};

const mask = (of: string) => `redaction: { ${of} }\n`;
/** Lines of a profile that masks every class, or keeps every class. */
export const everything = (treatment: string): string =>
  mask(
    ['address', 'freeText', 'consumption', 'advisories', 'consent', 'meterIds', 'registrationId', 'mpan']
      .map((of) => `${of}: ${treatment}`)
      .join(', '),
  );

const message = (mpan: string, custom: object) => ({
  CommonBlock: {
    S0: { interfaceID: 'IF-018', eventCode: '[AddressChg]' },
    S1: {
      senderUniqueReference: 'S-IF-018-1000000001-SUP-20270210-A1',
      senderDIPID: '1000000001',
      subText: null,
      additionalInformation: told.note,
    },
    M0: { MPANCore: mpan },
  },
  CustomBlock: custom,
});

const base = { source: 'dip', from: '1000000001', to: 'DIP', scenario: 'MQ-BP001-010' } as const;

/** Entries of a ledger that tell of a customer in every way that a ledger can. */
export const entries: LedgerInput[] = [
  {
    ...base,
    kind: 'accepted',
    mpan: told.mpan,
    transactionID: 'T-IF-018-1000000001-SUP-20270210-0000000001000000',
    bodySha256: 'ab'.repeat(32),
    headers: { 'content-type': 'application/json', 'x-dip-content-hash': 'c2FtZQ==' },
    url: `https://dip.example/dip-channel/IF-018?mpan=${told.mpan}`,
    body: message(told.mpan, {
      B022: { meteringPointPostcode: told.postcode, addressLine4: '2', ADDRESSLINE5: told.street, addressLine6: null },
      B050List: [{ sp: '2027-02-10T00:30:00+00:00', v: told.period, q: 'A' }],
      B062: { cumulativeRegisterReading: told.reading, meterID: told.serial, ESMEGUID: told.device },
      B068: { consentGranularity: 'H', CSSRegistrationID: told.registration },
    }),
    checks: [
      {
        ...{ id: 'schema', level: 'must', status: 'fail', blame: 'participant' },
        reason: `CustomBlock.B050List[0].v: expected three decimals, got "${told.period}"; B022.addressLine5: expected less, got "${told.street}"`,
      },
    ],
  },
  {
    ...base,
    ...{ kind: 'act', source: 'harness', name: 'changeAddress', mpan: told.other },
    body: { street: told.street, town: told.town, number: '2', from: '2027-02-10', supplier: { dipId: '1000000001' } },
    step: `the Distributor changes the address of ${told.other} to ${told.town}`,
  },
  {
    ...base,
    ...{ kind: 'probe', source: 'participant', name: 'records', mpan: told.mpan },
    url: `https://system.example/records/${told.mpan}?dipId=1000000001&town=${encodeURIComponent(told.town)}`,
    body: {
      customerPhone: told.phone,
      relatedMpan: told.other,
      help: `the system knows ${told.street}, ${told.town}`,
      siteReadings: [{ on: '2027-02-01', value: told.siteRead }],
      booked: ['T-IF-018-1000000001-SUP-20270210-0000000001000000'],
    },
  },
  {
    ...base,
    ...{ kind: 'delivered', mpan: told.mpan, to: '1000000004' },
    body: { CustomBlock: { P03: { compressedReport: packReport({ addressLine5: told.street, price: 12.5 }) } } },
  },
];

/** A run folder whose files tell of a customer. `profile`: lines of its effective profile. */
export async function personalRun(
  profile = '',
  { inputs = entries, stage = 'SIT' }: { inputs?: readonly LedgerInput[]; stage?: 'PIT' | 'SIT' | 'UIT' } = {},
): Promise<{ folder: string; state: string }> {
  const dir = scratchDir();
  const folder = path.join(dir, 'run');
  mkdirSync(path.join(folder, 'diagrams'), { recursive: true });
  const ledger = createLedger({ file: path.join(folder, 'ledger.ndjson') });
  inputs.forEach((input) => ledger.append(input));
  await ledger.close();
  const reason = [
    `step      the Supplier's records show B062 cumulativeRegisterReading`,
    `            B062.cumulativeRegisterReading: expected "${told.reading}", got "0.471"`,
    `            B068.consentGranularity = H`,
    `looked    in ledger.ndjson, MPAN ${told.mpan}; notes begin ${JSON.stringify(told.note).slice(0, 60)}…`,
  ].join('\n');
  const failed = { verdict: 'fail', blame: 'participant', code: 'LEG_MISSING', reason } as const;
  const one = scenario({ id: 'MQ-BP001-010', mpans: [told.mpan, told.other], ...failed });
  const step = { text: `Then ${told.town} is told`, status: 'FAILED', durationMs: 5, error: reason };
  const verdicts = { ...verdictsOf([{ ...one, steps: [step] }]), stage };
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('verdicts.json', `${JSON.stringify(verdicts, null, 2)}\n`);
  write('selection.json', `${JSON.stringify({ selected: ['MQ-BP001-010'], excluded: [] })}\n`);
  write('run.json', `${JSON.stringify({ schema: 1, run: verdicts.run, options: {} })}\n`);
  write('profile.effective.yaml', `schema: 1\nname: Example\n${profile}`);
  write('hub.log', '');
  write('participant.log', `SUP ${told.mpan} booked "addressLine4":"2" at ${told.street}\n`);
  write(
    'diagrams/MQ-BP001-010.svg',
    `<svg><title>MPAN ${told.mpan}</title><text>Larkspur &amp; Finch Road</text></svg>`,
  );
  const attached = { body: JSON.stringify({ mpans: { A: told.mpan }, text: reason }), mediaType: 'x' };
  const finished = { testStepFinished: { testStepResult: { message: reason, status: 'FAILED' } } };
  const lines = [{ source: { data: `Given ${told.town}` } }, { attachment: attached }, finished];
  write('messages.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { folder, state: path.join(dir, 'state') };
}

export const linesIn = (folder: string): string[] =>
  readFileSync(path.join(folder, 'ledger.ndjson'), 'utf8').split('\n').slice(0, -1);

export const bodies = (folder: string): Record<string, unknown>[] =>
  linesIn(folder).map((line) => JSON.parse(line) as Record<string, unknown>);

export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
export const scan = (folder: string): Promise<LedgerScan> =>
  scanLedger(path.join(folder, 'ledger.ndjson'), () => undefined);

/** Every file below a folder by its name, as it is. */
export function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile()).sort();
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

/** Names of the values of the customer that still stand in some file. */
export function unmasked(folder: string): string[] {
  const all = [...filesOf(folder).values()].join('\n');
  return Object.entries(told).flatMap(([name, value]) => (all.includes(value) ? [name] : []));
}

export const code =
  (wanted: string) =>
  (error: unknown): boolean =>
    error instanceof QualifyError && error.code === wanted;
