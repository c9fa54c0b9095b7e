@process:BP003B @theme:mpan-ownership
Feature: BP003B Change of Existing Service Appointment Details
  The current Supplier changes what is agreed with a service that stays appointed. The service accepts or refuses the
  new terms; nobody is de-appointed.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP003B-010 @role:SUP @role:REGS @role:SDS:incumbent @segment:S @kind:positive
    Scenario: The Supplier changes the terms of its Data Service
      When the Supplier changes the terms of its Data Service of MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                                                                                                                                               |
        | 1 | SUP             | REGS            | IF-031 [DSApp]            |         | B071 appointmentScenario = USP; B071 proposedDataServiceDIPID = SDS (incumbent); B071 proposedDataServiceDIPEffectiveFromDate = the effective date |
        | 2 | REGS            | SUP             | IF-032 [DSAppInitialResp] | after 1 | R0 responseCode = A; B071 = as in 1                                                                                                                |
        | 3 | REGS            | SDS (incumbent) | IF-033 [DSAppSPRequest]   | after 1 | B071 = as in 1                                                                                                                                     |
        | 4 | SDS (incumbent) | REGS            | IF-034 [DSAppSPResponse]  | after 3 | B007 = A, SP000; B071 = as in 3                                                                                                                    |
        | 5 | REGS            | SUP             | IF-035 [DSAppAccepted]    | after 4 | B007 responseCode = A; B071 = as in 1                                                                                                              |
      And the Supplier sends no second IF-031 [DSApp] for MPAN "A"
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"

    @MQ-BP003B-020 @role:SUP @role:REGS @role:MSS:incumbent @segment:S @kind:positive
    Scenario: The Supplier changes the terms of its Metering Service
      When the Supplier changes the terms of its Metering Service of MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                                                                                                                                                       |
        | 1 | SUP             | REGS            | IF-031 [MSApp]            |         | B070 appointmentScenario = USP; B070 proposedMeteringServiceDIPID = MSS (incumbent); B070 proposedMeteringServiceDIPEffectiveFromDate = the effective date |
        | 2 | REGS            | SUP             | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A; B070 = as in 1                                                                                                                        |
        | 3 | REGS            | MSS (incumbent) | IF-033 [MSAppSPRequest]   | after 1 | B070 = as in 1                                                                                                                                             |
        | 4 | MSS (incumbent) | REGS            | IF-034 [MSAppSPResponse]  | after 3 | B007 = A, SP000; B070 = as in 3                                                                                                                            |
        | 5 | REGS            | SUP             | IF-035 [MSAppAccepted]    | after 4 | B007 responseCode = A; B070 = as in 1                                                                                                                      |
      And the Registration Service sends no IF-035 [IMS-SendMTD] for MPAN "A"
      And the Registration Service sends no IF-037 [MSDeApp] for MPAN "A"

    @MQ-BP003B-110 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario Outline: The Data Service refuses the new terms with <code>, and the old ones stand
      Given the incumbent Data Service will refuse the next IF-033 [DSAppSPRequest] for MPAN "A" with <code>
      When the Supplier changes the terms of its Data Service of MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppRejected] for MPAN "A" with B007 = R, <code>
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

      Examples:
        | case      | code  |
        | frequency | DS003 |
        | terms     | SP002 |

    @MQ-BP003B-120 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario: Registration refuses the new terms, and the old ones stand
      Given the Registration Service will refuse the next IF-031 [DSApp] for MPAN "A" with REG1025
      When the Supplier changes the terms of its Data Service of MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1025
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP003B-210 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses other terms <what>
      When <sender> proposes a Data Service to MPAN "A" with:
        | service  | <service>     |
        | scenario | USP           |
        | from     | 10 days ahead |
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <codes>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

      Examples:
        | case           | what                               | sender             | service                    | codes              |
        | other-provider | of a service that is not appointed | the Supplier       | the proposed Data Service  | REG1025            |
        | not-supplier   | by who does not supply the MPAN    | the Other Supplier | the incumbent Data Service | REG1021 or REG1033 |

  Rule: An Advanced MPAN

    @MQ-BP003B-030 @role:SUP @role:REGS @role:MSA:incumbent @role:ADS:incumbent @segment:A @kind:positive
    Scenario: The Supplier changes the terms of both services of the advanced segment
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier
      When the Supplier changes the terms of its Metering Service of MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                  | order   | with                                  |
        | 1 | SUP             | REGS            | IF-031 [MSApp]           |         | B070 appointmentScenario = USP        |
        | 2 | REGS            | MSA (incumbent) | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1                        |
        | 3 | MSA (incumbent) | REGS            | IF-034 [MSAppSPResponse] | after 2 | B007 = A, SP000; B070 = as in 2       |
        | 4 | REGS            | SUP             | IF-035 [MSAppAccepted]   | after 3 | B007 responseCode = A; B070 = as in 1 |
      When the Supplier changes the terms of its Data Service of MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                  | order   | with                                  |
        | 1 | SUP             | REGS            | IF-031 [DSApp]           |         | B071 appointmentScenario = USP        |
        | 2 | REGS            | ADS (incumbent) | IF-033 [DSAppSPRequest]  | after 1 | B071 = as in 1                        |
        | 3 | ADS (incumbent) | REGS            | IF-034 [DSAppSPResponse] | after 2 | B007 = A, SP000; B071 = as in 2       |
        | 4 | REGS            | SUP             | IF-035 [DSAppAccepted]   | after 3 | B007 responseCode = A; B071 = as in 1 |
      And the Registration Service sends no IF-037 [MSDeApp] for MPAN "A"
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"

  Rule: An Unmetered MPAN

    @MQ-BP003B-040 @role:SUP @role:REGS @role:UMSO:incumbent @role:UMSDS:incumbent @segment:U @kind:positive
    Scenario: The Supplier changes the terms of both services of unmetered supplies
      Given MPAN "A" is Unmetered, import and energised, registered to the Supplier
      When the Supplier changes the terms of its Metering Service of MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from             | to               | message                  | order   | with                                  |
        | 1 | SUP              | REGS             | IF-031 [MSApp]           |         | B070 appointmentScenario = USP        |
        | 2 | REGS             | UMSO (incumbent) | IF-033 [MSAppSPRequest]  | after 1 | B070 = as in 1                        |
        | 3 | UMSO (incumbent) | REGS             | IF-034 [MSAppSPResponse] | after 2 | B007 = A, SP000; B070 = as in 2       |
        | 4 | REGS             | SUP              | IF-035 [MSAppAccepted]   | after 3 | B007 responseCode = A; B070 = as in 1 |
      When the Supplier changes the terms of its Data Service of MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from              | to                | message                  | order   | with                                  |
        | 1 | SUP               | REGS              | IF-031 [DSApp]           |         | B071 appointmentScenario = USP        |
        | 2 | REGS              | UMSDS (incumbent) | IF-033 [DSAppSPRequest]  | after 1 | B071 = as in 1                        |
        | 3 | UMSDS (incumbent) | REGS              | IF-034 [DSAppSPResponse] | after 2 | B007 = A, SP000; B071 = as in 2       |
        | 4 | REGS              | SUP               | IF-035 [DSAppAccepted]   | after 3 | B007 responseCode = A; B071 = as in 1 |
      And the Registration Service sends no IF-037 [MSDeApp] for MPAN "A"
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"

  Rule: New terms of a Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP003B-710 @role:SUP @role:REGS @role:SDS:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: From their day on the new terms hold, and nobody is de-appointed
      When the Supplier changes the terms of its Data Service of MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to              | message              | level  | with                                                                                           |
        | 1 | REGS | SDS (incumbent) | IF-036 [DSAppActive] | should | B015 appointmentScenario = USP; B015 incomingDataServiceEffectiveFromDate = the effective date |
      And the Registration Service sends no IF-037 [DSDeApp] for MPAN "A"
      And the Supplier's records show the incumbent Data Service of MPAN "A" as active

    @MQ-BP003B-711 @role:REGS @segment:S @kind:negative @mode:enforces @assumes:update-days-back
    Scenario Outline: Registration refuses new terms <what>
      When the Supplier changes the terms of its Data Service of MPAN "A", effective <from>
      Then the Registration Service sends IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [DSAppSPRequest] for MPAN "A"

      Examples:
        | case          | what              | from          | code    |
        | too-far-ahead | for 29 days ahead | 29 days ahead | REG1099 |
        | too-far-back  | from 6 days ago   | 6 days ago    | REG1024 |

    @MQ-BP003B-712 @segment:S @kind:negative @mode:enforces @needs:limitService
    Scenario Outline: A <kind> Service refuses a contract that it does not know, and the old terms stand
      Given the incumbent <kind> Service cannot serve MPAN "A" with:
        | contractReference | MQ-CONTRACT-2 |
      When the Supplier changes the terms of its <kind> Service of MPAN "A", effective 10 days ahead
      Then the incumbent <kind> Service sends <answer> for MPAN "A" with B007 = R, SP002
      And the Registration Service sends no <end> for MPAN "A"
      And the Supplier's records show the incumbent <kind> Service of MPAN "A" as active

      @role:MSS:incumbent
      Examples:
        | case     | kind     | answer                   | end              |
        | metering | Metering | IF-034 [MSAppSPResponse] | IF-037 [MSDeApp] |

      @role:SDS:incumbent
      Examples:
        | case | kind | answer                   | end              |
        | data | Data | IF-034 [DSAppSPResponse] | IF-037 [DSDeApp] |

    @MQ-BP003B-713 @role:SUP @role:REGS @role:SDS:incumbent @segment:S @kind:timing
    Scenario Outline: New terms begin <what>
      When the Supplier changes the terms of its Data Service of MPAN "A", effective <from>
      Then these messages are exchanged for MPAN "A":
        |   | from            | to   | message                  | order   | with                                                              |
        | 1 | SUP             | REGS | IF-031 [DSApp]           |         | B071 proposedDataServiceDIPEffectiveFromDate = the effective date |
        | 2 | SDS (incumbent) | REGS | IF-034 [DSAppSPResponse] | after 1 | B007 = A, SP000; B071 = as in 1                                   |
        | 3 | REGS            | SUP  | IF-035 [DSAppAccepted]   | after 2 | B007 responseCode = A                                             |

      Examples:
        | case  | what          | from          |
        | ahead | 28 days ahead | 28 days ahead |
        | back  | 5 days ago    | 5 days ago    |
