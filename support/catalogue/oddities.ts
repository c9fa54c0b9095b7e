/** Something that the published release says though it can hardly be meant. It stays as published. */
export interface Oddity {
  id: string;
  /** Interface, event, block or item. */
  where: string;
  /** Interfaces, events by label, and keys of messages. */
  about: readonly string[];
  what: string;
  /** What the harness does about it. */
  treatment: string;
}

const asPublished = 'The schema is as published.';

/** Every oddity of release 2.1.0 that is known. Tests prove each of those that a schema shows. */
export const oddities: readonly Oddity[] = [
  {
    id: 'event-code-brackets',
    where: 'S0.eventCode',
    about: ['eventCode'],
    what: 'Event codes stand in brackets on the wire, and without them in most texts.',
    treatment: 'Messages carry the brackets; names in the harness do without.',
  },
  {
    id: 'schema-version-of-if-051',
    where: 'IF-051',
    about: ['IF-051', 'schemaVersion'],
    what: 'Its schema version is 001, that of every other interface 011. Reports have 008.',
    treatment: asPublished,
  },
  {
    id: 'channels-without-schema',
    where: 'channels 030 and 042',
    about: [],
    what: 'The list of channels has them (correlated MPAN activity, customer name); no schema and no interface id does.',
    treatment: 'They are not in the catalogue: a message on them is of an unknown interface.',
  },
  {
    id: 'publication-ids-missing',
    where: 'D0.publicationID',
    about: ['IF-004', 'IF-051', 'REP-003A', 'publicationID'],
    what: 'The list of publication ids lacks those of IF-004, IF-051 and REP-003A.',
    treatment:
      'The item takes any text of 7 or 8 characters, as published; the DIP of the harness uses PUB-004 and so on.',
  },
  {
    id: 'masked-values',
    where: 'code lists such as R0.responseCode, consentGranularity, traditionalFallBackReadFrequency',
    about: ['R0', 'responseCode', 'consentGranularity', 'traditionalFallBackReadFrequency'],
    what: 'The value x stands beside real ones: the DIP masks an item for a recipient. A sender may write it too.',
    treatment: 'The schema takes x both ways; conditions of a table take it as equal to anything.',
  },
  {
    id: 'principal-mpan',
    where: 'IF-019, IF-020',
    about: ['IF-019', 'IF-020', 'M1', 'principalMPAN'],
    what: 'The MPAN stands in M1 under the name principalMPAN, and there is no M0.',
    treatment: 'Whoever looks for the MPAN of a message looks in both.',
  },
  {
    id: 'shared-event-codes',
    where: 'IF-020 [RelatedCreate]',
    about: ['IF-020 [RelatedCreate]'],
    what: 'Its schema takes the codes of [RelatedAdd] and [RelatedRemove] too, which have schemas of their own.',
    treatment: 'Each event takes its own code only; the blocks are the same.',
  },
  {
    id: 'replayed-headers',
    where: 'IF-016',
    about: ['IF-016', 'S2', 'R1'],
    what: 'S2 repeats the block S1 of the replayed message, R1 the block R0; with [ConsumptionRequestRejected] R1 alone.',
    treatment: 'S2 and R1 are checked as S1 and R0.',
  },
  {
    id: 'answer-not-required',
    where: 'IF-032',
    about: ['IF-032'],
    what: 'R0 may be left out, though the message is nothing but an answer. IF-034, IF-035 carry theirs in B007.',
    treatment: `${asPublished} That R0 must be there is a rule beyond it.`,
  },
  {
    id: 'no-custom-block',
    where: 'IF-015, IF-016 [ConsumptionRequestRejected], removals of IF-038 and IF-039',
    about: [
      'IF-015',
      'IF-016 [ConsumptionRequestRejected]',
      'IF-038 [DirectContractMSRemove]',
      'IF-039 [DirectContractMSRemove]',
    ],
    what: 'There is no CustomBlock, and none may be.',
    treatment: asPublished,
  },
  {
    id: 'empty-custom-block',
    where: 'IF-041, IF-045, IF-047, IF-065 [ReadingRemote], IF-065 [MDRInstantaneous]',
    about: ['IF-041', 'IF-045', 'IF-047', 'IF-065 [ReadingRemote]', 'IF-065 [MDRInstantaneous]'],
    what: 'CustomBlock must be there, but nothing need be in it.',
    treatment: asPublished,
  },
  {
    id: 'b906-twice',
    where: 'IF-005 and IF-006, [MeterUpdate] and [MeterHistoryUpdate]',
    about: [
      'B906',
      'IF-005 [MeterUpdate]',
      'IF-005 [MeterHistoryUpdate]',
      'IF-006 [MeterUpdate]',
      'IF-006 [MeterHistoryUpdate]',
    ],
    what: 'Under the name B906 stands the block B906a, whose list of asset providers may be left out.',
    treatment: asPublished,
  },
  {
    id: 'list-limits',
    where: 'B065List in IF-041 and IF-065',
    about: ['B065List'],
    what: 'IF-041 takes at most 48 readings; the same list in IF-065 [ReadingRemote] has no limit.',
    treatment: asPublished,
  },
  {
    id: 'open-header',
    where: 'S0 of IF-001, 003, 004, 005, 006, 008, 018, 043 and 047',
    about: ['S0', 'IF-001', 'IF-003', 'IF-004', 'IF-005', 'IF-006', 'IF-008', 'IF-018', 'IF-043', 'IF-047'],
    what: 'Further keys pass, as the release does not close the block there.',
    treatment: asPublished,
  },
  {
    id: 'open-common-block',
    where: 'CommonBlock of IF-007 and IF-045',
    about: ['CommonBlock', 'IF-007', 'IF-045'],
    what: 'Further blocks pass, as the release does not close it there.',
    treatment: asPublished,
  },
  {
    id: 'open-blocks',
    where: 'B013, B025, B091, B908List',
    about: ['B013', 'B025', 'B091', 'B908List'],
    what: 'Further items pass, as the release does not close these blocks.',
    treatment: asPublished,
  },
  {
    id: 'nothing-required',
    where: 'B903List, B905List, B912List, B914List, LSGSettlementPeriods, LSGTotals',
    about: ['B903List', 'B905List', 'B912List', 'B914List', 'LSGSettlementPeriods', 'LSGTotals'],
    what: 'No part of what these lists hold need be there: an empty object passes.',
    treatment: asPublished,
  },
  {
    id: 'report-schema-key',
    where: 'CustomBlock of every report',
    about: ['schema'],
    what: 'The key schema describes what is packed into P03. It may be there, and is not meant to be filled.',
    treatment: `${asPublished} The harness leaves it out of what it sends.`,
  },
  {
    id: 'composite-schemas',
    where: 'schemas of whole interfaces',
    about: [],
    what: 'They choose among the events by oneOf, which says of a bad message only that none fits.',
    treatment: 'The schema is chosen by interface and event code.',
  },
];
