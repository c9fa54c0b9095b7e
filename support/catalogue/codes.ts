/** A response code with a short text of our own; the published texts are longer and partly misspelt. */
export interface ResponseCode {
  code: string;
  text: string;
  /** Who uses codes of that kind. */
  family: string;
}

const families: Record<string, string> = {
  MSG: 'DIP',
  RCP: 'recipient',
  REG: 'Registration Service',
  SP: 'service provider',
  DS: 'data service',
};

// Those of DI-999 that the interfaces of this catalogue can meet.
const texts: Record<string, string> = {
  MSG0000: 'Success',
  MSG1000: 'Message Processing Failed',
  MSG1001: 'Schema Failure',
  MSG1002: 'Interface ID Invalid',
  MSG1006: 'Sender Unique Reference Duplicated',
  MSG1007: 'Sender Timestamp Invalid',
  MSG1009: 'Sender DIP ID Invalid',
  MSG1010: 'Sender Role Invalid',
  MSG1011: 'Connection Provider ID Invalid',
  MSG1012: 'Sender Correlation ID Invalid',
  MSG1030: 'Addressing or Routing Error',
  MSG1031: 'Primary Recipient DIP ID Invalid',
  MSG1032: 'Primary Recipient Role Invalid',
  MSG1033: 'Secondary Recipient DIP ID Invalid',
  MSG1034: 'Secondary Recipient Role Invalid',
  MSG1035: 'Always Recipient DIP ID Invalid',
  MSG1036: 'Always Recipient Role Invalid',
  MSG1037: 'No Secondary Recipient, MPAN Missing',
  MSG1038: 'No Secondary Recipient for MPAN, Party and Event',

  RCP0000: 'Success',
  RCP1000: 'Message Processing Failed',
  RCP1001: 'Schema Failure',
  RCP1002: 'Interface ID Invalid',
  RCP1003: 'Event Code Invalid or Unexpected',
  RCP1004: 'Environment Tag Invalid or Unexpected',
  RCP1005: 'Schema Version Invalid',
  RCP1006: 'Sender Unique Reference Missing or Duplicated',
  RCP1007: 'Sender Timestamp Invalid',
  RCP1008: 'Sender Timestamp in the Future',
  RCP1009: 'Sender DIP ID Invalid or Unexpected',
  RCP1010: 'Sender Role Invalid or Unexpected',
  RCP1021: 'Mandatory Item Missing',
  RCP1022: 'Item Value Invalid',
  RCP1023: 'Combination of Values Invalid',
  RCP1041: 'Recipient ID Invalid or Unexpected',
  RCP1042: 'Publication ID Invalid or Unexpected',
  RCP1043: 'Transaction ID Invalid or Unexpected',
  RCP1044: 'Transaction Timestamp Invalid',
  RCP1045: 'Transaction Timestamp in the Future',
  RCP1046: 'DIP Correlation ID Invalid or Unexpected',
  RCP1047: 'Replay Indicator Invalid or Unexpected',
  RCP1051: 'R0 Response Code Invalid',
  RCP1052: 'R0 Response Code Inconsistent with Messages',
  RCP1061: 'MPAN Unknown',
  RCP1062: 'Unexpected in the State of the MPAN',
  RCP1063: 'Content Differs from What Was Expected',
  RCP1064: 'Meter Data Retriever Invalid',
  RCP9999: 'Message Signature Invalid',

  REG0000: 'MPAN Unknown',
  REG0005: 'CSS Registration Unknown',
  REG0006: 'CSS Registration of Another Supplier',
  REG1021: 'Sender Not the Current Supplier',
  REG1022: 'Proposed Value Invalid',
  REG1024: 'Effective Date in the Past',
  REG1025: 'USP Only for the Appointed Service',
  REG1026: 'CSP Not for the Appointed Service',
  REG1030: 'Not the Unmetered Operator of That Network',
  REG1031: 'Service Does Not Fit the Market Segment',
  REG1032: 'Effective Date Not Contiguous or Invalid',
  REG1033: 'Appointment Scenario Invalid',
  REG1034: 'Prospective Appointment in the Past',
  REG1035: 'Consent Does Not Fit the Market Segment',
  REG1036: 'Retriever Date Outside the Ownership of the Supplier',
  REG1037: 'SEG Appointment Lapsed After the Supply Start Date',
  REG1038: 'Appointments Barred on a Linked Export MPAN',
  REG1039: 'Appointments Barred on a Related Secondary MPAN',
  REG1080: 'Not the Appointed Data Service',
  REG1081: 'Meter Data Retriever Invalid',
  REG1082: 'Retriever Date More Than Five Days Ahead',
  REG1083: 'Retriever Date Not Aligned',
  REG1084: 'Supplier Named Is Not the Current One',
  REG1088: 'Effective Date Missing',
  REG1089: 'Superseded by a Later Appointment',
  REG1090: 'Metering Service MPID and DIP ID Differ',
  REG1091: 'Data Service MPID and DIP ID Differ',
  REG1092: 'Supplier-Nominated Retriever MPID and DIP ID Differ',
  REG1093: 'Service-Nominated Retriever MPID and DIP ID Differ',
  REG1094: 'Response Code Invalid',
  REG1095: 'SEG Not for the Appointed Service',
  REG1098: 'Retriever Already Appointed',
  REG1099: 'Effective Date More Than 28 Days Ahead',

  SP000: 'Accepted',
  SP001: 'No Contract with the Supplier',
  SP002: 'Contract Reference Not of the Supplier',
  SP003: 'Contract Reference Not for That Connection or Segment',
  SP004: 'Connection Type Not Supported',
  SP005: 'Segment Not Supported',
  SP006: 'Meter Type Not Supported',
  SP007: 'Outside the Operational Area',
  SP008: 'Address Insufficient or Invalid',
  SP009: 'Meter Not DCC Enrolled',
  SP010: 'Domestic Indicator Not Supported',
  SP011: 'Notice Too Short',
  SP099: 'Other',

  DS001: 'Nominated Retriever Not Supported',
  DS003: 'Read Frequency Missing or Invalid',
  DS004: 'Change of Retriever, Notice Too Short',
  DS005: 'Change of Retriever, Date in the Past',
  DS006: 'Change of Retriever, Date Too Far Ahead',
};

/** A response code that the catalogue knows, or undefined. Codes are case-sensitive. */
export function responseCode(code: string): ResponseCode | undefined {
  if (!Object.hasOwn(texts, code)) return undefined;
  return { code, text: texts[code]!, family: families[code.replace(/\d+$/, '')]! };
}

/** `MSG1001 - Schema Failure`; a code that the catalogue does not know stays as it is. */
export function codeText(code: string): string {
  const known = responseCode(code);
  return known ? `${code} - ${known.text}` : code;
}
