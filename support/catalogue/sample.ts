import type { z } from 'zod';
import type { CustomBlocks, Message } from './blocks';
import { type EventDefinition, messageLabel } from './event';
import { knownEvent, type Release, releaseInUse } from './release';
import { packReport } from './reports';
import type { PartyCode } from './roles';
import { generate } from './samples/generate';
import { possible } from './samples/possible';
import { drawOf, type Seed } from './samples/random';
import { contentSchema, reportContent } from './samples/report';
import { type Scene, sceneOf } from './samples/scene';
import { override, type Overrides, wantedFor } from './samples/set-paths';

export type { Overrides } from './samples/set-paths';
export type { Seed } from './samples/random';

export interface SampleOptions {
  /** Same seed, same bytes. Without one: the plainest sample, the same each time but for a new sender reference. */
  seed?: Seed;
  mpan?: string;
  /** DIP ID of the sender. */
  from?: string;
  /** Role of the sender; the first that may send the event unless said otherwise. */
  role?: PartyCode;
  /** As the DIP publishes it, with D0. */
  egress?: boolean;
  /** Blocks that replace or join those of the sample. */
  custom?: Partial<CustomBlocks>;
  /** Values by path; what they stand on is there then. `{ 'CustomBlock.B013.CSSRegistrationID': 'REG-1' }` */
  set?: Overrides;
  /** With everything that the event may also carry. */
  full?: boolean;
  /** When it was sent; 1 June 2027 unless said otherwise. Half-hourly data is of the day before. */
  at?: Date;
}

let samples = 0;

/** New for each sample; with a seed, the same for the same seed and event. */
function uniqueFor(definition: EventDefinition, seed: Seed | undefined): string {
  if (seed === undefined) return String((samples += 1)).padStart(6, '0');
  const draw = drawOf(seed, `unique ${messageLabel(definition)}`);
  return [1, 2].map(() => draw.int(0, 0xffffff).toString(16).padStart(6, '0')).join('');
}

const sceneFor = (definition: EventDefinition, o: SampleOptions): Scene =>
  sceneOf(definition, { ...o, unique: uniqueFor(definition, o.seed) });

/**
 * A valid and plausible message of any event, with invented names and numbers. Raises EVENT_UNKNOWN,
 * SAMPLE_PATH_UNKNOWN and, of an imported release, SAMPLE_NOT_POSSIBLE.
 * `sampleMessage('IF-021', 'ActivePower', { seed: 7, at: new Date('2027-03-29T06:00:00Z') })`
 */
export function sampleMessage(
  interfaceId: string,
  event: string,
  o: SampleOptions = {},
  release: Release = releaseInUse(),
): Message {
  const definition = knownEvent(interfaceId, event, release);
  const schema = release.jsonSchema(definition, o.egress ? 'egress' : 'ingress');
  const scene = sceneFor(definition, o);
  const set = o.set ?? {};
  const label = messageLabel(definition);
  const content = contentSchema(schema);
  // The bundled release is known to have a sample of everything.
  const checked = <T>(made: T, by: z.ZodType | undefined): T =>
    release.bundled || !by ? made : possible(made, by, label, release.id);
  if (content) {
    const made = () => checked(reportContent(content, scene, {}, label), release.report(definition)?.schema);
    scene.report = () => packReport(made());
  }
  const plain = () => checked(generate(schema, scene), release.schema(definition, o.egress ? 'egress' : 'ingress'));
  const wanted = wantedFor(set, schema, label);
  const given = Object.keys(set).length > 0;
  // Values of one's own may ask for what is not valid; without them the message must be.
  if (given && !release.bundled) plain();
  const sample = (given ? generate(schema, scene, wanted) : plain()) as Message;
  if (o.custom) sample.CustomBlock = { ...sample.CustomBlock, ...o.custom };
  override(sample, set, label);
  return sample;
}

/**
 * What the sample report of the same options packs; undefined for an event that is no report. `set` is of paths inside
 * it: `{ 'R002.settlementCode': 'R1' }`.
 */
export function sampleReport(
  interfaceId: string,
  event: string,
  o: SampleOptions = {},
  release: Release = releaseInUse(),
): unknown {
  const definition = knownEvent(interfaceId, event, release);
  const content = contentSchema(release.jsonSchema(definition, 'ingress'));
  return content && reportContent(content, sceneFor(definition, o), o.set ?? {}, messageLabel(definition));
}
