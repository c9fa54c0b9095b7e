import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { QualifyError } from '../../errors';
import { containerPieces, type Member } from '../pack/container';
import { outside } from '../pack/manifest';
import { deflated, stored } from '../pack/pack-member';
import { bytesOf, greenRun, keysOf, laidDown, packOf, signerOf, tinyRun, type Keys } from '../pack/pack.fixture';
import { stagePolicies } from '../redaction/policy';
import { readContainer } from './read-container';
import { inflated, packedOf } from './inflate';
import { verifyPack } from '.';

let keys: Keys;
let tiny: Buffer;
let unsigned: Buffer;
const scratch = laidDown(Buffer.alloc(0));

/** What is wrong with these bytes; a pack that is refused has one problem. */
async function problemsOf(bytes: Buffer): Promise<string[]> {
  writeFileSync(scratch, bytes);
  try {
    const { valid, problems } = await verifyPack(scratch);
    assert.equal(valid, problems.length === 0);
    return problems;
  } catch (error) {
    if (error instanceof QualifyError) return [`${error.code}: ${error.message}`];
    throw error;
  }
}

const outsiders = new Set<string>(Object.values(outside));

/** The members of a pack, to be put together in another way. */
function membersOf(bytes: Buffer): Member[] {
  const container = readContainer(bytes, 'test');
  return container.entries.map((entry) => ({
    ...{ name: entry.name, crc: entry.crc, size: entry.size, method: entry.method },
    data: packedOf(container, entry),
  }));
}

function contentOf(bytes: Buffer, name: string): Buffer {
  const container = readContainer(bytes, 'test');
  const content = inflated(
    container,
    container.entries.find((entry) => entry.name === name)!,
  );
  assert.ok(Buffer.isBuffer(content));
  return content;
}

const together = (members: Member[]) => Buffer.concat([...containerPieces(members)].map(({ bytes }) => bytes));

function withContent(bytes: Buffer, name: string, content: Buffer): Buffer {
  const file = { name, bytes: content };
  const member = outsiders.has(name) ? stored(file) : deflated(file).member;
  return together([...membersOf(bytes).filter((one) => one.name !== name), member]);
}

before(async () => {
  keys = await keysOf('ed25519');
  const folder = await tinyRun();
  tiny = bytesOf(await packOf(folder, { signer: signerOf(keys) }));
  unsigned = bytesOf(await packOf(folder));
});

describe('a pack as it was made', () => {
  for (const kind of ['ed25519', 'rsa'] as const) {
    test(`is valid when it was signed by a key of kind ${kind}`, async () => {
      const file = laidDown(bytesOf(await packOf(await greenRun(), { signer: signerOf(await keysOf(kind)) })));
      const verification = await verifyPack(file);
      assert.deepEqual(verification.problems, []);
      assert.equal(verification.signature?.state, 'valid');
      assert.equal(verification.signature.chain[0]?.subject, 'CN=Example Supplier release manager');
      assert.equal(verification.manifest?.kind, 'draft');
      assert.equal(verification.grades?.['seen at both ends'], 1);
      assert.equal(verification.assumptions?.[1]?.state, 'confirmed by BSCP 700, A. Reader, 2027-01-05');
      assert.ok(verification.showsNot.length > 2);
    });
  }

  test('is valid and says so when nobody signed it', async () => {
    assert.deepEqual(await problemsOf(unsigned), []);
    const verification = await verifyPack(laidDown(unsigned));
    assert.equal(verification.signature?.state, 'none');
    assert.deepEqual(verification.shows, []);
  });
});

describe('what was done to a pack is found and named', () => {
  test('any bit turned over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(tiny.length - 1), fc.nat(7), fc.boolean(), async (at, bit, signed) => {
        const copy = Buffer.from(signed ? tiny : unsigned);
        copy[at % copy.length]! ^= 1 << bit;
        assert.notDeepEqual(await problemsOf(copy), [], `byte ${at}`);
      }),
      { numRuns: 300 },
    );
  });

  test('any run of bytes put in, taken out or appended', async () => {
    const edit = fc.record({
      at: fc.nat(tiny.length),
      remove: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ at, remove, insert }) => {
        const changed = Buffer.concat([tiny.subarray(0, at), insert, tiny.subarray(at + remove)]);
        fc.pre(!changed.equals(tiny));
        assert.notDeepEqual(await problemsOf(changed), []);
      }),
      { numRuns: 200 },
    );
  });

  test('bytes appended, with and without a comment that covers them', async () => {
    assert.deepEqual(await problemsOf(Buffer.concat([tiny, Buffer.from('more')])), ['added: 4 bytes at the end']);
    const commented = Buffer.concat([tiny, Buffer.from('more')]);
    commented.writeUInt16LE(4, tiny.length - 2);
    assert.match((await problemsOf(commented)).join('\n'), /altered: the end of the directory/);
  });

  test('a member dropped, added, renamed, altered', async () => {
    const members = membersOf(tiny);
    const drop = together(members.filter(({ name }) => name !== 'selection.json'));
    assert.match((await problemsOf(drop)).join('\n'), /^missing: selection\.json$/m);
    const add = together([...members, deflated({ name: 'extra.txt', bytes: Buffer.from('x') }).member]);
    assert.deepEqual(await problemsOf(add), ['added: extra.txt']);
    const rename = together(members.map((one) => (one.name === 'VERIFY.html' ? { ...one, name: 'READ.html' } : one)));
    assert.deepEqual(await problemsOf(rename), ['renamed: VERIFY.html is now READ.html']);
    const alter = withContent(tiny, 'VERIFY.html', Buffer.from('<p>all is well</p>'));
    assert.match((await problemsOf(alter)).join('\n'), /^altered: VERIFY\.html \(SHA-256 /);
  });

  test('any member dropped, renamed or replaced by another', async () => {
    const names = membersOf(tiny).map(({ name }) => name);
    for (const name of names) {
      const members = membersOf(tiny);
      const others = members.filter((one) => one.name !== name);
      const own = members.find((one) => one.name === name)!;
      const changes = {
        dropped: others,
        renamed: [...others, { ...own, name: `${name}.txt` }],
        replaced: [...others, { ...others[0]!, name }],
      };
      for (const [what, changed] of Object.entries(changes)) {
        assert.notDeepEqual(await problemsOf(together(changed)), [], `${name} ${what}`);
      }
    }
  });

  test('members in another order, in the directory or in the archive', async () => {
    const pieces = [...containerPieces(membersOf(tiny))].map(({ bytes }) => bytes);
    const count = membersOf(tiny).length;
    const order = [...pieces];
    // Two entries of the directory change places; their sizes may differ, what they say stays true.
    [order[2 * count], order[2 * count + 1]] = [order[2 * count + 1]!, order[2 * count]!];
    assert.match((await problemsOf(Buffer.concat(order))).join('\n'), /^reordered: /m);
  });

  test('the same content packed another way', async () => {
    const content = contentOf(tiny, 'verdicts.json');
    const asStored = { ...stored({ name: 'verdicts.json', bytes: content }), method: 'stored' as const };
    const changed = together([...membersOf(tiny).filter(({ name }) => name !== 'verdicts.json'), asStored]);
    assert.match((await problemsOf(changed)).join('\n'), /verdicts\.json/);
  });

  test('signatures of two packs that changed places', async () => {
    const other = bytesOf(await packOf(await greenRun(), { signer: signerOf(keys) }));
    for (const names of [
      [outside.signature],
      [outside.signature, outside.envelope],
      [outside.signature, outside.envelope, outside.signed],
    ]) {
      const swapped = names.reduce((bytes, name) => withContent(bytes, name, contentOf(other, name)), tiny);
      const problems = await problemsOf(swapped);
      assert.match(problems.join('\n'), /statement/, names.join());
    }
  });

  test('a signature by another key than that of the certificate', async () => {
    const other = bytesOf(await packOf(await tinyRun(), { signer: signerOf(await keysOf('ed25519')) }));
    const swapped = withContent(tiny, 'signer.pem', contentOf(other, 'signer.pem'));
    assert.match((await problemsOf(swapped)).join('\n'), /certificate in signer\.pem is not the one/);
  });
});

describe('what was done to a run before it was packed is found', () => {
  async function withLedger(change: (lines: string[]) => string[]): Promise<string[]> {
    const folder = await tinyRun();
    const file = path.join(folder, 'ledger.ndjson');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${change(lines).join('\n')}\n`);
    return problemsOf(bytesOf(await packOf(folder, { signer: signerOf(keys) })));
  }

  test('a line of the ledger dropped, moved, altered or put in, with its number', async () => {
    const [drop, move, alter, add] = [
      await withLedger(([a, , c]) => [a!, c!]),
      await withLedger(([a, b, c]) => [a!, c!, b!]),
      await withLedger(([a, b, c]) => [a!, b!.replace('"b"', '"x"'), c!]),
      await withLedger(([a, b, c]) => [a!, b!, b!, c!]),
    ];
    assert.match(drop.join(), /ledger\.ndjson: line 2 does not follow/);
    assert.match(move.join(), /ledger\.ndjson: line 2 does not follow/);
    assert.match(alter.join(), /ledger\.ndjson: line 3 does not follow/);
    assert.match(add.join(), /ledger\.ndjson: line 3 does not follow/);
    assert.deepEqual(await withLedger((lines) => lines), []);
  });

  test('a record of redaction that is of another ledger', async () => {
    const folder = await tinyRun();
    const record = {
      ...{ schema: 1, run: '20270210-100000-pit-a1b2', stage: 'PIT', policy: stagePolicies.PIT, struck: [] },
      ...{ originalLedgerSha256: null, ledgerSha256: '0'.repeat(64), files: [], moved: [] },
    };
    writeFileSync(path.join(folder, 'redaction.json'), JSON.stringify(record));
    const problems = await problemsOf(bytesOf(await packOf(folder)));
    assert.match(problems.join('\n'), /^ledger\.ndjson is not the one that redaction\.json was written for$/m);
  });

  test('a ledger that is not there', async () => {
    const folder = await tinyRun();
    writeFileSync(path.join(folder, 'ledger.ndjson'), 'no ledger');
    assert.match((await problemsOf(bytesOf(await packOf(folder)))).join(), /ledger\.ndjson: /);
  });
});
