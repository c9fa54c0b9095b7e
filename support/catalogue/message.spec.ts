import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventOf, message, type Message, type S1, validateMessage } from '.';

const S1: S1 = {
  environmentTag: 'DEV',
  subText: null,
  senderUniqueReference: 'S-IF-031-2300000001-SUP-20270601-1',
  senderTimestamp: '2027-06-01T09:00:00+00:00',
  senderDIPID: '2300000001',
  senderRoleID: 'SUP',
  senderCorrelationID: null,
  DIPConnectionProviderID: null,
};
const place = { distributorDIPID: '1000000001', GSPGroupID: '_A' } as const;
const M0 = { MPANCore: '2000000000006', ...place };
const B070 = {
  proposedMeteringServiceDIPID: '3200000001',
  proposedMeteringServiceMPID: 'METS',
  proposedMeteringServiceDIPEffectiveFromDate: '2027-06-22T00:00:00+01:00',
  contractReferenceMeteringService: null,
  appointmentScenario: 'COS',
} as const;

const B025 = { energisationStatus: 'E', energisationStatusEffectiveFromDate: '2027-06-22T00:00:00+01:00' } as const;

const valid = (payload: unknown) =>
  assert.deepEqual(validateMessage(payload, 'ingress'), { ok: true, message: payload });

test('a message is built from its blocks, and is one that the schema takes', () => {
  const built = message('IF-031', 'MSApp').build({ S1, M0, B070, B013: { CSSRegistrationID: 'REG-1' } });
  valid(built);
  const event: '[MSApp]' = built.CommonBlock.S0.eventCode;
  assert.equal(event, '[MSApp]');
  assert.equal(built.CustomBlock.B070.proposedMeteringServiceMPID, 'METS');
  const any: Message = built;
  assert.deepEqual(Object.keys(any.CommonBlock), ['S0', 'S1', 'M0']);
});

test('header blocks go by the event: M1, R0, R1, S2, or no MPAN at all', () => {
  const R0 = { responseCode: 'A', responseMessages: [] } as const;
  const answer = { ...R0, responseMessages: [...R0.responseMessages] };
  valid(
    message('IF-020', 'RelatedAdd').build({
      ...{ S1, R0: answer, M1: { principalMPAN: '2000000000006', ...place } },
      B090List: [{ subsidiaryMPAN: '2000000000011' }],
    }),
  );
  valid(message('IF-016', 'ConsumptionRequestRejected').build({ S1, M0, R1: answer }));
  valid(message('IF-032', 'MSAppInitialResp').build({ S1, M0, B070, R0: answer }));
  valid(message('IF-045', 'NoMSAppointed').build({ S1, M0 }));
  valid(message('REP-008', 'LDSOLLFDefaultData').build({ S1, P03: { compressedReport: 'AAAA' } }));
  const bare = message('IF-038', 'DirectContractMSRemove').build({ S1, M0 });
  valid(bare);
  assert.ok(!('CustomBlock' in bare));
});

test('what is wrong does not compile', () => {
  // @ts-expect-error an interface has events of its own only
  assert.throws(() => message('IF-031', 'MSAppActive'), { code: 'EVENT_UNKNOWN' });
  // @ts-expect-error there is no such interface
  assert.throws(() => message('IF-030', 'MSApp'), { code: 'EVENT_UNKNOWN' });
  const request = message('IF-031', 'MSApp');
  const refused = (payload: unknown) => assert.equal(validateMessage(payload, 'ingress').ok, false);
  // @ts-expect-error a required block is missing
  refused(request.build({ S1, M0 }));
  // @ts-expect-error the event carries no B071
  request.build({ S1, M0, B070, B071: {} });
  // @ts-expect-error the event carries no R0
  request.build({ S1, M0, B070, R0: { responseCode: 'A', responseMessages: [] } });
  // @ts-expect-error a value that the list of the item does not have
  refused(request.build({ S1, M0, B070: { ...B070, appointmentScenario: 'XXX' } }));
  // @ts-expect-error an item of the right name holds a text
  refused(request.build({ S1, M0, B070: { ...B070, proposedMeteringServiceMPID: 7 } }));
  // @ts-expect-error the block has no item of that name
  refused(request.build({ S1, M0, B070: { ...B070, proposedMeteringServiceMpid: 'METS' } }));
  // @ts-expect-error an item must be there
  refused(request.build({ S1, M0, B070, B013: {} }));
  // @ts-expect-error the MPAN of a relationship stands in M1
  refused(message('IF-019', 'RelatedAdd').build({ S1, M0, B090List: [] }));
  // @ts-expect-error an answer must have R0
  refused(message('IF-008', 'EnergisationStatusChange').build({ S1, M0, B025 }));
  const known: EventOf<'IF-034'>[] = ['MSAppSPResponse', 'DSAppSPResponse', 'SDS-MDRUpdate'];
  assert.equal(known.length, 3);
});
