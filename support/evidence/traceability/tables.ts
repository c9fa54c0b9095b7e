import type { Cell, Sheet } from '../../tables';
import { verdictWords } from '../headline';
import { releaseText } from '../release-text';
import type { RunFiles } from '../run-files';
import { notes } from '../summary-top';
import { tally, type VerdictKind } from '../totals';
import type { Rttm } from './facts';
import { toneOfState, type State } from './state';
import { buildName, type Traced } from './traced';

/** A table of the matrix, and the name of its CSV. */
export interface RttmTable extends Sheet {
  file: string;
}

/** Every table of the matrix: about it, the registers, the orphans. */
export function rttmTables(rttm: Rttm): RttmTable[] {
  return [about(rttm), requirements(rttm), artefacts(rttm), ...(rttm.own ? [ownList(rttm.own)] : []), orphans(rttm)];
}

const stateCell = (state: State): Cell => ({ text: state, tone: toneOfState(state) });

function verdictCell(verdict: VerdictKind): Cell {
  const { word, tone } = verdictWords[verdict];
  return tone === 'quiet' ? word : { text: word, tone };
}

/** Columns that tell of one scenario, the same in every register. */
const scenarioHeader = [
  ...['Scenario', 'Scenario name', 'Verdict', 'Grade of proof', 'Blame', 'Code', 'Remark', 'Run', 'Build', 'Release'],
  ...['Started (UTC)', 'Duration (ms)', 'Attempts', 'Transaction ids', 'Feature', 'Notes on the run'],
];
const scenarioWidths = [24, 38, 14, 18, 13, 20, 44, 27, 24, 12, 24, 12, 9, 44, 46, 50];

function scenarioCells(one: Traced | undefined, transactions = one?.transactions ?? []): Cell[] {
  if (!one) return scenarioHeader.map(() => '');
  const { scenario, run } = one;
  return [
    ...[one.id, scenario?.name ?? '', verdictCell(one.verdict), scenario?.grade ?? '', scenario?.blame ?? ''],
    ...[scenario?.code ?? '', remark(one), run.verdicts.run, buildName(run), run.verdicts.release],
    ...[scenario?.started ?? '', scenario?.durationMs ?? '', one.attempts, transactions.join('\n')],
    ...[scenario ? `${scenario.uri}:${scenario.line}` : '', notes(run).join('\n')],
  ];
}

const remark = ({ verdict, reason, weak }: Traced): string =>
  [...(verdict === 'pass' ? [] : [reason ?? '']), ...weak].filter((text) => text !== '').join('\n');

/** A row for each scenario of a fact, and one where it has none. */
const each = (own: readonly Cell[], scenarios: readonly Traced[]): Cell[][] =>
  (scenarios.length > 0 ? scenarios : [undefined]).map((one) => [...own, ...scenarioCells(one)]);

function requirements(rttm: Rttm): RttmTable {
  const rows = rttm.requirements.flatMap(({ requirement, inScope, scenarios, state, why }) => {
    const { id, text, process, roles, messages, basis, source } = requirement;
    const named = messages.map((one) => (one.kind === 'event' ? `${one.interface} [${one.event}]` : one.id));
    const own = [
      id,
      text,
      process,
      roles.join(', '),
      inScope ? 'yes' : 'no',
      named.join(', '),
      basis,
      source.join(', '),
    ];
    return each([...own, stateCell(state), why], scenarios);
  });
  const own = ['Requirement', 'Text', 'Process', 'Roles', 'In scope', 'Messages', 'Basis', 'Source', 'State', 'Why'];
  const widths = [20, 60, 10, 18, 9, 30, 10, 18, 18, 50, ...scenarioWidths];
  return { name: 'Requirements', file: 'rttm-requirements.csv', header: [...own, ...scenarioHeader], rows, widths };
}

function artefacts(rttm: Rttm): RttmTable {
  const rows = rttm.artefacts.flatMap(({ artefact, today, state, exchanges }) => {
    const { id, seed = '', title, kind, none = '', fate = '', basis, confidence = '' } = artefact;
    const tone = state === 'exchanged' ? 'good' : 'unsure';
    const shown: Cell = state === 'nothing carries it today' ? state : { text: state, tone };
    const own = [id, seed, title, kind, today.join(', ') || none, fate, basis, confidence, shown];
    if (exchanges.length === 0) return [[...own, ...scenarioCells(undefined)]];
    return exchanges.map(({ scenario, transactions }) => [...own, ...scenarioCells(scenario, transactions)]);
  });
  const own = [
    'Artefact',
    'Number of the seed',
    'Title',
    'Kind',
    'Carried today by',
    'Fate',
    'Basis',
    'Confidence',
    'State',
  ];
  const widths = [16, 18, 40, 16, 40, 12, 10, 11, 22, ...scenarioWidths];
  return { name: 'Artefacts', file: 'rttm-artefacts.csv', header: [...own, ...scenarioHeader], rows, widths };
}

function ownList({ list, rows: facts }: NonNullable<Rttm['own']>): RttmTable {
  const rows = facts.flatMap(({ row, scenarios, unknown, state, why }) => {
    const odd = unknown.map(({ id, nearest }) => `${id} does not exist${nearest ? `, did you mean ${nearest}?` : ''}`);
    const own = [row.requirement, row.testCase, row.scenarios.join(', '), row.minimumGrade ?? ''];
    return each([...own, stateCell(state), [...odd, why].filter(Boolean).join('; '), row.line], scenarios);
  });
  const own = ['Requirement', 'Official test case', 'Scenarios named', 'Minimum grade', 'State', 'Why', 'Line'];
  const widths = [22, 20, 30, 18, 18, 50, 7, ...scenarioWidths];
  const header = [...own, ...scenarioHeader];
  return { name: 'Own list', file: 'rttm-own-list.csv', header, rows: rows.length > 0 ? rows : [[list.file]], widths };
}

function orphans(rttm: Rttm): RttmTable {
  const rows = rttm.orphans.map(({ kind, list, id, why }) => [kind, id, why, list]);
  return {
    ...{ name: 'Orphans', file: 'rttm-orphans.csv', rows, widths: [30, 28, 90, 28] },
    header: ['Orphan', 'Id', 'Why', 'List'],
  };
}

/** What the matrix is of, and its totals, so that no sheet is read without them. */
function about({ subject, requirements: facts, own }: Rttm): RttmTable {
  const counts = tally(subject.results);
  const scoped = facts.filter(({ inScope }) => inScope);
  const shown = scoped.filter(({ state }) => state === 'shown').length;
  const rows: Cell[][] = [
    [subject.kind === 'run' ? 'Run' : 'Campaign', subject.name],
    ...subject.runs.flatMap(runRows),
    ...subject.gaps.map((gap) => ['Gap', gap]),
    ...(Object.keys(counts) as VerdictKind[]).map((kind) => [`Scenarios: ${verdictWords[kind].word}`, counts[kind]]),
    ['Requirements in scope', scoped.length],
    ['Requirements in scope, shown', shown],
    ...(own ? [['Own list', own.list.file]] : []),
    [
      'State of a requirement',
      'The worst of its scenarios; shown only when each ran, passed and showed what it asks for',
    ],
    [
      'What this is',
      'A test run shows; only the code bodies qualify. Ids of scenarios and requirements are of MHHS Qualify',
    ],
  ];
  return { name: 'About', file: 'rttm-about.csv', header: ['What', 'Value'], rows, widths: [34, 110] };
}

function runRows(run: RunFiles): Cell[][] {
  const { verdicts } = run;
  const { participant } = verdicts;
  return [
    [
      `Run ${verdicts.run}`,
      `${verdicts.started} to ${verdicts.ended}, ${verdicts.stage}, release ${releaseText(verdicts)}`,
    ],
    ['Participant', `${participant.name} as ${participant.roles.join(', ')}`],
    ['Build', buildName(run)],
    ...notes(run).map((note): Cell[] => ['Note', { text: note, tone: 'unsure' }]),
  ];
}
