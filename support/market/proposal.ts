import { type CustomBlocks, codeText, instant } from '../catalogue';

/** The two kinds of service that a supplier appoints. */
export type Service = 'metering' | 'data';

/** DIP ID and MPID of one party. */
export interface Pair {
  dipId: string;
  mpid: string;
}

/** The block of a proposal as it travels through IF-031 to IF-035, echoed whole. */
export type ProposalBlock = Pick<CustomBlocks, 'B070'> | Pick<CustomBlocks, 'B071'>;

/** What B070 and B071 say in common. */
export interface Proposal {
  service: Service;
  provider: Pair;
  /** Effective date, 25-character date-time. */
  from: string;
  scenario: string;
  block: ProposalBlock;
}

/** Event codes of the appointment conversation, by kind of service. */
export const eventsOf = {
  metering: {
    proposal: 'MSApp',
    initialResponse: 'MSAppInitialResp',
    request: 'MSAppSPRequest',
    response: 'MSAppSPResponse',
    accepted: 'MSAppAccepted',
    rejected: 'MSAppRejected',
    lapsed: 'MSAppLapsed',
    active: 'MSAppActive',
    deAppointed: 'MSDeApp',
  },
  data: {
    proposal: 'DSApp',
    initialResponse: 'DSAppInitialResp',
    request: 'DSAppSPRequest',
    response: 'DSAppSPResponse',
    accepted: 'DSAppAccepted',
    rejected: 'DSAppRejected',
    lapsed: 'DSAppLapsed',
    active: 'DSAppActive',
    deAppointed: 'DSDeApp',
  },
} as const satisfies Record<Service, Record<string, string>>;

export type AppointmentStage = keyof (typeof eventsOf)['metering'];

/** Which service and which stage of the conversation an event code names, or undefined. */
export function stageOf(event: string): { service: Service; stage: AppointmentStage } | undefined {
  for (const service of ['metering', 'data'] as const) {
    const stages = Object.entries(eventsOf[service]) as [AppointmentStage, string][];
    const found = stages.find(([, code]) => code === event);
    if (found) return { service, stage: found[0] };
  }
  return undefined;
}

/** Reads the proposal of that service from B070 or B071; undefined when the block is not there. */
export function proposalOf(custom: Partial<CustomBlocks>, service: Service): Proposal | undefined {
  if (service === 'metering') {
    const block = custom.B070;
    return (
      block && {
        service,
        provider: { dipId: block.proposedMeteringServiceDIPID, mpid: block.proposedMeteringServiceMPID },
        from: block.proposedMeteringServiceDIPEffectiveFromDate,
        scenario: block.appointmentScenario,
        block: { B070: block },
      }
    );
  }
  const block = custom.B071;
  return (
    block && {
      service,
      provider: { dipId: block.proposedDataServiceDIPID, mpid: block.proposedDataServiceMPID },
      from: block.proposedDataServiceDIPEffectiveFromDate,
      scenario: block.appointmentScenario,
      block: { B071: block },
    }
  );
}

/** True when two date-times of the wire are the same instant, however their offsets are written. */
export function sameInstant(a: string, b: string): boolean {
  return a === b || (instant(a) !== undefined && instant(a) === instant(b));
}

/** B007 of an answer: the code stands in the published form, code and text. */
export function outcome(responseCode: 'A' | 'R' | 'L', code: string | null): CustomBlocks['B007'] {
  return { responseCode, proposedAppointmentResponseCode: code === null ? null : codeText(code) };
}
