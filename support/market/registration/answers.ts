import { outcome, type Proposal, proposalOf, sameInstant, stageOf } from '../proposal';
import { amend, type Appointment, held, isLive, type Register } from './register';
import * as say from './say-outcomes';
import { exception, stay } from '../role';
import { retrieverOf } from './retriever';
import { namedFaults } from './retriever-rules';
import { leadingCode, type Seen } from '../seen';
import type { Context, Outgoing, Reaction } from '../types';

/** IF-034: answered by IF-035 to the supplier, when it answers a proposal that is open. */
export function takeAnswer(register: Register, seen: Seen, context: Context, refuse?: string[]): Reaction<Register> {
  const stage = stageOf(seen.event);
  const echoed = stage?.stage === 'response' ? proposalOf(seen.custom, stage.service) : undefined;
  const B007 = seen.custom.B007;
  if (!echoed || !B007) return exception(register, seen, 'no answer to a proposal can be read from it');
  const open = findOpen(register, echoed, seen);
  if (!open) return stay(register, `${seen.label} from ${seen.sender} answers nothing that is open: ignored`);
  const change = (patch: Partial<Appointment>) => amend(register, (it) => it === open, patch);
  const verdict = refuse
    ? { B007: outcome('R', refuse[0] ?? null) }
    : judgeAnswer(echoed, B007, namedFaults(seen.custom, context));
  if (verdict !== 'accepted') {
    const code = leadingCode(verdict.B007.proposedAppointmentResponseCode);
    return {
      state: change({ status: 'refused', code }),
      messages: [say.status(open, 'rejected', verdict.B007)],
      effects: [{ note: `${open.provider.dipId} is not appointed: ${code}` }],
    };
  }
  if (!canTakeEffect(register, open)) {
    return {
      state: change({ status: 'lapsed' }),
      messages: [say.lapse(open, null)],
      effects: [{ note: `${open.provider.dipId} accepted an appointment that can no longer take effect` }],
    };
  }
  const overtaken = register.appointments.filter(
    (it) => it.service === open.service && it.status === 'accepted' && it.supplier.dipId === open.supplier.dipId,
  );
  const retriever = retrieverOf(open.block, seen.custom);
  return {
    state: amend(change({ status: 'accepted', ...(retriever && { retriever }) }), (it) => overtaken.includes(it), {
      status: 'lapsed',
      code: 'REG1089',
    }),
    messages: [
      say.status(retriever ? { ...open, retriever } : open, 'accepted', B007),
      ...detailsWanted(register, open, B007),
      ...overtaken.map((it) => say.lapse(it, 'REG1089')),
    ],
    effects: [{ note: `${open.provider.dipId} accepted` }],
  };
}

/** The proposal that an answer is about: same service, provider, date and scenario; the correlation decides between two. */
function findOpen(register: Register, echoed: Proposal, seen: Seen): Appointment | undefined {
  const candidates = register.appointments.filter(
    (it) =>
      it.status === 'proposed' &&
      it.service === echoed.service &&
      it.provider.dipId === seen.sender &&
      it.provider.dipId === echoed.provider.dipId &&
      it.scenario === echoed.scenario &&
      sameInstant(it.from, echoed.from),
  );
  return candidates.find((it) => it.correlationID === seen.conversation) ?? candidates[0];
}

const dataCodes = ['DS001', 'DS003', 'DS004', 'DS005', 'DS006'];
const serviceCodes = [...Array.from({ length: 11 }, (_, i) => `SP0${String(i + 1).padStart(2, '0')}`), 'SP099'];

type B007 = NonNullable<Seen['custom']['B007']>;

/** Accepted is A with SP000, refused is R with a known reason; anything else is not recognised (REG1094). `faults`: of what it names. */
function judgeAnswer({ service }: Proposal, B007: B007, faults: string[]): 'accepted' | { B007: B007 } {
  const code = leadingCode(B007.proposedAppointmentResponseCode) ?? '';
  if (B007.responseCode === 'A' && code === 'SP000') {
    return faults[0] === undefined ? 'accepted' : { B007: outcome('R', faults[0]) };
  }
  const reasons = service === 'data' ? [...serviceCodes, ...dataCodes] : serviceCodes;
  return { B007: B007.responseCode === 'R' && reasons.includes(code) ? B007 : outcome('R', 'REG1094') };
}

function canTakeEffect(register: Register, it: Appointment): boolean {
  if (it.scenario !== 'COS') return register.supplier?.dipId === it.supplier.dipId;
  return register.switches.some((one) => isLive(one) && one.registrationId === it.registrationId);
}

function detailsWanted(register: Register, it: Appointment, B007: B007): Outgoing[] {
  const incumbent = held(register, 'metering')?.provider;
  const kind = register.point?.meterKind;
  if (!incumbent || incumbent.dipId === it.provider.dipId) return [];
  return kind === 'traditional' || kind === 'advanced' ? [say.sendDetails(it, incumbent, B007)] : [];
}
