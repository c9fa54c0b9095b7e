@process:BP001 @theme:mpan-ownership
Feature: BP001 Change of Supplier, variants
  What differs for export, for traditional and advanced meters, for MPANs that belong together, on the border of what
  may be proposed, and on the days on which the clocks change.

  Rule: A Smart MPAN whose switch is pending

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

    @MQ-BP001-510 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:negative @mode:handles
    Scenario: The switch is cancelled and both accepted appointments lapse
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS cancels the switch of MPAN "A"
      Then the Incoming Supplier receives IF-035 [MSAppLapsed] for MPAN "A" with B007 responseCode = L
      And the Incoming Supplier receives IF-035 [DSAppLapsed] for MPAN "A" with B007 responseCode = L
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as lapsed
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as lapsed
      And the proposed Data Service's records show the proposed Data Service of MPAN "A" as lapsed
      And the Registration Service sends no IF-036 [DSAppActive] for MPAN "A"

    @MQ-BP001-511 @role:SUP @role:REGS @segment:S @kind:timing
    Scenario: A later proposal for the same SSD overtakes the one that was accepted
      When the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the Incoming Supplier appoints another Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B071 proposedDataServiceDIPID = SDS (another)
      And the Incoming Supplier receives IF-035 [DSAppLapsed] for MPAN "A" with B007 = L, REG1089
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as lapsed
      And the Incoming Supplier's records show the other Data Service of MPAN "A" as accepted

    @MQ-BP001-512 @role:SUP @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: A provider answers with a code that nobody knows, and is not appointed
      Given the proposed Metering Service will refuse the next IF-033 [MSAppSPRequest] for MPAN "A" with SP777
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then the Registration Service sends IF-035 [MSAppRejected] for MPAN "A" with B007 = R, REG1094
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as refused

    @MQ-BP001-513 @role:SUP @role:REGS @segment:S @kind:timing @needs:dayArrives @assumes:refused-proposal-code-after-ssd
    Scenario: A proposal that reaches Registration after the SSD is refused, and sent again as CSP
      Given the DIP holds what it has for the Registration Service about MPAN "A"
      When the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      And CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      And the DIP delivers to the Registration Service about MPAN "A" in this order:
        | IF-031 [DSApp] |
      Then the Incoming Supplier receives IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1033 or REG1034
      When the Incoming Supplier appoints its Data Service to MPAN "A" as its current supplier
      Then the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A" with B071 appointmentScenario = CSP; B071 proposedDataServiceDIPEffectiveFromDate = SSD
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as accepted or active

    @MQ-BP001-514 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: Registration refuses to link MPANs while a switch is open
      Given MPAN "B" is Smart, export and energised, registered to the Outgoing Supplier
      When the Outgoing Supplier links exports to MPAN "A" with:
        | subsidiaries | MPAN "B" |
      Then the Registration Service sends IF-020 [LinkedImportExportCreate] for MPAN "A" with R0 responseCode = R, REG0007

    @MQ-BP001-515 @role:SUP @role:REGS @segment:S @kind:timing @needs:dayArrives @needs:remindSupplier
    Scenario Outline: Registration reminds the Incoming Supplier, which has appointed no <what>
      When CSS secures the switch of MPAN "A"
      Then the Incoming Supplier receives IF-001 [ChangeOfSupplier] for MPAN "A"
      When the SSD of MPAN "A" arrives
      And the Registration Service sends a reminder about MPAN "A" with:
        | event | <event> |
      Then the Incoming Supplier receives <message> for MPAN "A"

      Examples:
        | case     | what             | event         | message                |
        | metering | Metering Service | NoMSAppointed | IF-045 [NoMSAppointed] |
        | data     | Data Service     | NoDSAppointed | IF-045 [NoDSAppointed] |

  Rule: The SSD lies as far ahead as may be

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 28 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"

    @MQ-BP001-520 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:timing
    Scenario: Both services are appointed 28 days ahead
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                                                   |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]            |         | B070 proposedMeteringServiceDIPEffectiveFromDate = SSD |
        | 2 | REGS           | SUP (incoming) | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A                                    |
        | 3 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]  | after 1 | B007 = A, SP000                                        |
        | 4 | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]    | after 3 |                                                        |
        | 5 | SUP (incoming) | REGS           | IF-031 [DSApp]            |         | B071 proposedDataServiceDIPEffectiveFromDate = SSD     |
        | 6 | REGS           | SUP (incoming) | IF-032 [DSAppInitialResp] | after 5 | R0 responseCode = A                                    |
        | 7 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse]  | after 5 | B007 = A, SP000                                        |
        | 8 | REGS           | SUP (incoming) | IF-035 [DSAppAccepted]    | after 7 |                                                        |

    @MQ-BP001-521 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a proposal <what>
      When the Incoming Supplier proposes a <kind> Service to MPAN "A" with:
        | from | <from> |
      Then the Registration Service sends <answer> for MPAN "A" with R0 responseCode = R, <codes>
      And the Registration Service sends no <request> for MPAN "A"

      Examples:
        | case        | what                 | kind     | from                 | answer                    | request                 | codes              |
        | metering-29 | for 29 days ahead    | Metering | 29 days ahead        | IF-032 [MSAppInitialResp] | IF-033 [MSAppSPRequest] | REG1099 or REG1032 |
        | data-29     | for 29 days ahead    | Data     | 29 days ahead        | IF-032 [DSAppInitialResp] | IF-033 [DSAppSPRequest] | REG1099 or REG1032 |
        | yesterday   | for yesterday        | Metering | 1 day ago            | IF-032 [MSAppInitialResp] | IF-033 [MSAppSPRequest] | REG1034 or REG1032 |
        | gap         | a day after the SSD  | Data     | 1 day after the SSD  | IF-032 [DSAppInitialResp] | IF-033 [DSAppSPRequest] | REG1032 or REG1099 |
        | before      | a day before the SSD | Metering | 1 day before the SSD | IF-032 [MSAppInitialResp] | IF-033 [MSAppSPRequest] | REG1032            |

    @MQ-BP001-522 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a proposal of the Incoming Supplier as <scenario>, which is for the current one
      When the Incoming Supplier proposes a Metering Service to MPAN "A" with:
        | scenario | <scenario> |
        | service  | <service>  |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1033
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

      Examples:
        | case | scenario | service                        |
        | csp  | CSP      | the proposed Metering Service  |
        | usp  | USP      | the incumbent Metering Service |

  Rule: Other meters, and export

    @MQ-BP001-530 @role:SUP @role:REGS @role:SDS @role:MSS:incumbent @segment:S @kind:positive
    Scenario: A Data Service is appointed to a traditional meter, with how often it is read
      Given MPAN "A" is Traditional, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier proposes a Data Service to MPAN "A" with:
        | readFrequency | M |
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                  | order   | with                                           |
        | 1 | SUP (incoming) | REGS            | IF-031 [DSApp]           |         | B071 traditionalFallBackReadFrequency = M      |
        | 2 | REGS           | SDS (proposed)  | IF-033 [DSAppSPRequest]  | after 1 | B071 = as in 1                                 |
        | 3 | SDS (proposed) | REGS            | IF-034 [DSAppSPResponse] | after 2 | B007 = A, SP000; B071 = as in 2                |
        | 4 | REGS           | SUP (incoming)  | IF-035 [DSAppAccepted]   | after 3 | B007 responseCode = A                          |
        | 5 | REGS           | MSS (incumbent) | IF-035 [IMS-SendMTD]     | after 3 | B071 proposedDataServiceDIPID = SDS (proposed) |

    @MQ-BP001-531 @role:SUP @role:REGS @role:MSA:incumbent @segment:A @kind:positive
    Scenario: The incumbent Metering Service of an advanced meter is told to send meter details
      Given MPAN "A" is Advanced, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                  | order   | with                                               |
        | 1 | SUP (incoming) | REGS            | IF-031 [MSApp]           |         |                                                    |
        | 2 | MSA (proposed) | REGS            | IF-034 [MSAppSPResponse] | after 1 | B007 = A, SP000                                    |
        | 3 | REGS           | SUP (incoming)  | IF-035 [MSAppAccepted]   | after 2 |                                                    |
        | 4 | REGS           | MSA (incumbent) | IF-035 [IMS-SendMTD]     | after 2 | B070 proposedMeteringServiceDIPID = MSA (proposed) |

    @MQ-BP001-532 @kind:positive @needs:dayArrives
    Scenario Outline: The Incoming Supplier takes over an export MPAN of the <kind> segment with both services
      Given MPAN "A" is <kind>, export and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the proposed Metering Service receives IF-033 [MSAppSPRequest] for MPAN "A" with B023 energyDirection = E
      And the proposed Data Service receives IF-033 [DSAppSPRequest] for MPAN "A" with B023 energyDirection = E
      And the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B023 energyDirection = E
      And the proposed Data Service receives IF-036 [DSAppActive] for MPAN "A" with B023 energyDirection = E
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as active

      @role:SUP @role:REGS @role:MSS @role:SDS @segment:S
      Examples:
        | case  | kind  |
        | smart | Smart |

      @role:SUP @role:REGS @role:MSA @role:ADS @segment:A
      Examples:
        | case     | kind     |
        | advanced | Advanced |

  Rule: MPANs that belong together

    @MQ-BP001-540 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a <service> Service of its own for <what>
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And MPAN "B" is Smart, <direction> and energised, <how> to MPAN "A"
      And a switch of MPAN "B" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "B"
      When the Incoming Supplier proposes a <service> Service to MPAN "B"
      Then the Registration Service sends <answer> for MPAN "B" with R0 responseCode = R, <code>
      And the Registration Service sends no <request> for MPAN "B"

      Examples:
        | case             | what                | direction | how     | service  | answer                    | request                 | code    |
        | linked-metering  | a linked export     | export    | linked  | Metering | IF-032 [MSAppInitialResp] | IF-033 [MSAppSPRequest] | REG1038 |
        | linked-data      | a linked export     | export    | linked  | Data     | IF-032 [DSAppInitialResp] | IF-033 [DSAppSPRequest] | REG1038 |
        | related-metering | a related secondary | import    | related | Metering | IF-032 [MSAppInitialResp] | IF-033 [MSAppSPRequest] | REG1039 |
        | related-data     | a related secondary | import    | related | Data     | IF-032 [DSAppInitialResp] | IF-033 [DSAppSPRequest] | REG1039 |

    @MQ-BP001-541 @role:REGS @role:MSS @role:SDS @segment:S @kind:positive @needs:dayArrives @assumes:alignment-from
    Scenario Outline: <what> gets the services of its principal MPAN after a switch
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And MPAN "B" is Smart, <direction> and energised, <how> to MPAN "A"
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then the Incoming Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      And the Incoming Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then the outgoing Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSUPP
      And the outgoing Data Service receives IF-037 [DSDeApp] for MPAN "A" with B009 deAppointmentReasonCode = CSUPP
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as active
      And these messages are exchanged for MPAN "B":
        |   | from | to             | message              | level  | with                                                                                        |
        | 1 | REGS | MSS (proposed) | IF-036 [MSAppActive] | should | B014 appointmentScenario = ALG; B014 incomingMeteringServiceDIPID = MSS (proposed)          |
        | 2 | REGS | MSS (outgoing) | IF-037 [MSDeApp]     | should | B008 deAppointmentReasonCode = <reason>; B010 incomingMeteringServiceDIPID = MSS (proposed) |
        | 3 | REGS | SDS (proposed) | IF-036 [DSAppActive] | should | B015 appointmentScenario = ALG; B015 incomingDataServiceDIPID = SDS (proposed)              |
        | 4 | REGS | SDS (outgoing) | IF-037 [DSDeApp]     | should | B009 deAppointmentReasonCode = <reason>; B011 incomingDataServiceDIPID = SDS (proposed)     |

      Examples:
        | case    | what                | direction | how     | reason  |
        | linked  | A linked export     | export    | linked  | IMPEXP  |
        | related | A related secondary | import    | related | RELATED |

  Rule: The days on which the clocks change

    @MQ-BP001-550 @role:SUP @role:REGS @role:MSS @role:SDS @segment:S @kind:timing @needs:dayArrives @assumes:effective-dates-local-midnight
    Scenario Outline: The SSD is the day of the <season> clock change
      Given MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier
      And a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD on the next <season> clock change
      And the Incoming Supplier has received IF-002 [GainMPANInfo] for MPAN "A"
      When the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD
      And the Incoming Supplier appoints its Data Service to MPAN "A" from the SSD
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                  | order   | with                                                   |
        | 1 | SUP (incoming) | REGS           | IF-031 [MSApp]           |         | B070 proposedMeteringServiceDIPEffectiveFromDate = SSD |
        | 2 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse] | after 1 | B070 proposedMeteringServiceDIPEffectiveFromDate = SSD |
        | 3 | REGS           | SUP (incoming) | IF-035 [MSAppAccepted]   | after 2 |                                                        |
        | 4 | SUP (incoming) | REGS           | IF-031 [DSApp]           |         | B071 proposedDataServiceDIPEffectiveFromDate = SSD     |
        | 5 | SDS (proposed) | REGS           | IF-034 [DSAppSPResponse] | after 4 | B071 proposedDataServiceDIPEffectiveFromDate = SSD     |
        | 6 | REGS           | SUP (incoming) | IF-035 [DSAppAccepted]   | after 5 |                                                        |
      When CSS secures the switch of MPAN "A"
      And the SSD of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to             | message                   | order   | with                                                |
        | 1 | REGS | SUP (incoming) | IF-001 [ChangeOfSupplier] |         | B002 supplierEffectiveFromDate = SSD                |
        | 2 | REGS | MSS (proposed) | IF-036 [MSAppActive]      | after 1 | B014 incomingMeteringServiceEffectiveFromDate = SSD |
        | 3 | REGS | MSS (outgoing) | IF-037 [MSDeApp]          | after 1 | B008 meteringServiceEffectiveToDate = SSD           |
        | 4 | REGS | SDS (proposed) | IF-036 [DSAppActive]      | after 1 | B015 incomingDataServiceEffectiveFromDate = SSD     |
        | 5 | REGS | SDS (outgoing) | IF-037 [DSDeApp]          | after 1 | B009 dataServiceEffectiveToDate = SSD               |
      And the Incoming Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Incoming Supplier's records show the proposed Data Service of MPAN "A" as active

      Examples:
        | case   | season |
        | spring | spring |
        | autumn | autumn |
