import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffReleases, importRelease } from '.';
import { openStored } from './imported';
import { releaseFolder } from './release.fixture';

type Edits = Parameters<typeof releaseFolder>[0];

const release = async (edits: Edits = {}) => openStored(await importRelease(releaseFolder(edits), '9.9'));
const swap = (file: string, from: string, to: string): Edits => ({
  [`${file}.yaml`]: (text) => text.replace(from, () => to),
});

/** An edit, what it changes, and what changes when it is taken back. */
const cases: [name: string, edits: Edits, forth: string[], back: string[]][] = [
  [
    'a length, in every block and event once',
    swap('Items', 'maxLength: 10', 'maxLength: 12'),
    [
      'senderDIPID in S1 may now have up to 12 characters, was up to 10, in 5 messages of IF-031, IF-038 and REP-002. A receiver must now take up to 12 characters.',
    ],
    [
      'senderDIPID in S1 may now have at most 10 characters, was up to 12, in 5 messages of IF-031, IF-038 and REP-002. A sender must now keep to 10 characters.',
    ],
  ],
  [
    'a value of an item that two blocks have',
    swap('Items', 'CSP, null', 'CSP, USP, null'),
    [
      'scenario in B070 and B099List now allows "USP", in IF-031 [MSApp] and IF-031 [DSApp]. A receiver must now take "USP".',
    ],
    [
      'scenario in B070 and B099List no longer allows "USP", in IF-031 [MSApp] and IF-031 [DSApp]. A sender must now leave out "USP".',
    ],
  ],
  [
    'null',
    swap('Items', 'nullable: true\n    minLength', 'minLength'),
    ['reference in B070 may no longer be null, in IF-031 [MSApp] and IF-031 [DSApp]. A sender must now send a value.'],
    ['reference in B070 may now be null, in IF-031 [MSApp] and IF-031 [DSApp]. A receiver must now take null.'],
  ],
  [
    'a pattern that there was not',
    swap('Blocks', ", pattern: '^[A-Z]{4}$'", ''),
    ['mpid in B099List no longer has the form ^[A-Z]{4}$, in IF-031 [MSApp]. A receiver must now take other forms.'],
    ['mpid in B099List now has the form ^[A-Z]{4}$, in IF-031 [MSApp]. A sender must now keep to that form.'],
  ],
  [
    'a block that is required',
    swap('Interfaces', 'required: [B070]', 'required: [B070, B099List]'),
    ['B099List is now required, in IF-031 [MSApp]. A sender must now send it.'],
    ['B099List may now be left out, in IF-031 [MSApp]. A receiver must now do without it.'],
  ],
  [
    'a block that may be there',
    swap('Interfaces', 'B099List:', 'B098List:'),
    [
      'B098List is new, and may be left out, in IF-031 [MSApp]. A receiver must now take it.',
      'B099List is no longer there, in IF-031 [MSApp]. A sender must now leave it out.',
    ],
    [
      'B099List is new, and may be left out, in IF-031 [MSApp]. A receiver must now take it.',
      'B098List is no longer there, in IF-031 [MSApp]. A sender must now leave it out.',
    ],
  ],
  [
    'an item that is required',
    swap(
      'Blocks',
      'scenario]\n    additionalProperties: false\n    properties:\n      reference',
      'scenario, since]\n    additionalProperties: false\n    properties:\n      since: {type: string}\n      reference',
    ),
    [
      'since in B070 is new, and required, in IF-031 [MSApp] and IF-031 [DSApp]. A sender must now send it. A receiver must now take it.',
    ],
    [
      'since in B070 is no longer there, in IF-031 [MSApp] and IF-031 [DSApp]. A sender must now leave it out. A receiver must now do without it.',
    ],
  ],
  [
    'the version of one schema',
    swap('Interfaces', "['008']", "['009']"),
    [
      'schemaVersion in S0 becomes 009, was 008, in REP-002 [DUOSSupplierAggData]. A sender must now state 009. A receiver must now take 009.',
    ],
    [
      'schemaVersion in S0 becomes 008, was 009, in REP-002 [DUOSSupplierAggData]. A sender must now state 008. A receiver must now take 008.',
    ],
  ],
  [
    'a number in a report',
    swap('Blocks', '{type: number, multipleOf: 0.5}', '{type: integer}'),
    [
      'volume in R007 is now a whole number, was a number, in REP-002 [DUOSSupplierAggData]. A sender must now send a whole number. A receiver must now take a whole number.',
    ],
    [
      'volume in R007 is now a number, was a whole number, in REP-002 [DUOSSupplierAggData]. A sender must now send a number. A receiver must now take a number.',
    ],
  ],
  [
    'a list',
    swap('Interfaces', 'minItems: 1', 'maxItems: 3'),
    [
      'B099List may now have at most 3 members, was without limit, in IF-031 [MSApp]. A sender must now keep to 3 members.',
      'B099List may now have as little as 0 members, was at least 1, in IF-031 [MSApp]. A receiver must now take 0 members.',
    ],
    [
      'B099List may now have any number of members, was up to 3, in IF-031 [MSApp]. A receiver must now take any number of members.',
      'B099List must now have at least 1 member, was at least 0, in IF-031 [MSApp]. A sender must now send 1 member.',
    ],
  ],
];

for (const [name, edits, forth, back] of cases) {
  test(`${name}, forth and back`, async () => {
    const [old, now] = [await release(), await release(edits)];
    const texts = diffReleases(old, now);
    assert.deepEqual(
      texts.map((one) => one.text),
      forth,
    );
    assert.deepEqual(
      diffReleases(now, old).map((one) => one.text),
      back,
    );
    for (const { breaking, sides, text } of texts) {
      assert.equal(breaking, sides.length > 0);
      for (const side of ['sender', 'receiver'] as const)
        assert.equal(text.includes(`A ${side} must`), sides.includes(side));
    }
  });
}
