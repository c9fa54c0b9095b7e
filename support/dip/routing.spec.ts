import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventDefinition, type Message } from '../catalogue';
import { createDirectory, moved } from './directory';
import { route } from './routing';
import { holder, ids, message, mpan, parties } from './dip.fixture';
import type { DirectoryEntry } from './types';

function way(m: Message, entry: DirectoryEntry | undefined = holder, supplierBefore?: string) {
  const { interfaceID, eventCode } = m.CommonBlock.S0;
  const definition = eventDefinition(interfaceID, eventCode.slice(1, -1))!;
  return route({ definition, message: m, entry, before: { supplier: supplierBefore }, parties });
}

test('a request goes to the Registration Service of the MPAN', () => {
  const found = way(message('IF-031', 'MSApp', ids.sup));
  assert.deepEqual(found, { primary: [], secondary: [ids.regs], always: [], recipients: [ids.regs] });
});

test('an active appointment goes to the service, its partner, the supplier, the distributor and everyone central', () => {
  const found = way(message('IF-036', 'MSAppActive', ids.regs, [ids.mss]));
  assert.deepEqual(found.primary, [ids.mss]);
  assert.deepEqual(new Set(found.secondary), new Set([ids.supOut, ids.sds, ids.ldso]));
  assert.deepEqual(new Set(found.always), new Set([ids.mds, ids.ees]));
  assert.equal(found.recipients.length, 6);
});

test('nobody is named twice, and the sender does not get its own message', () => {
  const entry = { ...holder, supplier: ids.ldso };
  const found = way(message('IF-036', 'MSAppActive', ids.regs, [ids.ldso, ids.ldso]), entry);
  assert.deepEqual(found.primary, [ids.ldso]);
  assert.deepEqual(found.secondary, [ids.sds]);
  assert.equal(new Set(found.recipients).size, found.recipients.length);
  assert.deepEqual(way(message('IF-031', 'MSApp', ids.sup), { ...holder, registration: ids.sup }).recipients, []);
});

test('no service appointed: nobody in its place', () => {
  const found = way(message('IF-036', 'MSAppActive', ids.regs, [ids.mss]), { ...holder, dataService: null });
  assert.equal(found.secondary.includes(ids.sds), false);
  assert.equal(found.unresolved, undefined);
});

const decision = (responseCode: 'A' | 'R', to: string[] = [ids.sup], name = 'IF-026', event = 'ConsentGranularity') => {
  const said = message(name, event, name === 'IF-026' ? ids.regs : ids.mds, to);
  said.CommonBlock.R0 = { responseCode, responseMessages: [responseCode === 'R' ? 'REG1021 - No' : null] };
  return said;
};

test('an acceptance reaches all who hold the MPAN, a refusal only whom it names', () => {
  assert.deepEqual(way(decision('A')).recipients, [ids.sup, ids.sds, ids.mssOld, ids.ldso, ids.ees]);
  assert.deepEqual(way(decision('R')), { primary: [ids.sup], secondary: [], always: [], recipients: [ids.sup] });
});

test('a refusal that names nobody, and half-hours that are rejected, go their usual way', () => {
  assert.ok(way(decision('R', [])).secondary.includes(ids.ldso));
  assert.ok(way(decision('R', [ids.sds], 'IF-014', 'ActivePowerRejected')).recipients.includes(ids.supOut));
});

test('an MPAN that the directory does not know is MSG1037, and goes to nobody', () => {
  const found = route({
    definition: eventDefinition('IF-031', 'MSApp')!,
    message: message('IF-031', 'MSApp', ids.sup),
    entry: undefined,
    parties,
  });
  assert.equal(found.unresolved?.code, 'MSG1037');
  assert.deepEqual(found.recipients, []);
});

test('a message without secondary recipients needs no directory', () => {
  const definition = eventDefinition('IF-032', 'MSAppInitialResp')!;
  const answer = message('IF-032', 'MSAppInitialResp', ids.regs, [ids.sup]);
  const found = route({ definition, message: answer, entry: undefined, parties });
  assert.deepEqual(found.recipients, [ids.sup]);
});

test('a de-appointment by change of supplier reaches both suppliers', () => {
  const gone = message('IF-037', 'MSDeApp', ids.regs, [ids.mssOld]);
  const entry = { ...holder, supplier: ids.sup };
  assert.equal(way(gone, entry, ids.supOut).secondary.includes(ids.supOut), false);
  const bySwitch = message('IF-037', 'MSDeApp', ids.regs, [ids.mssOld], { B002: incomingSupplier });
  assert.ok([ids.sup, ids.supOut].every((dipId) => way(bySwitch, entry, ids.supOut).secondary.includes(dipId)));
});

const incomingSupplier = {
  incomingSupplierDIPID: ids.sup,
  incomingSupplierMPID: 'SUPA',
  supplierEffectiveFromDate: '2027-06-22T00:00:00+01:00',
};

const nothing = { remember: () => undefined, remembered: () => new Map<string, unknown>() };

function after(...messages: Message[]) {
  const directory = createDirectory(nothing);
  directory.seed(mpan, holder);
  for (const m of messages) directory.apply(m);
  return directory;
}

test('IF-001 moves the supplier and remembers the outgoing one', () => {
  const directory = after(message('IF-001', 'ChangeOfSupplier', ids.regs, [ids.sup], { B002: incomingSupplier }));
  assert.equal(directory.get(mpan)!.supplier, ids.sup);
  assert.equal(directory.before(mpan).supplier, ids.supOut);
});

test('IF-036 sets a service', () => {
  const active = message('IF-036', 'MSAppActive', ids.regs, [ids.mss]);
  assert.equal(after(active).get(mpan)!.meteringService, ids.mss);
  assert.equal(after(active).get(mpan)!.dataService, ids.sds);
});

test('IF-037 clears the service only while it is still the one', () => {
  const gone = message('IF-037', 'MSDeApp', ids.regs, [ids.mssOld]);
  assert.equal(after(gone).get(mpan)!.meteringService, null);
  const active = message('IF-036', 'MSAppActive', ids.regs, [ids.mss]);
  assert.equal(after(active, gone).get(mpan)!.meteringService, ids.mss);
});

test('a message about an unknown MPAN moves nothing', () => {
  const directory = createDirectory(nothing);
  directory.apply(message('IF-036', 'MSAppActive', ids.regs, [ids.mss]));
  assert.equal(directory.get(mpan), undefined);
});

test('an appointment that is active brings its retriever along, and one without leaves it', () => {
  const active = message('IF-036', 'DSAppActive', ids.regs, [ids.sds]);
  const B019 = { assignedMDRDIPID: '3600000001', assignedMDRMPID: 'RETR', assignedMDREffectiveFromDate: 'any' };
  const { B019: _, ...without } = active.CustomBlock ?? {};
  const entry = { ...holder, retriever: '3600000009' };
  assert.equal(moved(entry, { ...active, CustomBlock: { ...without, B019 } }).retriever, '3600000001');
  assert.equal(moved(entry, { ...active, CustomBlock: without }).retriever, '3600000009');
  assert.equal('retriever' in moved(holder, { ...active, CustomBlock: without }), false);
});
