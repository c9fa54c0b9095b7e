import assert from 'node:assert/strict';
import { eventDefinition, type Message, messageLabel, messageName, type RoleCode, validateMessage } from '../catalogue';
import { type Actor, type ActorMemory, createActor, type Market, type OutgoingEnvelope, type Party } from './index';

/** MPAN, suppliers, services and the rest of a small market for tests. */
export const mpan = '1200023456784';
export const ssd = '2027-06-22';
export const ssdBegins = '2027-06-22T00:00:00+01:00';
export const startedAt = '2027-06-12T09:00:00Z';

const party = (dipId: string, mpid: string, role: RoleCode): Party => ({ dipId, mpid, role, name: `${role} ${mpid}` });

export const who = {
  out: party('1000000001', 'SOUT', 'SUP'),
  in: party('1000000002', 'SINC', 'SUP'),
  third: party('1000000003', 'STHI', 'SUP'),
  regs: party('2000000001', 'REGA', 'REGS'),
  mssOld: party('3000000001', 'MOLD', 'MSS'),
  mssNew: party('3000000002', 'MNEW', 'MSS'),
  mssOther: party('3000000003', 'MOTH', 'MSS'),
  msa: party('3100000001', 'MADV', 'MSA'),
  umso: party('3200000001', 'MUNM', 'UMSO'),
  sdsOld: party('4000000001', 'DOLD', 'SDS'),
  sdsNew: party('4000000002', 'DNEW', 'SDS'),
  ads: party('4100000001', 'DADV', 'ADS'),
  adsOld: party('4100000002', 'DADO', 'ADS'),
  mdr: party('7100000001', 'RETA', 'MDR'),
  mdrOther: party('7100000002', 'RETB', 'MDR'),
  ldso: party('5000000001', 'LDSA', 'LDSO'),
  mds: party('6000000001', 'MDSA', 'MDS'),
  ees: party('6000000002', 'EESA', 'EES'),
  lss: party('6000000003', 'LSSA', 'LSS'),
} satisfies Record<string, Party>;

export type Name = keyof typeof who;

export const market: Market = { parties: Object.values(who), effectiveDatesBeginAt: 'local' };

export const pair = ({ dipId, mpid }: Party) => ({ dipId, mpid });

export const point = (over: Record<string, unknown> = {}) => ({
  ...{ segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E' },
  ...{ distributor: who.ldso.dipId, gspGroup: '_K', since: '2024-04-01' },
  ...{ supplier: pair(who.out), meteringService: pair(who.mssOld), dataService: pair(who.sdsOld) },
  ...over,
});

export const pending = { registrationId: 'SWITCH-1', supplier: pair(who.in), supplyStartDate: ssd };
export const appointment = (service: Party, over: Record<string, unknown> = {}) => ({
  ...{ service: pair(service), from: ssd, scenario: 'COS' },
  ...over,
});

interface Delivery {
  to: Name;
  label: string;
  message: Message;
}

/** Actors of every party, joined by a router that publishes what they send. */
export class Play {
  readonly actors = {} as Record<Name, Actor>;
  readonly sent: { by: Name; label: string; message: Message }[] = [];
  readonly waiting: Delivery[] = [];
  now = new Date(startedAt);
  private count = 0;
  private copies = 0;
  private readonly begins: Market['effectiveDatesBeginAt'];

  constructor(effectiveDatesBeginAt: Market['effectiveDatesBeginAt'] = 'local') {
    this.begins = effectiveDatesBeginAt;
    for (const name of Object.keys(who) as Name[]) this.restart(name);
  }

  /** Puts a new actor in the place of one, with the memory given. */
  restart(name: Name, memory?: Record<string, ActorMemory>): void {
    this.actors[name] = createActor({
      ...{ party: who[name], environmentTag: 'SIT', memory },
      market: { ...market, effectiveDatesBeginAt: this.begins },
      now: () => this.now,
      unique: () => `T${++this.count}`,
      meteringPoint: () => ({ distributor: who.ldso.dipId, gspGroup: '_K' }),
      send: (messages) => messages.forEach((it) => this.publish(name, it)),
    });
  }

  act(by: Name, name: string, args: Record<string, unknown>) {
    return this.actors[by].act(mpan, name, args);
  }

  /** Loads the MPAN at the Registration Service and announces the switch. */
  pendingSwitch(over: Record<string, unknown> = {}): this {
    this.act('regs', 'loadMeteringPoint', point(over));
    this.act('regs', 'switchPending', pending);
    return this.run();
  }

  /** Delivers what waits, first in first out, or as `next` picks. */
  run(next: (waiting: Delivery[]) => number = () => 0, only: (it: Delivery) => boolean = () => true): this {
    for (;;) {
      const open = this.waiting.filter(only);
      if (open.length === 0) return this;
      const it = open[next(open)]!;
      this.waiting.splice(this.waiting.indexOf(it), 1);
      this.actors[it.to].receive(it.message);
    }
  }

  /** Delivers a copy of a publication, changed or not, as a new one. */
  deliver(to: Name, message: Message, change: (copy: Message) => void = () => {}) {
    const copy = structuredClone(message);
    copy.CommonBlock.D0!.transactionID = `copy-${++this.copies}`;
    change(copy);
    return this.actors[to].receive(copy);
  }

  labels(by?: Name): string[] {
    return this.sent.filter((it) => by === undefined || it.by === by).map((it) => it.label);
  }

  find(label: string, by?: Name): Message[] {
    return this.sent.filter((it) => it.label === label && (by === undefined || it.by === by)).map((it) => it.message);
  }

  one(label: string, by?: Name): Message {
    const found = this.find(label, by);
    assert.equal(found.length, 1, `${found.length} times ${label}, expected once; sent: ${this.labels().join(', ')}`);
    return found[0]!;
  }

  records(of: Name) {
    return this.actors[of].records(mpan);
  }

  /** Status of each appointment: `metering 3000000002 active`. */
  statuses(of: Name): string[] {
    return this.records(of).appointments.map((it) => `${it.service} ${it.dipId} ${it.status}`);
  }

  private publish(by: Name, { message }: OutgoingEnvelope): void {
    const checked = validateMessage(message, 'ingress');
    assert.deepEqual(checked.ok ? [] : checked.problems, [], `${by} sends what the schema refuses`);
    const label = messageLabel(messageName(message)!);
    const publication = published(message, ++this.count);
    this.sent.push({ by, label, message: publication });
    for (const to of audience(publication)) this.waiting.push({ to, label, message: publication });
  }
}

function published(message: Message, number: number): Message {
  const copy = structuredClone(message);
  copy.CommonBlock.D0 = {
    ...{ transactionID: `X${number}`, transactionTimestamp: '2027-06-12T09:00:00+00:00' },
    publicationID: copy.CommonBlock.S0.interfaceID.replace('IF', 'PUB'),
    initialCorrelationID: copy.CommonBlock.S1.senderCorrelationID ?? `C${number}`,
    ...{ replayIndicator: false, serviceTicketURL: null },
  };
  const checked = validateMessage(copy, 'egress');
  assert.deepEqual(checked.ok ? [] : checked.problems, []);
  return copy;
}

/** The primary recipients, and of every other role that the catalogue names the party that is settled here. */
function audience(message: Message): Name[] {
  const { interface: id, event } = messageName(message)!;
  const { secondary, always } = eventDefinition(id, event)!.recipients;
  const primary = message.CommonBlock.A0?.primaryRecipients ?? [];
  const standing: Partial<Record<string, readonly Name[]>> = {
    ...{ REGS: ['regs'], LDSO: ['ldso'], MDS: ['mds'], LSS: ['lss'], EES: ['ees'], SUP: ['in', 'out'] },
  };
  const others = [...secondary, ...always].flatMap((role): readonly Name[] =>
    id === 'IF-035' && !event.endsWith('Outcome') ? [] : (standing[role] ?? []),
  );
  const named = (Object.keys(who) as Name[]).filter((name) => primary.includes(who[name].dipId));
  return [...new Set([...named, ...others])];
}

/** Numbers below 1 that depend on the seed alone. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A switch is pending; the incoming supplier's metering service has accepted. */
export function accepted(over: Record<string, unknown> = {}): Play {
  const play = new Play().pendingSwitch(over);
  play.act('in', 'appointMeteringService', appointment(who.mssNew));
  return play.run();
}
