import type { GherkinDocument, Pickle } from '@cucumber/messages';
import { messageLabel, parseMessageLabel } from '../catalogue';
import { givenMpans, type GivenMpan } from './given-mpans';
import { offDipRowsIn, type OffDipRow } from './off-dip-rows';
import { themes, valuesOf } from './tags';

/** A scenario as its feature file describes it: one row of an outline is one scenario. */
export interface Scenario {
  /** `MQ-BP001-010`, with `/case` for a row of an outline. */
  id: string;
  name: string;
  uri: string;
  line: number;
  tags: string[];
  /** Business process; of a folder whose scenarios belong to none, its word: `DIP`. */
  process: string;
  theme: string;
  /** Tag groups of this scenario, without their prefix. */
  kind: string;
  roles: string[];
  needs: string[];
  assumes: string[];
  /** Interfaces named in its steps and tables: `IF-031`. */
  interfaces: string[];
  /** Messages named in its steps and tables: `IF-031 [MSApp]`. */
  messages: string[];
  /** Test MPANs that belong together, as its steps ask for them. */
  pairs?: GivenMpan[];
  /** Rows of its tables that do not pass the DIP. */
  offDip?: OffDipRow[];
}

/** A scenario with the texts of its steps, those of the background too. */
export interface ScenarioText extends Scenario {
  steps: readonly string[];
}

const idTag = /^@(MQ-[A-Z0-9]+-\d{3})$/;

/** Reads what the harness needs of a pickle; `document` gives the lines and the case of an outline's row. */
export function scenarioOf(pickle: Pickle, document: GherkinDocument): Scenario {
  const tags = pickle.tags.map((tag) => tag.name);
  const theme = valuesOf(tags, 'theme')[0] ?? '';
  const id = tags.map((tag) => idTag.exec(tag)?.[1]).find(Boolean) ?? `(no id) ${pickle.name}`;
  const place = locate(document, pickle.astNodeIds);
  const text = JSON.stringify(pickle.steps.map((step) => [step.text, step.argument]));
  return {
    id: place.case ? `${id}/${place.case}` : id,
    name: pickle.name,
    uri: pickle.uri.replaceAll('\\', '/'),
    line: place.line,
    tags,
    process: valuesOf(tags, 'process')[0] ?? themes[theme] ?? '',
    theme,
    kind: valuesOf(tags, 'kind')[0] ?? 'positive',
    roles: valuesOf(tags, 'role'),
    needs: valuesOf(tags, 'needs'),
    assumes: valuesOf(tags, 'assumes'),
    interfaces: [...new Set(text.match(/\b(?:IF|REP)-\d{3}[A-Z]?\b/g) ?? [])].sort(),
    messages: messagesIn(text),
    ...pairsIn(pickle),
    ...offDipIn(pickle),
  };
}

function offDipIn(pickle: Pickle): Pick<Scenario, 'offDip'> {
  const offDip = offDipRowsIn(pickle);
  return offDip.length === 0 ? {} : { offDip };
}

function pairsIn({ steps }: Pickle): Pick<Scenario, 'pairs'> {
  const pairs = givenMpans(steps.map(({ text }) => text)).filter(({ kind }) => kind.pair !== undefined);
  return pairs.length === 0 ? {} : { pairs };
}

function messagesIn(text: string): string[] {
  const names = text.match(/\b(?:IF|REP)-\d{3}[A-Z]? ?\[[^\]\s]+\]/g) ?? [];
  return [...new Set(names.flatMap((name) => parseMessageLabel(name) ?? []).map(messageLabel))].sort();
}

function locate(document: GherkinDocument, ids: readonly string[]): { line: number; case?: string } {
  const children = document.feature?.children ?? [];
  const scenarios = children.flatMap((child) =>
    child.scenario ? [child.scenario] : (child.rule?.children ?? []).flatMap((inner) => inner.scenario ?? []),
  );
  const scenario = scenarios.find((candidate) => ids.includes(candidate.id));
  for (const examples of scenario?.examples ?? []) {
    const row = examples.tableBody.find((candidate) => ids.includes(candidate.id));
    if (!row) continue;
    const column = examples.tableHeader?.cells.findIndex((cell) => cell.value === 'case') ?? -1;
    return { line: row.location.line, case: row.cells[column]?.value.trim().replace(/\s+/g, '-') };
  }
  return { line: scenario?.location.line ?? 0 };
}
