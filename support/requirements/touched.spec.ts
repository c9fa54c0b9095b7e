import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRegisters, touchedBy, type Registers } from '.';
import { bundled, changed } from './registers.fixture';

test('an artefact touches the constituencies of its process, its roles, or of a row of its own', async () => {
  const registers = await readRegisters(bundled);
  const touched = (id: string, of: Registers = registers) =>
    touchedBy(
      of.artefacts.find((artefact) => artefact.id === id)!,
      of,
    ).join(' ');
  assert.equal(touched('MQ-A-BP003A'), 'supplier independent-agent supplier-agent dno idno smart-dcc');
  assert.equal(touched('MQ-A-BP010c'), touched('MQ-A-BP010'));
  assert.equal(touched('MQ-A-BRS002'), 'independent-agent supplier-agent');
  assert.equal(touched('MQ-A-IF-031'), 'supplier dno idno');
  assert.equal(touched('MQ-A-SVC-CDCA'), 'elexon');
  assert.equal(touched('MQ-A-TECH-PRINCIPLES'), '');
  const fewer = await changed('constituency.yaml', 'roles: SUP\n', 'roles: EES\n');
  assert.equal(touched('MQ-A-IF-031', fewer), 'dno idno');
});
