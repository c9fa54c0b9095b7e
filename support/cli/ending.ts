import {
  passesNotSeen,
  passesNotShown,
  rootCause,
  type Finding,
  type ScenarioVerdict,
  type Verdicts,
} from '../verdict';
import { decidingLines } from './deciding-lines';
import { counted, seconds } from './output';
import { fitted, pc } from './terminal';

export interface Ending {
  /** Paths as shown. */
  summary: string;
  allure: string | null;
  allureProblem?: string;
  verdictMs: number;
}

const mostLines = 24;
const mostShown = 5;
const paints: Record<string, (text: string) => string> = { pass: pc.green, fail: pc.red, inconclusive: pc.yellow };

/** A failure or finding, told once for all that are like it. */
interface Told {
  /** Its first line, in pieces that are painted apart. */
  head: { word: string; text: string; note: string };
  paint: (text: string) => string;
  reason: string;
  /** How many more there are of it. */
  more: number;
}

/** What the run showed, and where to read more: one screen of lines. `columns`: where longer ones are cut. */
export function endingLines(verdicts: Verdicts, ending: Ending, columns?: number): string[] {
  const told = alike([...verdicts.scenarios.filter(isTold).map(ofScenario), ...verdicts.findings.map(ofFinding)]);
  const closing = closingLines(verdicts, ending, columns);
  const shown = told.slice(0, mostShown);
  const left = told.slice(mostShown).reduce((sum, { more }) => sum + 1 + more, 0);
  // A blank line above, and one for what is left.
  const room = mostLines - closing.length - 2;
  const each = shown.length > 0 ? Math.floor(room / shown.length) - 1 : 0;
  return [
    '',
    ...shown.flatMap((one) => toldLines(one, Math.max(1, each), columns)),
    ...(left > 0 ? [pc.dim(fitted(`${left} more in summary.html`, columns))] : []),
    ...closing,
  ];
}

/** What passed is only counted, and so is what never began. */
const isTold = ({ verdict, code }: ScenarioVerdict) => verdict !== 'pass' && code !== 'SCENARIO_NOT_BEGUN';

function ofScenario({ verdict, id, name, blame, code, reason }: ScenarioVerdict): Told {
  const note = [blame, code].filter(Boolean).join(', ');
  const head = { word: verdict.toUpperCase(), text: `${id}  ${name}`, note: note && `(${note})` };
  return { head, paint: paints[verdict] ?? pc.dim, reason: reason ?? '', more: 0 };
}

function ofFinding({ code, blame, level, reason }: Finding): Told {
  const head = { word: 'FINDING', text: code, note: `(${blame}, ${level})` };
  return { head, paint: level === 'must' ? pc.red : pc.yellow, reason, more: 0 };
}

/** One of each kind: the same fault in many scenarios differs only in what is its own, its numbers and the event. */
function alike(all: readonly Told[]): Told[] {
  const groups = new Map<string, Told>();
  for (const one of all) {
    const key = rootCause([one.head.word, one.head.note], one.reason);
    const known = groups.get(key);
    if (known) known.more += 1;
    else groups.set(key, { ...one });
  }
  return [...groups.values()];
}

function toldLines({ head, paint, reason, more }: Told, room: number, columns?: number): string[] {
  const { word, text, note } = head;
  const others = more > 0 ? `and ${more} more like it ` : '';
  const name = fitted(text, columns && Math.max(0, columns - `${word}  ${others} ${note}`.length));
  const { lines, cut } = decidingLines(reason, room);
  const hint = '  … more in summary.html';
  const shown = lines.map((line, index) => {
    const end = cut && index === lines.length - 1 ? hint : '';
    return `    ${fitted(line, columns && columns - 4 - end.length)}${pc.dim(end)}`;
  });
  return [`${paint(word)} ${name} ${others && pc.bold(others)}${pc.dim(note)}`, ...shown];
}

function closingLines(verdicts: Verdicts, ending: Ending, columns?: number): string[] {
  const { pass, fail, inconclusive, waiting, notApplicable, notRun, observations } = verdicts.totals;
  const totals = { pass, fail, inconclusive, waiting, 'not applicable': notApplicable, 'not run': notRun };
  const counts = Object.entries(totals)
    .filter(([name, count]) => count > 0 || name === 'pass' || name === 'fail')
    .map(([name, count]) => (count > 0 ? (paints[name] ?? pc.dim) : pc.dim)(`${count} ${name}`));
  const after = pc.dim(`(verdicts after ${seconds(ending.verdictMs)})`);
  const warnings = [
    passesNotShown(verdicts.scenarios),
    passesNotSeen(verdicts.scenarios),
    verdicts.partial && 'The run is partial: nothing can be said of what did not run.',
    ending.allureProblem && `No Allure report: ${ending.allureProblem}`,
  ];
  return [
    `${[...counts, counted(observations, 'observation')].join(', ')} ${after}`,
    ...warnings.flatMap((text) => (text ? [pc.yellow(fitted(text, columns))] : [])),
    `summary  ${pc.bold(ending.summary)}`,
    ...(ending.allure ? [`report   ${pc.bold(ending.allure)}`] : []),
  ];
}
