import { nearest } from '../errors';
import { positionOfTag } from './positions';

const parts = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => `BP${String(first + i).padStart(3, '0')}`);

/** Business processes; the parts a to e of BP010 are files of one process. MIG is migration. */
export const processes: readonly string[] = [...parts(1, 11), 'BP003A', 'BP003B', 'BP003C', ...parts(13, 21), 'MIG'];

/** Folders below features/, and the word that ids of scenarios without a business process begin with. */
export const themes: Readonly<Record<string, string | undefined>> = {
  'mpan-ownership': undefined,
  'metering-changes': undefined,
  'meter-to-bank': undefined,
  migration: 'MIG',
  dip: 'DIP',
  'non-functional': 'NFT',
  operational: 'OPS',
  security: 'SEC',
};

/** What scenarios can be asked for by: a process, or the word of a folder whose scenarios belong to none. */
export const scenarioGroups: readonly string[] = [
  ...new Set([...processes, ...Object.values(themes).filter((word) => word !== undefined)]),
];

/** What a scenario may test; without a tag it is functional. */
export const scenarioTypes: readonly string[] = [
  'functional',
  'migration',
  'non-functional',
  'operational',
  'regression',
];

/** Values of tags that other folders and files say. */
export interface TagWords {
  /** Names of acts, for `@needs:`. */
  acts: readonly string[];
  /** Ids of registered assumptions, for `@assumes:`. */
  assumptions: readonly string[];
}

const values: Record<string, readonly string[]> = {
  process: processes,
  theme: Object.keys(themes),
  kind: ['positive', 'negative', 'timing', 'security', 'fault'],
  mode: ['handles', 'enforces'],
  type: scenarioTypes,
  segment: ['S', 'A', 'U'],
  serial: ['participant', 'hub'],
  stage: ['PIT', 'SIT', 'UIT'],
};
const groups = [...Object.keys(values), 'role', 'needs', 'assumes'];

/** The form of an id; its group is the word of the process or folder. */
export const idForm = /^@MQ-([A-Z][A-Z0-9]*)-\d{3}$/;

/** The values of one group of tags: `valuesOf(tags, 'role')` of `@role:SUP` is `SUP`. */
export function valuesOf(tags: readonly string[], group: string): string[] {
  return tags.filter((tag) => tag.startsWith(`@${group}:`)).map((tag) => tag.slice(group.length + 2));
}

/** Why a tag may not stand in a feature, with the next step; undefined for a good one. Ids are judged elsewhere. */
export function tagProblem(tag: string, words: TagWords): { text: string; fix: string } | undefined {
  const [, group = '', value] = /^@([^:]*)(?::(.*))?$/.exec(tag) ?? [];
  if (group.startsWith('MQ-')) return undefined;
  if (value === undefined || !groups.includes(group)) {
    const near = nearest(group, groups);
    return {
      text: `Unknown tag ${tag}.`,
      fix: near ? `Did you mean @${near}:${value ?? '…'}?` : `Known: ${groups.map((name) => `@${name}:`).join(' ')}`,
    };
  }
  if (group === 'role') return roleProblem(tag);
  const known =
    group === 'assumes' ? words.assumptions : group === 'needs' ? [...words.acts, 'travel'] : values[group]!;
  if (known.includes(value)) return undefined;
  const near = nearest(value, known);
  const where =
    group === 'assumes' ? 'Write the assumption into fixtures/assumptions/ first.' : `Known: ${known.join(', ')}`;
  return { text: `Unknown value in ${tag}.`, fix: near ? `Did you mean @${group}:${near}? ${where}` : where };
}

function roleProblem(tag: string): { text: string; fix: string } | undefined {
  if (positionOfTag(tag)) return undefined;
  return {
    text: `No role or side for ${tag}.`,
    fix: 'A role code with a side of it, if need be: @role:SUP, @role:SUP:outgoing.',
  };
}
