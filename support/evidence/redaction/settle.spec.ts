import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { applyPolicy } from './apply-policy';
import { code, everything, filesOf, personalRun, scan, unmasked } from './redaction.fixture';
import { requireSettled } from './settle';

describe('an interruption', () => {
  it('before it was decided leaves the old files', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    mkdirSync(path.join(folder, '.redaction.part'));
    writeFileSync(path.join(folder, '.redaction.part', '0'), 'half a ledger');
    await applyPolicy(folder, { stateFolder: state });
    assert.equal((await scan(folder)).intact, true);
    assert.ok(!existsSync(path.join(folder, '.redaction.part')));
    assert.deepEqual(unmasked(folder), []);
  });

  it('anywhere while the files take their places is ended by the next call', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    const old = `${folder}-old`;
    cpSync(folder, old, { recursive: true });
    await applyPolicy(folder, { stateFolder: state });
    const done = filesOf(folder);
    const write = [...done.keys()].filter((name) => filesOf(old).get(name) !== done.get(name));
    for (let moved = 0; moved <= write.length; moved += 1) {
      const between = `${folder}-${moved}`;
      cpSync(old, between, { recursive: true });
      mkdirSync(path.join(between, '.redaction'));
      writeFileSync(path.join(between, '.redaction', 'plan.json'), JSON.stringify({ write, remove: [] }));
      for (const [index, name] of write.entries()) {
        const target = index < moved ? path.join(between, name) : path.join(between, '.redaction', String(index));
        writeFileSync(target, done.get(name)!, 'latin1');
      }
      assert.throws(() => requireSettled(between), code('REDACTION_UNFINISHED'));
      await applyPolicy(between, { stateFolder: state });
      requireSettled(between);
      assert.deepEqual(filesOf(between), done, `after ${moved} files`);
    }
  });

  it('cannot be made to write outside the folder', async () => {
    const { folder } = await personalRun();
    mkdirSync(path.join(folder, '.redaction'));
    writeFileSync(
      path.join(folder, '.redaction', 'plan.json'),
      JSON.stringify({ write: ['../out'], remove: ['../../x'] }),
    );
    writeFileSync(path.join(folder, '.redaction', '0'), 'x');
    await assert.rejects(applyPolicy(folder), code('REDACTION_RECORD_UNREADABLE'));
    assert.ok(!existsSync(path.join(folder, '../out')));
  });
});
