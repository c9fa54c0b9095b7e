import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { scratchDir, scratchFile } from '../testing';
import { runOptions } from './options';
import { bundled } from './places';
import { prepare } from './prepare';

const prepared = (over: object = {}, cwd = scratchDir()) => prepare(runOptions.parse(over), cwd);

const profile = `schema: 1
name: Own system
systemUnderTest: { name: Own }
identities:
  - { dipId: '3000000001', mpid: OWNS, role: SUP }
  - { dipId: '3000000002', mpid: OWNM, role: MSS }
triggers:
  acts:
    dayArrives: automatic
    switchPending: { manual: Tell CSS }
`;
const own = () => scratchFile('own.yaml', profile);

test('without options it is PIT with the bundled supplier', async () => {
  const { roles, profile: read, environment, participantFile } = await prepared();
  assert.deepEqual([roles, read.bundled, environment.stage], [['SUP'], true, 'PIT']);
  assert.equal(participantFile, bundled.participant);
});

test('a profile of the user is about every role that it holds, unless a role is asked for', async () => {
  const file = own();
  const folder = path.dirname(file);
  assert.deepEqual((await prepared({ participant: 'own.yaml' }, folder)).roles, ['SUP', 'MSS']);
  assert.deepEqual((await prepared({ participant: file, roles: ['MSS'] })).roles, ['MSS']);
});

test('a role that there is not is refused with the nearest', async () => {
  await assert.rejects(prepared({ roles: ['SUPP'] }), { code: 'ROLE_UNKNOWN', fix: /SUP\?/, place: '--role' });
  await assert.rejects(prepared({ roles: ['regs'] }), { code: 'ROLE_UNKNOWN', fix: /REGS\?/ });
});

test('a role that the profile does not hold is refused with those that it holds', async () => {
  const file = own();
  await assert.rejects(prepared({ participant: file, roles: ['SUP', 'REGS'] }), {
    code: 'ROLE_NOT_HELD',
    kind: 'configuration',
    message: /REGS/,
    fix: /SUP, MSS/,
    place: file,
  });
});

test('a stage without a bundled environment is refused, unless one is given', async () => {
  for (const stage of ['SIT', 'UIT']) {
    await assert.rejects(prepared({ stage }), { code: 'STAGE_NOT_BUNDLED', message: new RegExp(stage) });
  }
  const text = readFileSync(bundled.environment('pit'), 'utf8').replace('stage: PIT', 'stage: SIT');
  const environment = scratchFile('sit-own.yaml', text);
  assert.equal((await prepared({ stage: 'SIT', environment })).environment.stage, 'SIT');
});

test('an environment is a bundled name or a file beside the caller', async () => {
  assert.equal((await prepared({ environment: 'pit' })).environmentFile, bundled.environment('pit'));
  const cwd = scratchDir();
  const place = path.join(cwd, 'mine.yaml');
  await assert.rejects(prepared({ environment: 'mine.yaml' }, cwd), { code: 'ENVIRONMENT_MISSING', place });
});

test('the participant fills only positions of the roles that the run is about', async () => {
  const participant = own();
  const both = await prepared({ participant });
  const tags = ['@role:SUP', '@role:MSS'];
  assert.equal(both.ability.binding(tags).actors['MSS (proposed)'], 'participant');
  const one = await prepared({ participant, roles: ['SUP'] });
  assert.equal(one.ability.binding(tags).actors['MSS (proposed)'], 'simulated');
});

test('an act is possible when it falls to others, or the profile says how', async () => {
  const { ability } = await prepared({ participant: own() });
  assert.equal(ability.canAct('dayArrives', ['SUP']), true, 'it acts by itself');
  assert.equal(ability.canAct('switchPending', ['REGS']), true, 'a person does it');
  assert.equal(ability.canAct('switchSecured', ['SUP']), true, 'it is an act of REGS');
  assert.equal(ability.canAct('switchSecured', ['REGS']), false);
  assert.equal(ability.canAct('endContract', ['MSS']), false);
});

test('a stage that is not that of the environment file is refused; its own is not', async () => {
  await assert.rejects(prepared({ stage: 'SIT', environment: 'pit' }), {
    code: 'STAGE_DIFFERS',
    kind: 'configuration',
  });
  assert.equal((await prepared({ stage: 'PIT', environment: 'pit' })).environment.stage, 'PIT');
});

test('the pool of the profile, beside it, is used in place of that of the environment', async () => {
  const participant = scratchFile('own.yaml', `${profile}pool: data/mpans.csv\n`);
  const { environment } = await prepared({ participant });
  assert.equal(environment.pool, path.join(path.dirname(participant), 'data/mpans.csv'));
  const pit = path.resolve(path.dirname(bundled.environment('pit')), '../mpans/pit.yaml');
  assert.equal((await prepared({ participant: own() })).environment.pool, pit);
});
