import { effectiveFrom, serviceRole } from '../../catalogue';
import { argumentsOf } from '../acts';
import { eventsOf } from '../proposal';
import { isTraditional } from '../registration/meters';
import type { Context, Outgoing } from '../types';
import type { SupplierState } from './supplier';

/** IF-031 of an appointment act. The registration id that IF-002 brought is quoted unless the act says otherwise. */
export function propose(
  act: 'appointMeteringService' | 'appointDataService',
  args: Record<string, unknown>,
  { registrationId: held, facts }: Pick<SupplierState, 'registrationId' | 'facts'>,
  context: Context,
): Outgoing {
  const { service, from, scenario, registrationId = held, contractReference } = argumentsOf(act, args);
  const date = effectiveFrom(from, context.market.effectiveDatesBeginAt);
  const block =
    act === 'appointMeteringService'
      ? {
          B070: {
            proposedMeteringServiceDIPID: service.dipId,
            proposedMeteringServiceMPID: service.mpid,
            proposedMeteringServiceDIPEffectiveFromDate: date,
            contractReferenceMeteringService: contractReference,
            appointmentScenario: scenario,
          },
        }
      : {
          B071: {
            proposedDataServiceDIPID: service.dipId,
            proposedDataServiceMPID: service.mpid,
            proposedDataServiceDIPEffectiveFromDate: date,
            contractReferenceDataService: contractReference,
            appointmentScenario: scenario,
            ...nominated(args, date, context),
            supplierProposedConsentGranularity: 'H' as const,
            supplierProposedDomesticIndicator: servesHomes(service.dipId, context),
            traditionalFallBackReadFrequency: readFrequency(args, facts, context),
          },
        };
  return {
    interface: 'IF-031',
    event: eventsOf[act === 'appointMeteringService' ? 'metering' : 'data'].proposal,
    custom: { ...block, ...(registrationId === null ? {} : { B013: { CSSRegistrationID: registrationId } }) },
    primaryRecipients: [],
    correlationID: null,
  };
}

/** A traditional meter is read every quarter unless the act says otherwise. */
function readFrequency(args: Record<string, unknown>, facts: SupplierState['facts'], { market }: Context) {
  const { readFrequency: asked } = argumentsOf('appointDataService', args);
  if (asked !== undefined) return asked;
  return isTraditional(facts.B905List?.block, market.standing) ? 'Q' : null;
}

/** The retriever that the act names, from the start of the appointment unless it says otherwise. */
function nominated(args: Record<string, unknown>, starts: string, { market }: Context) {
  const { retriever, retrieverFrom } = argumentsOf('appointDataService', args);
  const from =
    typeof retrieverFrom === 'string' ? effectiveFrom(retrieverFrom, market.effectiveDatesBeginAt) : retrieverFrom;
  return {
    supplierNominatedMDRDIPID: retriever?.dipId ?? null,
    supplierNominatedMDRMPID: retriever?.mpid ?? null,
    supplierNominatedMDREffectiveFromDate: retriever ? (from === undefined ? starts : from) : null,
  };
}

/** Test MPANs of segment S are homes, and the data service of that segment is the one proposed for them. */
function servesHomes(dipId: string, { market }: Context): boolean {
  return market.parties.find((it) => it.dipId === dipId)?.role === serviceRole('data', 'S');
}
