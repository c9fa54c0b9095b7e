import { newSenderReference } from '../reference';
import { wireTime } from '../time';
import { positionOfItem } from './parties';
import type { Origin } from './replays';
import { digits, maybe, type Makers, type Spot } from './spot';

/** The part of an item's name before DIPID or MPID; what shares it comes and goes together. */
const stem = (name: string) => name.replace(/(DIPID|MPID|EffectiveFromDate|EffectiveToDate)$/, '');

const party = (spot: Spot) => spot.scene.party(positionOfItem(spot.name));

/** A direct contract that begins or ends names its service; elsewhere a nullable party may be absent. */
const absent = (spot: Spot) =>
  spot.nullable && !/^DirectContract/.test(spot.scene.definition.event) && !spot.scene.has(stem(spot.name));

const compactDay = (spot: Spot) => wireTime(spot.scene.at).slice(0, 10).replaceAll('-', '');

/** The header at which the place stands: of the message, or in S2 of the one that it repeats. */
function headerOf({ scene, path }: Spot): Origin & { unique: string } {
  const { definition, sender, replayed, unique } = scene;
  if (replayed && path.includes('.S2.')) return { ...replayed, unique: `${unique}C` };
  return { interface: definition.interface, sender, isAnswer: definition.answers !== undefined, unique };
}

function reference(spot: Spot): string {
  const { sender, unique, interface: id } = headerOf(spot);
  // The published form has no letter after the number of a report.
  return newSenderReference(id.replace(/[A-Z]$/, ''), sender.dipId, sender.role, spot.scene.at, unique);
}

const correlation = (spot: Spot) => `CI-${compactDay(spot)}-${headerOf(spot).unique}`;

/** Headers, parties and MPANs. */
export const identityItems: Makers = [
  [/^interfaceID$/, ({ scene }) => scene.definition.interface],
  [/^schemaVersion$/, ({ scene }) => scene.definition.schemaVersion],
  [/^eventCode$/, ({ scene }) => `[${scene.definition.event}]`],
  [/^environmentTag$/, () => 'DEV'],
  [/^subText$/, maybe(() => 'Sample', 0.1)],
  [/^senderUniqueReference$/, reference],
  [/^senderDIPID$/, (spot) => headerOf(spot).sender.dipId],
  [/^senderRoleID$/, (spot) => headerOf(spot).sender.role],
  [/^DIPConnectionProviderID$/, maybe((spot) => party({ ...spot, name: 'ConnectionProvider' }).dipId, 0.2)],
  [/^senderCorrelationID$/, (spot) => (spot.scene.plain || !headerOf(spot).isAnswer ? null : correlation(spot))],
  [/^initialCorrelationID$/, correlation],
  [
    /^transactionID$/,
    (spot) => {
      const { definition, sender, unique } = spot.scene;
      return `T-${definition.interface}-${sender.dipId}-${sender.role}-${compactDay(spot)}-${unique}`;
    },
  ],
  [/^publicationID$/, ({ scene }) => scene.definition.publication],
  [/^replayIndicator$/, ({ scene }) => /^IF-016$/.test(scene.definition.interface)],
  [/^serviceTicketURL$/, () => null],
  [/^compressedReport$/, ({ scene }) => scene.report?.()],

  [/^(MPANCore|principalMPAN|primaryMPAN)$/, ({ scene }) => scene.mpan],
  [/^secondaryMPAN$/, maybe(({ scene, index }) => scene.otherMpan(`related ${index}`))],
  [/^linkedImportExportMPAN$/, ({ scene }) => scene.otherMpan('linked')],
  [/^linkedMPANEnergyDirection$/, ({ scene }) => (scene.direction === 'I' ? 'E' : 'I')],
  [/^subsidiaryMPAN$/, ({ scene, index }) => scene.otherMpan(`subsidiary ${index}`)],
  [/^listOfMPANSonSite$/, ({ scene }) => scene.mpan],
  [/MPAN$/, ({ scene, name }) => scene.otherMpan(name)],
  [/^CSSRegistrationID$/, (spot) => `REG-${digits({ ...spot, path: 'registration' }, 6)}`],

  [/^issuingDataServiceDIPID$/, (spot) => (isData(spot) ? spot.scene.sender : party(spot)).dipId],
  [/DIPID$/, (spot) => (absent(spot) ? null : party(spot).dipId)],
  [/MPID$/, (spot) => (absent(spot) ? null : party(spot).mpid)],
  [/^(distributor|embeddedLDSO)ID$/, (spot) => party(spot).mpid],
  [/^customerDirectContract\w+Service$/, ({ scene, name }) => scene.has(name)],
];

const isData = ({ scene }: Spot) => /DS$/.test(scene.sender.role) && scene.sender.role !== 'MDS';
