import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { QualifyError } from '../../errors';
import { bytesOf, keysOf, laidDown, packOf, signerOf, tinyRun } from '../pack/pack.fixture';
import { verifyPack } from '.';

test(
  'every byte of a small signed pack, turned into another, is found, and many of an unsigned one',
  { timeout: 600_000 },
  async () => {
    const folder = await tinyRun();
    const packs = {
      signed: bytesOf(await packOf(folder, { signer: signerOf(await keysOf('ed25519')) })),
      unsigned: bytesOf(await packOf(folder)),
    };
    const file = laidDown(Buffer.alloc(0));
    for (const [what, bytes] of Object.entries(packs)) {
      assert.ok(bytes.length > 5000);
      // The two differ in a few members only.
      for (let at = 0; at < bytes.length; at += what === 'signed' ? 1 : 7) {
        const copy = Buffer.from(bytes);
        copy[at]! ^= 1 << (at % 8);
        writeFileSync(file, copy);
        const found = await verifyPack(file).then(
          ({ valid, problems }) => !valid && problems.length > 0,
          (error: unknown) => error instanceof QualifyError,
        );
        assert.ok(found, `byte ${at} of the ${what} pack`);
      }
    }
  },
);
