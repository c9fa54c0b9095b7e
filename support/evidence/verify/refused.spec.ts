import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { containerPieces, crc32, type Member } from '../pack/container';
import { limits } from '../pack/limits';
import { deflated } from '../pack/pack-member';
import { bytesOf, laidDown, packOf, tinyRun } from '../pack/pack.fixture';
import { openPack, verifyPack } from '.';

let tiny: Buffer;
before(async () => (tiny = bytesOf(await packOf(await tinyRun()))));

const together = (members: Member[]) => Buffer.concat([...containerPieces(members)].map(({ bytes }) => bytes));
const named = (name: string): Member => ({
  name,
  crc: crc32(Buffer.from('x')),
  size: 1,
  method: 'stored',
  data: Buffer.from('x'),
});

async function refused(bytes: Buffer, code: string, text: RegExp): Promise<void> {
  const file = laidDown(bytes);
  for (const open of [async () => openPack(file), () => verifyPack(file)]) {
    await assert.rejects(open(), (error: Error & { code?: string }) => {
      assert.equal(error.code, code, error.message);
      assert.match(error.message, text);
      return true;
    });
  }
}

test('names that lead out of the folder, or that not every system takes, are refused', async () => {
  const names = {
    '../up.txt': /leads out/,
    'a/../../up.txt': /leads out/,
    './here.txt': /leads out/,
    'a//b.txt': /leads out/,
    '/etc/passwd': /absolute/,
    'C:/windows.txt': /absolute/,
    'a\\b.txt': /backslash/,
    'folder/': /folder/,
    'line\nend': /characters/,
    'a\u202etxt.exe': /characters/,
    'e\u0301.txt': /normal form/,
    'nul.txt': /Windows/,
    'dot.': /Windows/,
    [`${'x'.repeat(300)}.txt`]: /longer/,
  };
  for (const [name, text] of Object.entries(names)) await refused(together([named(name)]), 'PACK_UNSAFE', text);
});

test('a name that is no valid UTF-8 is not taken for another', async () => {
  const bytes = together([named('abc')]);
  bytes[bytes.indexOf('abc', 60)] = 0xff;
  const { problems } = await verifyPack(laidDown(bytes));
  assert.match(problems.join('\n'), /altered: /);
});

test('two members of one name are refused, also where capital letters alone differ', async () => {
  await refused(together([named('a.txt'), named('a.txt')]), 'PACK_UNSAFE', /two members/);
  await refused(together([named('a.txt'), named('A.TXT')]), 'PACK_UNSAFE', /two members/);
});

test('a link is refused', async () => {
  const bytes = together([named('link')]);
  const central = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  bytes.writeUInt32LE((0o120777 << 16) >>> 0, central + 38);
  await refused(bytes, 'PACK_UNSAFE', /link/);
});

test('what would inflate beyond its bounds is refused before it is inflated', async () => {
  const bomb = deflateRawSync(Buffer.alloc(20 * 2 ** 20), { level: 9 });
  const member = (size: number): Member => ({ name: 'bomb', crc: 0, size, method: 'deflated', data: bomb });
  await refused(together([member(20 * 2 ** 20)]), 'PACK_UNSAFE', /times as many/);
  await refused(together([member(0xffff_fff0)]), 'PACK_UNSAFE', /inflates to/);
  const many = Array.from({ length: 5 }, (_, index): Member => ({
    ...{ name: `m${index}`, crc: 0, size: 2 ** 28, method: 'deflated' },
    data: Buffer.alloc(2 ** 28 / limits.ratio + 1),
  }));
  await refused(together(many), 'PACK_UNSAFE', /5 members inflate to/);
});

test('a member that holds more than it declares is not inflated further', async () => {
  const data = deflateRawSync(Buffer.alloc(20 * 2 ** 20), { level: 9 });
  const bytes = together([{ name: 'bomb', crc: 0, size: 1000, method: 'deflated', data }]);
  const { problems } = await verifyPack(laidDown(bytes));
  assert.match(problems.join('\n'), /^altered: bomb: it declares 1000 bytes, and has more$/m);
  assert.throws(() => openPack(laidDown(bytes)).read('bomb'), { code: 'PACK_UNREADABLE' });
});

test('members that share bytes are refused', async () => {
  const bytes = together([named('a'), named('b')]);
  const second = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  bytes.writeUInt32LE(0, second + 42);
  await refused(bytes, 'PACK_UNSAFE', /share bytes/);
});

test('too many members are refused', async () => {
  const bytes = Buffer.from(tiny);
  bytes.writeUInt16LE(limits.members + 1, bytes.length - 12);
  await refused(bytes, 'PACK_UNSAFE', /members, more than/);
});

test('what is no archive, is cut off, encrypted or packed by another method cannot be read', async () => {
  await refused(Buffer.from('no archive'), 'PACK_UNREADABLE', /no zip archive/);
  await refused(tiny.subarray(0, tiny.length - 30), 'PACK_UNREADABLE', /no zip archive/);
  const central = tiny.indexOf('PK\x01\x02', 0, 'latin1');
  const encrypted = Buffer.from(tiny);
  encrypted[central + 8]! |= 1;
  await refused(encrypted, 'PACK_UNREADABLE', /encrypted/);
  const other = Buffer.from(tiny);
  other.writeUInt16LE(12, central + 10);
  await refused(other, 'PACK_UNREADABLE', /method 12/);
  assert.throws(() => openPack('/nowhere/at/all.zip'), { code: 'PACK_UNREADABLE' });
});

test('an archive of something else is no valid pack', async () => {
  const { valid, problems } = await verifyPack(
    laidDown(together([deflated({ name: 'a.txt', bytes: Buffer.from('x') }).member])),
  );
  assert.equal(valid, false);
  assert.deepEqual(problems, ['missing: manifest.json']);
});
