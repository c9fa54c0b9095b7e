import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusal } from './refusal.fixture';
import { files, releaseFolder } from './release.fixture';

/** Outcomes of imports in which one file is damaged at many places; refusal() fails on any error but a QualifyError. */
async function outcomes(name: string, damage: (text: string, at: number) => string, step: number): Promise<string[]> {
  const codes: string[] = [];
  for (let at = 1; at < files[name]!.length; at += step) {
    const edited = (text: string) => damage(text, at);
    if (edited(files[name]!) !== files[name])
      codes.push((await refusal(releaseFolder({ [name]: edited }))).split(' ')[0]!);
  }
  return codes;
}

const count = (codes: string[], code: string) => codes.filter((one) => one === code).length;

test('a file that is cut off anywhere is refused, unless it lacks only what stood at its end', async () => {
  const cut = (text: string, at: number) => text.slice(0, at);
  // Lost are then the limits of the last item, or what the last blocks may also have: no reader could tell.
  for (const [name, step, most] of [
    ['Items.yaml', 3, 25],
    ['Blocks.yaml', 23, 20],
    ['Interfaces.yaml', 31, 5],
  ] as const) {
    const codes = await outcomes(name, cut, step);
    const share = (100 * count(codes, 'imported')) / codes.length;
    assert.ok(share < most, `${name}: ${share} % of ${codes.length} imported`);
    assert.ok(count(codes, 'RELEASE_REFERENCE_MISSING') > 0, codes.join());
  }
});

test('a character that is changed anywhere ends in an import or in an error that says where', async () => {
  for (const mark of ['[', '}', '"', '\n', ': ', '&', '\u0000', '😀']) {
    const change = (text: string, at: number) => text.slice(0, at) + mark + text.slice(at + 1);
    const codes = await outcomes('Blocks.yaml', change, 61);
    assert.ok(count(codes, 'imported') < codes.length, mark);
  }
});
