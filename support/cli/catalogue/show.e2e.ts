import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from './catalogue.fixture';

test('names are taken in any case, and by the number of the publication', async () => {
  const [published, plain, listed, low, shown] = await Promise.all([
    catalogue('show', 'PUB-031', 'MSApp'),
    catalogue('show', 'if-031', 'msapp'),
    catalogue('list', '--interface', 'PUB-031'),
    catalogue('sample', 'pub-031', 'msapp', '--seed', '7'),
    catalogue('sample', 'IF-031', 'MSApp', '--seed', '7'),
  ]);
  assert.match(plain.stdout, /^IF-031 \[MSApp\] /);
  assert.equal(published.stdout, plain.stdout);
  assert.match(listed.stderr, /^2 messages of 1 interface/);
  assert.deepEqual([low.code, low.stdout], [0, shown.stdout]);
});

test('a role, the setting of the recipients, every path and what is odd are shown', async () => {
  const [role, roleJson, message, item, odd, plain] = await Promise.all([
    catalogue('show', 'sup'),
    catalogue('show', 'SUP', '--json'),
    catalogue('show', 'IF-031', 'MSApp'),
    catalogue('show', 'DI-082'),
    catalogue('show', 'IF-016', 'ConsumptionRequestRejected'),
    catalogue('show', 'B070'),
  ]);
  assert.match(
    role.stdout,
    /^SUP {2}Supplier {2}role\n\nsends \d+ messages\n[^]*^ {2}IF-031 \[MSApp\] +\S.* → REGS$[^]*^receives \d+ messages$/m,
  );
  const { sends, receives } = JSON.parse(roleJson.stdout) as Record<'sends' | 'receives', string[]>;
  assert.ok(sends.includes('IF-031 [MSApp]') && receives.includes('IF-036 [MSAppActive]'));
  assert.match(message.stdout, /^set by +routing\["IF-031 \[MSApp\]"\] of an environment file$/m);
  assert.match(item.stdout, /^ {2}at Custom\S+\n( {5}Custom\S+\n)+/m);
  assert.doesNotMatch(item.stdout, /, CustomBlock/);
  assert.match(
    odd.stdout,
    /\nodd in the published release\n {2}IF-016: S2 repeats[^]*\n {2}IF-015, IF-016 \[Cons.*\n$/,
  );
  assert.doesNotMatch(plain.stdout, /odd in/);
});
