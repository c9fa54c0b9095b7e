import type { GherkinDocument, Scenario, Step, TableRow } from '@cucumber/messages';
import { idForm, scenariosOf, tagProblem, tagsAbove, themes, valuesOf, type TagWords } from '../../support/stage';
import { lintOffDip } from './off-dip';
import type { Report } from './finding';
import { examplesOf, stepsOf } from './scenarios';

const isId = (tag: { name: string }) => tag.name.startsWith('@MQ-');

/** The lint of one feature; `folder` is the one below features/ that it stands in. */
export function lintFeature(document: GherkinDocument, folder: string, words: TagWords, report: Report): void {
  const feature = document.feature;
  if (!feature) return report(1, 'SYNTAX', 'The file holds no feature.', 'Begin with tags and `Feature:`.');
  const placed = scenariosOf(feature);
  const above = tagsAbove(feature);
  const beside = examplesOf(feature).flatMap((examples) => examples.tags);
  for (const { name, location } of [...above, ...beside, ...placed.flatMap(({ scenario }) => scenario.tags)]) {
    const problem = tagProblem(name, words);
    if (problem) report(location.line, 'TAG_UNKNOWN', problem.text, problem.fix);
  }
  for (const { name, location } of [...above, ...beside].filter(isId)) {
    report(location.line, 'ID_MISPLACED', `${name} names more than one scenario.`, 'An id stands on its scenario.');
  }
  if (!placed.length)
    report(feature.location.line, 'SYNTAX', 'The feature holds no scenario.', 'Write one, or remove the file.');
  for (const { scenario, inherited } of placed) {
    const tags = [...inherited, ...scenario.tags].map((tag) => tag.name);
    lintId(scenario, tags, report);
    lintGroups(scenario, tags, folder, report);
    lintCases(scenario, report);
    lintOutcome(scenario, report);
  }
  for (const step of stepsOf(document)) {
    lintLimits(step, report);
    lintOffDip(step, report);
  }
}

function lintId(scenario: Scenario, tags: readonly string[], report: Report): void {
  const ids = scenario.tags.filter(isId).map((tag) => tag.name);
  const line = scenario.location.line;
  const form = 'One id of the form @MQ-<process or folder word>-<nnn>, as in @MQ-BP001-010.';
  if (!ids.length) return report(line, 'ID_MISSING', `"${scenario.name}" has no id.`, form);
  if (ids.length > 1) report(line, 'ID_MANY', `"${scenario.name}" has ${ids.length} ids: ${ids.join(' ')}.`, form);
  for (const id of ids) {
    const word = idForm.exec(id)?.[1];
    if (!word) {
      report(line, 'ID_FORM', `${id} is no id.`, form);
      continue;
    }
    const themeWords = valuesOf(tags, 'theme').map((theme) => themes[theme]);
    const words = [...valuesOf(tags, 'process'), ...themeWords].filter((known) => known !== undefined);
    if (words.length && !words.includes(word)) {
      report(line, 'ID_WORD', `${id} belongs to neither process nor folder.`, `Its word is ${words.join(' or ')}.`);
    }
  }
}

function lintGroups(scenario: Scenario, tags: readonly string[], folder: string, report: Report): void {
  const line = scenario.location.line;
  const [theme] = valuesOf(tags, 'theme');
  const need = (group: string, most: number, why: string) => {
    const found = new Set(valuesOf(tags, group)).size;
    if (!found) report(line, 'TAG_MISSING', `"${scenario.name}" has no @${group}:.`, why);
    if (found > most) report(line, 'TAG_MANY', `"${scenario.name}" has ${found} tags @${group}:.`, why);
  };
  need('theme', 1, `Tag the feature with its folder, @theme:${folder}.`);
  // One text may serve several roles: each block of examples then names its own.
  const besides = scenario.examples.map(({ tags: own }) => own.map((tag) => tag.name));
  if (besides.length === 0 || besides.some((own) => valuesOf(own, 'role').length === 0))
    need('role', Infinity, 'Name each role that the scenario, or each of its blocks of examples, proves.');
  need('kind', 1, 'One of positive, negative, timing, security, fault.');
  // Folders with a word of their own hold what belongs to no business process.
  if (!theme || themes[theme] === undefined)
    need('process', 1, 'Tag the feature with its process, as in @process:BP001.');
  if (valuesOf(tags, 'kind').includes('negative')) {
    need('mode', 1, '@mode:handles judges the receiver of a refusal, @mode:enforces the one who must refuse.');
  }
  if (theme && theme in themes && theme !== folder) {
    report(line, 'THEME_FOLDER', `@theme:${theme} stands in features/${folder}.`, 'Folder and theme are one.');
  }
}

function lintCases(scenario: Scenario, report: Report): void {
  const seen = new Set<string>();
  for (const { tableHeader, tableBody, location } of scenario.examples) {
    const column = tableHeader?.cells.findIndex((cell) => cell.value === 'case') ?? -1;
    const fix = 'A column `case` names each row; a result bears it after the id.';
    if (column < 0) report(location.line, 'CASE_MISSING', 'Examples without a column `case`.', fix);
    else for (const row of tableBody) lintCase(row, row.cells[column]!.value.trim(), seen, report);
  }
}

function lintCase(row: TableRow, name: string, seen: Set<string>, report: Report): void {
  const line = row.location.line;
  if (!name) report(line, 'CASE_MISSING', 'A row without a case.', 'Name it in the column `case`.');
  else if (seen.has(name))
    report(line, 'CASE_REUSED', `The case "${name}" stands twice.`, 'Each row has a case of its own.');
  seen.add(name);
}

function lintOutcome(scenario: Scenario, report: Report): void {
  if (scenario.steps.some((step) => step.keywordType === 'Outcome')) return;
  report(scenario.location.line, 'THEN_MISSING', `"${scenario.name}" asserts nothing.`, 'Write a Then step.');
}

function lintLimits(step: Step, report: Report): void {
  const fix = 'Name a limit of the environment file, as in `within answer`.';
  const refuse = (line: number, what: string) => report(line, 'LIMIT_NUMBER', `${what} is a number as a limit.`, fix);
  const inText = /\bwithin (?:about )?"?\d[^\s]*( \w+)?/.exec(step.text);
  if (inText) refuse(step.location.line, inText[0]);
  const [header, ...rows] = step.dataTable?.rows ?? [];
  const column = header?.cells.findIndex((cell) => cell.value === 'within') ?? -1;
  for (const row of column < 0 ? [] : rows) {
    const cell = row.cells[column]!;
    if (/\d/.test(cell.value)) refuse(cell.location.line, cell.value);
  }
}
