import { grades } from '../../verdict';
import type { Tone } from '../../tables';
import { outlineOf, type Traced } from './traced';

export type Grade = (typeof grades)[number];

/** What can be said of a requirement, from the worst to the best. Only the last is green. */
export const states = [
  'fail',
  'inconclusive',
  'waiting',
  'not run',
  'no scenario',
  'not shown',
  'below minimum grade',
  'not applicable',
  'partly shown',
  'shown',
] as const;
export type State = (typeof states)[number];

export const toneOfState = (state: State): Tone => (state === 'shown' ? 'good' : state === 'fail' ? 'bad' : 'unsure');

/** What a scenario left out of a run was left out as, by id. */
export type LeftOutById = ReadonlyMap<string, { verdict: string; reason: string }>;

export interface Judged {
  state: State;
  /** What keeps it from being shown; empty where it is. */
  why: string;
}

interface Member {
  id: string;
  state: State;
  why: string;
}

/**
 * The state of a requirement that these scenarios prove: the worst of theirs. It is shown only when every one of them
 * ran, passed and showed what it asks for, at the minimum grade where there is one.
 */
export function judge(
  ids: readonly string[],
  scenarios: readonly Traced[],
  leftOut: LeftOutById,
  minimumGrade: Grade | null = null,
): Judged {
  if (ids.length === 0) return { state: 'no scenario', why: 'no scenario proves it yet' };
  const members = ids.flatMap((id) => membersOf(id, scenarios, leftOut, minimumGrade));
  const open = members.filter(({ state }) => state !== 'shown');
  const worst = states.find((state) => members.some((one) => one.state === state))!;
  const state = worst === 'not applicable' && open.length < members.length ? 'partly shown' : worst;
  return { state, why: listed(open.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state))) };
}

/** Scenarios that an id of a register stands for: itself, or the cases of an outline. */
export const meant = (id: string, { id: own, outline }: { id: string; outline: string }): boolean =>
  own === id || outline === id;

function membersOf(
  id: string,
  scenarios: readonly Traced[],
  leftOut: LeftOutById,
  minimumGrade: Grade | null,
): Member[] {
  const ran = scenarios.filter((one) => meant(id, one));
  const others = [...leftOut].filter(([own]) => meant(id, { id: own, outline: outlineOf(own) }));
  const left = others.map(([own, { verdict, reason }]): Member => {
    return { id: own, state: verdict === 'not-applicable' ? 'not applicable' : 'not run', why: `left out: ${reason}` };
  });
  const members = [...ran.map((one) => memberOf(one, minimumGrade)), ...left];
  return members.length > 0 ? members : [{ id, state: 'not run', why: 'it is not in what was run' }];
}

function memberOf({ id, verdict, reason, scenario, weak }: Traced, minimumGrade: Grade | null): Member {
  if (verdict !== 'pass') {
    const head = [scenario?.blame, scenario?.code].filter(Boolean).join(', ');
    const words = { 'not-run': 'not run', 'not-applicable': 'not applicable' } as const;
    const state = verdict === 'not-run' || verdict === 'not-applicable' ? words[verdict] : verdict;
    return { id, state, why: head || (reason?.split('\n')[0] ?? '') };
  }
  if (weak.length > 0) return { id, state: 'not shown', why: weak.join('; ').replace(/^not shown: /, '') };
  const grade = scenario?.grade ?? null;
  if (minimumGrade === null || (grade !== null && grades.indexOf(grade) <= grades.indexOf(minimumGrade)))
    return { id, state: 'shown', why: '' };
  return { id, state: 'below minimum grade', why: `${grade ?? 'no proof taken'}, asked for is ${minimumGrade}` };
}

const mostListed = 5;

function listed(members: readonly Member[]): string {
  const texts = members.map(({ id, state, why }) => `${id} ${state}${why && ` (${why})`}`);
  const more = texts.length - mostListed;
  return [...texts.slice(0, mostListed), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
