/** From which local day something holds, and the last day on which it does (null: no end is known). `YYYY-MM-DD`. */
export interface Validity {
  from: string;
  to: string | null;
}

/** Which bank holidays count: those of England and Wales, or those of Scotland. */
export type Country = 'englandAndWales' | 'scotland';

/** What standing data adds to an organisation that holds a DIP ID; who holds which is said by its environment. */
export interface Provider extends Validity {
  dipId: string;
  /** What it takes on as a service; a list that is left out sets no limit. */
  serves: {
    gspGroups?: readonly string[];
    /** Codes of connectionTypeIndicator (DI-015). */
    connectionTypes?: readonly string[];
    meterTypes?: readonly string[];
  };
}

/** Smart and traditional meters belong to market segment S, advanced ones to A. */
export type MeterGroup = 'smart' | 'traditional' | 'advanced';

/** Whether an item must be given, may be, or must be null. */
export type Demand = 'required' | 'optional' | 'none';

/** A meter type (DI-059) and what it asks of the meter's details. */
export interface MeterType extends Validity {
  code: string;
  group: MeterGroup;
  /** DI-085. */
  ESMEGUID: Demand;
  /** DI-091. */
  displayedDigits: Demand;
}

/** A DUoS tariff (DI-128) of one distributor, named by its MPID. */
export interface Tariff extends Validity {
  id: string;
  distributor: string;
}

/** A profile class (DI-122), in two digits. */
export interface ProfileClass extends Validity {
  code: string;
  name: string;
}

/** A Standard Settlement Configuration (DI-123) and the profile classes that it can stand beside. */
export interface SettlementConfiguration extends Validity {
  code: string;
  profileClasses: readonly string[];
}

/** How many working days of England and Wales after a Settlement Date a run is made; valid by Settlement Date. */
export interface SettlementRun extends Validity {
  /** DI-160: SF, R1, R2, R3, RF … */
  run: string;
  workingDays: number;
}

export interface BankHoliday {
  date: string;
  name: string;
}

/** The bank holidays of a span of years; outside of it nothing is known. */
export interface WorkingDays {
  from: string;
  to: string;
  bankHolidays: Readonly<Record<Country, readonly BankHoliday[]>>;
}

/** An organisation that messages name and that has no DIP ID: a Meter Asset Provider or an SMSO. */
export interface OtherParty extends Validity {
  /** As meterAssetProviderID (DI-055) or SMSOID (DI-134) names it. */
  id: string;
  kind: 'MAP' | 'SMSO';
  name: string;
}

/** Industry standing data by which messages are judged: plain frozen data, fit for JSON. */
export interface StandingData {
  providers: readonly Provider[];
  meterTypes: readonly MeterType[];
  tariffs: readonly Tariff[];
  profileClasses: readonly ProfileClass[];
  settlementConfigurations: readonly SettlementConfiguration[];
  settlementRuns: readonly SettlementRun[];
  workingDays: WorkingDays;
  otherParties: readonly OtherParty[];
}
