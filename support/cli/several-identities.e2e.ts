import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import type { LedgerEntry } from '../ledger';
import { loadProfile, resolveIdentity } from '../participant';
import { home } from '../session';
import { assertTold, newPlace, runFile, start, startRun, verdictsOf, write, type Place } from './qualify.fixture';

/** The profile of the reference participant with other identities, so that a run starts it with these. */
function profileWith(place: Place, name: string, identities: object[]): string {
  const file = path.join(home, 'fixtures/participants/reference.yaml');
  return write(place, 'own.yaml', stringify({ ...(parse(readFileSync(file, 'utf8')) as object), name, identities }));
}

const entriesOf = (place: Place): LedgerEntry[] =>
  runFile(place, 'ledger.ndjson')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LedgerEntry);

const three = [1, 2, 3].map((number) => ({
  dipId: `300000000${number}`,
  mpid: `OWN${'ABC'[number - 1]}`,
  role: 'SUP',
}));
const scenario = ['--scenario', 'MQ-BP002-120', '--no-report'];

test('of three suppliers of one company the one that is named is proved, and the evidence says which', async () => {
  const place = newPlace();
  const participant = ['--participant', profileWith(place, 'Three suppliers', three)];
  assertTold(await startRun(place, [...participant, '--role', 'SUP', ...scenario]).ended, 'IDENTITY_AMBIGUOUS');
  const { code, stderr } = await startRun(place, [...participant, '--dip-id', '3000000002', ...scenario]).ended;
  assert.equal(code, 0, stderr);
  const { participant: proved, totals } = verdictsOf(place);
  assert.deepEqual([proved.name, proved.roles, totals.pass], ['Three suppliers, SUP 3000000002', ['SUP'], 2]);
  const proposals = entriesOf(place).filter(({ kind, event }) => kind === 'accepted' && event === 'MSApp');
  assert.deepEqual([...new Set(proposals.map(({ from }) => from))], ['3000000002']);
});

test('one certificate speaks for the register, the network and the operator of unmetered supplies', async () => {
  const place = newPlace();
  const of = { certificates: { of: '3000000011' } };
  const participant = profileWith(place, 'Network group', [
    { dipId: '3000000011', mpid: 'OWNR', role: 'REGS' },
    { dipId: '3000000012', mpid: 'OWNN', role: 'LDSO', ...of },
    { dipId: '3000000013', mpid: 'OWNU', role: 'UMSO', ...of },
  ]);
  const scenarios = ['--scenario', 'MQ-BP002-050', 'MQ-BP002-021', '--no-report'];
  const roles = ['--role', 'REGS', 'LDSO', 'UMSO'];
  const { code, stderr } = await startRun(place, ['--participant', participant, ...roles, ...scenarios]).ended;
  assert.equal(code, 0, stderr);
  assert.equal(verdictsOf(place).totals.pass, 2);
  const signedBy = (dipId: string) =>
    new Set(
      entriesOf(place).flatMap(({ kind, from, certificate }) =>
        kind === 'accepted' && from === dipId ? certificate : [],
      ),
    );
  const [register, operator] = [signedBy('3000000011'), signedBy('3000000013')];
  assert.equal(register.size, 1);
  assert.deepEqual(operator, register);
});

test('init writes a profile in which one certificate speaks for all', async () => {
  const place = newPlace();
  const dir = path.join(place.dir, 'own');
  const asked = ['init', '--role', 'REGS', 'LDSO', 'UMSO', '--dir', dir, '--one-certificate'];
  const { code, stdout, stderr } = await start(place, asked).ended;
  assert.equal(code, 0, stderr);
  assert.equal(stdout.match(/-transport\.pem$/gm)?.length, 1);
  assert.equal(stdout.match(/-api-key$/gm)?.length, 3);
  const profile = await loadProfile(path.join(dir, 'participant.yaml'));
  const resolved = await Promise.all(
    profile.identities.map((identity) => resolveIdentity(profile, identity, { stateDir: place.state })),
  );
  assert.equal(new Set(resolved.map(({ transportFingerprints }) => transportFingerprints.join())).size, 1);
  assert.equal(new Set(resolved.map(({ apiKey }) => apiKey)).size, 3);
});
