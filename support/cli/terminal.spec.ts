import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFooter } from './footer';
import { fitted, wantsColour, wantsLive } from './terminal';

const terminal = { isTTY: true };

test('colour: on a terminal, unless NO_COLOR, CI or a dumb terminal; FORCE_COLOR elsewhere', () => {
  const cases: [boolean, { isTTY?: boolean }, Record<string, string>][] = [
    [true, terminal, {}],
    [false, {}, {}],
    [false, terminal, { NO_COLOR: '1' }],
    [true, terminal, { NO_COLOR: '' }],
    [true, {}, { FORCE_COLOR: '1' }],
    [false, terminal, { FORCE_COLOR: '0' }],
    [false, {}, { FORCE_COLOR: '1', NO_COLOR: '1' }],
    [false, terminal, { CI: 'true' }],
    [false, {}, { CI: 'true' }],
    [true, {}, { CI: 'true', FORCE_COLOR: '1' }],
    [false, terminal, { TERM: 'dumb' }],
  ];
  for (const [expected, stream, env] of cases) assert.equal(wantsColour(stream, env), expected, JSON.stringify(env));
});

test('a line is redrawn on a terminal only, also without colour, and never in CI', () => {
  assert.equal(wantsLive(terminal, {}), true);
  assert.equal(wantsLive(terminal, { NO_COLOR: '1' }), true);
  assert.equal(wantsLive({}, { FORCE_COLOR: '1' }), false);
  assert.equal(wantsLive(terminal, { CI: 'true' }), false);
  assert.equal(wantsLive(terminal, { CI: 'false' }), true);
  assert.equal(wantsLive(terminal, { TERM: 'dumb' }), false);
});

test('text is cut to the columns, stays on one line and steers no terminal', () => {
  assert.equal(fitted('12345', 5), '12345');
  assert.equal(fitted('123456', 5), '1234…');
  assert.equal(fitted('next      send\nit\tagain'), 'next      send it again');
  assert.equal(fitted('a\u001b[31mb\u0007'), 'a\ufffd[31mb\ufffd');
  assert.equal(fitted('abc', 0), '');
});

test('text scrolls above the redrawn line, and an empty line takes it away', () => {
  let written = '';
  const footer = createFooter((text) => (written += text));
  const taken = () => [written, (written = '')][0];
  footer.above('one\n');
  footer.show('line');
  footer.show('line');
  assert.equal(taken(), 'one\nline', 'nothing is erased where nothing stands, and nothing drawn twice');
  footer.above('two\n');
  assert.equal(taken(), '\r\u001b[Ktwo\nline');
  footer.show('');
  assert.equal(taken(), '\r\u001b[K');
  footer.above('three\n');
  assert.equal(taken(), 'three\n');
});
