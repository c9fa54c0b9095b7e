import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { refusal } from './refusal.fixture';
import { releaseFolder } from './release.fixture';

const items = (edit: (text: string) => string) => refusal(releaseFolder({ 'Items.yaml': edit }));
const json = (text: string) => refusal(join(releaseFolder({ 'one.json': () => text }), 'one.json'));

test('a file over the limit is not read', async () => {
  const folder = releaseFolder();
  for (const [name, megabytes] of [
    ['large.json', 65],
    ['large.yaml', 17],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, '');
    truncateSync(file, megabytes * 1e6);
    assert.match(await refusal(file), new RegExp(`^RELEASE_FILE_TOO_LARGE ${name} .*${megabytes} MB`));
  }
});

test('hostile YAML is refused before it costs time or memory', async () => {
  const bomb = Array.from(
    { length: 30 },
    (_, i) =>
      `a${i}: &a${i} [${Array(9)
        .fill(i ? `*a${i - 1}` : 'x')
        .join(',')}]`,
  ).join('\n');
  const start = process.cpuUsage();
  const given = (body: string) => refusal(releaseFolder({ 'Blocks.yaml': (text) => `${body}\n${text}` }));
  assert.equal(await given(bomb), 'imported', 'an alias costs nothing until it is used');
  const schema = Array.from(
    { length: 12 },
    (_, i) =>
      `  s${i}: ${i < 11 ? `&s${i} ` : ''}{anyOf: [${Array(9)
        .fill(i ? `*s${i - 1}` : '{type: string}')
        .join(', ')}]}`,
  ).join('\n');
  assert.match(
    await items((text) => text.replace(/ {2}DI-997: .*/, `${schema.replace('s11', 'DI-997')}`)),
    /^RELEASE_TOO_COMPLEX .*parts/,
  );
  assert.match(await given(`deep: ${'['.repeat(500_000)}`), /^RELEASE_TOO_COMPLEX .*marks/);
  assert.match(await given(`deep: ${'['.repeat(1000)}${']'.repeat(1000)}`), /^RELEASE_(TOO_COMPLEX|FILE_UNREADABLE)/);
  assert.match(
    await json(`{"S0":"eventCode schemas","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    /^RELEASE_TOO_COMPLEX .*levels/,
  );
  const { user } = process.cpuUsage(start);
  assert.ok(user < 10e6, `${user / 1e6} s`);
});
