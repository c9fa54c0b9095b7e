import { serviceRole, type Segment } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import type { MpanKind } from './pool-kind';
import { canonicalPosition } from './positions';

const raise = errorsOf(worldErrors);

const supplier = /^(?:(incoming|outgoing|other) )?supplier$/;
const service = /^(?:(proposed|incumbent|outgoing|other) )?(metering service|data service|meter data retriever)$/;
const others: Record<string, string> = {
  'registration service': 'REGS',
  'network operator': 'LDSO',
  'market-wide data service': 'MDS',
  'enquiry service': 'EES',
};

/** Pattern of the parties that a step may name, without the article. */
export const partyPattern =
  /(?:[Tt]he |[Aa] |[Aa]n )?((?:(?:Incoming|Outgoing|Other) )?Supplier|(?:(?:proposed|incumbent|outgoing|other) )?(?:Metering Service|Data Service|Meter Data Retriever)|Registration Service|Network Operator|Market-wide Data Service|Enquiry Service|[A-Z]{3,5}(?: \((?:incoming|outgoing|other|proposed|incumbent|another)\))?)/;

/**
 * The position that a step's words mean for an MPAN of that segment: "the proposed Metering Service" of a Smart MPAN is
 * `MSS (proposed)`. Who is named without a side is the incoming Supplier, the proposed service.
 */
export function positionOfWords(words: string, segment: Segment): string {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(the|an?) /, '');
  if (supplier.test(text)) return `SUP (${supplier.exec(text)![1] ?? 'incoming'})`;
  const [, which = 'proposed', kind] = service.exec(text) ?? [];
  if (kind) {
    const role = kind.startsWith('meter data')
      ? 'MDR'
      : serviceRole(kind === 'data service' ? 'data' : 'metering', segment);
    return canonicalPosition(`${role} (${which === 'other' ? 'another' : which})`)!;
  }
  const position = others[text] ?? canonicalPosition(words);
  if (!position)
    throw raise('POSITION_UNKNOWN', { text: words, known: 'the Incoming Supplier, the Registration Service, …' });
  return position;
}

const kindWords: Record<string, Record<string, string>> = {
  segment: { smart: 'S', traditional: 'S', advanced: 'A', unmetered: 'U' },
  meterKind: { smart: 'smart', traditional: 'traditional', advanced: 'advanced', unmetered: 'none' },
  energyDirection: { import: 'I', export: 'E' },
  energisation: { energised: 'E', 'de-energised': 'D' },
  registration: { 'a new connection': 'new' },
};
/** No kind of the pool: any MPAN with a smart meter can be so. */
const remotelyRead = 'remotely read';
const belongsTo = /^(linked|related) to mpan "[a-z]"$/;

/**
 * "Smart, import and energised" as the kind of MPAN that the pool is asked for; also "a new connection", and `linked to
 * MPAN "A"`, which makes it the dependent one of a pair; "remotely read": by a retriever from the start.
 */
export function mpanKindOfWords(words: string): MpanKind {
  const kind: Record<string, string | true> = {};
  for (const word of words.toLowerCase().split(/\s*,\s*|\s+and\s+/)) {
    const pair = belongsTo.exec(word)?.[1];
    if (pair) Object.assign(kind, { pair, part: 'dependent' });
    const hits = Object.entries(kindWords).filter(([, values]) => Object.hasOwn(values, word));
    if (word === remotelyRead) kind.retrieved = true;
    else if (hits.length === 0 && !pair) {
      const known = [...Object.values(kindWords).flatMap(Object.keys), remotelyRead];
      const fix = `Use ${known.join(', ')}, linked to MPAN "A", related to MPAN "A".`;
      throw raise('STEP_WORDS_UNKNOWN', { problem: `"${word}" is not a kind of MPAN`, fix });
    }
    for (const [key, values] of hits) kind[key] = values[word]!;
  }
  if (kind.retrieved && (kind.meterKind !== 'smart' || kind.registration === 'new')) {
    const problem = `"${words}": only a Smart MPAN that is registered can be ${remotelyRead}`;
    throw raise('STEP_WORDS_UNKNOWN', { problem, fix: `Write "Smart", or leave "${remotelyRead}" out.` });
  }
  return kind;
}

/** "REG1033 or REG1034" as a list of codes. */
export function codesOfWords(words: string): string[] {
  return words.split(/\s+or\s+/).map((code) => code.trim());
}
