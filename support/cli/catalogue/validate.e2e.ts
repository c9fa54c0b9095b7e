import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packReport } from '../../catalogue';
import { write } from '../qualify.fixture';
import { catalogue, entries, piped, place, sample } from './catalogue.fixture';

test('what is wrong is told with path, expectation, finding and the name that was meant', async () => {
  const bad = (await sample('IF-031', 'MSApp', '--set', 'CommonBlock.M0.MPANCore=12')) as {
    CommonBlock: { M0: Record<string, string> };
  };
  const { GSPGroupID, ...rest } = bad.CommonBlock.M0;
  bad.CommonBlock.M0 = { ...rest, gspGroupID: GSPGroupID! };
  const file = write(place, 'bad.json', JSON.stringify([bad, { payload: bad }]));
  const [text, json] = await Promise.all([catalogue('validate', file), catalogue('validate', '--json', file)]);
  assert.deepEqual([text.code, json.code], [1, 1]);
  assert.match(
    text.stdout,
    /CommonBlock\.M0\.MPANCore .*\n +expected an MPAN of 13 digits, got "12"\n.*message 1, message 2/,
  );
  assert.match(text.stdout, /did you mean GSPGroupID\?/);
  assert.match(text.stderr, /^2 messages: 0 valid, 2 not valid/);
  const [first, second] = entries(json);
  assert.deepEqual([first!.index, first!.interface, first!.event, first!.valid], [0, 'IF-031', 'MSApp', false]);
  assert.deepEqual(first!.errors, second!.errors);
  const wrong = first!.errors.find(({ path: at }) => at === 'CommonBlock.M0.gspGroupID')!;
  assert.deepEqual(wrong, {
    path: 'CommonBlock.M0.gspGroupID',
    code: 'MSG1001',
    message: 'M0.gspGroupID is not in IF-031 [MSApp]; did you mean GSPGroupID?',
  });
  assert.equal(json.stderr, '');
});

test('a line that cannot be read does not stop the others, and ends with 2', async () => {
  const good = JSON.stringify(await sample('IF-031', 'MSApp'));
  const lines = [good, '{"a":1,"a":2}', good.slice(0, 50), good, '{"__proto__":1}'];
  const json = piped(lines.join('\n'), 'validate', '-', '--json');
  const told = entries(json).map(({ valid, errors }) => errors[0]?.code ?? valid);
  assert.deepEqual(told, [true, 'JSON_KEY_TWICE', 'JSON_CUT_OFF', true, 'JSON_KEY_RESERVED']);
  assert.equal(json.code, 2);
  const text = piped(lines.join('\n'), 'validate', '-');
  assert.match(text.stderr, /^5 messages: 2 valid, 0 not valid, 3 not readable/);
  assert.equal(text.code, 2);
});

test('the report that a message carries is unpacked and checked', async () => {
  const at = 'CustomBlock.P03.compressedReport';
  const packed = packReport({ 'R900-99': 1 });
  const [good, wrong, broken] = await Promise.all([
    sample('REP-900'),
    sample('REP-900', '--set', `${at}=${packed}`),
    sample('REP-900', '--set', `${at}=AAAA`),
  ]);
  const json = piped(JSON.stringify([good, wrong, broken]), 'validate', '-', '--json');
  const [first, second, third] = entries(json);
  assert.deepEqual([first!.valid, json.code], [true, 1]);
  assert.match(second!.errors[0]!.path, /compressedReport > R900-99$/);
  assert.equal(third!.errors[0]!.code, 'REPORT_NOT_ZLIB');
});

test('what a file says beside a payload must agree with it', async () => {
  const payload = await sample('IF-031', 'MSApp');
  const line = (event: string) => JSON.stringify({ interface: 'IF-031', event, payload });
  const json = piped([line('MSApp'), line('[MSApp]'), line('DSApp')].join('\n'), 'validate', '-', '--json');
  assert.deepEqual(
    entries(json).map(({ valid, errors }) => [valid, errors[0]?.code]),
    [
      [true, undefined],
      [true, undefined],
      [false, 'MESSAGE_MISLABELLED'],
    ],
  );
});
