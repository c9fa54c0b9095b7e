import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchLegs, parseLegs, type LegRow } from '../conversation';
import { openDtcFolder, type DtcFolder } from '../participant';
import { scratchDir } from '../testing';
import { lookForFlows, offDipLegs, standIns } from './off-dip';
import { mpan, sceneWith } from './scene.fixture';
import type { Scene, ScenarioMpan } from './scene';
import type { Watch } from './watch';

const flow: LegRow = { '#': '1', from: 'SUP (incoming)', to: 'LDSO', message: 'D0168' };
const secured: LegRow = { '#': '2', from: 'CSS', to: 'REGS', message: 'off-DIP: switch secured active' };
const text = `ZHV|1|D0168001|X|SUPA|R|NMNT|20270601120000||||TR01|\n12A|${mpan}|\nZPT|1|1||1|20270601120000|\n`;

/** A scene with a folder; `until` waits for what `also` tells, and `came` is done once it does. */
function flowScene(o: { dtc?: DtcFolder; attested?: object[]; waits?: () => void } = {}) {
  const { scene, of } = sceneWith([]);
  const identity = (position: string) => ({ dipId: '', mpid: position === 'LDSO' ? 'NMNT' : 'SUPA' });
  const positions = { ...scene.binding.positions, LDSO: '2000000012' };
  const profile = { offDip: { folder: 'dtc', attested: o.attested ?? [] } };
  const worker = { ...scene.worker, profile, ...(o.dtc ? { dtc: o.dtc } : {}) };
  let asked = 0;
  const until: Watch['until'] = (look, _limit, also) =>
    new Promise((resolve) => {
      asked += 1;
      const stops: (() => void)[] = [];
      const again = () => {
        const found = look([]);
        if (found === undefined) return;
        stops.forEach((stop) => stop());
        resolve(found);
      };
      if (also) stops.push(also(again));
      o.waits?.();
      if (o.waits) return;
      stops.forEach((stop) => stop());
      resolve(undefined);
    });
  const world = { ...scene, identity, worker, binding: { ...scene.binding, positions } } as unknown as Scene;
  const watched = { ...of, watch: { ...of.watch, until } } as ScenarioMpan;
  return { look: (limit = 1000) => lookForFlows(world, watched, parseLegs([flow]), limit), asked: () => asked };
}

const told = ({ shown }: Awaited<ReturnType<typeof lookForFlows>>) =>
  [...shown.values()].map(({ how, text: why }) => `${how}: ${why}`);

test('a file that is there is seen without waiting', async () => {
  const folder = scratchDir();
  writeFileSync(join(folder, 'a.usr'), text);
  const { look, asked } = flowScene({ dtc: openDtcFolder(folder) });
  assert.deepEqual(told(await look()), ['file: a.usr, D0168001 from SUPA (X) to NMNT (R)']);
  assert.equal(asked(), 0);
});

test('a file that comes while the leg is awaited is seen when it comes', async () => {
  const folder = scratchDir();
  const { look, asked } = flowScene({
    dtc: openDtcFolder(folder),
    waits: () => writeFileSync(join(folder, 'a.usr'), text),
  });
  assert.match(told(await look())[0]!, /^file: a\.usr/);
  assert.equal(asked(), 1);
});

test('what has not come when the limit has passed is not seen; no limit is left, no wait', async () => {
  const folder = scratchDir();
  const { look, asked } = flowScene({ dtc: openDtcFolder(folder) });
  assert.deepEqual(told(await look()), ['not seen: no file in the folder dtc']);
  assert.equal(asked(), 1);
  await look(0);
  assert.equal(asked(), 1);
});

test('a flow that is attested is not waited for', async () => {
  const attested = [{ flow: 'D0168', by: 'A Person', on: '2027-02-10', document: 'TCR 4' }];
  const { look, asked } = flowScene({ dtc: openDtcFolder(scratchDir()), attested });
  assert.deepEqual(told(await look()), ['attested: by A Person on 2027-02-10, TCR 4']);
  assert.equal(asked(), 0);
});

test('a file that nobody told of is found when the limit has passed', async () => {
  const folder = scratchDir();
  const real = openDtcFolder(folder);
  const silent: DtcFolder = { ...real, changed: () => () => undefined };
  const { look } = flowScene({ dtc: { ...silent, look: async () => ({ files: await late(real, folder) }) } });
  assert.match(told(await look())[0]!, /^file/);
});

let looks = 0;
async function late(folder: DtcFolder, path: string) {
  looks += 1;
  if (looks === 3) writeFileSync(join(path, 'a.usr'), text);
  return (await folder.look()).files;
}

test('a folder that cannot be read is an observation and is not waited for', async () => {
  const { look, asked } = flowScene({ dtc: openDtcFolder(join(scratchDir(), 'none')) });
  const found = await look();
  assert.deepEqual(told(found), ['not seen: the folder dtc cannot be read (ENOENT)']);
  assert.deepEqual(
    found.checks.map(({ id, level, blame }) => [id, level, blame]),
    [['off-dip-file', 'should', 'configuration']],
  );
  assert.equal(asked(), 0);
});

test('without a folder nothing is looked for', async () => {
  const found = await flowScene().look();
  assert.deepEqual(told(found), ['not seen: the profile names no folder of DTC files']);
  assert.deepEqual(found.checks, []);
});

test('the harness stands in for CSS, but not for a system that acts by itself', () => {
  const [leg] = parseLegs([secured]);
  const { scene } = sceneWith([]);
  const actOf = (kind: string, regs: string) => {
    const worker = { ...scene.worker, triggers: { kindOf: () => kind } };
    const binding = { ...scene.binding, actors: { REGS: regs } };
    return standIns({ ...scene, worker, binding } as unknown as Scene).actOf(leg!);
  };
  assert.equal(actOf('api', 'participant'), 'switchSecured');
  assert.equal(actOf('automatic', 'simulated'), 'switchSecured');
  assert.equal(actOf('automatic', 'participant'), undefined);
  assert.equal(standIns(scene).actOf(parseLegs([flow])[0]!), undefined);
});

test('the verdict is told each leg off the DIP with its grade, and no other', () => {
  const dip: LegRow = { '#': '3', from: 'SUP (incoming)', to: 'REGS', message: 'IF-031 [MSApp]' };
  const legs = parseLegs([flow, secured, dip]);
  const file = { how: 'file' as const, text: 'a.usr', ledger: [] };
  const { scene } = sceneWith([]);
  const ctx = {
    ...scene.conversation({} as ScenarioMpan),
    offDip: { actOf: () => undefined, shown: new Map([[legs[0]!, file]]) },
  };
  assert.deepEqual(
    offDipLegs(matchLegs(legs, [], ctx)).map(({ row, message, how, grade }) => [row, message, how, grade]),
    [
      ['1', 'D0168', 'file', 'reported by the participant'],
      ['2', 'off-DIP: switch secured active', 'not seen', null],
    ],
  );
});

test('personal data of a file reaches neither what is shown nor an observation', async () => {
  const folder = scratchDir();
  mkdirSync(join(folder, 'Ms A Person'));
  writeFileSync(join(folder, 'a.usr'), text.replace('12A|', '12A|Ms A Person|').replace('SUPA', 'SUPB'));
  writeFileSync(join(folder, 'b.usr'), text.replace('12A|', 'Ms A Person, '));
  const found = await flowScene({ dtc: openDtcFolder(folder) }).look();
  assert.equal(found.checks.filter(({ status }) => status === 'fail').length, 2);
  assert.doesNotMatch(JSON.stringify([...found.shown.values(), found.checks]), /Person|9900000000003/);
});
