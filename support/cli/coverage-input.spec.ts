import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { QualifyError } from '../errors';
import type { ScenarioText } from '../stage';
import { scratchDir } from '../testing';
import { knownScenario, runFolderOf } from './coverage-input';

const feature = `Feature: x

  @MQ-BP001-110 @mode:handles
  Scenario Outline: refused
    Given <what>
    Then these messages are exchanged:
      | with            |
      | B007 = R, SP001 |

    Examples:
      | case | what    |
      | one  | REG1031 |
      | two  | REG1099 |

  @MQ-BP001-120
  Scenario: another
    Then it is refused with REG1034 or BP001 or REG0099
`;

function scenario(over: Partial<ScenarioText>): ScenarioText {
  const lists = { tags: [], roles: [], needs: [], assumes: [], interfaces: [], messages: [], steps: [] };
  const texts = { id: 'MQ-BP001-110/one', name: '', uri: '', process: 'BP001', theme: '', kind: 'negative' };
  return { ...lists, ...texts, line: 12, ...over };
}

test('codes of a scenario stand in its steps and tables; the rows of its outline each have their own', () => {
  const one = scenario({ steps: ['Given REG1031'], tags: ['@mode:handles'], roles: ['SUP:outgoing', 'REGS'] });
  assert.deepEqual(knownScenario(one, feature), {
    ...{ id: 'MQ-BP001-110/one', process: 'BP001', roles: ['SUP', 'REGS'], messages: [] },
    ...{ codes: ['REG1031', 'SP001'], mode: 'handles' },
  });
  const other = knownScenario(
    scenario({ id: 'MQ-BP001-120', line: 16, steps: ['it is refused with REG1034'] }),
    feature,
  );
  assert.deepEqual([other.codes, other.mode], [['REG1034'], null]);
  assert.deepEqual(knownScenario(scenario({ line: 0 }), feature).codes, []);
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return `${(error as QualifyError).code} ${(error as QualifyError).fix}`;
  }
  return 'none';
};

test('a run is a folder, a name below reports/, or the last one', () => {
  const cwd = scratchDir();
  assert.match(
    codeOf(() => runFolderOf(undefined, cwd)),
    /^RUN_NOT_NAMED /,
  );
  assert.match(
    codeOf(() => runFolderOf('20270210-100000-PIT-a1b2', cwd)),
    /^RUN_UNKNOWN name a folder/i,
  );
  const folder = path.join(cwd, 'reports', '20270210-100000-PIT-a1b2');
  mkdirSync(folder, { recursive: true });
  const latest = path.join(cwd, 'reports', 'latest.txt');
  writeFileSync(latest, '20270210-100000-PIT-a1b2\n');
  for (const run of [undefined, '20270210-100000-PIT-a1b2', 'reports/20270210-100000-PIT-a1b2', folder]) {
    assert.equal(runFolderOf(run, cwd), folder);
  }
  assert.match(
    codeOf(() => runFolderOf('20270210-100000-PIT-a1b3', cwd)),
    /^RUN_UNKNOWN Did you mean 2027.*a1b2\? /,
  );
  assert.match(
    codeOf(() => runFolderOf('reports/latest.txt', cwd)),
    /^RUN_UNKNOWN /,
  );
  // The run that was the last one has been removed since.
  writeFileSync(latest, '20270210-100000-PIT-0000\n');
  assert.match(
    codeOf(() => runFolderOf(undefined, cwd)),
    /^RUN_UNKNOWN /,
  );
});
