import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { scratchDir, scratchFile } from '../testing';
import {
  assumedValue,
  assumptionsOf,
  confirmationText,
  effectiveEnvironment,
  faultSpecs,
  limitOf,
  loadAssumptions,
  loadEnvironment,
  retryDelays,
} from '.';

const fixtures = path.resolve(__dirname, '../../fixtures');
const bundled = path.join(fixtures, 'environments/pit.yaml');
const register = () => loadAssumptions(path.join(fixtures, 'assumptions/assumptions.yaml'));

type Raw = Record<string, unknown> & { limits: Record<string, { value: unknown; assumption: string }> };

/** The bundled environment with a difference, in a file of its own. */
async function changed(change: (raw: Raw) => void): Promise<{ file: string; load: () => Promise<unknown> }> {
  const raw = parse(readFileSync(bundled, 'utf8')) as Raw;
  change(raw);
  const file = scratchFile('environment.yaml', stringify(raw));
  const known = await register();
  return { file, load: () => loadEnvironment(file, known) };
}

test('the bundled environment can be read; its pool becomes an absolute path', async () => {
  const environment = await loadEnvironment(bundled, await register());
  assert.equal(environment.stage, 'PIT');
  assert.equal(environment.pool, path.join(fixtures, 'mpans/pit.yaml'));
  assert.deepEqual(limitOf(environment, 'answer'), { ms: 5_000, assumption: 'answer-time' });
  assert.deepEqual(retryDelays(environment), [250, 500, 1_000]);
});

test('what it rests on is named once each, limits and levels alike', async () => {
  const ids = assumptionsOf(await loadEnvironment(bundled, await register()));
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ['answer-time', 'delivery-retries', 'correlation-chained']) assert.ok(ids.includes(id), id);
});

test('the effective environment has everything but the place of the pool', async () => {
  const written = parse(effectiveEnvironment(await loadEnvironment(bundled, await register()))) as Raw;
  assert.equal(written.limits.answer?.value, '5s');
  assert.equal('pool' in written, false);
});

test('an assumption that is not registered is refused, with the nearest that is', async () => {
  const { file, load } = await changed((raw) => (raw.limits.answer!.assumption = 'answer-tme'));
  await assert.rejects(load, (error: { code: string; fix: string; place: string }) => {
    assert.equal(error.code, 'ASSUMPTION_UNKNOWN');
    assert.match(error.fix, /"answer-time"/);
    assert.equal(error.place, file);
    return true;
  });
});

test('an assumption that only a level names must be registered, too', async () => {
  const { load } = await changed((raw) => (raw.levels = { correlation: { level: 'must', assumption: 'made-up' } }));
  await assert.rejects(load, { code: 'ASSUMPTION_UNKNOWN' });
});

test('production is refused', async () => {
  const { file, load } = await changed((raw) => (raw.environmentTag = 'PRD'));
  await assert.rejects(load, {
    code: 'ENVIRONMENT_WRONG',
    kind: 'configuration',
    message: /environmentTag: expected one of/,
    place: `${file}:5`,
  });
});

test('an unknown key is refused with its name and place', async () => {
  const nested = await changed((raw) => ((raw.limits as Record<string, unknown>).anwser = { value: '5s' }));
  await assert.rejects(nested.load, (error: { code: string; message: string; place: string }) => {
    assert.equal(error.code, 'ENVIRONMENT_WRONG');
    assert.match(error.message, /limits\.anwser: .*anwser/);
    assert.match(error.place, /environment\.yaml:\d+$/);
    return true;
  });
  const top = await changed((raw) => (raw.virtualClock = true));
  await assert.rejects(top.load, { code: 'ENVIRONMENT_WRONG', message: /virtualClock: unknown key "virtualClock"/ });
});

test('limits, DIP IDs and roles of another form are refused where they stand', async () => {
  const party = { dipId: '2000000001', mpid: 'LARC', role: 'SUP', name: 'Larch Energy' };
  const wrong: [string, (raw: Raw) => void][] = [
    ['limits.answer.value', (raw) => (raw.limits.answer!.value = '5 seconds')],
    ['limits.retries.value[1]', (raw) => (raw.limits.retries!.value = ['1s', 'soon'])],
    ['parties[0].dipId', (raw) => (raw.parties = [{ ...party, dipId: '200' }])],
    ['parties[0].mpid', (raw) => (raw.parties = [{ ...party, mpid: 'larc' }])],
    ['parties[0].role', (raw) => (raw.parties = [{ ...party, role: 'SUPP' }])],
    ['parties', (raw) => (raw.parties = [])],
  ];
  for (const [field, change] of wrong) {
    const { load } = await changed(change);
    await assert.rejects(load, (error: { code: string; message: string; place: string }) => {
      assert.equal(error.code, 'ENVIRONMENT_WRONG');
      assert.match(error.message, new RegExp(` ${field.replace(/[[\]]/g, '\\$&')}: .*, got `));
      assert.match(error.place, /environment\.yaml:\d+$/);
      return true;
    });
  }
  await (await changed((raw) => (raw.parties = [party]))).load();
});

test('a file that is absent is told from one that is no YAML', async () => {
  const absent = path.join(scratchDir(), 'absent.yaml');
  await assert.rejects(loadEnvironment(absent, []), { code: 'ENVIRONMENT_MISSING', place: absent });
  const broken = scratchFile('broken.yaml', 'schema: 1\nname: [pit\nstage: PIT\n');
  await assert.rejects(loadEnvironment(broken, []), (error: { code: string; place: string }) => {
    assert.equal(error.code, 'ENVIRONMENT_WRONG');
    assert.match(error.place, /broken\.yaml:\d+$/);
    return true;
  });
});

test('a register with an unknown key or without a basis is refused', async () => {
  const entry = { id: 'a-b', text: 't', basis: 'b', default: 'd' };
  const load = (value: unknown) => loadAssumptions(scratchFile('assumptions.yaml', stringify([value])));
  assert.deepEqual(await load(entry), [entry]);
  await assert.rejects(load({ ...entry, basis: undefined }), { code: 'ENVIRONMENT_WRONG' });
  await assert.rejects(load({ ...entry, owner: 'x' }), { code: 'ENVIRONMENT_WRONG' });
});

test('an assumption is shown with the value that this environment uses, not with its default', async () => {
  const { load } = await changed((raw) => {
    raw.limits.answer!.value = '9s';
    (raw.settings as Record<string, string>).effectiveDatesBeginAt = 'utc';
  });
  const environment = (await load()) as Awaited<ReturnType<typeof loadEnvironment>>;
  const known = await register();
  const value = (id: string) =>
    assumedValue(
      environment,
      known.find((one) => one.id === id)!,
    );
  assert.equal(value('answer-time'), '9s');
  assert.equal(value('delivery-retries'), '250ms, 500ms, 1s');
  assert.equal(value('effective-dates-local-midnight'), 'utc');
  assert.equal(value('correlation-chained'), 'must');
  assert.equal(value('refused-proposal-code-after-ssd'), 'either');
});

const document = { document: 'A document', section: '1.2', name: 'A. Tester', date: '2026-11-20' };
const confirmations = (...list: object[]) =>
  scratchFile(
    'confirmations.yaml',
    stringify({ schema: 1, confirmations: list.map((one) => ({ ...document, ...one })) }),
  );
const confirmedBy = async (...list: object[]) =>
  loadAssumptions(path.join(fixtures, 'assumptions/assumptions.yaml'), confirmations(...list));

test('what a user has confirmed takes effect: values, lists, settings and levels', async () => {
  const known = await confirmedBy(
    { id: 'answer-time', value: '30s' },
    { id: 'delivery-retries', value: '1s, 2s' },
    { id: 'effective-dates-local-midnight', value: 'utc' },
    { id: 'correlation-chained', level: 'should' },
    { id: 'settle-time' },
  );
  const environment = await loadEnvironment(bundled, known);
  assert.equal(limitOf(environment, 'answer').ms, 30_000);
  assert.deepEqual(retryDelays(environment), [1_000, 2_000]);
  assert.equal(environment.settings.effectiveDatesBeginAt, 'utc');
  assert.equal(environment.levels.correlation?.level, 'should');
  assert.equal(limitOf(environment, 'settle').ms, 250);
  const text = (id: string) => confirmationText(known.find((one) => one.id === id)!);
  assert.equal(text('answer-time'), 'A document, section 1.2 (A. Tester, 2026-11-20, overriding 5s)');
  assert.equal(text('settle-time'), 'A document, section 1.2 (A. Tester, 2026-11-20)');
  assert.equal(text('signature-skew'), null);
});

test('a confirmation of nothing, of a wrong value, or without its document is refused', async () => {
  await assert.rejects(confirmedBy({ id: 'answer-tim' }), { code: 'CONFIRMATION_UNKNOWN', fix: /answer-time/ });
  await assert.rejects(confirmedBy({ id: 'answer-time', document: '' }), { code: 'CONFIRMATIONS_WRONG' });
  await assert.rejects(confirmedBy({ id: 'answer-time' }, { id: 'answer-time' }), { code: 'CONFIRMATIONS_WRONG' });
  const soon = await confirmedBy({ id: 'answer-time', value: 'soon' });
  await assert.rejects(loadEnvironment(bundled, soon), { code: 'CONFIRMATION_VALUE_WRONG' });
});

test('an unknown key is named with the nearest that is known, at its depth', async () => {
  const { load } = await changed((raw) => Object.assign(raw.limits, { awnser: raw.limits.answer }));
  await assert.rejects(load, {
    code: 'ENVIRONMENT_WRONG',
    message: /limits\.awnser: unknown key "awnser"; did you mean "answer"\? Known: answer, repeat, webhookAnswer/,
    place: /environment\.yaml:\d+$/,
  });
  const party = await changed((raw) => Object.assign((raw.parties as object[])[0]!, { mpidd: 'X' }));
  await assert.rejects(party.load, { message: /parties\[0\]\.mpidd: unknown key "mpidd"; did you mean "mpid"\?/ });
});

test('every mistake is told with its line, a misspelt key that must be there only once', async () => {
  const { load } = await changed((raw) => {
    const { webhookAnswer, ...rest } = raw.limits;
    Object.assign(raw, { limits: { ...rest, webhookAnswr: webhookAnswer }, stage: 'PITT', release: 7 });
  });
  const error = await load().then(
    () => assert.fail('the environment was accepted'),
    ({ message }: Error) => message,
  );
  assert.match(
    error,
    /environment\.yaml:\d+ limits\.webhookAnswr: unknown key "webhookAnswr"; did you mean "webhookAnswer"\?/,
  );
  assert.match(error, /environment\.yaml:\d+ stage: expected one of .*, got "PITT"/);
  assert.match(error, /environment\.yaml:\d+ release: expected string, got 7/);
  assert.equal(error.split('\n').length, 3, error);
});

test('faults of the DIP are read with their times as text', async () => {
  const { load } = await changed((raw) => {
    raw.faults = [
      { kind: 'delay', to: '2000000001', channel: 'IF-031', delay: '2s', times: 3 },
      { kind: 'outage', for: '1m', pace: 50 },
      { kind: 'answer', status: 429, retryAfter: '1500ms' },
    ];
  });
  const environment = (await load()) as Awaited<ReturnType<typeof loadEnvironment>>;
  assert.deepEqual(faultSpecs(environment), [
    { kind: 'delay', to: '2000000001', channel: 'IF-031', times: 3, delayMs: 2000 },
    { kind: 'outage', pace: 50, forMs: 60_000 },
    { kind: 'answer', status: 429, retryAfterS: 2 },
  ]);
  assert.deepEqual(faultSpecs(await loadEnvironment(bundled, await register())), []);
});

test('a fault of another form is refused where it stands', async () => {
  const wrong: [object, RegExp][] = [
    [{ kind: 'delayed' }, /faults\[0\]\.kind: expected one of .*, got "delayed"/],
    [{ kind: 'delay', delay: 2 }, /faults\[0\]\.delay: expected string, got 2/],
    [{ kind: 'delay', delay: 'soon' }, /faults\[0\]\.delay: expected a duration such as 250ms, 5s or 2m, got "soon"/],
    [{ kind: 'outage', form: '1m' }, /faults\[0\]\.form: unknown key "form"; did you mean "for"\?/],
    [{ kind: 'answer', status: 404 }, /faults\[0\]\.status: expected one of 429\|500.*, got 404/],
    [{ kind: 'delay', pace: 4 }, /faults\[0\]\.pace: expected nothing for delay, which takes to, .*delay, got 4/],
    [{ kind: 'answer', to: '2000000001' }, /faults\[0\]\.to: expected nothing for answer/],
    [{ kind: 'drop', channel: 'IF-31' }, /faults\[0\]\.channel: expected a channel .* such as IF-031, got "IF-31"/],
    [{ kind: 'drop', event: '[MSAp]' }, /faults\[0\]\.event: expected an event .* such as MSApp, got/],
  ];
  for (const [fault, message] of wrong) {
    const { load } = await changed((raw) => (raw.faults = [fault]));
    await assert.rejects(load, { code: 'ENVIRONMENT_WRONG', message, place: /environment\.yaml:\d+$/ });
  }
});
