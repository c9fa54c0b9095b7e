@process:BP002 @theme:mpan-ownership
Feature: BP002 Change of Service - Metering Service
  The current Supplier replaces the Metering Service of an MPAN, with no change of supplier. The new service is active
  from the effective date, and the old one is de-appointed.

  Rule: A Smart MPAN

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP002-010 @role:SUP @role:REGS @role:MSS @segment:S @kind:positive
    Scenario: The Supplier appoints a new Metering Service
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to             | message                   | order   | with                                                                                                                               |
        | 1 | SUP            | REGS           | IF-031 [MSApp]            |         | B070 appointmentScenario = CSP; B070 proposedMeteringServiceDIPEffectiveFromDate = the effective date                              |
        | 2 | REGS           | SUP            | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A; B070 = as in 1                                                                                                |
        | 3 | REGS           | MSS (proposed) | IF-033 [MSAppSPRequest]   | after 1 | B070 = as in 1; B072 incumbentMeteringServiceDIPID = MSS (incumbent); B012 serviceProviderAppointmentRequestingSupplierDIPID = SUP |
        | 4 | MSS (proposed) | REGS           | IF-034 [MSAppSPResponse]  | after 3 | B007 = A, SP000; B070 = as in 3                                                                                                    |
        | 5 | REGS           | SUP            | IF-035 [MSAppAccepted]    | after 4 | B007 responseCode = A                                                                                                              |
      And the Supplier sends no second IF-031 [MSApp] for MPAN "A"
      And the Registration Service sends no IF-036 [MSAppActive] for MPAN "A"
      And the Supplier's records show the proposed Metering Service of MPAN "A" as accepted
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as accepted
      And the Registration Service's records show the proposed Metering Service of MPAN "A" as accepted

    @MQ-BP002-020 @role:SUP @role:REGS @role:MSS @role:MSS:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: On the effective date the new Metering Service is active and the old one is de-appointed
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to              | message              | order | with                                                                                                                                               |
        | 1 | REGS | MSS (proposed)  | IF-036 [MSAppActive] |       | B014 appointmentScenario = CSP; B014 incomingMeteringServiceEffectiveFromDate = the effective date                                                 |
        | 2 | REGS | MSS (incumbent) | IF-037 [MSDeApp]     |       | B008 deAppointmentReasonCode = CSERV; B008 meteringServiceEffectiveToDate = the effective date; B010 incomingMeteringServiceDIPID = MSS (proposed) |
      And the Registration Service sends no IF-001 [ChangeOfSupplier] for MPAN "A"
      And the Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Supplier's records show the incumbent Metering Service of MPAN "A" as ended
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the incumbent Metering Service's records show the incumbent Metering Service of MPAN "A" as ended

    @MQ-BP002-021 @role:LDSO @role:MDS @role:EES @segment:S @kind:positive @needs:dayArrives
    Scenario: Network, settlement and enquiry are told of the new Metering Service and of the end of the old one
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the Network Operator receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the Network Operator receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSERV
      And the Market-wide Data Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the Market-wide Data Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSERV
      And the Enquiry Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceDIPID = MSS (proposed)
      And the Enquiry Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSERV
      And the Network Operator's records show the proposed Metering Service of MPAN "A" as active
      And the Network Operator's records show the incumbent Metering Service of MPAN "A" as ended
      And the Market-wide Data Service's records show the proposed Metering Service of MPAN "A" as active
      And the Market-wide Data Service's records show the incumbent Metering Service of MPAN "A" as ended
      And the Enquiry Service's records show the proposed Metering Service of MPAN "A" as active
      And the Enquiry Service's records show the incumbent Metering Service of MPAN "A" as ended

    @MQ-BP002-110 @role:SUP @segment:S @kind:negative @mode:handles
    Scenario Outline: Registration refuses with <code> and the Supplier proposes again
      Given the Registration Service will refuse the next IF-031 [MSApp] for MPAN "A" with <code>
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Supplier's records show the proposed Metering Service of MPAN "A" as refused
      When the Supplier appoints another Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with B070 proposedMeteringServiceDIPID = MSS (another)
      And the Supplier's records show the other Metering Service of MPAN "A" as accepted

      Examples:
        | case             | code    |
        | present-provider | REG1026 |
        | not-supplier     | REG1021 |
        | wrong-segment    | REG1031 |

    @MQ-BP002-120 @role:SUP @role:REGS @segment:S @kind:negative @mode:handles
    Scenario Outline: The new Metering Service refuses with <code>, and the old one stays
      Given the proposed Metering Service will refuse the next IF-033 [MSAppSPRequest] for MPAN "A" with <code>
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppRejected] for MPAN "A" with B007 = R, <code>
      And the Registration Service sends no IF-037 [MSDeApp] for MPAN "A"
      And the Supplier's records show the proposed Metering Service of MPAN "A" as refused
      And the Supplier's records show the incumbent Metering Service of MPAN "A" as active

      Examples:
        | case        | code  |
        | no-contract | SP001 |
        | segment     | SP005 |

    @MQ-BP002-210 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses <what>
      When <sender> proposes a Metering Service to MPAN "A" with:
        | service  | <service>  |
        | scenario | <scenario> |
        | from     | <from>     |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, <codes>
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

      Examples:
        | case             | what                                           | sender             | service                        | scenario | from          | codes              |
        | present-provider | a change to the service that is appointed      | the Supplier       | the incumbent Metering Service | CSP      | 10 days ahead | REG1026            |
        | other-provider   | other terms of a service that is not appointed | the Supplier       | the proposed Metering Service  | USP      | 10 days ahead | REG1025            |
        | not-supplier     | a proposal of who does not supply the MPAN     | the Other Supplier | the proposed Metering Service  | CSP      | 10 days ahead | REG1021 or REG1033 |
        | too-far-ahead    | a proposal for more than 28 days ahead         | the Supplier       | the proposed Metering Service  | CSP      | 30 days ahead | REG1099            |
        | wrong-segment    | a service of the wrong segment                 | the Supplier       | MSA (proposed)                 | CSP      | 10 days ahead | REG1031            |
        | no-switch        | the scenario of a switch where none is pending | the Supplier       | the proposed Metering Service  | COS      | 10 days ahead | REG1033 or REG1034 |

    @MQ-BP002-220 @role:MSS @segment:S @kind:negative @mode:enforces @needs:endContract
    Scenario: A Metering Service without a contract refuses
      Given the proposed Metering Service has no contract with the Supplier for MPAN "A"
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP001
      And the Registration Service sends IF-035 [MSAppRejected] for MPAN "A" with B007 = R, SP001

    @MQ-BP002-230 @role:SUP @role:REGS @segment:S @kind:timing
    Scenario: A later proposal overtakes the one that was accepted
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the Supplier appoints another Metering Service to MPAN "A", effective 12 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A" with B070 proposedMeteringServiceDIPID = MSS (another)
      And the Supplier receives IF-035 [MSAppLapsed] for MPAN "A" with B007 = L, REG1089
      And the Supplier's records show the other Metering Service of MPAN "A" as accepted

  Rule: A traditional meter

    @MQ-BP002-030 @role:SUP @role:REGS @role:MSS:incumbent @segment:S @kind:positive
    Scenario: The incumbent Metering Service of a traditional meter is told to send meter details
      Given MPAN "A" is Traditional, import and energised, registered to the Supplier
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                  | order   | with                                               |
        | 1 | SUP            | REGS            | IF-031 [MSApp]           |         | B070 appointmentScenario = CSP                     |
        | 2 | MSS (proposed) | REGS            | IF-034 [MSAppSPResponse] | after 1 | B007 = A, SP000                                    |
        | 3 | REGS           | SUP             | IF-035 [MSAppAccepted]   | after 2 |                                                    |
        | 4 | REGS           | MSS (incumbent) | IF-035 [IMS-SendMTD]     | after 2 | B070 proposedMeteringServiceDIPID = MSS (proposed) |

  Rule: An Advanced MPAN

    Background:
      Given MPAN "A" is Advanced, import and energised, registered to the Supplier

    @MQ-BP002-040 @role:SUP @role:REGS @role:MSA @role:MSA:incumbent @segment:A @kind:positive @needs:dayArrives
    Scenario: An Advanced Metering Service takes over from another
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                   | order   | with                                               |
        | 1 | SUP            | REGS            | IF-031 [MSApp]            |         | B070 appointmentScenario = CSP                     |
        | 2 | REGS           | SUP             | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A                                |
        | 3 | REGS           | MSA (proposed)  | IF-033 [MSAppSPRequest]   | after 1 | B070 = as in 1                                     |
        | 4 | MSA (proposed) | REGS            | IF-034 [MSAppSPResponse]  | after 3 | B007 = A, SP000; B070 = as in 3                    |
        | 5 | REGS           | SUP             | IF-035 [MSAppAccepted]    | after 4 | B007 responseCode = A                              |
        | 6 | REGS           | MSA (incumbent) | IF-035 [IMS-SendMTD]      | after 4 | B070 proposedMeteringServiceDIPID = MSA (proposed) |
      When the effective date of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = the effective date
      And the incumbent Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSERV
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the incumbent Metering Service's records show the incumbent Metering Service of MPAN "A" as ended

    @MQ-BP002-240 @role:REGS @segment:A @kind:negative @mode:enforces
    Scenario: A Smart Metering Service is refused for an Advanced MPAN
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | service  | MSS (proposed) |
        | scenario | CSP            |
        | from     | 10 days ahead  |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1031
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

  Rule: An Unmetered MPAN

    @MQ-BP002-050 @role:SUP @role:REGS @role:UMSO @role:UMSO:incumbent @segment:U @kind:positive @needs:dayArrives
    Scenario: An Unmetered Supplies Operator takes over from another
      Given MPAN "A" is Unmetered, import and energised, registered to the Supplier
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message                   | order   | with                            |
        | 1 | SUP             | REGS            | IF-031 [MSApp]            |         | B070 appointmentScenario = CSP  |
        | 2 | REGS            | SUP             | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A             |
        | 3 | REGS            | UMSO (proposed) | IF-033 [MSAppSPRequest]   | after 1 | B070 = as in 1                  |
        | 4 | UMSO (proposed) | REGS            | IF-034 [MSAppSPResponse]  | after 3 | B007 = A, SP000; B070 = as in 3 |
        | 5 | REGS            | SUP             | IF-035 [MSAppAccepted]    | after 4 | B007 responseCode = A           |
      When the effective date of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B014 incomingMeteringServiceEffectiveFromDate = the effective date
      And the incumbent Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSERV
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as active
      And the incumbent Metering Service's records show the incumbent Metering Service of MPAN "A" as ended

  Rule: On the border of what may be proposed

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP002-510 @role:SUP @role:REGS @role:MSS @segment:S @kind:timing
    Scenario: A new Metering Service is appointed 28 days ahead
      When the Supplier appoints a new Metering Service to MPAN "A", effective 28 days ahead
      Then these messages are exchanged for MPAN "A":
        |   | from           | to   | message                   | order   | with                                                                  |
        | 1 | SUP            | REGS | IF-031 [MSApp]            |         | B070 proposedMeteringServiceDIPEffectiveFromDate = the effective date |
        | 2 | REGS           | SUP  | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A; B070 = as in 1                                   |
        | 3 | MSS (proposed) | REGS | IF-034 [MSAppSPResponse]  | after 1 | B007 = A, SP000; B070 = as in 1                                       |
        | 4 | REGS           | SUP  | IF-035 [MSAppAccepted]    | after 3 | B007 responseCode = A                                                 |

    @MQ-BP002-511 @role:SUP @role:REGS @role:MSS @role:MSS:incumbent @segment:S @kind:timing @assumes:update-days-back
    Scenario: A new Metering Service is appointed from 5 days ago, and is active at once
      When the Supplier appoints a new Metering Service to MPAN "A", effective 5 days ago
      Then these messages are exchanged for MPAN "A":
        |   | from           | to              | message                   | order   | with                                                                  |
        | 1 | SUP            | REGS            | IF-031 [MSApp]            |         | B070 proposedMeteringServiceDIPEffectiveFromDate = the effective date |
        | 2 | REGS           | SUP             | IF-032 [MSAppInitialResp] | after 1 | R0 responseCode = A; B070 = as in 1                                   |
        | 3 | MSS (proposed) | REGS            | IF-034 [MSAppSPResponse]  | after 1 | B007 = A, SP000                                                       |
        | 4 | REGS           | SUP             | IF-035 [MSAppAccepted]    | after 3 | B007 responseCode = A                                                 |
        | 5 | REGS           | MSS (proposed)  | IF-036 [MSAppActive]      | after 3 | B014 incomingMeteringServiceEffectiveFromDate = the effective date    |
        | 6 | REGS           | MSS (incumbent) | IF-037 [MSDeApp]          | after 3 | B008 meteringServiceEffectiveToDate = the effective date              |
      And the Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the incumbent Metering Service's records show the incumbent Metering Service of MPAN "A" as ended

    @MQ-BP002-512 @role:REGS @segment:S @kind:negative @mode:enforces @assumes:update-days-back
    Scenario Outline: Registration refuses a proposal <what>
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | scenario | CSP    |
        | from     | <from> |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

      Examples:
        | case          | what              | from          | code    |
        | too-far-ahead | for 29 days ahead | 29 days ahead | REG1099 |
        | too-far-back  | from 6 days ago   | 6 days ago    | REG1024 |

    @MQ-BP002-513 @role:SUP @role:REGS @role:MSS @role:MSS:incumbent @segment:S @kind:timing @needs:dayArrives @assumes:effective-dates-local-midnight
    Scenario Outline: A new Metering Service begins on the day of the <season> clock change
      Given MPAN "A" has reached the day 10 days before the next <season> clock change
      When the Supplier appoints a new Metering Service to MPAN "A", effective on the next <season> clock change
      Then these messages are exchanged for MPAN "A":
        |   | from           | to   | message                  | order   | with                                                                  |
        | 1 | SUP            | REGS | IF-031 [MSApp]           |         | B070 proposedMeteringServiceDIPEffectiveFromDate = the effective date |
        | 2 | MSS (proposed) | REGS | IF-034 [MSAppSPResponse] | after 1 | B007 = A, SP000; B070 = as in 1                                       |
        | 3 | REGS           | SUP  | IF-035 [MSAppAccepted]   | after 2 | B070 = as in 1                                                        |
      When the effective date of MPAN "A" arrives
      Then these messages are exchanged for MPAN "A":
        |   | from | to              | message              | order | with                                                               |
        | 1 | REGS | MSS (proposed)  | IF-036 [MSAppActive] |       | B014 incomingMeteringServiceEffectiveFromDate = the effective date |
        | 2 | REGS | MSS (incumbent) | IF-037 [MSDeApp]     |       | B008 meteringServiceEffectiveToDate = the effective date           |
      And the Supplier's records show the proposed Metering Service of MPAN "A" as active

      Examples:
        | case   | season |
        | spring | spring |
        | autumn | autumn |

  Rule: Other faults of a proposal, and of an answer

    Background:
      Given MPAN "A" is Smart, import and energised, registered to the Supplier

    @MQ-BP002-520 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: Registration refuses a DIP ID and an MPID that do not belong together
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | scenario | CSP                                                                       |
        | from     | 10 days ahead                                                             |
        | service  | the proposed Metering Service with the MPID of the other Metering Service |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1090
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

    @MQ-BP002-521 @role:SUP @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: A new Metering Service answers with a code that nobody knows, and the old one stays
      Given the proposed Metering Service will refuse the next IF-033 [MSAppSPRequest] for MPAN "A" with SP777
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Registration Service sends IF-035 [MSAppRejected] for MPAN "A" with B007 = R, REG1094
      And the Supplier's records show the proposed Metering Service of MPAN "A" as refused
      And the Supplier's records show the incumbent Metering Service of MPAN "A" as active

    @MQ-BP002-522 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario: Registration refuses a proposal for an MPAN that it does not hold
      Given MPAN "B" is a new connection, Smart, import and energised
      When the Incoming Supplier proposes a Metering Service to MPAN "B" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "B" with R0 responseCode = R, REG0000
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "B"

    @MQ-BP002-523 @role:REGS @role:MSS:incumbent @segment:S @kind:positive @needs:dayArrives
    Scenario: The Metering Service that has gone corrects where the meter is
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the incumbent Metering Service receives IF-037 [MSDeApp] for MPAN "A"
      When the incumbent Metering Service corrects the meter details of MPAN "A" with:
        | location | G |
      Then these messages are exchanged for MPAN "A":
        |   | from            | to              | message              | order   | with                |
        | 1 | MSS (incumbent) | REGS            | IF-005 [MeterUpdate] |         |                     |
        | 2 | REGS            | MSS (incumbent) | IF-006 [MeterUpdate] | after 1 | R0 responseCode = A |

    @MQ-BP002-524 @role:REGS @segment:S @kind:negative @mode:enforces @needs:dayArrives
    Scenario: The Metering Service that has gone may not correct anything else
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the incumbent Metering Service receives IF-037 [MSDeApp] for MPAN "A"
      When the incumbent Metering Service corrects the meter details of MPAN "A" with:
        | location  | I   |
        | meterType | S2A |
      Then the Registration Service receives IF-005 [MeterUpdate] for MPAN "A"
      And the Registration Service sends IF-006 [MeterUpdate] for MPAN "A" with R0 responseCode = R, REG1003 or REG0008

  Rule: A Metering Service that cannot serve

    @MQ-BP002-530 @kind:negative @mode:enforces @needs:limitService
    Scenario Outline: It refuses <what>
      Given MPAN "A" is <kind>, import and energised, registered to the Supplier
      And the proposed Metering Service cannot serve MPAN "A" with:
        | <limit> | <value> |
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, <code>
      And the Registration Service sends IF-035 [MSAppRejected] for MPAN "A" with B007 = R, <code>
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as not appointed or refused

      @role:MSS @segment:S
      Examples:
        | case             | what                                     | kind  | limit             | value                     | code  |
        | smart-contract   | a contract that it does not know         | Smart | contractReference | MQ-CONTRACT-1             | SP002 |
        | smart-outside    | a connection type outside the contract   | Smart | outsideContract   | W                         | SP003 |
        | smart-connection | a connection type that it does not serve | Smart | connectionType    | W                         | SP004 |
        | smart-meter      | a meter type that it does not serve      | Smart | meterType         | S2ADE                     | SP006 |
        | smart-area       | a site outside its area                  | Smart | gspGroup          | the GSP Group of the MPAN | SP007 |
        | smart-notice     | a beginning that is too near             | Smart | notice            | 20                        | SP011 |

      @role:MSA @segment:A
      Examples:
        | case                | what                                     | kind     | limit             | value                     | code  |
        | advanced-contract   | a contract that it does not know         | Advanced | contractReference | MQ-CONTRACT-1             | SP002 |
        | advanced-outside    | a connection type outside the contract   | Advanced | outsideContract   | L                         | SP003 |
        | advanced-connection | a connection type that it does not serve | Advanced | connectionType    | L                         | SP004 |
        | advanced-meter      | a meter type that it does not serve      | Advanced | meterType         | H                         | SP006 |
        | advanced-area       | a site outside its area                  | Advanced | gspGroup          | the GSP Group of the MPAN | SP007 |
        | advanced-notice     | a beginning that is too near             | Advanced | notice            | 20                        | SP011 |

      @role:UMSO @segment:U
      Examples:
        | case               | what                             | kind      | limit             | value                     | code  |
        | unmetered-contract | a contract that it does not know | Unmetered | contractReference | MQ-CONTRACT-1             | SP002 |
        | unmetered-area     | a site outside its area          | Unmetered | gspGroup          | the GSP Group of the MPAN | SP007 |
        | unmetered-notice   | a beginning that is too near     | Unmetered | notice            | 20                        | SP011 |

    @MQ-BP002-531 @role:MSS @segment:S @kind:negative @mode:enforces
    Scenario: It refuses an address in which no line says anything
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And the Distributor's system changes the address of MPAN "A" with:
        | number | none |
        | street | none |
        | town   | none |
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the proposed Metering Service sends IF-034 [MSAppSPResponse] for MPAN "A" with B007 = R, SP008
      And the proposed Metering Service's records show the proposed Metering Service of MPAN "A" as not appointed or refused

  Rule: MPANs that belong together

    @MQ-BP002-540 @role:REGS @segment:S @kind:negative @mode:enforces
    Scenario Outline: Registration refuses a Metering Service of its own for <what>
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, <direction> and energised, <how> to MPAN "A"
      When the Supplier proposes a Metering Service to MPAN "B" with:
        | scenario | CSP           |
        | from     | 10 days ahead |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "B" with R0 responseCode = R, <code>
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "B"

      Examples:
        | case    | what                | direction | how     | code    |
        | linked  | a linked export     | export    | linked  | REG1038 |
        | related | a related secondary | import    | related | REG1039 |

    @MQ-BP002-541 @role:REGS @role:MSS @role:MSS:incumbent @segment:S @kind:positive @needs:dayArrives @assumes:alignment-from
    Scenario Outline: <what> gets the new Metering Service of its principal MPAN
      Given MPAN "A" is Smart, import and energised, registered to the Supplier
      And MPAN "B" is Smart, <direction> and energised, <how> to MPAN "A"
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the incumbent Metering Service receives IF-037 [MSDeApp] for MPAN "A" with B008 deAppointmentReasonCode = CSERV
      And the Supplier's records show the proposed Metering Service of MPAN "A" as active
      And these messages are exchanged for MPAN "B":
        |   | from | to              | message              | level  | with                                                                                        |
        | 1 | REGS | MSS (proposed)  | IF-036 [MSAppActive] | should | B014 appointmentScenario = ALG; B014 incomingMeteringServiceDIPID = MSS (proposed)          |
        | 2 | REGS | MSS (incumbent) | IF-037 [MSDeApp]     | should | B008 deAppointmentReasonCode = <reason>; B010 incomingMeteringServiceDIPID = MSS (proposed) |

      Examples:
        | case    | what                | direction | how     | reason  |
        | linked  | A linked export     | export    | linked  | IMPEXP  |
        | related | A related secondary | import    | related | RELATED |

  Rule: Other meters, and export

    @MQ-BP002-550 @role:REGS @segment:U @kind:negative @mode:enforces
    Scenario: Registration refuses a Metering Service of another segment for unmetered supplies
      Given MPAN "A" is Unmetered, import and energised, registered to the Supplier
      When the Supplier proposes a Metering Service to MPAN "A" with:
        | service  | MSS (proposed) |
        | scenario | CSP            |
        | from     | 10 days ahead  |
      Then the Registration Service sends IF-032 [MSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1030
      And the Registration Service sends no IF-033 [MSAppSPRequest] for MPAN "A"

    @MQ-BP002-551 @kind:positive @needs:dayArrives
    Scenario Outline: A new Metering Service takes over an export MPAN of the <kind> segment
      Given MPAN "A" is <kind>, export and energised, registered to the Supplier
      When the Supplier appoints a new Metering Service to MPAN "A", effective 10 days ahead
      Then the proposed Metering Service receives IF-033 [MSAppSPRequest] for MPAN "A" with B023 energyDirection = E
      And the Supplier receives IF-035 [MSAppAccepted] for MPAN "A"
      When the effective date of MPAN "A" arrives
      Then the proposed Metering Service receives IF-036 [MSAppActive] for MPAN "A" with B023 energyDirection = E
      And the Supplier's records show the proposed Metering Service of MPAN "A" as active
      And the Supplier's records show the incumbent Metering Service of MPAN "A" as ended

      @role:SUP @role:REGS @role:MSS @segment:S
      Examples:
        | case  | kind  |
        | smart | Smart |

      @role:SUP @role:REGS @role:MSA @segment:A
      Examples:
        | case     | kind     |
        | advanced | Advanced |
