import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { bundledRelease, messageLabel, sampleMessage } from '..';
import { diffReleases, importRelease } from '.';
import { openStored } from './imported';
import { releaseFolder } from './release.fixture';
import { openJudge } from './truth-judge.fixture';
import { mutations } from './truth-mutations.fixture';

const folder = resolve(__dirname, '../../../../shared/dip-spec/v2.1.0');
const skip = existsSync(folder) ? false : 'left out: the published specification is absent';

const imported = async (path = folder) => openStored(await importRelease(path, 'published'));

function editedCopy(name: string, edit: (text: string) => string): string {
  const names = readdirSync(folder).filter((one) => one.endsWith('.yaml'));
  const texts = Object.fromEntries(names.map((one) => [one, readFileSync(join(folder, one), 'utf8')]));
  return releaseFolder({ [`${name}-unresolved.yaml`]: edit }, texts);
}

test('the published files say what the bundled release says', { skip }, async () => {
  const release = await imported();
  assert.deepEqual(release.events.map(messageLabel).sort(), bundledRelease.events.map(messageLabel).sort());
  assert.equal(release.events.length, 146);
  assert.deepEqual(diffReleases(bundledRelease, release), []);
  const facts = ({ events }: typeof release) =>
    new Map(
      events.map((one) => [
        messageLabel(one),
        [one.publication, one.schemaVersion, one.kind, one.openHeader, one.openCommon],
      ]),
    );
  const [own, theirs] = [facts(bundledRelease), facts(release)];
  for (const [label, fact] of theirs) assert.deepEqual(own.get(label), fact, label);
});

test('the published API file alone says the same as its folder', { skip }, async () => {
  const [api, all] = await Promise.all([
    importRelease(join(folder, 'SubmitEvents-unresolved.yaml'), 'a'),
    importRelease(folder, 'a'),
  ]);
  assert.deepEqual([api.events, api.$defs], [all.events, all.$defs]);
});

test('an imported release judges as the published schema does', { skip }, async () => {
  const [release, judge] = [await imported(), openJudge(folder)];
  let refused = 0;
  for (const definition of release.events) {
    const { interface: id, event } = definition;
    const published = judge(id, event);
    const schema = release.schema(definition, 'ingress');
    const message = sampleMessage(id, event, { seed: 1, full: true }, release);
    for (const one of [message, ...mutations(message, 25, 1)]) {
      const found = schema.safeParse(one);
      // A block without a type is an object to us: there the published schema takes anything.
      const untyped = found.error?.issues.every((issue) => /^(CommonBlock|B085)$/.test(String(issue.path.at(-1))));
      assert.ok(
        found.success === published(one) || untyped,
        `${messageLabel(definition)} ${JSON.stringify(found.error?.issues)}`,
      );
      if (!found.success) refused += 1;
    }
  }
  assert.ok(refused > 1000, `${refused} refused`);
});

test('an item that many events have changes once', { skip }, async () => {
  const longer = (text: string) => text.replace(/(DT-006-[^]*?maxLength *: *)\d+/, '$177');
  const path = editedCopy('DataTypes', longer);
  const [old, now] = [await imported(), await imported(path)];
  const changes = diffReleases(old, now);
  assert.ok(changes.length > 0 && changes.length < 100, `${changes.length} changes`);
  assert.ok(changes.some(({ events }) => events.length > 20));
  for (const { text, events } of changes) {
    const named = text.match(/IF-\d{3}|REP-\d{3}/g) ?? [];
    assert.ok(named.length <= 8, text);
    if (events.length > 60) assert.match(text, /in (all 146 messages|\d+ messages of \d+ interfaces)\./);
  }
  assert.ok(changes.some(({ events }) => events.length > 60));
  for (const { text, sides } of changes) assert.match(text + sides.join(), /77 characters.*receiver/);
});
