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

test('a change names what it touches alone', async () => {
  const [change] = diffReleases(await release(), await release(swap('Blocks', '[A-Z]{4}', '[A-Z]{3}')));
  const { interface: id, event, block, item, kind, events } = change!;
  assert.deepEqual(
    [id, event, block, item, kind, events],
    ['IF-031', 'MSApp', 'B099List', 'mpid', 'changed', ['IF-031 [MSApp]']],
  );
});

test('events come and go; a receiver need not fear an interface that is new', async () => {
  const renamed = swap('Interfaces', "'[Unheard]'", "'[Heard]'");
  assert.deepEqual(
    diffReleases(await release(), await release(renamed)).map(({ text, breaking }) => [text, breaking]),
    [
      ['IF-038 [Heard] is new. A receiver of PUB-038 must now take it.', true],
      ['IF-038 [Unheard] is no longer there. A sender must no longer send it.', true],
    ],
  );
  const other = swap('Interfaces', "['IF-038']", "['IF-099']");
  const [added] = diffReleases(await release(), await release(other));
  assert.deepEqual([added!.interface, added!.breaking, added!.sides], ['IF-099', false, []]);
});

test('descriptions, order, and other words for the same are no change', async () => {
  const edits: Edits = {
    'Items.yaml': (text) =>
      text.replace('COS, CSP, null', 'CSP, COS').replace('DI-019:', 'DI-019:\n    description: other'),
    'Blocks.yaml': (text) =>
      text
        .replace('^[A-Z]{4}$', '^[A-Z]{4,4}$')
        .replace('    required: [reference, scenario]', '    type: object\n    required: [scenario, reference]'),
  };
  assert.deepEqual(diffReleases(await release(), await release(edits)), []);
});
