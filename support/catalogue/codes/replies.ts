/** A request of the market and the message that answers it with a code. */
export interface Reply {
  /** `IF-031 [MSApp]` */
  request: string;
  /** `IF-032 [MSAppInitialResp]` */
  reply: string;
  /** Block of the reply in which the code stands. */
  carriedIn: 'R0' | 'R1' | 'B007' | 'B099';
  /** Messages that pass the code on to others. */
  relayed: readonly string[];
}

type Row = [name: string, events: string, reply: string, carriedIn: Reply['carriedIn'], relayed?: string];

// A reply without an event has the event of its request. `lapse`: an accepted proposal that cannot take effect.
const rows: Row[] = [
  ['IF-005', 'MeterInstall MeterRemoval MeterExchange MeterUpdate MeterHistoryUpdate', 'IF-006', 'R0'],
  ['IF-007', 'EnergisationStatusChange', 'IF-008', 'R0'],
  ['IF-015', 'ConsumptionReplay', 'IF-016 [ConsumptionRequestRejected]', 'R1'],
  ['IF-019', 'LinkedImportExportCreate LinkedImportExportAdd LinkedImportExportRemove', 'IF-020', 'R0'],
  ['IF-019', 'RelatedCreate RelatedAdd RelatedRemove', 'IF-020', 'R0'],
  ['IF-021', 'ActivePower ReactivePower', 'IF-014 [ActivePowerRejected]', 'R0'],
  ['IF-025', 'ConsentGranularity IHDInfo SMSO SSCandProfileClass', 'IF-026', 'R0'],
  ['IF-027', 'ConsumptionAmendment', 'IF-028', 'R0'],
  ['IF-031', 'MSApp', 'IF-032 [MSAppInitialResp]', 'R0'],
  ['IF-031', 'DSApp', 'IF-032 [DSAppInitialResp]', 'R0'],
  ['lapse', 'MSApp', 'IF-035 [MSAppLapsed]', 'B007'],
  ['lapse', 'DSApp', 'IF-035 [DSAppLapsed]', 'B007'],
  ['IF-033', 'MSAppSPRequest', 'IF-034 [MSAppSPResponse]', 'B007', 'MSAppAccepted MSAppRejected'],
  ['IF-033', 'DSAppSPRequest', 'IF-034 [DSAppSPResponse]', 'B007', 'DSAppAccepted DSAppRejected'],
  ['IF-034', 'MSAppSPResponse', 'IF-035 [MSAppRejected]', 'B007'],
  ['IF-034', 'DSAppSPResponse', 'IF-035 [DSAppRejected]', 'B007'],
  ['IF-034', 'SDS-MDRUpdate', 'IF-035 [SDS-MDROutcome]', 'B099'],
  ['IF-038', 'DirectContractMSAdd DirectContractDSAdd', 'IF-039', 'R0'],
  ['IF-038', 'DirectContractMSRemove DirectContractDSRemove', 'IF-039', 'R0'],
  ['IF-061', 'MDRStart', 'IF-062 [MDRStartResponse]', 'R0'],
];

/** Every request that is answered with a code. Inferred from names and purposes; the release states no pairs. */
export const replies: readonly (Reply & { name: string })[] = rows.flatMap(
  ([name, events, reply, carriedIn, relayed]) =>
    events.split(' ').map((event) => ({
      name,
      request: `${name === 'lapse' ? 'IF-031' : name} [${event}]`,
      reply: reply.includes('[') ? reply : `${reply} [${event}]`,
      carriedIn,
      relayed: relayed?.split(' ').map((relay) => `IF-035 [${relay}]`) ?? [],
    })),
);

/** Reads `IF-005 [MeterInstall MeterExchange], IF-031`; throws on a request that nothing answers. */
export function repliesTo(text: string): Reply[] {
  return text.split(', ').flatMap((part) => {
    const [, name, events] = /^(\S+)(?: \[(.+)\])?$/.exec(part) ?? [];
    const wanted = events?.split(' ');
    const found = replies.filter(
      (one) => one.name === name && (!wanted || wanted.some((event) => one.request.endsWith(`[${event}]`))),
    );
    if (found.length === 0 || (wanted && found.length !== wanted.length)) throw new Error(`nothing answers ${part}`);
    return found.map(({ request, reply, carriedIn, relayed }) => ({ request, reply, carriedIn, relayed }));
  });
}
